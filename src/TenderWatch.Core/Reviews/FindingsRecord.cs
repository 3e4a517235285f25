using System.Globalization;
using System.Text.Json;
using TenderWatch.Core.Evidence;
using TenderWatch.Core.Rechecks;

namespace TenderWatch.Core.Reviews;

/// <summary>Records what was found on an event, so that what a case shows always stands in its ledger.</summary>
internal static class FindingsRecord
{
    /// <summary>
    /// Appends the findings, unless the same ones were recorded for the event before. Other ones may have been: of an earlier version of the program, which
    /// recorded them and then could not save the case, or on facts that have grown since. They stay, and those of now are an entry of their own after them.
    /// </summary>
    public static async Task<LedgerHead> AppendAsync(ILedger ledger, RecordFindings input, JsonElement body, CancellationToken cancellationToken)
    {
        var (key, after) = ("findings:" + input.EventId, input.After);
        while (true)
        {
            var draft = new LedgerDraft(key, FindingsEntry.Kind, input.Now, body);
            var head = await ledger.AppendAsync(input.CaseId, after, draft, cancellationToken);
            // Mostly it was appended just now, which needs no request to know.
            var own = new LedgerEntry(input.CaseId, after.Sequence + 1, after.Sha256, key, draft.Kind, draft.At, body).ToBytes();
            if (head == new LedgerHead(after.Sequence + 1, Digest.Of(own))) return head;
            if (input.Shown) return head;
            if (await ledger.FindAsync(input.CaseId, head.Sequence, cancellationToken) is { } stored && IsOf(LedgerEntry.Parse(stored.Bytes), input)) return head;
            (key, after) = (string.Create(CultureInfo.InvariantCulture, $"findings:{input.EventId}@{head.Sequence}"), head);
        }
    }

    private static bool IsOf(LedgerEntry entry, RecordFindings input) =>
        FindingsEntry.Read(entry) is { } recorded && recorded.Facts == input.Facts && recorded.ConfidentialFacts == input.Confidential
        && recorded.Results.SequenceEqual(input.Results.Select(result => new RecordedResult(new RuleName(result.Check, result.RuleVersion), result.Findings, result.Confidential)));
}
