using System.CommandLine;
using Microsoft.Extensions.DependencyInjection;
using TenderWatch.Core.Cases;
using TenderWatch.Core.Checks;
using TenderWatch.Core.Procurements;
using TenderWatch.Core.Reviews;
using TenderWatch.Core.Watching;
using TenderWatch.Local.Hosting;
using TenderWatch.Local.Output;

namespace TenderWatch.Local.Commands;

/// <summary><c>ingest FILE|FOLDER</c>: takes notices from files through the same path as a watched source.</summary>
internal static class IngestCommand
{
    public static Command Create()
    {
        var input = new Argument<string>("file|folder") { Description = "A notice (XML), or a folder: every .xml in it and below" };
        var profiles = new Option<string[]>("--profile") { Description = "A watch profile beside those of the settings: a name or a file; may be repeated", HelpName = "name|file", DefaultValueFactory = _ => [] };
        var common = new HostOptions();
        var command = new Command("ingest", "Take notices from files through the same path as a watched source") { input, profiles };
        common.AddTo(command);
        command.SetAction(async (parsed, cancellationToken) =>
        {
            var path = parsed.GetRequiredValue(input);
            var files = Directory.Exists(path) ? NoticeFiles.In(path) : File.Exists(path) ? [path] : null;
            if (files is null)
            {
                Console.Error.WriteLine($"There is no file or folder {path}.");
                return ExitCodes.Usage;
            }

            var terminal = common.Terminal(parsed);
            await using var host = await common.CreateHostAsync(parsed, terminal, parsed.GetRequiredValue(profiles), cancellationToken);
            if (host is null) return ExitCodes.Usage;
            var summary = await RunAsync(host, Directory.Exists(path) ? path : Path.GetDirectoryName(Path.GetFullPath(path))!, files, terminal, cancellationToken);
            if (common.IsJson(parsed)) CaseOutput.WriteJson(summary);
            else await WriteAsync(host, summary, terminal, cancellationToken);
            return summary.Quarantined > 0 ? ExitCodes.Fault : ExitCodes.Ok;
        });
        return command;
    }

    private static async Task<IngestSummary> RunAsync(LocalHost host, string folder, IReadOnlyList<string> files, Terminal terminal, CancellationToken cancellationToken)
    {
        var intake = host.Services.GetRequiredService<FileIntake>();
        await host.Pipeline.RetryQuarantinedAsync(cancellationToken);
        var results = await terminal.ProgressAsync("Taking notices in", files.Count, async step =>
        {
            var taken = new List<IntakeResult>(files.Count);
            foreach (var file in files)
            {
                taken.Add(await intake.TakeAsync(file, NoticeFiles.Relative(folder, file), cancellationToken));
                step();
            }

            return taken;
        });
        var changed = new HashSet<string>(StringComparer.Ordinal);
        var episodes = await terminal.ProgressAsync("Reviewing cases", 0, async step =>
        {
            var count = 0;
            await host.Pipeline.SettleAsync(
                new EachStep<CaseState>(state =>
                {
                    lock (changed)
                    {
                        changed.Add(state.Id);
                        count++;
                    }

                    step();
                }),
                cancellationToken);
            return count;
        });
        return await IngestSummary.OfAsync(host, results, episodes, changed, cancellationToken);
    }

    private static async Task WriteAsync(LocalHost host, IngestSummary summary, Terminal terminal, CancellationToken cancellationToken)
    {
        var (views, checks) = (host.Services.GetRequiredService<CaseViews>(), host.Services.GetServices<ICheck>());
        foreach (var id in summary.Changed)
        {
            if (await views.FindAsync(id, cancellationToken) is { } view) CaseText.Write(terminal, view, checks);
        }

        CaseOutput.WriteQuarantine(terminal, await host.Services.GetRequiredService<IWatchState>().ListQuarantinedAsync(cancellationToken));
        terminal.Heading("Summary");
        terminal.Line($"  files        {summary.Files}: {summary.New} new or changed, {summary.Known} known already, {summary.Quarantined} in quarantine");
        terminal.Line($"  matching     {summary.Matching} of these notices match a watch profile");
        terminal.Line($"  registry     {summary.Registry.Notices} notices in {summary.Registry.Procurements} procurements");
        terminal.Line($"  cases        {summary.Cases}, of which {summary.Changed.Count} opened or changed by this run ({summary.Episodes} episodes)");
        foreach (var check in summary.Verdicts)
            terminal.Line($"  {check.Check,-12} {check.Flagged} need attention, {check.NotAssessable} cannot be assessed, {check.Clear} without signal");
    }
}

/// <summary>What an ingest did.</summary>
/// <param name="Files">Files read.</param>
/// <param name="New">Notices that are new, or whose facts changed.</param>
/// <param name="Known">Notices known already.</param>
/// <param name="Quarantined">Files that could not be read.</param>
/// <param name="Matching">Notices that match a watch profile.</param>
/// <param name="Episodes">Episodes of cases.</param>
/// <param name="Cases">All cases.</param>
/// <param name="Changed">The cases that were opened or changed.</param>
/// <param name="Verdicts">Verdicts over all cases.</param>
/// <param name="Registry">What the registry holds.</param>
internal sealed record IngestSummary(
    int Files, int New, int Known, int Quarantined, int Matching, int Episodes, int Cases, IReadOnlyList<string> Changed, IReadOnlyList<VerdictCount> Verdicts, RegistryCounts Registry)
{
    public static async Task<IngestSummary> OfAsync(
        LocalHost host, IReadOnlyList<IntakeResult> results, int episodes, IEnumerable<string> changed, CancellationToken cancellationToken)
    {
        var states = await host.Services.GetRequiredService<CaseViews>().ListAsync(cancellationToken);
        var linked = results.Where(result => result.Outcome == IntakeOutcome.Linked).ToList();
        return new IngestSummary(
            results.Count,
            linked.Count(result => result.IsNew),
            linked.Count(result => !result.IsNew),
            results.Count - linked.Count,
            linked.Count(result => result.Matches is { Count: > 0 }),
            episodes,
            states.Count,
            [.. changed.Order(StringComparer.Ordinal)],
            VerdictCount.Of(states),
            await host.Services.GetRequiredService<IRegistry>().CountAsync(cancellationToken));
    }
}

/// <summary>How often a check came to each verdict.</summary>
internal sealed record VerdictCount(string Check, int Flagged, int NotAssessable, int Clear)
{
    public static IReadOnlyList<VerdictCount> Of(IReadOnlyList<CaseState> states) =>
    [
        .. from result in states.SelectMany(state => state.Checks)
           group result by result.Check into check
           orderby check.Key
           select new VerdictCount(
               check.Key, check.Count(one => one.Verdict == Verdict.Flagged), check.Count(one => one.Verdict == Verdict.NotAssessable), check.Count(one => one.Verdict == Verdict.Clear)),
    ];
}
