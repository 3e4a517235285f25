using TenderWatch.Core.Cases;
using TenderWatch.Core.Languages;

namespace TenderWatch.Core.Retention;

/// <summary>When a purchase was decided and when its contract ends at the latest, from the public facts. What the facts do not say is not guessed.</summary>
/// <param name="Awarded">When the last lot was decided; <see langword="null"/> while the outcome of a lot is not known.</param>
/// <param name="End">The last day of the contract of any lot, with every renewal; <see langword="null"/> where it is not known.</param>
/// <param name="Why">How the end was reckoned, or why it is not known.</param>
public sealed record ContractTerm(DateOnly? Awarded, DateOnly? End, LocalizedText Why)
{
    private static readonly string[] NotAwarded = ["clos-nw", "open-nw"];

    /// <summary>The term of a case.</summary>
    /// <param name="facts">Its facts; <see langword="null"/> where there are none or they cannot be read.</param>
    public static ContractTerm Of(CaseFacts? facts)
    {
        if (facts is null) return new(null, null, new("De feiten van de zaak zijn er niet.", "The facts of the case are not there."));
        var outcomes = LotAward.Of(facts.Notices);
        if (outcomes.Count == 0) return new(null, null, new("Er is nog geen gunning bekend.", "No award is known yet."));
        string?[] open = [.. LotsOf(facts).Where(lot => outcomes.All(outcome => outcome.Lot != lot && outcome.Lot is not null))];
        var days = outcomes.Select(DecidedOn).ToList();
        DateOnly? awarded = open.Length > 0 || days.Contains(null) ? null : days.Max();
        if (open.Length > 0) return new(null, null, new($"Van {string.Join(", ", open)} is de uitkomst niet bekend.", $"The outcome of {string.Join(", ", open)} is not known."));

        var contracts = outcomes.Where(IsAwarded).ToList();
        if (contracts.Count == 0) return new(awarded, null, new("Er is niets gegund, dus er is geen contract dat eindigt.", "Nothing was awarded, so there is no contract that ends."));
        DateOnly? end = null;
        foreach (var contract in contracts)
        {
            foreach (var lot in contract.Lot is { } named ? [named] : LotsOf(facts) is { Count: > 0 } all ? all : (IReadOnlyList<string?>)[null])
            {
                if (LotTerm.End(facts, lot, DecidedOn(contract)) is not { } ended)
                    return new(awarded, null, new($"Het einde van het contract ({lot ?? contract.Subject}) staat niet in de feiten.", $"The end of the contract ({lot ?? contract.Subject}) is not in the facts."));
                end = end is { } known && known > ended ? known : ended;
            }
        }

        return new(awarded, end, LocalizedText.Of(w => $"Het contract eindigt uiterlijk op {w.Date(end!.Value)}.", w => $"The contract ends on {w.Date(end!.Value)} at the latest."));
    }

    private static IReadOnlyList<string?> LotsOf(CaseFacts facts) => [.. facts.Notices.SelectMany(notice => notice.Notice.Lots).Select(lot => lot.Id).OfType<string>().Distinct(StringComparer.Ordinal)];

    private static bool IsAwarded(LotAward outcome) =>
        outcome.Bids.Any(bid => bid.Won) || outcome.Results.Count == 0 || outcome.Results.Any(result => result.Status is null || !NotAwarded.Contains(result.Status, StringComparer.Ordinal));

    // The latest of all days that speak of it: nothing is to be deleted too early.
    private static DateOnly? DecidedOn(LotAward outcome)
    {
        var bids = outcome.Bids.Select(bid => bid.Id).OfType<string>().ToHashSet(StringComparer.Ordinal);
        var contracts = outcome.Notice.Notice.Contracts.Where(contract => contract.Bids.Count == 0 || contract.Bids.Any(bids.Contains));
        return contracts.SelectMany(contract => (DateOnly?[])[contract.Decided, contract.Concluded])
            .Concat([outcome.Notice.Record.Published, outcome.Notice.Notice.PublicationDate])
            .Max();
    }
}
