using System.CommandLine;
using Microsoft.Extensions.DependencyInjection;
using TenderWatch.Core.Evidence.Checkpoints;
using TenderWatch.Local.Output;

namespace TenderWatch.Local.Commands;

/// <summary><c>checkpoint</c>: signs the ends of all ledgers.</summary>
internal static class CheckpointCommand
{
    public static Command Create()
    {
        var common = new HostOptions();
        var command = new Command("checkpoint", "Sign what all ledgers hold now, so that verify can hold them to it");
        common.AddTo(command);
        command.SetAction(async (parsed, cancellationToken) =>
        {
            var terminal = common.Terminal(parsed);
            await using var host = await common.CreateHostAsync(parsed, terminal, [], cancellationToken);
            if (host is null) return ExitCodes.Usage;
            var outcome = await host.Services.GetRequiredService<Checkpointer>().RunAsync(cancellationToken);
            if (common.IsJson(parsed)) CaseOutput.WriteJson(new { checkpoint = CheckpointReference.Of(outcome.Latest), outcome.IsNew, outcome.Faults, stampedAt = outcome.Stamp?.At, notStamped = outcome.Stamp?.Fault });
            else CheckpointText.Write(terminal, outcome);
            return outcome.Faults.Count == 0 ? ExitCodes.Ok : ExitCodes.Fault;
        });
        return command;
    }
}
