using System.Text.Json;
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
    private Cut _cut = new();
    private readonly Action<IServiceCollection>? _change;
    private Host _host;

    private LocalCaseHost(World world, Action<IServiceCollection>? change)
    {
        (_world, _change) = (world, change);
        _world.Time.WaitsPass = true;
        _host = Start();
    }

    public Faults Faults { get; } = new();

    public StorageSettings Storage => _world.Storage;

    public DateTimeOffset Now => _world.Time.GetUtcNow();

    public IReadOnlyList<string> Sent => [.. _world.Arrived.Messages.Select(message => message.Id)];

    public static async Task<LocalCaseHost> StartAsync(Action<IServiceCollection>? change = null) => new(await World.CreateAsync(World.Samples), change);

    public T Get<T>()
        where T : notnull => _host.Get<T>();

    public Task AdvanceToAsync(DateTimeOffset moment)
    {
        _world.Time.Advance(moment - _world.Time.GetUtcNow());
        return Task.CompletedTask;
    }

    public Task SettleAsync() => _host.SettleAsync();

    public async Task<bool> SettleAndCrashAsync(int afterActivity)
    {
        Faults.CrashAfter(afterActivity);
        using var killed = new CancellationTokenSource();
        void Kill(object? sender, EventArgs none)
        {
            _cut.End();
            killed.Cancel();
        }

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

    private Host Start() => _world.Start(_cut = new Cut(), services =>
    {
        _change?.Invoke(services);
        services.Replace(ServiceDescriptor.Singleton<ActivityTable>(provider => new FaultyTable(provider.GetRequiredService<CaseActivities>(), Faults)));
        services.Replace(ServiceDescriptor.Singleton<ICaseInbox>(provider => new NotingInbox(new CaseInbox(provider.GetRequiredService<StorageAccount>()), Faults)));
    });

    private sealed class FaultyTable(CaseActivities activities, Faults faults) : ActivityTable(activities)
    {
        public override Task<object> CallAsync(string activity, object input, CancellationToken cancellationToken) =>
            faults.CallAsync(activity, JsonSerializer.Serialize(input, input.GetType(), NoticeJson.Stored), () => base.CallAsync(activity, input, cancellationToken));
    }
}
