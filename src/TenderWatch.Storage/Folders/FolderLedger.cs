using System.Runtime.CompilerServices;
using TenderWatch.Core.Evidence;

namespace TenderWatch.Storage;

/// <summary>The ledgers of a copy.</summary>
internal sealed class FolderLedger(StoredCopy copy) : ILedgerReader
{
    public const string Name = "ledger";

    private readonly Lazy<ILookup<string, string>> _ledgers = new(() => copy.List(Name).Where(name => name.Contains('/')).ToLookup(name => name[..name.IndexOf('/')], StringComparer.Ordinal));

    public string Container => Name;

    public async IAsyncEnumerable<StoredLedgerEntry> ReadAsync(string caseId, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        foreach (var name in _ledgers.Value[caseId])
        {
            if (await copy.ReadAsync(Name, name, cancellationToken) is { } bytes)
                yield return new StoredLedgerEntry($"{Name}/{name}", LedgerNames.SequenceOf(caseId, name), bytes);
        }
    }

    public IAsyncEnumerable<string> ListCasesAsync(CancellationToken cancellationToken) => _ledgers.Value.Select(ledger => ledger.Key).ToAsyncEnumerable();
}
