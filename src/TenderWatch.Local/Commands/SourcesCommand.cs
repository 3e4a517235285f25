using System.CommandLine;
using Microsoft.Extensions.DependencyInjection;
using TenderWatch.Core.Messages;
using TenderWatch.Core.Sources;
using TenderWatch.Core.Watching;
using TenderWatch.Local.Output;

namespace TenderWatch.Local.Commands;

/// <summary><c>sources</c>: how each source does.</summary>
internal static class SourcesCommand
{
    public static Command Create()
    {
        var common = new HostOptions();
        var command = new Command("sources", "Say how each source does: its condition, how far it is read, its counts against the usual, what waits and what is in quarantine");
        common.AddTo(command);
        command.SetAction(async (parsed, cancellationToken) =>
        {
            var terminal = common.Terminal(parsed);
            await using var host = await common.CreateHostAsync(parsed, terminal, [], cancellationToken);
            if (host is null) return ExitCodes.Usage;
            SwitchedOffSource[] off = [.. host.Services.GetServices<SwitchedOffSource>()];
            var sources = await host.Services.GetRequiredService<SourceReport>().ReadAsync(cancellationToken);
            var unsent = (await host.Services.GetRequiredService<IOutbox>().UnsentAsync(cancellationToken)).Where(message => MessageSubject.SourceOf(message.Subject) is not null)
                .Select(message => new UnsentAlarm(MessageSubject.SourceOf(message.Subject)!, message.Channel, message.Recipient, message.QueuedAt, message.State, message.Attempts, message.LastError)).ToList();
            if (common.IsJson(parsed)) CaseOutput.WriteJson(new { sources, off, unsent });
            else Write(terminal, sources, off, unsent);
            return sources.Any(source => source.IsTroubled) || unsent.Any(message => message.State == OutboxState.Dead) ? ExitCodes.Fault : ExitCodes.Ok;
        });
        return command;
    }

    private static void Write(Terminal terminal, IReadOnlyList<SourceHealth> sources, IReadOnlyList<SwitchedOffSource> off, IReadOnlyList<UnsentAlarm> unsent)
    {
        foreach (var source in sources) SourceText.Write(terminal, source, unsent);
        foreach (var source in off.Where(source => sources.All(known => known.Source != source.Source)))
        {
            terminal.Heading(source.Source);
            terminal.Line($"  off: {source.Reason}");
        }
    }
}

/// <summary>A message about a source that has not been sent.</summary>
internal sealed record UnsentAlarm(string Source, string Channel, string Recipient, DateTimeOffset QueuedAt, OutboxState State, int Attempts, string? LastError);
