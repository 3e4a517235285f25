using Azure;
using Azure.Data.Tables;
using TenderWatch.Core.Leases;

namespace TenderWatch.Storage;

/// <summary>
/// Leases as rows with an owner and an end, changed with ETags: of two hosts that want one, one gets it. The ends are compared with
/// this machine's clock; a clock that is wrong by more than <see cref="Length"/> lets two hosts do the same thing, which conditional
/// writes keep harmless but for a message that may be sent twice.
/// </summary>
public sealed class Leases(StorageAccount account, LeaseOwner owner, TimeProvider time) : ILeases
{
    /// <summary>How long a lease lasts without being renewed. It is renewed three times as often.</summary>
    public static readonly TimeSpan Length = TimeSpan.FromSeconds(60);

    internal const string Partition = "lease";
    private const string OwnerColumn = "Owner";
    private const string TakeColumn = "Take";
    private const string UntilColumn = "Until";

    private readonly TableClient _table = account.Leases;

    /// <inheritdoc/>
    public async Task<LeaseResult> TryTakeAsync(string name, CancellationToken cancellationToken)
    {
        // Counted before it is asked for: an answer that is lost may stand for a lease that was given.
        var take = owner.Count(1);
        var result = await TakeAsync(name, take, cancellationToken);
        if (result.Lease is null) owner.Count(-1);
        return result;
    }

    private async Task<LeaseResult> TakeAsync(string name, long take, CancellationToken cancellationToken)
    {
        var until = time.GetUtcNow() + Length;
        var row = Row(name, take, until);
        if (await AddAsync(row, cancellationToken) is { } added) return Taken(name, take, added, until);
        if (await _table.FindAsync(Partition, row.RowKey, cancellationToken) is not { } held) return new LeaseResult(null, "a host that has just finished");
        var holder = held.GetString(OwnerColumn);
        // Given at the first attempt, whose answer was lost on its way.
        if (holder == owner.Name && held.GetInt64(TakeColumn) == take) return Taken(name, take, held.ETag, until);
        if (held.GetDateTimeOffset(UntilColumn) > time.GetUtcNow() && !LeaseOwner.HasEnded(holder)) return new LeaseResult(null, holder.Split('|')[0]);
        return await ReplaceAsync(row, held.ETag, cancellationToken) is { } taken ? Taken(name, take, taken, until) : new LeaseResult(null, "another host");
    }

    internal TableEntity Row(string name, long take, DateTimeOffset until) =>
        new(Partition, RowKey.Of(name)) { [OwnerColumn] = owner.Name, [TakeColumn] = take, [UntilColumn] = until };

    /// <summary>Replaces a row that is as it was; <see langword="null"/> where another host changed it.</summary>
    internal async Task<ETag?> ReplaceAsync(TableEntity row, ETag expected, CancellationToken cancellationToken)
    {
        try
        {
            return (await _table.UpdateEntityAsync(row, expected, TableUpdateMode.Replace, cancellationToken)).Headers.ETag;
        }
        catch (RequestFailedException changed) when (changed.Status is 404 or 412 && changed.ErrorCode != "TableNotFound")
        {
            return null;
        }
    }

    internal async Task HandBackAsync(string name, ETag expected)
    {
        try
        {
            // Not to be stopped: whoever waits for it would wait for its end.
            await _table.DeleteEntityAsync(Partition, RowKey.Of(name), expected, CancellationToken.None);
        }
        catch (RequestFailedException changed) when (changed.Status is 404 or 412)
        {
            // Another host has it already.
        }

        owner.Count(-1);
    }

    private async Task<ETag?> AddAsync(TableEntity row, CancellationToken cancellationToken)
    {
        try
        {
            return (await _table.AddEntityAsync(row, cancellationToken)).Headers.ETag;
        }
        catch (RequestFailedException there) when (there.Status == 409)
        {
            return null;
        }
    }

    private LeaseResult Taken(string name, long take, ETag tag, DateTimeOffset until) => new(new Lease(this, name, take, tag, until, time), null);
}
