using System.Buffers;
using System.Text.Json;
using TenderWatch.Core.Checks;
using TenderWatch.Core.Evidence;
using TenderWatch.Core.Notices;
using TenderWatch.Core.Reviews;

namespace TenderWatch.Core.Cases;

/// <summary>Puts together what is shown of cases.</summary>
public sealed class CaseViews(ICases cases, IEvidenceStore evidence, TimeProvider time)
{
    private const int LongestChainOfMerges = 16;
    private static readonly SearchValues<char> IdCharacters = SearchValues.Create("0123456789abcdefghijklmnopqrstuvwxyz-");

    /// <summary>All cases that were not taken over by another, last updated first.</summary>
    public async Task<IReadOnlyList<CaseState>> ListAsync(CancellationToken cancellationToken) =>
        [.. (await cases.ListAsync(cancellationToken)).Where(state => state.MergedInto is null)];

    /// <summary>A case, or the one that took it over; <see langword="null"/> where there is none.</summary>
    public async Task<CaseView?> FindAsync(string caseId, CancellationToken cancellationToken)
    {
        var state = await FindStateAsync(caseId, cancellationToken);
        if (state is null) return null;
        var unreadable = new List<UnreadableEvidence>();
        var facts = await FactsAsync(state, cancellationToken);
        if (facts is null && state.Facts is { } digest) unreadable.Add(new UnreadableEvidence(EvidenceRoles.Facts, digest));
        var findings = new List<Finding>();
        foreach (var check in state.Checks)
        {
            if (await ReadAsync<List<Finding>>(check.Findings, cancellationToken) is { } read) findings.AddRange(read);
            else unreadable.Add(new UnreadableEvidence(EvidenceRoles.Findings, check.Findings));
        }

        var timeline = Timeline.Of(facts?.Notices ?? []);
        var now = time.GetUtcNow();
        IReadOnlyList<ProcurementProblem> problems = [.. Divergences.Of(timeline), .. LatePublications.Of(timeline, now), .. OrphansOf(state)];
        return new CaseView(state, facts, findings, unreadable, timeline, problems);
    }

    /// <summary>What a case misses now, from its state alone; see <see cref="Orphans"/>.</summary>
    public IReadOnlyList<ProcurementProblem> OrphansOf(CaseState state) => Orphans.Of(state.Thread, time.GetUtcNow());

    /// <summary>The stored facts of a case; <see langword="null"/> when there are none or they cannot be read.</summary>
    public async Task<CaseFacts?> FactsAsync(CaseState state, CancellationToken cancellationToken) =>
        state.Facts is { } digest ? await ReadAsync<CaseFacts>(digest, cancellationToken) : null;

    /// <summary>The state alone of a case, or of the one that took it over; <see langword="null"/> where there is none.</summary>
    public async Task<CaseState?> FindStateAsync(string caseId, CancellationToken cancellationToken)
    {
        for (var step = 0; step < LongestChainOfMerges; step++)
        {
            // Ids come from addresses typed by anyone, and stores are particular about the characters of a key.
            if (caseId.Length is 0 or > 64 || caseId.AsSpan().IndexOfAnyExcept(IdCharacters) >= 0) return null;
            var state = await cases.FindAsync(caseId, cancellationToken);
            if (state?.MergedInto is not { } target) return state;
            caseId = target;
        }

        return null;
    }

    private async Task<T?> ReadAsync<T>(Digest digest, CancellationToken cancellationToken)
        where T : class
    {
        try
        {
            return JsonSerializer.Deserialize<T>(await evidence.GetAsync(digest, Confidentiality.Public, cancellationToken), NoticeJson.Stored);
        }
        catch (Exception fault) when (fault is EvidenceException or JsonException or FormatException)
        {
            return null;
        }
    }
}
