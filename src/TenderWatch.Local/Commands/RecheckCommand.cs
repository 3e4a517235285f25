using System.CommandLine;
using Microsoft.Extensions.DependencyInjection;
using TenderWatch.Core.Rechecks;
using TenderWatch.Core.Reviews;
using TenderWatch.Local.Output;

namespace TenderWatch.Local.Commands;

/// <summary><c>recheck --as-of RULESET [CASE]</c> runs old rules again on what they saw; <c>recheck --dry-run [CASE]</c> tries the present settings. Neither writes anything.</summary>
internal static class RecheckCommand
{
    public static Command Create()
    {
        var caseId = new Argument<string?>("case") { Description = "The id of a case; without it all cases", Arity = ArgumentArity.ZeroOrOne };
        var asOf = new Option<string?>("--as-of") { Description = "Runs old rules again on the evidence they saw: those of a day (2026-03-01), of a ledger entry (CASE@12), or by name (alt=1,fsr-scope=1+ab12cd34)", HelpName = "ruleset" };
        var dryRun = new Option<bool>("--dry-run") { Description = "Tries the present settings on the latest facts of each case and lists what would change" };
        var common = new HostOptions();
        var command = new Command("recheck", "Run old rules again on stored evidence, or try changed settings on it, and write nothing") { caseId, asOf, dryRun };
        common.AddTo(command);
        command.SetAction(async (parsed, cancellationToken) =>
        {
            var (asked, tries) = (parsed.GetValue(asOf), parsed.GetValue(dryRun));
            if ((asked is null) != tries) return Usage("Name either --as-of with the rules meant, or --dry-run.");
            var ruleset = asked is null ? null : Ruleset.Parse(asked, out var fault) ?? Wrong(fault!);
            if (asked is not null && ruleset is null) return ExitCodes.Usage;
            var terminal = common.Terminal(parsed);
            await using var host = await common.CreateHostAsync(parsed, terminal, [], cancellationToken);
            if (host is null) return ExitCodes.Usage;
            var all = await host.Services.GetRequiredService<ICases>().ListAsync(cancellationToken);
            var named = parsed.GetValue(caseId);
            IReadOnlyList<CaseState> states = named is null ? all : [.. all.Where(state => state.Id == named)];
            if (named is not null && states.Count == 0) return Usage($"There is no case {named}. 'tenderwatch cases' lists them.");
            return ruleset is null
                ? await TryAsync(host.Services.GetRequiredService<DryRun>(), states, named is not null, terminal, common.IsJson(parsed), cancellationToken)
                : await ReplayAsync(host.Services.GetRequiredService<Replay>(), ruleset, asked!, all, states, terminal, common.IsJson(parsed), cancellationToken);
        });
        return command;
    }

    private static async Task<int> ReplayAsync(
        Replay replay, Ruleset ruleset, string asked, IReadOnlyList<CaseState> all, IReadOnlyList<CaseState> states, Terminal terminal, bool json, CancellationToken cancellationToken)
    {
        if (ruleset is Ruleset.OfEntry entry)
        {
            var state = all.FirstOrDefault(candidate => candidate.Id == entry.Case);
            if (state is null) return Usage($"There is no case {entry.Case}. 'tenderwatch cases' lists them.");
            if (await replay.RulesOfAsync(entry, state, cancellationToken) is not { } named) return Usage($"Entry {entry.Sequence} of case {entry.Case} is not there, or records no findings; 'recheck --as-of DAY {entry.Case}' names one that does.");
            ruleset = named;
        }

        var report = await terminal.ProgressAsync("Replaying", states.Count, step => replay.RunAsync(ruleset, asked, states, new EachStep<CaseReplay>(_ => step()), cancellationToken));
        // Nothing compared must not look like everything confirmed.
        if (report.Unknown.Count > 0) return Usage($"No case looked at was ever judged by {string.Join(", ", report.Unknown)}. They were judged by: {(report.Known.Count == 0 ? "nothing yet" : string.Join(", ", report.Known))}.");
        if (report.Cases.Count == 0) return Usage($"No case looked at had been judged by {asked}.");
        if (json) CaseOutput.WriteJson(report);
        else RecheckText.Write(terminal, report, all: states.Count == 1);
        return report.Confirmed ? ExitCodes.Ok : ExitCodes.Fault;
    }

    private static async Task<int> TryAsync(DryRun dryRun, IReadOnlyList<CaseState> states, bool named, Terminal terminal, bool json, CancellationToken cancellationToken)
    {
        if (named && states[0].MergedInto is { } target) return Usage($"Case {states[0].Id} was taken over by {target}; try that one.");
        var report = await terminal.ProgressAsync("Trying", states.Count, step => dryRun.RunAsync(states, new EachStep<CaseDryRun>(_ => step()), cancellationToken));
        if (json) CaseOutput.WriteJson(report);
        else RecheckText.Write(terminal, report);
        return report.Counts.Unread == 0 ? ExitCodes.Ok : ExitCodes.Fault;
    }

    private static Ruleset? Wrong(string sentence)
    {
        Console.Error.WriteLine("--as-of " + sentence);
        return null;
    }

    private static int Usage(string sentence)
    {
        Console.Error.WriteLine(sentence);
        return ExitCodes.Usage;
    }
}
