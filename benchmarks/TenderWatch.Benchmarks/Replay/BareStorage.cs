using System.Diagnostics;
using System.Globalization;
using Azure.Data.Tables;
using Azure.Storage.Blobs;

namespace TenderWatch.Benchmarks.Replay;

/// <summary>
/// What one notice asks of storage at the least, a blob of its size and a transaction of its rows, put there directly between the
/// notices: what slows down here is the emulator.
/// </summary>
internal sealed class BareStorage(string connectionString)
{
    private const int Bytes = 31_000; // The mean of the real notices.
    private const int Rows = 5;
    private const string Partition = "bare";

    private readonly BlobContainerClient _blobs = new(connectionString, "bare");
    private readonly TableClient _table = new(connectionString, "bare");
    private readonly Random _random = new(7);
    private int _count;

    public async Task CreateAsync(CancellationToken cancellationToken)
    {
        await _blobs.CreateIfNotExistsAsync(cancellationToken: cancellationToken);
        await _table.CreateIfNotExistsAsync(cancellationToken);
    }

    /// <summary>How long it takes once.</summary>
    public async Task<TimeSpan> PutAsync(CancellationToken cancellationToken)
    {
        var name = string.Create(CultureInfo.InvariantCulture, $"{_count++:000000}");
        var content = new byte[Bytes];
        _random.NextBytes(content);
        var rows = Enumerable.Range(0, Rows).Select(row => new TableTransactionAction(TableTransactionActionType.Add, new TableEntity(Partition, $"{name}|{row}") { ["Text"] = name }));
        var start = Stopwatch.GetTimestamp();
        await _blobs.GetBlobClient(name).UploadAsync(BinaryData.FromBytes(content), cancellationToken);
        await _table.SubmitTransactionAsync(rows, cancellationToken);
        return Stopwatch.GetElapsedTime(start);
    }
}
