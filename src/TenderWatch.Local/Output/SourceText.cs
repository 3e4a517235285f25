using System.Globalization;
using TenderWatch.Core.Languages;
using TenderWatch.Core.Messages;
using TenderWatch.Core.Watching;
using TenderWatch.Local.Commands;

namespace TenderWatch.Local.Output;

/// <summary>How a source does, as lines for a terminal.</summary>
internal static class SourceText
{
    public static void Write(Terminal terminal, SourceHealth source, IEnumerable<UnsentAlarm> unsent)
    {
        terminal.Heading(SourceWords.Name(source.Source).En);
        terminal.Line("  " + Condition(source));
        if (source.IsTroubled) terminal.Line("  " + SourceWords.Advice(source).En);
        terminal.Line($"  last success {Moment(source.LastSuccess)}; latest new publication {Moment(source.LastNew)}");
        if (source.ReadTo is { } end) terminal.Line($"  read to the end of {Day(end)}, {Days(source.DaysBehind!.Value)} behind{(source.UnreadDays.Count == 0 ? "" : $"; not read: {string.Join(", ", source.UnreadDays.Select(Day))}")}");
        terminal.Line($"  {source.Retries} to be asked for again; {source.Quarantine.Values.Sum()} in quarantine{(source.Quarantine.Count == 0 ? "" : $" ({string.Join(", ", source.Quarantine.Select(fault => $"{fault.Key} {fault.Value}"))})")}");
        foreach (var day in source.Days.Where(day => day.Listed is not null)) terminal.Line("  " + Line(day));
        foreach (var message in unsent.Where(message => message.Source == source.Source))
            terminal.Line($"  MESSAGE NOT SENT ({(message.State == OutboxState.Dead ? "given up" : "waiting")}) to {message.Recipient} by {message.Channel}: {message.LastError ?? "not tried yet"}");
    }

    private static string Condition(SourceHealth source) => source.Condition switch
    {
        SourceCondition.Well => "well",
        SourceCondition.Unread => "not read yet: start 'tenderwatch run'",
        SourceCondition.Off => "not watched: it is off in the settings",
        var trouble => $"{SourceWords.Condition(trouble).En.ToUpperInvariant()}: {SourceWords.Trouble(source).En}{(source.Failure is null ? "" : $" {source.FailureCode}: {source.Failure}")}",
    };

    private static string Line(DayHealth day) =>
        string.Create(CultureInfo.InvariantCulture, $"  {day.Day:ddd yyyy-MM-dd}  {SourceWords.Count(day).En}; {day.New ?? 0} new{(day.DaysUntilRead is > 0 and var late ? $", read up to {Days(late)} later" : "")}");

    private static string Days(int days) => days == 1 ? "1 day" : $"{days} days";

    private static string Day(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    private static string Moment(DateTimeOffset? moment) =>
        moment is { } at ? TimeZoneInfo.ConvertTime(at, DutchTime.Zone).ToString("yyyy-MM-dd HH:mm", CultureInfo.InvariantCulture) : "never";
}
