using System.Collections.Concurrent;
using TenderWatch.Core.Leases;

namespace TenderWatch.Notifications.Tests.Support;

internal sealed class MemoryLeases : ILeases
{
    private readonly ConcurrentDictionary<string, bool> _held = new(StringComparer.Ordinal);

    public Task<LeaseResult> TryTakeAsync(string name, CancellationToken cancellationToken) =>
        Task.FromResult(_held.TryAdd(name, true) ? new LeaseResult(new Held(_held, name), null) : new LeaseResult(null, "another host"));

    private sealed class Held(ConcurrentDictionary<string, bool> held, string name) : ILease
    {
        public CancellationToken Lost => CancellationToken.None;

        public ValueTask DisposeAsync()
        {
            held.TryRemove(name, out _);
            return ValueTask.CompletedTask;
        }
    }
}
