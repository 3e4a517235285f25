using Azure;
using TenderWatch.Core.Leases;

namespace TenderWatch.Storage;

/// <summary>A lease that is renewed until it is handed back or lost.</summary>
internal sealed class Lease : ILease
{
    private readonly Leases _leases;
    private readonly string _name;
    private readonly long _take;
    private readonly TimeProvider _time;
    private readonly CancellationTokenSource _lost = new();
    private readonly CancellationTokenSource _ended = new();
    private readonly Task _renewing;
    private ETag _tag;
    private DateTimeOffset _until;

    public Lease(Leases leases, string name, long take, ETag tag, DateTimeOffset until, TimeProvider time)
    {
        (_leases, _name, _take, _tag, _until, _time) = (leases, name, take, tag, until, time);
        _renewing = RenewAsync();
    }

    public CancellationToken Lost => _lost.Token;

    public async ValueTask DisposeAsync()
    {
        await _ended.CancelAsync();
        await _renewing;
        try
        {
            await _leases.HandBackAsync(_name, _tag);
        }
        catch (Exception)
        {
            // Storage is away: the lease ends by its time. What was done under it has its own outcome, which this must not hide.
        }

        _ended.Dispose();
        _lost.Dispose();
    }

    private async Task RenewAsync()
    {
        using var timer = new PeriodicTimer(Leases.Length / 3, _time);
        try
        {
            while (await timer.WaitForNextTickAsync(_ended.Token))
            {
                if (await IsLostAsync())
                {
                    await _lost.CancelAsync();
                    return;
                }
            }
        }
        catch (OperationCanceledException)
        {
            // Handed back.
        }
    }

    private async Task<bool> IsLostAsync()
    {
        var until = _time.GetUtcNow() + Leases.Length;
        try
        {
            if (await _leases.ReplaceAsync(_leases.Row(_name, _take, until), _tag, _ended.Token) is not { } tag) return true;
            (_tag, _until) = (tag, until);
            return false;
        }
        catch (Exception) when (!_ended.IsCancellationRequested)
        {
            // Storage may be back before the lease ends.
            return _time.GetUtcNow() >= _until;
        }
    }
}
