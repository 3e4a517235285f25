using System.CommandLine;
using Microsoft.Extensions.DependencyInjection;
using TenderWatch.Core.Cases;
using TenderWatch.Core.Reviews.Entries;
using TenderWatch.Local.Hosting;
using TenderWatch.Local.Output;

namespace TenderWatch.Local.Commands;

/// <summary><c>documents CASE --by NAME</c>: retrieves the procurement documents of a case and reads what stands in them.</summary>
internal static class DocumentsCommand
{
    public static Command Create()
    {
        var caseId = new Argument<string>("case") { Description = "The id of a case; 'tenderwatch cases' lists them" };
        var by = new Option<string>("--by") { Description = "Who asks for it", HelpName = "name", Required = true };
        var common = new HostOptions();
        var command = new Command("documents", "Retrieve the procurement documents of a case, keep them as evidence and read what stands in them") { caseId, by };
        common.AddTo(command);
        command.SetAction(async (parsed, cancellationToken) =>
        {
            var terminal = common.Terminal(parsed);
            await using var host = await common.CreateHostAsync(parsed, terminal, [], cancellationToken);
            if (host is null) return ExitCodes.Usage;
            var (outcome, told) = await host.Services.GetRequiredService<DocumentEntry>().RetrieveAsync(parsed.GetRequiredValue(caseId), parsed.GetRequiredValue(by), cancellationToken);
            foreach (var line in told) Console.Error.WriteLine(line.En);
            if (outcome.Fault is { } fault) return EntryText.Write(fault);
            await host.Pipeline.SettleAsync(null, cancellationToken);
            await ShowAsync(host, outcome.CaseId!, terminal, common.IsJson(parsed), cancellationToken);
            return ExitCodes.Ok;
        });
        return command;
    }

    private static async Task ShowAsync(LocalHost host, string caseId, Terminal terminal, bool json, CancellationToken cancellationToken)
    {
        var view = await host.Services.GetRequiredService<CaseViews>().FindAsync(caseId, cancellationToken);
        if (view?.Facts is not { } facts) return;
        if (json)
        {
            CaseOutput.WriteJson(view);
            return;
        }

        terminal.Heading($"{facts.Documents.Count} documents of case {view.State.Id}");
        foreach (var document in facts.Documents)
        {
            terminal.Line($"  {document.Name}  {document.Length} bytes, sha256 {document.Sha256.Hex[..12]}…, {document.Origin}");
            foreach (var fault in document.Faults) terminal.Line($"      {fault.En}");
        }

        foreach (var text in facts.Texts.Where(text => text.Document is not null))
        {
            terminal.Line($"  In {text.Document}:");
            foreach (var fact in text.Facts) TextFactText.Write(terminal, fact);
        }
    }
}
