using System.Buffers;
using System.Text.Json;
using TenderWatch.Core.Checks;
using TenderWatch.Core.Evidence;
using TenderWatch.Core.Evidence.Tombstones;
using TenderWatch.Core.Notices;
using TenderWatch.Core.Reviews;

namespace TenderWatch.Core.Cases;

/// <summary>Puts together what is shown of cases.</summary>
public sealed class CaseViews(ICases cases, IEvidenceStore evidence, TimeProvider time)
{
    private const int LongestChainOfMerges = 16;
    private static readonly SearchValues<char> IdCharacters = SearchValues.Create("0123456789abcdefghijklmnopqrstuvwxyz-");

    /// <summary>All cases that were not taken over by another, last updated first.</summary>
    /// <param name="cancellationToken">Stops the call.</param>
    /// <param name="confidential">Whether the reader may see what is confidential; otherwise the list can be published.</param>
    public async Task<IReadOnlyList<CaseState>> ListAsync(CancellationToken cancellationToken, bool confidential = false) =>
        [.. (await cases.ListAsync(cancellationToken)).Where(state => state.MergedInto is null).Select(state => confidential ? state : state.ForReaders())];

    /// <summary>A case, or the one that took it over; <see langword="null"/> where there is none.</summary>
    /// <param name="caseId">The case.</param>
    /// <param name="cancellationToken">Stops the call.</param>
    /// <param name="confidential">Whether the reader may see bids, filings and the findings on them; otherwise the view can be published.</param>
    public async Task<CaseView?> FindAsync(string caseId, CancellationToken cancellationToken, bool confidential = false)
    {
        var state = await FindStateAsync(caseId, cancellationToken);
        if (state is null) return null;
        var unreadable = new List<UnreadableEvidence>();
        var facts = await ReadAsync<CaseFacts>(EvidenceRoles.Facts, state.Facts, confidential ? state.ConfidentialFacts : null, unreadable, cancellationToken);
        var findings = new List<Finding>();
        foreach (var check in state.Checks)
            findings.AddRange(await ReadAsync<List<Finding>>(EvidenceRoles.Findings, check.Findings, confidential ? check.Confidential : null, unreadable, cancellationToken) ?? []);

        var timeline = Timeline.Of(facts?.Notices ?? []);
        var now = time.GetUtcNow();
        IReadOnlyList<ProcurementProblem> problems = [.. Divergences.Of(timeline), .. facts is null ? [] : Texts.TextDivergences.Of(facts), .. LatePublications.Of(timeline, now), .. OrphansOf(state)];
        return new CaseView(confidential ? state : state.ForReaders(), facts, findings, unreadable, timeline, problems)
        {
            IsConfidential = confidential && state.ConfidentialFacts is not null,
            RestsOnConfidential = [.. state.Checks.Where(check => check.RestsOnConfidential).Select(check => check.Check)],
        };
    }

    /// <summary>What a case misses now, from its state alone; see <see cref="Orphans"/>.</summary>
    public IReadOnlyList<ProcurementProblem> OrphansOf(CaseState state) => Orphans.Of(state.Thread, time.GetUtcNow());

    /// <summary>The stored public facts of a case; <see langword="null"/> when there are none or they cannot be read.</summary>
    public async Task<CaseFacts?> FactsAsync(CaseState state, CancellationToken cancellationToken) =>
        state.Facts is { } digest ? (await ReadAsync<CaseFacts>(digest, Confidentiality.Public, cancellationToken)).Read : null;

    /// <summary>The whole state alone of a case, or of the one that took it over, not for readers; <see langword="null"/> where there is none.</summary>
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

    // Where the confidential part cannot be read, the public one is shown and the view says so.
    private async Task<T?> ReadAsync<T>(string role, Digest? open, Digest? all, List<UnreadableEvidence> unreadable, CancellationToken cancellationToken)
        where T : class
    {
        foreach (var (digest, confidentiality) in ((Digest?, Confidentiality)[])[(all, Confidentiality.Confidential), (open, Confidentiality.Public)])
        {
            if (digest is not { } stored) continue;
            var (read, deleted) = await ReadAsync<T>(stored, confidentiality, cancellationToken);
            if (read is not null) return read;
            unreadable.Add(new UnreadableEvidence(role, stored) { Deleted = deleted });
        }

        return null;
    }

    private async Task<(T? Read, DeletedEvidence? Deleted)> ReadAsync<T>(Digest digest, Confidentiality confidentiality, CancellationToken cancellationToken)
        where T : class
    {
        try
        {
            return (JsonSerializer.Deserialize<T>(ConfidentialDocument.Of(await evidence.GetAsync(digest, confidentiality, cancellationToken)).Content, NoticeJson.Stored), null);
        }
        catch (EvidenceDeletedException deleted)
        {
            return (null, new DeletedEvidence(deleted.Tombstone.At, deleted.Tombstone.By, deleted.Tombstone.Reason, deleted.Tombstone.Rule));
        }
        catch (Exception fault) when (fault is EvidenceException or JsonException or FormatException)
        {
            return (null, null);
        }
    }
}
