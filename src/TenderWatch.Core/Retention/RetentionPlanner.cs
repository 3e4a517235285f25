using TenderWatch.Core.Cases;
using TenderWatch.Core.Evidence;
using TenderWatch.Core.Evidence.Tombstones;
using TenderWatch.Core.Rechecks;
using TenderWatch.Core.Reviews;

namespace TenderWatch.Core.Retention;

/// <summary>
/// Reads all ledgers and tells of everything that they name until when it is kept. Evidence that several cases name is kept as long as the longest of them needs it. It
/// writes nothing.
/// </summary>
public sealed class RetentionPlanner(ICases cases, ICaseInbox inbox, ILedger ledger, IEvidenceStore evidence, ITombstoneStore tombstones, RetentionSettings settings)
{
    private readonly StoredParts _parts = new(evidence);

    /// <summary>Makes the plan.</summary>
    /// <param name="progress">Told of each ledger.</param>
    /// <param name="cancellationToken">Stops it.</param>
    public async Task<RetentionPlan> PlanAsync(IProgress<string>? progress, CancellationToken cancellationToken)
    {
        var groups = await CaseGroups.ReadAsync(cases, inbox, cancellationToken);
        var read = new LedgerReading(groups);
        await foreach (var name in ledger.ListCasesAsync(cancellationToken))
        {
            await foreach (var stored in ledger.ReadAsync(name, cancellationToken)) read.Take(name, stored);
            progress?.Report(name);
        }

        read.EndHolds();
        var stones = new Dictionary<(Digest, Confidentiality), DateTimeOffset?>();
        await foreach (var name in tombstones.ListAsync(cancellationToken))
        {
            if (TombstoneNames.Read(name) is { } bytes) stones[bytes] = await TimeOfAsync(name, cancellationToken);
        }

        var terms = new Dictionary<string, CaseTerms>(StringComparer.Ordinal);
        var kept = new List<CaseRetention>();
        foreach (var state in groups.Leading)
        {
            var of = terms[state.Id] = await TermsAsync(state, read.ConfidentialFactsOf(state.Id), cancellationToken);
            kept.Add(new CaseRetention(state.Id, state.Title, of.Contract, of.All, groups.HoldOn(state.Id)));
        }

        var facts = groups.Leading.Select(state => state.Facts).OfType<Digest>().ToHashSet();
        var all = read.Named.Select(named => named.ToEvidence(terms, groups, settings, stones, read.Recorded)).ToList();
        // The confidential facts tell which documents are of those who lost: where a deletion is interrupted, the next one must still know.
        var told = groups.Leading.SelectMany(state => read.ConfidentialFactsOf(state.Id)).ToHashSet();
        // The facts tell the terms of all the rest: they stay until nothing else of the case is left.
        var last = all.Where(item => item.Cases is [_] && item.Term is { Class: not RetentionClass.Lasting, From: not null }).GroupBy(item => item.Cases[0], StringComparer.Ordinal)
            .ToDictionary(group => group.Key, group => group.Max(item => item.Term.From!.Value), StringComparer.Ordinal);
        var ordered = all.Select(item => facts.Contains(item.Sha256) && item.Term.From is { } from && last.GetValueOrDefault(item.Cases[0]) is var latest
                ? item with { IsLast = true, Term = item.Term with { From = latest > from ? latest : from } } : item with { TellsClasses = told.Contains(item.Sha256) })
            .OrderBy(item => item.Term.From ?? DateOnly.MaxValue).ThenBy(item => item.IsLast).ThenBy(item => string.Join(',', item.Cases), StringComparer.Ordinal).ThenBy(item => item.Sha256.Hex, StringComparer.Ordinal);
        return new RetentionPlan(kept, [.. ordered], [.. read.Unreadable.Order(StringComparer.Ordinal)]);
    }

    private async Task<CaseTerms> TermsAsync(CaseState state, IEnumerable<Digest> confidential, CancellationToken cancellationToken)
    {
        var facts = state.Facts is { } digest ? (await _parts.FactsAsync(digest, Confidentiality.Public, cancellationToken)).Value : null;
        var outcomes = LotAward.Of(facts?.Notices ?? []);
        var tenders = new CaseTenders();
        tenders.Add(outcomes);
        foreach (var one in confidential)
        {
            if ((await _parts.FactsAsync(one, Confidentiality.Confidential, cancellationToken)).Value is { } all) tenders.Add(all, outcomes);
        }

        return CaseTerms.Of(ContractTerm.Of(facts), tenders, settings);
    }

    private async Task<DateTimeOffset?> TimeOfAsync(string name, CancellationToken cancellationToken)
    {
        try
        {
            return SignedTombstone.Parse(await tombstones.ReadAsync(name, cancellationToken) ?? []).Tombstone.At;
        }
        catch (FormatException)
        {
            // Verify names it; nothing is deleted on account of it.
            return null;
        }
    }
}

/// <summary>The terms of a case.</summary>
/// <param name="Contract">When its contract ends.</param>
/// <param name="Tenders">Whose its confidential documents are.</param>
/// <param name="All">The term of each class.</param>
internal sealed record CaseTerms(ContractTerm Contract, CaseTenders Tenders, IReadOnlyList<RetentionTerm> All)
{
    public static CaseTerms Of(ContractTerm contract, CaseTenders tenders, RetentionSettings settings) => new(contract, tenders, RetentionTerm.All(contract, settings));

    /// <summary>The term of evidence.</summary>
    public RetentionTerm TermOf(NamedEvidence named) => All[(int)(named switch
    {
        { Confidentiality: Confidentiality.Public } => RetentionClass.Record,
        { Use: EvidenceUse.Judged } => Tenders.OnlyWinners ? RetentionClass.Awarded : RetentionClass.NotAwarded,
        { Use: EvidenceUse.Record } => RetentionClass.Record,
        _ => Tenders.ClassOf(named),
    })];
}
