using TenderWatch.Core.Cases;
using TenderWatch.Core.Notices;
using TenderWatch.Core.Supply;

namespace TenderWatch.Core.Checks.Origin;

/// <summary>A party of a published tender, with what notices and documents tell of where it comes from.</summary>
internal sealed record KnownBidder(Party Party, Bid Bid, CaseNotice Notice, IReadOnlyList<(CaseStatement Statement, Ownership Owned)> Owners, IReadOnlyList<string> StatedCountries)
{
    public string Name => Party.Name ?? Bid.Id ?? "?";

    /// <summary>Everyone who is named with a tender, winners first, each once.</summary>
    public static IReadOnlyList<KnownBidder> Of(CaseFacts facts) =>
        [.. LotAward.Of(facts.Notices)
            .SelectMany(award => award.Bids.SelectMany(bid => bid.Bidders.Select(party => (award.Notice, bid, party))))
            .OrderByDescending(found => found.bid.Won)
            .DistinctBy(found => PartyNames.Fold(found.party.Name ?? found.bid.Id ?? ""), StringComparer.Ordinal)
            .Select(found => new KnownBidder(found.party, found.bid, found.Notice, OwnersOf(facts, found.party), CountriesOf(facts, found.party)))];

    // A statement may name the owner of an owner: follow the chain from the bidder upwards.
    private static List<(CaseStatement, Ownership)> OwnersOf(CaseFacts facts, Party party)
    {
        var found = new List<(CaseStatement, Ownership)>();
        var names = new HashSet<string>(StringComparer.Ordinal) { PartyNames.Fold(party.Name ?? "") };
        bool grown;
        do
        {
            grown = false;
            foreach (var statement in facts.Statements)
            {
                foreach (var owned in statement.Content.Ownership)
                {
                    if (!names.Contains(PartyNames.Fold(owned.Company)) || found.Any(known => ReferenceEquals(known.Item2, owned))) continue;
                    found.Add((statement, owned));
                    names.Add(PartyNames.Fold(owned.Owner));
                    grown = true;
                }
            }
        }
        while (grown);
        return found;
    }

    private static IReadOnlyList<string> CountriesOf(CaseFacts facts, Party party) =>
        [.. facts.Statements.SelectMany(statement => statement.Content.Components).SelectMany(component => component.Suppliers)
            .Where(supplier => supplier.Country is not null && PartyNames.Same(supplier.Name, party.Name))
            .Select(supplier => supplier.Country!).Distinct(StringComparer.Ordinal)];
}
