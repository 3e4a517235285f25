using System.CommandLine;
using TenderWatch.Local.Hosting;
using TenderWatch.Local.Output;

namespace TenderWatch.Local.Commands;

/// <summary><c>run</c>: watches on a schedule and serves pages and API, until Ctrl-C.</summary>
internal static class RunCommand
{
    private static readonly TimeSpan SettleEvery = TimeSpan.FromMinutes(1);

    public static Command Create()
    {
        var common = new HostOptions();
        var port = PagesPort.Create(least: 0);
        var command = new Command("run", "Watch TenderNed on a schedule, review the cases and serve the pages, until Ctrl-C") { port };
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
        var daysBack = host.Settings.Sources.TenderNed.DaysBack;
        using var ends = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        try
        {
            await host.Pipeline.RetryQuarantinedAsync(cancellationToken);
            // What an earlier run left undone comes first, then the source once, then the schedule.
            await host.Pipeline.SettleAsync(null, cancellationToken);
            await WatchAsync(host, daysBack, terminal, cancellationToken);
            await Task.WhenAll(
                Schedule.RunAsync(host.Settings.Watch.TenderNedCron, time, token => WatchAsync(host, daysBack, terminal, token), ends.Token),
                SettleAsync(host, time, ends.Token));
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

    private static async Task WatchAsync(LocalHost host, int daysBack, Terminal terminal, CancellationToken cancellationToken)
    {
        foreach (var summary in await host.Pipeline.WatchAsync(daysBack, null, cancellationToken)) terminal.Line(WatchText.Of(summary));
    }

    private static async Task SettleAsync(LocalHost host, TimeProvider time, CancellationToken cancellationToken)
    {
        using var timer = new PeriodicTimer(SettleEvery, time);
        while (await timer.WaitForNextTickAsync(cancellationToken)) await host.Pipeline.SettleAsync(null, cancellationToken);
    }
}
