using System.CommandLine;
using Microsoft.Extensions.DependencyInjection;
using TenderWatch.Core.Dossiers;
using TenderWatch.Core.Dossiers.Making;
using TenderWatch.Core.Languages;
using TenderWatch.Local.Output;

namespace TenderWatch.Local.Commands;

/// <summary><c>export CASE</c>: the dossier of a case as one signed file.</summary>
internal static class ExportCommand
{
    public static Command Create()
    {
        var caseId = new Argument<string>("case") { Description = "The id of a case; 'tenderwatch cases' lists them" };
        var audience = Choice("--audience", "public", "public leaves out what is confidential and names it by digest and reason; internal has everything", "public", "internal");
        var language = Choice("--language", "nl", "The language of its page", "nl", "en");
        var file = new Option<FileInfo?>("--out") { Description = "Where it goes [default: dossier-CASE-AUDIENCE-LANGUAGE.zip in this folder]", HelpName = "file" };
        var by = new Option<string>("--by") { Description = "Who has it made; stands in the ledger", HelpName = "name", DefaultValueFactory = _ => Environment.UserName };
        var common = new HostOptions();
        var command = new Command("export", "Make the dossier of a case: facts, findings, decisions, evidence and proofs in one signed archive") { caseId, audience, language, file, by };
        common.AddTo(command);
        command.SetAction(async (parsed, cancellationToken) =>
        {
            var terminal = common.Terminal(parsed);
            await using var host = await common.CreateHostAsync(parsed, terminal, [], cancellationToken);
            if (host is null) return ExitCodes.Usage;
            // What waits is part of the case.
            await host.Pipeline.SettleAsync(null, cancellationToken);
            var request = new DossierRequest(
                parsed.GetRequiredValue(caseId),
                parsed.GetRequiredValue(audience) == "public" ? DossierAudience.Public : DossierAudience.Internal,
                parsed.GetRequiredValue(language) == "nl" ? Language.Nl : Language.En,
                parsed.GetRequiredValue(by))
            {
                MaySeeConfidential = true,
            };
            var (outcome, path) = await WriteAsync(host.Services.GetRequiredService<DossierExport>(), request, parsed.GetValue(file), cancellationToken);
            if (outcome.Fault is { } fault) return EntryText.Write(fault);
            await host.Pipeline.SettleAsync(null, cancellationToken);
            if (common.IsJson(parsed)) CaseOutput.WriteJson(new { file = path, outcome.CaseId, outcome.Sha256, outcome.IsPrinted, outcome.Named, outcome.Manifest });
            else DossierText.Write(terminal, outcome, path!);
            return ExitCodes.Ok;
        });
        return command;
    }

    // Beside its place first, so that nobody finds half a dossier there.
    private static async Task<(DossierOutcome Outcome, string? Path)> WriteAsync(DossierExport export, DossierRequest request, FileInfo? file, CancellationToken cancellationToken)
    {
        var folder = file?.DirectoryName ?? Directory.GetCurrentDirectory();
        if (!Directory.Exists(folder)) return (DossierOutcome.Refused("folder", "out", new($"De map {folder} van --out bestaat niet.", $"The folder {folder} of --out does not exist.")), null);
        var part = Path.Combine(folder, $".tenderwatch-{Path.GetRandomFileName()}");
        try
        {
            DossierOutcome outcome;
            await using (var stream = new FileStream(part, FileMode.CreateNew, FileAccess.ReadWrite)) outcome = await export.RunAsync(request, stream, cancellationToken);
            if (outcome.Fault is not null) return (outcome, null);
            var path = file?.FullName ?? Path.Combine(folder, outcome.FileName);
            File.Move(part, path, overwrite: true);
            return (outcome, path);
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            return (DossierOutcome.Refused("file", "out", new($"Het dossier kan niet worden geschreven: {fault.Message}", $"The dossier cannot be written: {fault.Message}")), null);
        }
        finally
        {
            File.Delete(part);
        }
    }

    private static Option<string> Choice(string name, string otherwise, string description, params string[] values)
    {
        var option = new Option<string>(name) { Description = description, HelpName = string.Join('|', values), DefaultValueFactory = _ => otherwise };
        option.AcceptOnlyFromAmong(values);
        return option;
    }
}
