using System.CommandLine;
using Microsoft.Extensions.DependencyInjection;
using TenderWatch.Core.Cases;
using TenderWatch.Core.Checks;
using TenderWatch.Core.Evidence.Access;
using TenderWatch.Core.Watching;
using TenderWatch.Local.Output;

namespace TenderWatch.Local.Commands;

/// <summary><c>cases [ID]</c>: the cases and the quarantine, or one case with all its facts.</summary>
internal static class CasesCommand
{
    public static Command Create()
    {
        var id = new Argument<string?>("id") { Description = "The id of a case, to show all its facts; without it all cases are listed", Arity = ArgumentArity.ZeroOrOne };
        var confidential = new Option<bool>("--confidential") { Description = "With the bids and filings that were entered and the findings on them: not for publication, nor for other tenderers" };
        var common = new HostOptions();
        var command = new Command("cases", "List the cases and what is in quarantine, or show one case") { id, confidential };
        common.AddTo(command);
        command.SetAction(async (parsed, cancellationToken) =>
        {
            var terminal = common.Terminal(parsed);
            await using var host = await common.CreateHostAsync(parsed, terminal, [], cancellationToken);
            if (host is null) return ExitCodes.Usage;
            var services = host.Services;
            var (reading, checks) = (services.GetRequiredService<ConfidentialReading>(), services.GetServices<ICheck>());
            var reader = parsed.GetValue(confidential) ? CommandReader.Of() : null;
            if (parsed.GetValue(id) is { } caseId) return await ShowAsync(caseId, reading, checks, terminal, common.IsJson(parsed), reader, cancellationToken);

            var report = await CaseOutput.ReadAsync(services.GetRequiredService<CaseViews>(), reading, services.GetRequiredService<IWatchState>(), reader, cancellationToken);
            if (common.IsJson(parsed))
            {
                CaseOutput.WriteJson(report);
                return ExitCodes.Ok;
            }

            if (report.Cases.Count == 0) terminal.Line("There is no case yet. A case opens when a notice matches a watch profile: see 'tenderwatch run' and 'tenderwatch ingest'.");
            CaseOutput.WriteList(terminal, report.Cases, checks);
            CaseOutput.WriteOrphans(terminal, report.Orphans);
            CaseOutput.WriteQuarantine(terminal, report.Quarantine);
            return ExitCodes.Ok;
        });
        return command;
    }

    private static async Task<int> ShowAsync(string caseId, ConfidentialReading reading, IEnumerable<ICheck> checks, Terminal terminal, bool json, Reader? reader, CancellationToken cancellationToken)
    {
        if (await reading.FindAsync(caseId, reader, cancellationToken) is not { } view)
        {
            Console.Error.WriteLine($"There is no case {caseId}. 'tenderwatch cases' lists them.");
            return ExitCodes.Usage;
        }

        if (json)
        {
            CaseOutput.WriteJson(view);
            return ExitCodes.Ok;
        }

        CaseText.Write(terminal, view, checks);
        TimelineText.Write(terminal, view);
        RetentionText.WriteHolds(terminal, view.State);
        if (view.Facts is { } facts) CaseText.WriteFacts(terminal, facts);
        return ExitCodes.Ok;
    }
}
