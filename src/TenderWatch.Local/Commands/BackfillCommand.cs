using System.CommandLine;
using System.Globalization;
using Microsoft.Extensions.DependencyInjection;
using TenderWatch.Core.Languages;
using TenderWatch.Core.Sources;
using TenderWatch.Core.Watching;
using TenderWatch.Local.Hosting;
using TenderWatch.Local.Output;
using TenderWatch.Sources.Ted;

namespace TenderWatch.Local.Commands;

/// <summary><c>backfill</c>: takes in the past, day by day from a source, or from packages of TED and folders. What is known already is left alone, so it may be stopped and repeated.</summary>
internal static class BackfillCommand
{
    private const int LongestSpan = 3660;

    public static Command Create()
    {
        var source = new Option<string>("--source") { Description = "The source to read day by day: tenderned, ted, or mercell where its operator has allowed it", HelpName = "name" };
        source.AcceptOnlyFromAmong("tenderned", "ted", "mercell");
        var from = Day("--from", "The first day");
        var until = Day("--to", "The last day [default: yesterday]");
        var packages = new Option<string[]>("--package") { Description = "A daily or monthly package of TED (tar.gz); may be repeated. Of its notices those are taken in that a watch profile matches", HelpName = "file", DefaultValueFactory = _ => [] };
        var folder = new Option<DirectoryInfo?>("--folder") { Description = "A folder of notices (.xml) and packages (.tar.gz), in it and below. Of its notices those are taken in that a watch profile matches", HelpName = "folder" };
        var all = new Option<bool>("--all") { Description = "Take in every notice of packages or folder: of a package all of Europe, about 3,000 a day" };
        var common = new HostOptions();
        var command = new Command("backfill", "Take in the past, from a source or from packages of TED; repeat it after an interruption") { source, from, until, packages, folder, all };
        common.AddTo(command);
        command.Validators.Add(result =>
        {
            var named = result.GetValue(source) is not null;
            var ways = new[] { named, result.GetValue(packages) is { Length: > 0 }, result.GetValue(folder) is not null };
            if (ways.Count(way => way) != 1) result.AddError("Give one of --source with --from, --package and --folder.");
            else if (named && result.GetResult(from) is null) result.AddError("--source needs --from.");
            foreach (var missing in (result.GetValue(packages) ?? []).Where(file => !File.Exists(file))) result.AddError($"There is no file {missing}.");
            if (result.GetValue(folder) is { Exists: false } absent) result.AddError($"There is no folder {absent}.");
        });
        command.SetAction(async (parsed, cancellationToken) =>
        {
            var terminal = common.Terminal(parsed);
            await using var host = await common.CreateHostAsync(parsed, terminal, [], cancellationToken, asksSources: parsed.GetValue(source) is not null);
            if (host is null) return ExitCodes.Usage;
            BackfillSummary? summary;
            if (parsed.GetValue(source) is { } name)
            {
                var days = Days(parsed.GetValue(from)!.Value, parsed.GetValue(until) ?? Yesterday());
                if (days.Count is 0 or > LongestSpan)
                {
                    Console.Error.WriteLine($"--from to --to are {days.Count} days; allowed: 1 to {LongestSpan}, ending today at the latest.");
                    return ExitCodes.Usage;
                }

                if (host.Services.GetServices<SwitchedOffSource>().FirstOrDefault(off => off.Source == name) is { } switchedOff)
                {
                    Console.Error.WriteLine($"{name} is off. {switchedOff.Reason}");
                    return ExitCodes.Usage;
                }

                summary = await SourceAsync(host, name, days, terminal, cancellationToken);
            }
            else
            {
                var named = parsed.GetValue(folder)?.FullName;
                summary = await FilesAsync(host, named is null ? parsed.GetRequiredValue(packages) : NoticeFiles.In(named, "*.tar.gz"), named, parsed.GetValue(all), terminal, cancellationToken);
            }

            if (common.IsJson(parsed)) CaseOutput.WriteJson(summary);
            else summary.Write(terminal);
            return summary.Faults.Count > 0 || summary.Quarantined > 0 ? ExitCodes.Fault : ExitCodes.Ok;
        });
        return command;
    }

