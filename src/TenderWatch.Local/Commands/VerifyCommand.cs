using System.CommandLine;
using Microsoft.Extensions.DependencyInjection;
using TenderWatch.Core.Evidence;
using TenderWatch.Local.Output;

namespace TenderWatch.Local.Commands;

/// <summary><c>verify</c>: recomputes all evidence and every ledger.</summary>
internal static class VerifyCommand
{
    public static Command Create()
    {
        var common = new HostOptions();
        var command = new Command("verify", "Recompute the digests of all evidence and every ledger, and name what is wrong");
        common.AddTo(command);
        command.SetAction(async (parsed, cancellationToken) =>
        {
            var terminal = common.Terminal(parsed);
            await using var host = await common.CreateHostAsync(parsed, terminal, [], cancellationToken);
            if (host is null) return ExitCodes.Usage;
            var verification = host.Services.GetRequiredService<Verification>();
            var report = await terminal.ProgressAsync("Verifying", 0, step => verification.RunAsync(new EachStep<VerificationProgress>(_ => step()), cancellationToken));
            if (common.IsJson(parsed)) CaseOutput.WriteJson(report);
            else VerificationText.Write(terminal, report);
            return report.Intact ? ExitCodes.Ok : ExitCodes.Fault;
        });
        return command;
    }
}
