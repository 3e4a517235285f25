using System.Collections.Concurrent;
using System.Text.Json;
using TenderWatch.Core.Evidence;

namespace TenderWatch.Testing;

/// <summary>Ledgers in memory, of one writer at a time.</summary>
public sealed class MemoryLedger : ILedger
{
    private readonly ConcurrentDictionary<string, List<StoredLedgerEntry>> _ledgers = new(StringComparer.Ordinal);

    public string Container => "ledger";

    public Task<LedgerHead> AppendAsync(string caseId, LedgerHead after, LedgerDraft draft, CancellationToken cancellationToken)
    {
        var entries = _ledgers.GetOrAdd(caseId, _ => []);
        foreach (var known in entries)
        {
            if (known.Bytes.Length > 2 && LedgerEntry.Parse(known.Bytes).Key == draft.Key) return Task.FromResult(new LedgerHead(known.Sequence, Digest.Of(known.Bytes)));
        }

        var previous = entries.Count == 0 ? default : Digest.Of(entries[^1].Bytes);
        var entry = new LedgerEntry(caseId, entries.Count + 1, previous, draft.Key, draft.Kind, draft.At, draft.Body);
        entries.Add(new StoredLedgerEntry($"{entry.Sequence:D10}", entry.Sequence, entry.ToBytes()));
        return Task.FromResult(new LedgerHead(entry.Sequence, Digest.Of(entries[^1].Bytes)));
    }

    public IAsyncEnumerable<StoredLedgerEntry> ReadAsync(string caseId, CancellationToken cancellationToken) =>
        _ledgers.GetValueOrDefault(caseId, []).ToAsyncEnumerable();

    public Task<StoredLedgerEntry?> FindAsync(string caseId, long sequence, CancellationToken cancellationToken) =>
        Task.FromResult(_ledgers.GetValueOrDefault(caseId, []).Find(entry => entry.Sequence == sequence));

    public IAsyncEnumerable<string> ListCasesAsync(CancellationToken cancellationToken) => _ledgers.Keys.ToAsyncEnumerable();

    public Task<LedgerHead> AppendAsync(string caseId, string kind, DateTimeOffset at) =>
        AppendAsync(caseId, LedgerHead.Start, new LedgerDraft($"{kind}-{at:O}", kind, at, JsonSerializer.SerializeToElement(new { note = "x" })), CancellationToken.None);

    public void AddBroken(string caseId)
    {
        var entries = _ledgers.GetOrAdd(caseId, _ => []);
        entries.Add(new StoredLedgerEntry("broken", entries.Count + 1, "{}"u8.ToArray()));
    }
}
