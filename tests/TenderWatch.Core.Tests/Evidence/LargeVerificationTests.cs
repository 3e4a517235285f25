using System.Globalization;
using System.Text.Json;
using Microsoft.Extensions.Time.Testing;
using TenderWatch.Core.Evidence;
using TenderWatch.Core.Evidence.Checkpoints;

namespace TenderWatch.Core.Tests.Evidence;

/// <summary>More to remember than is held in memory: the rest goes through temporary files.</summary>
public class LargeVerificationTests
{
    private const int Pieces = 60_000;

    [Fact]
    public async Task The_one_piece_of_evidence_that_is_missing_among_many_is_named_and_no_other()
    {
        Digest[] all = [.. Enumerable.Range(0, Pieces).Select(number => Digest.Of(number.ToString(CultureInfo.InvariantCulture)))];
        var missing = all[Pieces / 3];
        var verification = new Verification(new OneLedger(all), new SomeEvidence([.. all.Where(digest => digest != missing)]), new NoCheckpoints(), new FakeTimeProvider());
        var report = await verification.RunAsync(null, CancellationToken.None);
        Assert.Equal([$"evidence-public/{missing}"], report.Faults.Select(fault => fault.Blob));
        Assert.Equal((1, Pieces / 1000, Pieces - 1), (report.Cases, report.Entries, report.Blobs));
    }

    private sealed class OneLedger(Digest[] named) : ILedgerReader
    {
        public string Container => "ledger";

        public async IAsyncEnumerable<StoredLedgerEntry> ReadAsync(string caseId, [System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken cancellationToken)
        {
            await Task.Yield();
            var head = LedgerHead.Start;
            foreach (var some in named.Chunk(1000))
            {
                var body = JsonSerializer.SerializeToElement(new { documents = some.Select(digest => new { sha256 = digest.Hex }) });
                var bytes = new LedgerEntry(caseId, head.Sequence + 1, head.Sha256, "event:" + head.Sequence, "event", DateTimeOffset.UnixEpoch, body).ToBytes();
                head = new LedgerHead(head.Sequence + 1, Digest.Of(bytes));
                yield return new StoredLedgerEntry($"ledger/{caseId}/{head.Sequence:D10}.json", head.Sequence, bytes);
            }
        }

        public IAsyncEnumerable<string> ListCasesAsync(CancellationToken cancellationToken) => new[] { "0123456789ab" }.ToAsyncEnumerable();
    }

    private sealed class SomeEvidence(Digest[] stored) : IEvidenceReader
    {
        public string Container(Confidentiality confidentiality) => confidentiality == Confidentiality.Public ? "evidence-public" : "evidence-confidential";

        public IAsyncEnumerable<string> ListAsync(Confidentiality confidentiality, CancellationToken cancellationToken) =>
            (confidentiality == Confidentiality.Public ? stored : []).Select(digest => digest.Hex).ToAsyncEnumerable();

        public Task<Digest?> HashAsync(string name, Confidentiality confidentiality, CancellationToken cancellationToken) => Task.FromResult<Digest?>(Digest.Parse(name));
    }

    private sealed class NoCheckpoints : ICheckpointReader
    {
        public string Container => "checkpoints";

        public IAsyncEnumerable<string> ListAsync(CancellationToken cancellationToken) => AsyncEnumerable.Empty<string>();

        public Task<byte[]?> ReadAsync(string name, CancellationToken cancellationToken) => Task.FromResult<byte[]?>(null);

        public IAsyncEnumerable<CheckpointLeaf> HeadsAsync(CancellationToken cancellationToken) => AsyncEnumerable.Empty<CheckpointLeaf>();
    }
}
