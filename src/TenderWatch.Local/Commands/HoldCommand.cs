using System.CommandLine;
using Microsoft.Extensions.DependencyInjection;
using TenderWatch.Core.Cases;
using TenderWatch.Core.Reviews.Entries;
using TenderWatch.Local.Output;

namespace TenderWatch.Local.Commands;

/// <summary><c>hold CASE --reason TEXT --by NAME [--release]</c>: puts a legal hold on a case, or releases it.</summary>
internal static class HoldCommand
{
    public static Command Create()
    {
        var caseId = new Argument<string>("case") { Description = "The id of a case; 'tenderwatch cases' lists them" };
        var reason = new Option<string>("--reason") { Description = "Why; stands in the ledger and on the page of the case", HelpName = "text", Required = true };
        var release = new Option<bool>("--release") { Description = "Releases the hold" };
        var by = new Option<string>("--by") { Description = "Who does it; stands in the ledger", HelpName = "name", Required = true };
        var common = new HostOptions();
        var command = new Command("hold", "Put a legal hold on a case, or release it: as long as it stands, nothing of the case is deleted") { caseId, reason, release, by };
        common.AddTo(command);
        command.SetAction(async (parsed, cancellationToken) =>
        {
            var terminal = common.Terminal(parsed);
            await using var host = await common.CreateHostAsync(parsed, terminal, [], cancellationToken);
            if (host is null) return ExitCodes.Usage;
            var (entry, id, why, name) = (host.Services.GetRequiredService<HoldEntry>(), parsed.GetRequiredValue(caseId), parsed.GetRequiredValue(reason), parsed.GetRequiredValue(by));
            var outcome = parsed.GetValue(release) ? await entry.ReleaseAsync(id, why, name, cancellationToken) : await entry.PlaceAsync(id, why, name, cancellationToken);
            if (outcome.Fault is { } fault) return EntryText.Write(fault);
            await host.Pipeline.SettleAsync(null, cancellationToken);
            var state = (await host.Services.GetRequiredService<CaseViews>().FindStateAsync(outcome.CaseId!, cancellationToken))!;
            if (common.IsJson(parsed)) CaseOutput.WriteJson(state.Holds);
            else RetentionText.WriteHolds(terminal, state);
            return ExitCodes.Ok;
        });
        return command;
    }
}
