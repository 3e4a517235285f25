using System.CommandLine;
using System.Globalization;
using Microsoft.Extensions.DependencyInjection;
using TenderWatch.Core.Languages;
using TenderWatch.Core.Sources;
using TenderWatch.Core.Watching;
using TenderWatch.Local.Output;

namespace TenderWatch.Local.Commands;

/// <summary><c>sources</c>: how each source does.</summary>
internal static class SourcesCommand
{
    public static Command Create()
    {
        var common = new HostOptions();
        var command = new Command("sources", "Say how each source does: its condition, its latest publication, what waits and what is in quarantine");
        common.AddTo(command);
        command.SetAction(async (parsed, cancellationToken) =>
        {
            var terminal = common.Terminal(parsed);
            await using var host = await common.CreateHostAsync(parsed, terminal, [], cancellationToken);
            if (host is null) return ExitCodes.Usage;
            var watch = host.Services.GetRequiredService<IWatchState>();
            var quarantined = await watch.ListQuarantinedAsync(cancellationToken);
            var known = await watch.ListSourcesAsync(cancellationToken);
            var now = host.Services.GetRequiredService<TimeProvider>().GetUtcNow();
            SwitchedOffSource[] off = [.. host.Services.GetServices<SwitchedOffSource>()];
            var names = host.Pipeline.Sources.Concat(known.Select(state => state.Source)).Except(off.Select(source => source.Source), StringComparer.Ordinal);
            SourceHealth[] sources = [.. names.Select(name => SourceHealth.Of(known.FirstOrDefault(state => state.Source == name) ?? new SourceState { Source = name }, quarantined, now))];
            if (common.IsJson(parsed)) CaseOutput.WriteJson(new { sources, off });
            else Write(terminal, sources, off);
            return sources.Any(source => source.Condition is SourceCondition.Failing or SourceCondition.Silent) ? ExitCodes.Fault : ExitCodes.Ok;
        });
        return command;
    }

    private static void Write(Terminal terminal, IEnumerable<SourceHealth> sources, IEnumerable<SwitchedOffSource> off)
    {
        foreach (var source in sources) Write(terminal, source);
        foreach (var source in off)
        {
            terminal.Heading(source.Source);
            terminal.Line($"  off: {source.Reason}");
        }
    }

    private static void Write(Terminal terminal, SourceHealth source)
    {
        terminal.Heading(source.Source);
        terminal.Line("  " + source.Condition switch
        {
            SourceCondition.Unread => "not read yet: start 'tenderwatch run'",
            SourceCondition.Failing => $"FAILING, last read without a failure {Moment(source.Since)}: {source.Failure}",
            SourceCondition.Silent => $"SILENT since {Moment(source.Since)}: nothing new on {SourceHealth.QuietWorkingDays} working days or more, though it answers. Compare with the source's own pages.",
            _ => "well",
        });
        terminal.Line($"  latest new publication {Moment(source.LastNew)}; {source.Retries} to be asked for again; {source.Quarantine.Values.Sum()} in quarantine{(source.Quarantine.Count == 0 ? "" : $" ({string.Join(", ", source.Quarantine.Select(fault => $"{fault.Key} {fault.Value}"))})")}");
    }

    private static string Moment(DateTimeOffset? moment) =>
        moment is { } at ? TimeZoneInfo.ConvertTime(at, DutchTime.Zone).ToString("yyyy-MM-dd HH:mm", CultureInfo.InvariantCulture) : "never";
}
