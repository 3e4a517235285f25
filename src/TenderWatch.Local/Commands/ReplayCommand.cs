using System.CommandLine;
using System.Globalization;
using System.Net.Sockets;
using TenderWatch.Core.Languages;
using TenderWatch.Local.Demo;
using TenderWatch.Local.Hosting;
using TenderWatch.Local.Output;

namespace TenderWatch.Local.Commands;

/// <summary><c>replay</c>: the demonstration's notices as TenderNed and TED would serve them, for a host of the product that runs elsewhere on this machine.</summary>
internal static class ReplayCommand
{
    private const int Default = 7080;

    public static Command Create()
    {
        var port = PagesPort.Create(least: 0, Default, "the sources");
        var command = new Command("replay", "Serve the demonstration's notices on this machine as TenderNed and TED would, until Ctrl-C") { port };
        command.SetAction(async (parsed, cancellationToken) =>
        {
            var terminal = Terminal.For(json: false);
#pragma warning disable RS0030 // The command is a composition root.
            var today = DutchTime.DateOf(TimeProvider.System.GetUtcNow());
#pragma warning restore RS0030
            await using var server = await StartAsync(today, parsed.GetValue(port), cancellationToken);
            terminal.Line(string.Create(CultureInfo.InvariantCulture, $"The notices are listed as published today, {today:yyyy-MM-dd}; what they say themselves is unchanged. Settings of the host that is to read them:"));
            foreach (var setting in Settings(server)) terminal.Line("  " + setting);
            terminal.Line("Stop with Ctrl-C.");
            var stopped = new TaskCompletionSource();
            await using var registration = cancellationToken.Register(stopped.SetResult);
            await stopped.Task;
            terminal.Line("Stopped.");
            return ExitCodes.Ok;
        });
        return command;
    }

    private static async Task<ReplayServer> StartAsync(DateOnly today, int port, CancellationToken cancellationToken)
    {
        try
        {
            return await ReplayServer.StartAsync(DemoStage.Samples, listedOn: today, port: port, cancellationToken: cancellationToken);
        }
        // A port in use, or one that this user may not have.
        catch (Exception fault) when (fault is IOException or SocketException)
        {
            throw new UnavailableException($"The sources cannot be served: {fault.Message.TrimEnd('.')}. Choose another port with --port.", fault);
        }
    }

    private static string[] Settings(ReplayServer server) =>
    [
        $"TenderWatch__Sources__TenderNed__BaseAddress={server.TenderNed}",
        $"TenderWatch__Sources__Ted__BaseAddress={server.Ted}",
        $"TenderWatch__Sources__Ted__SearchAddress={server.Ted}",
        "TenderWatch__Sources__Ted__Watch=false",
        "TenderWatch__Sources__MinimumInterval=00:00:00",
        "TenderWatch__Watch__TenderNedCron=* * * * *",
    ];
}
