using System.Runtime.CompilerServices;
using TenderWatch.Core.Evidence;

namespace TenderWatch.Storage;

/// <summary>The ledgers of a copy.</summary>
internal sealed class FolderLedger(StoredCopy copy) : ILedgerReader
{
    public const string Name = "ledger";

    public string Container => Name;

    public async IAsyncEnumerable<StoredLedgerEntry> ReadAsync(string caseId, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        foreach (var name in copy.List(Name, caseId).Order(StringComparer.Ordinal))
        {
            if (await copy.ReadAsync(Name, name, cancellationToken) is { } bytes)
                yield return new StoredLedgerEntry($"{Name}/{name}", LedgerNames.SequenceOf(caseId, name), bytes);
        }
    }

    public IAsyncEnumerable<string> ListCasesAsync(CancellationToken cancellationToken) => copy.ListTop(Name).ToAsyncEnumerable();
}
