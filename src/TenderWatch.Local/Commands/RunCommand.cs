using System.CommandLine;
using Microsoft.Extensions.DependencyInjection;
using TenderWatch.Core.Evidence.Checkpoints;
using TenderWatch.Core.Reviews.Entries;
using TenderWatch.Local.Hosting;
using TenderWatch.Local.Output;
using TenderWatch.Notifications.Daily;

namespace TenderWatch.Local.Commands;

/// <summary><c>run</c>: watches on a schedule and serves pages and API, until Ctrl-C.</summary>
internal static class RunCommand
{
    private const string ForgetRequestsAt = "20 3 * * *";
    private static readonly TimeSpan SettleEvery = TimeSpan.FromMinutes(1);

    public static Command Create()
    {
        var common = new HostOptions();
        var port = PagesPort.Create(least: 0);
        var command = new Command("run", "Watch the sources on a schedule, review the cases and serve the pages, until Ctrl-C") { port };
        common.AddTo(command, json: false);
        command.SetAction(async (parsed, cancellationToken) =>
        {
            var terminal = common.Terminal(parsed);
            await using var host = await common.CreateHostAsync(parsed, terminal, [], cancellationToken, watchOn: parsed.GetValue(port));
            if (host is null) return ExitCodes.Usage;
            terminal.Line($"Pages and API: {await host.ServeAsync(cancellationToken)}   Stop with Ctrl-C.");
            await RunAsync(host, terminal, cancellationToken);
            return ExitCodes.Ok;
        });
        return command;
    }

    private static async Task RunAsync(LocalHost host, Terminal terminal, CancellationToken cancellationToken)
    {
#pragma warning disable RS0030 // The command is a composition root.
        var time = TimeProvider.System;
#pragma warning restore RS0030
        Task ForgetRequestsAsync(CancellationToken token) => host.Services.GetRequiredService<IRequests>().ForgetAsync(time.GetUtcNow() - RequestClaim.KeptFor, token);

        async Task StartAsync(CancellationToken token)
        {
            await host.Pipeline.RetryQuarantinedAsync(token);
            await host.Pipeline.RecheckChangedRulesAsync(token);
            await ForgetRequestsAsync(token);
            await host.Pipeline.SettleAsync(null, token);
        }

        async Task Watch(string source, CancellationToken token)
        {
            await TryAsync("Watching " + source, stop => WatchAsync(host, source, terminal, stop), token);
            await TryAsync("The alarm for " + source, stop => host.Alarms.CheckAsync([source], stop), token);
        }

        // What an earlier run left undone comes first, then each source once, then its schedule.
        async Task WatchAll(CancellationToken token)
        {
            await TryAsync("Settling", StartAsync, token);
            foreach (var source in host.Pipeline.Sources) await Watch(source, token);
            var schedules = host.Pipeline.Sources.Select(source => Schedule.RunAsync(host.Settings.Watch.CronOf(source), time, stop => Watch(source, stop), token));
            await Task.WhenAll([SettleAsync(host, time, token), .. schedules]);
        }

        using var ends = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        try
        {
            // By a clock of its own: a watch that hangs must not keep the alarm from being raised.
            var alarms = host.Alarms.RunAsync(token => TryAsync("The alarm", stop => host.Alarms.CheckAsync(host.Pipeline.Sources, stop), token), ends.Token);
            var checkpoints = Schedule.RunAsync(host.Settings.Evidence.CheckpointCron, time, token => TryAsync("The checkpoint", stop => CheckpointAsync(host, terminal, stop), token), ends.Token);
            var requests = Schedule.RunAsync(ForgetRequestsAt, time, token => TryAsync("Forgetting old requests", ForgetRequestsAsync, token), ends.Token);
            await Task.WhenAll(WatchAll(ends.Token), alarms, checkpoints, requests);
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
            terminal.Line("Stopped.");
        }
        finally
        {
            await ends.CancelAsync();
        }
    }

    private static async Task WatchAsync(LocalHost host, string source, Terminal terminal, CancellationToken cancellationToken) =>
        terminal.Line(WatchText.Of(await host.Pipeline.WatchAsync(source, null, cancellationToken)));

    private static async Task CheckpointAsync(LocalHost host, Terminal terminal, CancellationToken cancellationToken) =>
        CheckpointText.Write(terminal, await host.Services.GetRequiredService<Checkpointer>().RunAsync(cancellationToken));

    private static async Task SettleAsync(LocalHost host, TimeProvider time, CancellationToken cancellationToken)
    {
        using var timer = new PeriodicTimer(SettleEvery, time);
        while (await timer.WaitForNextTickAsync(cancellationToken)) await TryAsync("Settling", token => SettleAsync(host, token), cancellationToken);
    }

    private static async Task SettleAsync(LocalHost host, CancellationToken cancellationToken)
    {
        await host.Services.GetRequiredService<DailyMessages>().RunAsync(cancellationToken);
        await host.Pipeline.SettleAsync(null, cancellationToken);
    }

    // Storage may be away for a while. The next moment of the schedule tries again; silence would look like a quiet day.
    private static async Task TryAsync(string what, Func<CancellationToken, Task> work, CancellationToken cancellationToken)
    {
        try
        {
            await work(cancellationToken);
        }
        catch (Exception fault) when (!cancellationToken.IsCancellationRequested)
        {
            Console.Error.WriteLine($"{what} failed and is tried again at its next moment: {fault.GetType().Name}: {fault.Message}");
        }
    }
}
