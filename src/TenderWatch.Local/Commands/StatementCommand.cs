using System.CommandLine;
using Microsoft.Extensions.DependencyInjection;
using TenderWatch.Core.Cases;
using TenderWatch.Core.Checks;
using TenderWatch.Core.Reviews.Entries;
using TenderWatch.Core.Supply;
using TenderWatch.Local.Hosting;
using TenderWatch.Local.Output;

namespace TenderWatch.Local.Commands;

/// <summary><c>statement CASE FILE --by NAME</c>: enters what a document says about the supply into a case, or withdraws it.</summary>
internal static class StatementCommand
{
    public static Command Create()
    {
        var caseId = new Argument<string>("case") { Description = "The id of a case; 'tenderwatch cases' lists them" };
        var file = new Argument<FileInfo?>("file") { Description = "The statement as JSON; docs/supply.md describes it", Arity = ArgumentArity.ZeroOrOne };
        var by = new Option<string>("--by") { Description = "Who enters or withdraws it; stands in the ledger", HelpName = "name", Required = true };
        var withdraw = new Option<string?>("--withdraw") { Description = "Withdraws a statement in place of entering one: it counts no more and stays in the ledger", HelpName = "sha256" };
        var common = new HostOptions();
        var command = new Command("statement", "Enter what a document says about suppliers, owners and origin into a case, and run the checks again") { caseId, file, by, withdraw };
        common.AddTo(command);
        command.SetAction(async (parsed, cancellationToken) =>
        {
            var (path, sha256) = (parsed.GetValue(file), parsed.GetValue(withdraw));
            if ((path is null) == (sha256 is null)) return Usage("Name either the file of a statement or --withdraw with the SHA-256 of one.");
            var content = path is null ? null : Load(path);
            if (path is not null && content is null) return ExitCodes.Usage;
            var terminal = common.Terminal(parsed);
            await using var host = await common.CreateHostAsync(parsed, terminal, [], cancellationToken);
            if (host is null) return ExitCodes.Usage;
            var entry = host.Services.GetRequiredService<StatementEntry>();
            var outcome = content is not null
                ? await entry.EnterAsync(parsed.GetRequiredValue(caseId), content, parsed.GetRequiredValue(by), cancellationToken)
                : await entry.WithdrawAsync(parsed.GetRequiredValue(caseId), sha256!, parsed.GetRequiredValue(by), cancellationToken);
            if (outcome.Fault is { } fault) return EntryText.Write(fault, path);
            await host.Pipeline.SettleAsync(null, cancellationToken);
            await ShowAsync(host, outcome.CaseId!, terminal, common.IsJson(parsed), cancellationToken);
            return ExitCodes.Ok;
        });
        return command;
    }

    /// <summary>The bytes; otherwise why not has been said.</summary>
    private static byte[]? Load(FileInfo path)
    {
        try
        {
            if (path.Length > SupplyStatements.LargestBytes)
            {
                Usage($"{path.FullName} is larger than a statement can be ({SupplyStatements.LargestBytes / 1024} KiB). Nothing was entered.");
                return null;
            }

            return File.ReadAllBytes(path.FullName);
        }
        catch (Exception wrong) when (wrong is IOException or UnauthorizedAccessException)
        {
            Usage($"{path.FullName} cannot be opened: it is not there, or not permitted. Nothing was entered.");
            return null;
        }
    }

    private static int Usage(string sentence)
    {
        Console.Error.WriteLine(sentence);
        return ExitCodes.Usage;
    }

    private static async Task ShowAsync(LocalHost host, string caseId, Terminal terminal, bool json, CancellationToken cancellationToken)
    {
        var view = await host.Services.GetRequiredService<CaseViews>().FindAsync(caseId, cancellationToken);
        if (view is null) return;
        if (json) CaseOutput.WriteJson(view);
        else CaseText.Write(terminal, view, host.Services.GetServices<ICheck>());
    }
}
