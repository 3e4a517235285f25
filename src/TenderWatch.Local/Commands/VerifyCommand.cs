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
        var keys = new Option<FileInfo[]>("--key")
        {
            Description = "Public key (JWK) whose signatures on checkpoints count; without one, those that the storage holds do",
            HelpName = "file",
            AllowMultipleArgumentsPerToken = true,
        };
        var checkpoint = new Option<string?>("--checkpoint")
        {
            Description = "SHA-256 of a checkpoint, as you kept it elsewhere: it must be among the stored ones",
            HelpName = "sha256",
        };
        var command = new Command("verify", "Recompute the digests of all evidence and every ledger, and name what is wrong") { keys, checkpoint };
        common.AddTo(command);
        command.SetAction(async (parsed, cancellationToken) =>
        {
            if (Trusted.Read(parsed.GetValue(keys) ?? [], parsed.GetValue(checkpoint)) is not { } trust) return ExitCodes.Usage;
            var terminal = common.Terminal(parsed);
            await using var host = await common.CreateHostAsync(parsed, terminal, [], cancellationToken);
            if (host is null) return ExitCodes.Usage;
            var verification = host.Services.GetRequiredService<Verification>();
            var report = await terminal.ProgressAsync("Verifying", 0, step => verification.RunAsync(trust, new EachStep<VerificationProgress>(_ => step()), cancellationToken));
            if (common.IsJson(parsed)) CaseOutput.WriteJson(report);
            else VerificationText.Write(terminal, report);
            return report.Intact ? ExitCodes.Ok : ExitCodes.Fault;
        });
        return command;
    }
}
