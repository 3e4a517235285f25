using System.Net;
using System.Net.Sockets;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Time.Testing;

namespace TenderWatch.Functions.Tests;

public sealed class HostPresenceTests : IDisposable
{
    private readonly TcpListener _host = new(IPAddress.Loopback, 0);
    private readonly Clock _time = new();
    private readonly Lifetime _lifetime = new();

    public HostPresenceTests() => _host.Start();

    [Fact]
    public async Task A_worker_stays_while_its_host_is_there_and_ends_when_it_is_gone()
    {
        using var presence = Create(string.Create(null, $"http://{_host.LocalEndpoint}/"));
        await presence.StartAsync(TestContext.Current.CancellationToken);
        for (var look = 0; look < 3; look++)
        {
            var seen = _host.AcceptTcpClientAsync(TestContext.Current.CancellationToken).AsTask();
            await PassTimeAsync();
            (await seen).Dispose();
        }

        Assert.False(_lifetime.Stopped.Task.IsCompleted);

        _host.Stop();
        await PassTimeAsync();
        await _lifetime.Stopped.Task.WaitAsync(TestContext.Current.CancellationToken);
        await presence.ExecuteTask!;
    }

    [Fact]
    public async Task Without_a_host_there_is_nothing_to_look_after()
    {
        using var presence = Create(endpoint: null);
        await presence.StartAsync(TestContext.Current.CancellationToken);
        await presence.ExecuteTask!;

        Assert.False(_lifetime.Stopped.Task.IsCompleted);
    }

    public void Dispose() => _host.Dispose();

    // A tick that comes before the worker has its timer is lost; one that comes later waits for it.
    private async Task PassTimeAsync()
    {
        await _time.HasTimer.Task.WaitAsync(TestContext.Current.CancellationToken);
        _time.Advance(TimeSpan.FromSeconds(5));
    }

    private HostPresence Create(string? endpoint) => new(
        new ConfigurationBuilder().AddInMemoryCollection([KeyValuePair.Create(HostPresence.Endpoint, endpoint)]).Build(), _lifetime, _time, NullLogger<HostPresence>.Instance);

    private sealed class Clock : FakeTimeProvider
    {
        public TaskCompletionSource HasTimer { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);

        public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
        {
            var timer = base.CreateTimer(callback, state, dueTime, period);
            HasTimer.TrySetResult();
            return timer;
        }
    }

    private sealed class Lifetime : IHostApplicationLifetime
    {
        public TaskCompletionSource Stopped { get; } = new();

        public CancellationToken ApplicationStarted => CancellationToken.None;

        public CancellationToken ApplicationStopping => CancellationToken.None;

        public CancellationToken ApplicationStopped => CancellationToken.None;

        public void StopApplication() => Stopped.TrySetResult();
    }
}