    private static Option<DateOnly?> Day(string name, string description) => new(name)
    {
        Description = description,
        HelpName = "yyyy-MM-dd",
        CustomParser = result =>
        {
            if (DateOnly.TryParseExact(result.Tokens.Single().Value, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day)) return day;
            result.AddError($"{name} is '{result.Tokens.Single().Value}'; allowed: a date as yyyy-MM-dd.");
            return null;
        },
    };

    private static async Task<BackfillSummary> SourceAsync(LocalHost host, string name, IReadOnlyList<DateOnly> days, Terminal terminal, CancellationToken cancellationToken)
    {
        var summary = new BackfillSummary();
        await terminal.ProgressAsync("Reading days", days.Count, async step =>
        {
            foreach (var day in days)
            {
                var run = await host.Pipeline.BackfillAsync(name, day, cancellationToken);
                foreach (var result in run.Results) summary.Add(result);
                summary.Known += run.Known;
                if (run.Failure is { } failure) summary.Faults.Add($"{day:yyyy-MM-dd}: {failure.Text}");
                step();
            }

            return true;
        });
        return summary;
    }

    private static async Task<BackfillSummary> FilesAsync(LocalHost host, IReadOnlyList<string> packages, string? folder, bool all, Terminal terminal, CancellationToken cancellationToken)
    {
        var summary = new BackfillSummary();
        var intake = host.Services.GetRequiredService<FileIntake>();
        await terminal.ProgressAsync("Reading notices", 0, async step =>
        {
            foreach (var path in folder is null ? [] : NoticeFiles.In(folder))
            {
                if (await intake.TakeAsync(path, NoticeFiles.Relative(folder!, path), all, cancellationToken) is { } result) summary.Add(result);
                else summary.LeftOut++;
                step();
            }

            foreach (var path in packages)
            {
                await using var package = File.OpenRead(path);
                await foreach (var notice in TedPackage.ReadAsync(package, host.Settings.Sources.MaximumDocumentBytes, cancellationToken))
                {
                    var origin = $"{Path.GetFileName(path)}/{notice.Name}";
                    if (notice.Fault is { } fault) summary.Faults.Add($"{origin}: {fault.Text}");
                    else if (await intake.TakeAsync(notice.Content!, origin, all, cancellationToken) is { } result) summary.Add(result);
                    else summary.LeftOut++;
                    step();
                }
            }

            return true;
        });
        await host.Pipeline.SettleAsync(null, cancellationToken);
        return summary;
    }

    private static IReadOnlyList<DateOnly> Days(DateOnly from, DateOnly until)
    {
        var last = until > Yesterday().AddDays(1) ? Yesterday().AddDays(1) : until;
        return from > last ? [] : [.. Enumerable.Range(0, last.DayNumber - from.DayNumber + 1).Select(from.AddDays)];
    }

    private static DateOnly Yesterday()
    {
#pragma warning disable RS0030 // The command is a composition root.
        return DutchTime.DateOf(TimeProvider.System.GetUtcNow()).AddDays(-1);
#pragma warning restore RS0030
    }
}

/// <summary>What a backfill did.</summary>
internal sealed class BackfillSummary
{
    /// <summary>Notices that are new, or whose facts changed.</summary>
    public int New { get; private set; }

    /// <summary>Notices that are known already, without a change.</summary>
    public int Known { get; set; }

    /// <summary>Notices that could not be read.</summary>
    public int Quarantined { get; private set; }

    /// <summary>Notices that match a watch profile.</summary>
    public int Matching { get; private set; }

    /// <summary>Notices of packages that no watch profile matches.</summary>
    public int LeftOut { get; set; }

    /// <summary>Days and notices that could not be read, in words.</summary>
    public IList<string> Faults { get; } = [];

    public void Add(IntakeResult result)
    {
        if (result.Outcome == IntakeOutcome.Quarantined) Quarantined++;
        else if (result.IsNew) New++;
        else Known++;
        if (result.Matches is { Count: > 0 }) Matching++;
    }

    public void Write(Terminal terminal)
    {
        foreach (var fault in Faults) terminal.Line(fault);
        terminal.Line($"Taken in: {New} new or changed, {Known} known already, {Matching} matching, {Quarantined} in quarantine; {LeftOut} left out because no watch profile matches.");
        if (Faults.Count > 0) terminal.Line($"Not everything could be read ({Faults.Count}). Repeat the command: what is done is left alone.");
    }
}
