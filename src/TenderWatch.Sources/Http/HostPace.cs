namespace TenderWatch.Sources.Http;

/// <summary>Leaves at least an interval between two requests to one host, whoever sends them.</summary>
internal sealed class HostPace(TimeSpan interval, TimeProvider time)
{
    private readonly Lock _lock = new();
    private readonly Dictionary<string, TimeSpan> _next = new(StringComparer.OrdinalIgnoreCase);
    private readonly long _begin = time.GetTimestamp();

    public Task WaitAsync(string host, CancellationToken cancellationToken)
    {
        TimeSpan wait;
        lock (_lock)
        {
            // Elapsed time, not the clock: a clock that is set back would stop everything.
            var now = time.GetElapsedTime(_begin);
            var start = _next.TryGetValue(host, out var next) && next > now ? next : now;
            _next[host] = start + interval;
            wait = start - now;
        }

        return wait > TimeSpan.Zero ? Task.Delay(wait, time, cancellationToken) : Task.CompletedTask;
    }
}

internal sealed class HostPaceHandler(HostPace pace) : DelegatingHandler
{
    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        await pace.WaitAsync(request.RequestUri!.Authority, cancellationToken);
        return await base.SendAsync(request, cancellationToken);
    }
}
