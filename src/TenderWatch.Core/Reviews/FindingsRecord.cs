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
        var draft = new LedgerDraft("findings:" + input.EventId, FindingsEntry.Kind, input.Now, body);
        var first = await ledger.AppendAsync(input.CaseId, input.After, draft, cancellationToken);
        // Mostly it was appended just now, which needs no request to know.
        if (input.Shown || first == input.After.Next(input.CaseId, draft)) return first;
        var (found, end) = await LastAsync(ledger, input, draft.Key, first.Sequence, cancellationToken);
        return IsOf(found.Entry, input)
            ? found.Head
            : await ledger.AppendAsync(input.CaseId, end, draft with { Key = string.Create(CultureInfo.InvariantCulture, $"{draft.Key}@{found.Head.Sequence}") }, cancellationToken);
    }

    private static bool IsOf(LedgerEntry entry, RecordFindings input) =>
        FindingsEntry.Read(entry) is { } recorded && recorded.Facts == input.Facts && recorded.ConfidentialFacts == input.Confidential
        && recorded.Results.SequenceEqual(input.Results.Select(result => new RecordedResult(new RuleName(result.Check, result.RuleVersion), result.Findings, result.Confidential)));

    // The last findings of the event, and the end of the ledger: what was found first may be found again after something else was.
    private static async Task<((LedgerEntry Entry, LedgerHead Head) Found, LedgerHead End)> LastAsync(ILedger ledger, RecordFindings input, string key, long first, CancellationToken cancellationToken)
    {
        (LedgerEntry Entry, LedgerHead Head)? found = null;
        var end = input.After;
        for (var sequence = first; await ledger.FindAsync(input.CaseId, sequence, cancellationToken) is { } stored; sequence++)
        {
            end = new LedgerHead(sequence, Digest.Of(stored.Bytes));
            var entry = LedgerEntry.Parse(stored.Bytes);
            if (entry.Key == key || entry.Key.StartsWith(key + "@", StringComparison.Ordinal)) found = (entry, end);
        }

        return (found ?? throw new EvidenceException($"Entry {first} of ledger {input.CaseId} is gone. Run 'tenderwatch verify'."), end);
    }
}
