using System.Text.Json;
using Azure.Core;
using Azure.Core.Pipeline;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using TenderWatch.Core.Notices;
using TenderWatch.Core.Reviews;
using TenderWatch.Local.Hosting;
using TenderWatch.Local.Tests.Watching.Support;
using TenderWatch.Storage;
using TenderWatch.Testing;
using TenderWatch.Testing.Conformance;

namespace TenderWatch.Local.Tests.Conformance;

/// <summary>The local host over real storage, one process after the other.</summary>
internal sealed class LocalCaseHost : ICaseHost
{
    private readonly World _world;
    private Host _host;

    private LocalCaseHost(World world)
    {
        _world = world;
        _world.Time.WaitsPass = true;
        _host = Start();
    }

    public Faults Faults { get; } = new();

    public StorageSettings Storage => _world.Storage;

    public DateTimeOffset Now => _world.Time.GetUtcNow();

    public IReadOnlyList<string> Sent => [.. _world.Arrived.Messages.Select(message => message.Id)];

    public static async Task<LocalCaseHost> StartAsync() => new(await World.CreateAsync(World.Samples));

    public T Get<T>()
        where T : notnull => _host.Get<T>();

    public void AdvanceTo(DateTimeOffset moment) => _world.Time.Advance(moment - _world.Time.GetUtcNow());

    public Task SettleAsync() => _host.SettleAsync();

    public async Task<bool> SettleAndCrashAsync(int afterActivity)
    {
        Faults.CrashAfter(afterActivity);
        using var killed = new CancellationTokenSource();
        void Kill(object? sender, EventArgs none) => killed.Cancel();
        Faults.Crashed += Kill;
        var end = await Record.ExceptionAsync(() => _host.Pipeline.SettleAsync(null, killed.Token));
        Faults.Crashed -= Kill;
        Assert.True(end is null or OperationCanceledException || CrashException.IsBehind(end), end?.ToString());
        var crashed = Faults.HasCrashed;
        await _host.DisposeAsync();
        Faults.CrashAfter(0);
        _host = Start();
        return crashed;
    }

    public async ValueTask DisposeAsync()
    {
        await _host.DisposeAsync();
        await _world.DisposeAsync();
    }

    private Host Start() => _world.Start(new Cut(Faults), services => services.Replace(ServiceDescriptor.Singleton<ActivityTable>(
        provider => new FaultyTable(provider.GetRequiredService<CaseActivities>(), Faults))));

    private sealed class FaultyTable(CaseActivities activities, Faults faults) : ActivityTable(activities)
    {
        public override Task<object> CallAsync(string activity, object input, CancellationToken cancellationToken) =>
            faults.CallAsync(activity, JsonSerializer.Serialize(input, input.GetType(), NoticeJson.Stored), () => base.CallAsync(activity, input, cancellationToken));
    }

    // Nothing that a process does after its end reaches storage.
    private sealed class Cut(Faults faults) : HttpPipelinePolicy
    {
        public override ValueTask ProcessAsync(HttpMessage message, ReadOnlyMemory<HttpPipelinePolicy> pipeline) =>
            faults.HasCrashed ? throw new CrashException() : ProcessNextAsync(message, pipeline);

        public override void Process(HttpMessage message, ReadOnlyMemory<HttpPipelinePolicy> pipeline) => throw new NotSupportedException();
    }
}
