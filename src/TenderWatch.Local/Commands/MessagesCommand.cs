using System.CommandLine;
using System.Globalization;
using Microsoft.Extensions.DependencyInjection;
using TenderWatch.Core.Languages;
using TenderWatch.Core.Messages;
using TenderWatch.Local.Output;

namespace TenderWatch.Local.Commands;

/// <summary><c>messages</c>: what was not sent, and sending it again.</summary>
internal static class MessagesCommand
{
    private const string All = "all";

    public static Command Create()
    {
        var common = new HostOptions();
        var resend = new Option<string?>("--resend") { Description = "Send a message again that was given up: its id, or 'all'", HelpName = "ID" };
        var command = new Command("messages", "List the messages that were not sent, and why; send again what was given up") { resend };
        common.AddTo(command);
        command.SetAction(async (parsed, cancellationToken) =>
        {
            var terminal = common.Terminal(parsed);
            await using var host = await common.CreateHostAsync(parsed, terminal, [], cancellationToken);
            if (host is null) return ExitCodes.Usage;
            var outbox = host.Services.GetRequiredService<IOutbox>();
            if (parsed.GetValue(resend) is { } id && !await ResendAsync(outbox, id, terminal, cancellationToken)) return ExitCodes.Usage;
            if (parsed.GetValue(resend) is not null) await host.Pipeline.SettleAsync(null, cancellationToken);
            var unsent = await outbox.UnsentAsync(cancellationToken);
            if (common.IsJson(parsed)) CaseOutput.WriteJson(unsent);
            else Write(terminal, unsent);
            return unsent.Any(message => message.State == OutboxState.Dead) ? ExitCodes.Fault : ExitCodes.Ok;
        });
        return command;
    }

    private static async Task<bool> ResendAsync(IOutbox outbox, string id, Terminal terminal, CancellationToken cancellationToken)
    {
        if (id == All)
        {
            foreach (var message in (await outbox.UnsentAsync(cancellationToken)).Where(message => message.State == OutboxState.Dead)) await outbox.ResendAsync(message.Id, cancellationToken);
            return true;
        }

        if (await outbox.ResendAsync(id, cancellationToken) != ResendOutcome.Unknown) return true;
        terminal.Line($"No unsent message has the id '{id}'. 'tenderwatch messages' lists those there are.");
        return false;
    }

    private static void Write(Terminal terminal, IReadOnlyList<OutboxMessage> unsent)
    {
        if (unsent.Count == 0) terminal.Line("Every message was sent.");
        foreach (var message in unsent)
        {
            terminal.Heading($"{message.Id}  {(message.State == OutboxState.Dead ? "GIVEN UP" : "waiting")}");
            terminal.Line($"  to {message.Recipient} by {message.Channel}, about {message.Subject}, made {Wording.En.Moment(message.QueuedAt)}");
            terminal.Line($"  {message.Attempts.ToString(CultureInfo.InvariantCulture)} attempts; {message.LastError ?? "not tried yet"}{(message.NotBefore is { } next ? $"; tried again at {Wording.En.Moment(next)}" : "")}");
        }
    }
}
