using System.Text.Json;
using TenderWatch.Core.Cases;
using TenderWatch.Core.Checks;
using TenderWatch.Core.Evidence;
using TenderWatch.Core.Notices;
using TenderWatch.Core.Reviews;

namespace TenderWatch.Core.Rechecks;

/// <summary>Reads from inbox and ledger how a recheck does.</summary>
public sealed class RecheckReports(ICaseInbox inbox, ICases cases, ILedger ledger)
{
    /// <summary>A recheck; <see langword="null"/> where nobody asked for one with that number.</summary>
    /// <param name="caseId">The case that it was asked of, a valid id.</param>
    /// <param name="number">Its number.</param>
    /// <param name="cancellationToken">Stops the call.</param>
    /// <param name="confidential">Whether the reader may see what is confidential: why it is stuck, and that nothing but confidential findings changed.</param>
    public async Task<RecheckReport?> FindAsync(string caseId, int number, CancellationToken cancellationToken, bool confidential = false)
    {
        var id = RecheckEvents.IdOf(caseId, number);
        // The inbox first: what has left it is in the ledger.
        if ((await inbox.WaitingAsync(caseId, cancellationToken)).FirstOrDefault(waiting => waiting.Event.Id == id) is { } waiting)
        {
            var state = waiting.Stuck is not null ? RecheckState.Stuck
                : (await inbox.RememberedAsync(caseId, id, cancellationToken)).Count > 0 ? RecheckState.Running
                : RecheckState.Waiting;
            return Report(RecheckEvents.Read(waiting.Event.Kind, waiting.Event.Body)!, state, waiting.Event.At, confidential || waiting.Stuck is null ? waiting.Stuck : ReadersProjection.StuckReason, []);
        }

        (RecheckRequest Asked, DateTimeOffset At)? found = null;
        RecheckReport? done = null;
        var before = new Dictionary<string, Result>(StringComparer.Ordinal);
        foreach (var entry in await SinceAsync(caseId, id, cancellationToken))
        {
            if (entry.Key == "event:" + id) found = (RecheckEvents.Read(entry)!, entry.At);
            if (entry.Kind != FindingsEntry.Kind) continue;
            var results = ResultsOf(entry).Select(result => Result.Of(result, confidential)).ToList();
            // A recheck that was set aside and handled again may have found something else then: the last is what came of it.
            if (found is { } request && IsOf(entry, id)) done = Report(request.Asked, RecheckState.Done, request.At, null, [.. results.Select(after => Changed(before.GetValueOrDefault(after.Check), after))]);
            foreach (var result in results) before[result.Check] = result;
        }

        // Recorded without findings: its case was taken over before its turn came.
        if (done is not null) return done;
        return found is { } recorded ? Report(recorded.Asked, RecheckState.Done, recorded.At, null, []) : null;
    }

    // From the end backwards, so that a recheck of late costs a few reads however long the ledger is: to its event, and before that to what each of its checks said then.
    private async Task<IEnumerable<LedgerEntry>> SinceAsync(string caseId, string id, CancellationToken cancellationToken)
    {
        var (entries, wanted, recorded) = (new Stack<LedgerEntry>(), new HashSet<string>(StringComparer.Ordinal), false);
        for (var sequence = (await cases.FindAsync(caseId, cancellationToken))?.Ledger.Sequence ?? 0; sequence > 0 && !(recorded && wanted.Count == 0); sequence--)
        {
            if (await ledger.FindAsync(caseId, sequence, cancellationToken) is not { } stored) break;
            var entry = LedgerEntry.Parse(stored.Bytes);
            entries.Push(entry);
            recorded |= entry.Key == "event:" + id;
            if (entry.Kind != FindingsEntry.Kind) continue;
            var checks = ResultsOf(entry).Select(result => result.GetProperty("check").GetString()!);
            if (IsOf(entry, id)) wanted.UnionWith(checks);
            else if (recorded) wanted.ExceptWith(checks);
        }

        return entries;
    }

    private static JsonElement.ArrayEnumerator ResultsOf(LedgerEntry findings) => findings.Body.GetProperty("findings").EnumerateArray();

    private static bool IsOf(LedgerEntry findings, string id) => findings.Key == "findings:" + id || findings.Key.StartsWith($"findings:{id}@", StringComparison.Ordinal);

    private static RecheckReport Report(RecheckRequest asked, RecheckState state, DateTimeOffset at, string? stuck, IReadOnlyList<RecheckedResult> results) =>
        new(asked.Number, state, asked.Checks, asked.Reason, asked.By, at, stuck, results);

    private static RecheckedResult Changed(Result? before, Result after) =>
        new(after.Check, before?.Verdict, after.Verdict, before?.Rule, after.Rule, before is null || (before with { Rule = "" }) != (after with { Rule = "" }));

    private sealed record Result(string Check, string Rule, Verdict Verdict, string Findings, string? Confidential)
    {
        public static Result Of(JsonElement result, bool confidential) => new(
            result.GetProperty("check").GetString()!,
            result.GetProperty("ruleVersion").GetString()!,
            result.GetProperty("verdict").Deserialize<Verdict>(NoticeJson.Stored),
            result.GetProperty("sha256").GetString()!,
            confidential && result.TryGetProperty("confidential", out var all) ? all.GetRawText() : null);
    }
}
