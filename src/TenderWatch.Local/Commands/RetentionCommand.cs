using System.CommandLine;
using Microsoft.Extensions.DependencyInjection;
using TenderWatch.Core.Languages;
using TenderWatch.Core.Retention;
using TenderWatch.Local.Hosting;
using TenderWatch.Local.Output;

namespace TenderWatch.Local.Commands;

/// <summary><c>retention [CASE]</c>: what may be deleted from when, and why. <c>retention --delete</c> says what would go now, and with <c>--yes</c> deletes it.</summary>
internal static class RetentionCommand
{
    public static Command Create()
    {
        var caseId = new Argument<string?>("case") { Description = "The id of a case; without it all cases", Arity = ArgumentArity.ZeroOrOne };
        var delete = new Option<bool>("--delete") { Description = "Says what is past its time; with --yes it is deleted for good, and signed tombstones stand in its place" };
        var yes = new Option<bool>("--yes") { Description = "Deletes in place of saying what would be deleted" };
        var by = new Option<string?>("--by") { Description = "Who deletes; stands in tombstones and ledgers", HelpName = "name" };
        var reason = new Option<string?>("--reason") { Description = "Why; stands in tombstones and ledgers", HelpName = "text" };
        var common = new HostOptions();
        var command = new Command("retention", "Say from when which evidence may be deleted and why, or delete what is past its time") { caseId, delete, yes, by, reason };
        common.AddTo(command);
        command.SetAction(async (parsed, cancellationToken) =>
        {
            var (name, why, deletes) = (parsed.GetValue(by)?.Trim(), parsed.GetValue(reason)?.Trim(), parsed.GetValue(delete) && parsed.GetValue(yes));
            if (parsed.GetValue(yes) && !parsed.GetValue(delete)) return Usage("--yes goes with --delete.");
            if (deletes && (!IsLine(name, 200) || !IsLine(why, 1000))) return Usage("--delete --yes needs --by and --reason, each one line: they stand in tombstones and ledgers.");
            var terminal = common.Terminal(parsed);
            await using var host = await common.CreateHostAsync(parsed, terminal, [], cancellationToken);
            if (host is null) return ExitCodes.Usage;
            // Elsewhere the service handles what waits.
            if (deletes && host.Settings.Storage.IsOnThisMachine) await host.Pipeline.SettleAsync(null, cancellationToken);
            var plan = await terminal.ProgressAsync("Reading ledgers", 0, step => host.Services.GetRequiredService<RetentionPlanner>().PlanAsync(new EachStep<string>(_ => step()), cancellationToken));
            var only = parsed.GetValue(caseId);
            if (only is not null && plan.Cases.All(one => one.Case != only)) return Usage($"There is no case {only}, or another took it over. 'tenderwatch cases' lists them.");
            if (only is not null) plan = plan with { Cases = [.. plan.Cases.Where(one => one.Case == only)], Evidence = [.. plan.Evidence.Where(one => one.Cases.Contains(only, StringComparer.Ordinal))] };
            if (!parsed.GetValue(delete)) return List(host, plan, terminal, common.IsJson(parsed));
            return deletes ? await DeleteAsync(host, plan, name!, why!, terminal, common.IsJson(parsed), cancellationToken) : await TryAsync(host, plan, terminal, common.IsJson(parsed), cancellationToken);
        });
        return command;
    }

    private static int List(LocalHost host, RetentionPlan plan, Terminal terminal, bool json)
    {
        if (json) CaseOutput.WriteJson(plan);
        else RetentionText.Write(terminal, plan, DutchTime.DateOf(host.Services.GetRequiredService<TimeProvider>().GetUtcNow()));
        return plan.Unreadable.Count == 0 ? ExitCodes.Ok : ExitCodes.Fault;
    }

    private static async Task<int> TryAsync(LocalHost host, RetentionPlan plan, Terminal terminal, bool json, CancellationToken cancellationToken)
    {
        var due = await host.Services.GetRequiredService<RetentionDeletion>().DueAsync(plan, cancellationToken);
        if (json)
        {
            CaseOutput.WriteJson(new { due, deleted = Array.Empty<RetainedEvidence>() });
        }
        else
        {
            RetentionText.WriteDue(terminal, due);
            terminal.Line($"{due.Count} pieces of evidence would be deleted; nothing was. Add --yes --by NAME --reason TEXT to delete them for good.");
        }

        return ExitCodes.Ok;
    }

    private static async Task<int> DeleteAsync(LocalHost host, RetentionPlan plan, string by, string reason, Terminal terminal, bool json, CancellationToken cancellationToken)
    {
        var deletion = host.Services.GetRequiredService<RetentionDeletion>();
        var due = await deletion.DueAsync(plan, cancellationToken);
        var outcome = await terminal.ProgressAsync("Deleting", due.Count, step => deletion.RunAsync(due, by, reason, new EachStep<RetainedEvidence>(_ => step()), cancellationToken));
        if (!outcome.IsPermitted)
            return Usage("Nothing was deleted: whoever is signed in may not delete evidence. It needs the role of docs/retention.md, which the service itself never has.");
        // Elsewhere the service records it; here nothing else may run.
        if (host.Settings.Storage.IsOnThisMachine) await host.Pipeline.SettleAsync(null, cancellationToken);
        if (json) CaseOutput.WriteJson(outcome);
        else RetentionText.WriteOutcome(terminal, outcome);
        return outcome.Refused.Count == 0 ? ExitCodes.Ok : ExitCodes.Fault;
    }

    private static bool IsLine(string? text, int longest) => text is { Length: > 0 } && text.Length <= longest && !text.Any(char.IsControl);

    private static int Usage(string sentence)
    {
        Console.Error.WriteLine(sentence);
        return ExitCodes.Usage;
    }
}
