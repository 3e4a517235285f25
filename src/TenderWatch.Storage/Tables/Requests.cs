using Azure;
using Azure.Data.Tables;
using TenderWatch.Core.Evidence;
using TenderWatch.Core.Reviews.Entries;

namespace TenderWatch.Storage;

/// <summary>The requests with their answers, a partition and a row each.</summary>
public sealed class Requests(StorageAccount account) : IRequests
{
    private const string Row = "request";

    private readonly TableClient _table = account.Requests;

    /// <inheritdoc/>
    public async Task<RequestClaim> ClaimAsync(string id, Digest fingerprint, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var claim = new TableEntity(id, Row) { ["Fingerprint"] = fingerprint.Hex, ["Since"] = now };
        if (await _table.TrySubmitAsync([new(TableTransactionActionType.Add, claim)], cancellationToken)) return new RequestClaim.Claimed();
        // Released between the two calls: whoever asks again gets it.
        if (await _table.FindAsync(id, Row, cancellationToken) is not { } known) return new RequestClaim.UnderWay();
        if (known.GetString("Fingerprint") != fingerprint.Hex) return new RequestClaim.Other();
        if (known.ContainsKey("J0")) return new RequestClaim.Answered(known.Read<RequestAnswer>());
        if (now - known.GetDateTimeOffset("Since") < RequestClaim.GivenUpAfter) return new RequestClaim.UnderWay();
        return await _table.TrySubmitAsync([new(TableTransactionActionType.UpdateReplace, claim, known.ETag)], cancellationToken) ? new RequestClaim.Claimed() : new RequestClaim.UnderWay();
    }

    /// <inheritdoc/>
    public Task AnswerAsync(string id, Digest fingerprint, RequestAnswer answer, CancellationToken cancellationToken) => _table.UpsertEntityAsync(
        new TableEntity(id, Row) { ["Fingerprint"] = fingerprint.Hex }.With(JsonColumns.Write(answer)), TableUpdateMode.Replace, cancellationToken);

    /// <inheritdoc/>
    public Task ReleaseAsync(string id, CancellationToken cancellationToken) => _table.DeleteEntityAsync(id, Row, ETag.All, cancellationToken);

    /// <inheritdoc/>
    public async Task<int> ForgetAsync(DateTimeOffset before, CancellationToken cancellationToken)
    {
        // The table's own column says when a row was last written.
        var old = await _table.ListAsync(TableClient.CreateQueryFilter($"Timestamp lt {before}"), cancellationToken, ["PartitionKey", "RowKey"]);
        foreach (var row in old) await _table.DeleteEntityAsync(row.PartitionKey, row.RowKey, ETag.All, cancellationToken);
        return old.Count;
    }
}
