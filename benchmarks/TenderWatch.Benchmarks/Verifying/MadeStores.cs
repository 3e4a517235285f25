using System.Globalization;
using System.Security.Cryptography;
using TenderWatch.Core.Evidence;
using TenderWatch.Core.Evidence.Checkpoints;
using TenderWatch.Core.Reviews;

namespace TenderWatch.Benchmarks.Verifying;

/// <summary>The ledgers of a made installation.</summary>
internal sealed class MadeLedgers(MadeInstallation made) : ILedger
{
    public string Container => "ledger";

    public Task<LedgerHead> AppendAsync(string caseId, LedgerHead after, LedgerDraft draft, CancellationToken cancellationToken) => throw new NotSupportedException("It is read only.");

    public IAsyncEnumerable<StoredLedgerEntry> ReadAsync(string caseId, CancellationToken cancellationToken) => throw new NotSupportedException("Checkpoints do not ask for it.");

    public async Task<StoredLedgerEntry?> FindAsync(string caseId, long sequence, CancellationToken cancellationToken)
    {
        var name = string.Create(CultureInfo.InvariantCulture, $"ledger/{caseId}/{sequence:D10}.json");
        var path = Path.Combine(made.Folder, name);
        return File.Exists(path) ? new StoredLedgerEntry(name, sequence, await File.ReadAllBytesAsync(path, cancellationToken)) : null;
    }

    public IAsyncEnumerable<string> ListCasesAsync(CancellationToken cancellationToken) =>
        Directory.EnumerateDirectories(Path.Combine(made.Folder, Container)).Select(path => Path.GetFileName(path)).ToAsyncEnumerable();
}

/// <summary>The cases of a made installation: only the ends of their ledgers.</summary>
internal sealed class MadeCases(MadeInstallation made) : ICases
{
    public Task<CaseState?> FindAsync(string caseId, CancellationToken cancellationToken) => throw new NotSupportedException("Checkpoints do not ask for it.");

    public Task SaveAsync(CaseState state, CancellationToken cancellationToken) => throw new NotSupportedException("Checkpoints do not ask for it.");

    public Task<IReadOnlyList<CaseState>> ListAsync(CancellationToken cancellationToken) => throw new NotSupportedException("Checkpoints do not ask for it.");

    public Task<IReadOnlyList<CaseState>> DueAsync(DateTimeOffset moment, CancellationToken cancellationToken) => throw new NotSupportedException("Checkpoints do not ask for it.");

    public IAsyncEnumerable<(string CaseId, LedgerHead Head)> HeadsAsync(CancellationToken cancellationToken) => made.Heads().Select(head => (head.Name, head.Head)).ToAsyncEnumerable();
}

/// <summary>The checkpoints of a made installation.</summary>
internal sealed class MadeCheckpoints(MadeInstallation made) : ICheckpointStore
{
    private string Kept => Path.Combine(made.Folder, "kept.jsonl");

    public string Container => "checkpoints";

    public IAsyncEnumerable<string> ListAsync(CancellationToken cancellationToken) =>
        Directory.EnumerateFiles(Path.Combine(made.Folder, Container)).Select(path => Path.GetFileName(path)).ToAsyncEnumerable();

    public async Task<byte[]?> ReadAsync(string name, CancellationToken cancellationToken) =>
        File.Exists(PathOf(name)) ? await File.ReadAllBytesAsync(PathOf(name), cancellationToken) : null;

    public async Task<long> LatestAsync(CancellationToken cancellationToken)
    {
        long latest = 0;
        await foreach (var name in ListAsync(cancellationToken)) latest = Math.Max(latest, CheckpointNames.NumberOf(name));
        return latest;
    }

    public async Task<bool> CreateAsync(string name, ReadOnlyMemory<byte> content, CancellationToken cancellationToken)
    {
        if (File.Exists(PathOf(name))) return false;
        Directory.CreateDirectory(Path.GetDirectoryName(PathOf(name))!);
        await File.WriteAllBytesAsync(PathOf(name), content, cancellationToken);
        return true;
    }

    public async IAsyncEnumerable<CheckpointLeaf> HeadsAsync([System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken cancellationToken)
    {
        if (!File.Exists(Kept)) yield break;
        await foreach (var line in File.ReadLinesAsync(Kept, cancellationToken)) yield return CheckpointLeaf.Parse(System.Text.Encoding.UTF8.GetBytes(line));
    }

    public async Task SaveHeadsAsync(IReadOnlyList<CheckpointLeaf> heads, CancellationToken cancellationToken)
    {
        await using var file = new FileStream(Kept, FileMode.Append);
        foreach (var head in heads)
        {
            await file.WriteAsync(head.ToBytes(), cancellationToken);
            file.WriteByte((byte)'\n');
        }
    }

    private string PathOf(string name) => Path.Combine(made.Folder, Container, name);
}

/// <summary>Signs with a key that lives as long as the run.</summary>
internal sealed class MadeSigner : ICheckpointSigner, IDisposable
{
    private readonly ECDsa _pair = ECDsa.Create(ECCurve.NamedCurves.nistP256);

    public Task<SigningKey> KeyAsync(CancellationToken cancellationToken) => Task.FromResult(SigningKey.Of(_pair));

    public Task<byte[]> SignAsync(ReadOnlyMemory<byte> input, CancellationToken cancellationToken) => Task.FromResult(_pair.SignData(input.Span, HashAlgorithmName.SHA256));

    public void Dispose() => _pair.Dispose();
}
