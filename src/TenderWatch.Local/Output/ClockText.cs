using System.Globalization;
using TenderWatch.Core.Checks.Calendars;
using TenderWatch.Core.Languages;

namespace TenderWatch.Local.Output;

/// <summary>Time limits as a table for a terminal.</summary>
internal static class ClockText
{
    /// <summary>Each date with its rule, article and certainty, then the calendar it rests on.</summary>
    public static void Write(Terminal terminal, IReadOnlyList<LegalDate> dates, CommissionCalendar calendar, Language language)
    {
        string T(string nl, string en) => language == Language.Nl ? nl : en;
        foreach (var date in dates)
        {
            terminal.Line($"{date.Day?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) ?? "-",-10}  {date.Label.In(language)}{(date.Conditional ? T(" (alleen als dit gebeurt)", " (only if this happens)") : "")}");
            if (date.Open is { } open) terminal.Line($"{"",-12}{open.In(language)}");
            terminal.Line($"{"",-12}{date.Rule.In(language)}; {date.Article} ({CertaintyWords.Of(date.Certainty).In(language)}{(date.CalendarConfirmed == false ? T("; kalender onbevestigd", "; calendar unconfirmed") : "")})");
        }

        var used = dates.SelectMany(date => new[] { date.From, date.Day }).OfType<DateOnly>().Select(day => day.Year).ToHashSet();
        if (used.Count == 0) return;
        terminal.Line();
        terminal.Line(T("Vrije dagen van de Commissie:", "Commission holidays:"));
        foreach (var list in calendar.Years.Where(list => list.Year >= used.Min() && list.Year <= used.Max()))
            terminal.Line($"  {list.Year.ToString(CultureInfo.InvariantCulture)}  {(list.Confirmed ? T("bevestigd", "confirmed") : T("onbevestigd", "unconfirmed"))}: {list.Source}");
    }

    /// <summary>Says on standard error which years have no list.</summary>
    /// <returns>Whether any is missing.</returns>
    public static bool WriteMissingYears(IReadOnlyList<LegalDate> dates)
    {
        var missing = dates.Where(date => date.MissingYear is not null).GroupBy(date => date.MissingYear!.Value).ToList();
        foreach (var year in missing)
            Console.Error.WriteLine($"The list of Commission holidays for {year.Key.ToString(CultureInfo.InvariantCulture)} is missing, so there is no {string.Join(", ", year.Select(date => date.Id))}. Name a file with it in the setting Checks:CommissionHolidays (docs/fsr-clock.md).");
        return missing.Count > 0;
    }
}
