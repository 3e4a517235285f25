using System.CommandLine;
using Microsoft.Extensions.DependencyInjection;
using TenderWatch.Core.Cases;
using TenderWatch.Core.Checks;
using TenderWatch.Core.Evidence;
using TenderWatch.Core.Watching;
using TenderWatch.Local.Demo;
using TenderWatch.Local.Hosting;
using TenderWatch.Local.Output;

namespace TenderWatch.Local.Commands;

/// <summary><c>demo</c>: the real product over notices that a server on this machine replays.</summary>
internal static class DemoCommand
{
    public static Command Create()
    {
        var once = new Option<bool>("--once") { Description = "End when everything is done, instead of going on to serve the pages" };
        var fresh = new Option<bool>("--fresh") { Description = "Forget earlier demonstrations first" };
        var port = PagesPort.Create(least: 1);
        var data = new Option<DirectoryInfo>("--data") { Description = "Folder of the demonstration's data", HelpName = "folder", DefaultValueFactory = _ => new DirectoryInfo(Path.Combine(".tenderwatch", "demo")) };
        var json = new Option<bool>("--json") { Description = "The cases as JSON on standard output; everything else goes to standard error" };
        var command = new Command("demo", "Show the whole path on replayed notices, on this machine alone: watch, cases, checks, evidence, messages, pages") { once, fresh, port, data, json };
        command.SetAction(async (parsed, cancellationToken) =>
        {
            var terminal = Terminal.For(parsed.GetValue(json));
            var folder = parsed.GetRequiredValue(data);
            if (parsed.GetValue(fresh)) DemoStage.Forget(folder);
            await using var demo = await DemoStage.SetAsync(folder, terminal, parsed.GetValue(port), cancellationToken);
            var ok = await ShowAsync(demo, terminal, parsed.GetValue(json), cancellationToken);
            if (!parsed.GetValue(once)) await ServeAsync(demo.Host, terminal, cancellationToken);
            return ok ? ExitCodes.Ok : ExitCodes.Fault;
        });
        return command;
    }

    private static async Task<bool> ShowAsync(DemoStage demo, Terminal terminal, bool json, CancellationToken cancellationToken)
    {
        var services = demo.Host.Services;
        terminal.Line($"TenderNed, TED and Mercell are replayed on {demo.Replay.Address}; nothing leaves this machine.");
        var days = DemoStage.Days();
        var summaries = await terminal.ProgressAsync("Watching", 0, step => demo.Host.Pipeline.WatchAsync(days, new EachStep<IntakeResult>(_ => step()), cancellationToken));
        foreach (var summary in summaries) terminal.Line(WatchText.Of(summary));
        await demo.EnterStatementsAsync(cancellationToken);
        terminal.Line("Entered: what public documents say of the suppliers of the DSMR6 E-meter (samples/dsmr6/statements).");
        terminal.Line();

        var report = await CaseOutput.ReadAsync(services.GetRequiredService<CaseViews>(), services.GetRequiredService<ConfidentialReading>(), services.GetRequiredService<IWatchState>(), null, cancellationToken);
        if (json) CaseOutput.WriteJson(report);
        var checks = services.GetServices<ICheck>();
        foreach (var view in report.Cases) CaseText.Write(terminal, view, checks);
        CaseOutput.WriteQuarantine(terminal, report.Quarantine);
        ArrivedMessages.Write(terminal, demo.Mail, demo.Webhook);

        var verified = await services.GetRequiredService<Verification>().RunAsync(null, cancellationToken);
        VerificationText.Write(terminal, verified);
        return verified.Intact && summaries.All(summary => summary.Failure is null) && report.Cases.All(view => view.State.Stuck is null);
    }

    private static async Task ServeAsync(LocalHost host, Terminal terminal, CancellationToken cancellationToken)
    {
        terminal.Line($"Pages and API: {await host.ServeAsync(cancellationToken)}   Stop with Ctrl-C.");
        var stopped = new TaskCompletionSource();
        await using var registration = cancellationToken.Register(stopped.SetResult);
        await stopped.Task;
        terminal.Line("Stopped.");
    }
}
