using System.CommandLine;
using System.Globalization;
using TenderWatch.Core.Checks.Calendars;
using TenderWatch.Core.Checks.ForeignSubsidies.Clock;
using TenderWatch.Core.Languages;
using TenderWatch.Hosting.Settings;
using TenderWatch.Local.Output;
using TenderWatch.Web.Timetables;

namespace TenderWatch.Local.Commands;

/// <summary><c>fsr clock</c>: the Commission's time limits on a notification of foreign subsidies, without storage or network.</summary>
internal static class FsrCommand
{
    public static Command Create() => new("fsr", "Foreign Subsidies Regulation: 'fsr clock' reckons the Commission's time limits") { Clock() };

    private static Command Clock()
    {
        var complete = Day("--complete", "The day on which the Commission had the complete notification");
        var updated = Day("--updated", "The day on which it had the complete updated notification, with the final tender");
        var asked = Day("--asked", "The day on which a missing or incomplete filing was asked for");
        var extended = new Option<bool>("--extended") { Description = "The Commission has extended the preliminary review" };
        var multiStage = new Option<bool>("--multi-stage") { Description = "The procedure has several stages (restricted, negotiated, dialogue, innovation partnership)" };
        var svg = new Option<FileInfo?>("--svg") { Description = "Writes the timetable as a picture (SVG)", HelpName = "file" };
        var language = new Option<Language>("--language") { Description = "The language of table and picture", HelpName = "nl|en", DefaultValueFactory = _ => Language.En };
        var settings = new Option<FileInfo?>("--settings") { Description = "Settings file, for Checks:CommissionHolidays [default: local.settings.json in this folder, if there is one]", HelpName = "file" };
        var json = new Option<bool>("--json") { Description = "JSON on standard output; docs/fsr-clock.md describes it" };
        var command = new Command("clock", "Reckon the Commission's time limits from the day of the complete notification") { complete, updated, asked, extended, multiStage, svg, language, settings, json };
        command.Validators.Add(result =>
        {
            // A value that is no date has its own message; asking for it would throw.
            if (new[] { complete, updated, asked }.Any(option => result.GetResult(option) is { Tokens: [var token] } && DayOf(token.Value) is null)) return;
            var (from, until) = (result.GetValue(complete), result.GetValue(updated));
            if (from is null && result.GetValue(asked) is null) result.AddError("Give --complete with the day of the complete notification, or --asked with the day on which a filing was asked for.");
            if (from is null && (until is not null || result.GetValue(extended) || result.GetValue(multiStage))) result.AddError("--updated, --extended and --multi-stage go with --complete.");
            if (until is not null && !result.GetValue(multiStage)) result.AddError("--updated goes with --multi-stage: only then is there a second notification.");
            if (until < from) result.AddError("--updated is before --complete; the updated notification comes with the final tender.");
        });
        command.SetAction(parsed =>
        {
            if (SettingsLoader.Load(parsed.GetValue(settings), asksSources: false, out var faults) is not { } loaded)
            {
                foreach (var fault in faults) Console.Error.WriteLine(fault);
                return ExitCodes.Usage;
            }

            var calendar = HolidayFile.Load(loaded.Checks.CommissionHolidays, out _);
            var input = parsed.GetValue(complete) is { } from ? new FsrClockInput(from, parsed.GetValue(updated), parsed.GetValue(multiStage), parsed.GetValue(extended)) : null;
            var clock = new FsrClock(calendar);
            IReadOnlyList<LegalDate> dates = [.. input is null ? [] : clock.Of(input), .. parsed.GetValue(asked) is { } day ? [clock.CureOf(day)] : (LegalDate[])[]];
            if (parsed.GetValue(svg) is { } file && !Draw(file, dates, parsed.GetValue(language))) return ExitCodes.Unavailable;
            if (parsed.GetValue(json)) CaseOutput.WriteJson(ClockReport.Of(input, dates, calendar));
            else ClockText.Write(Terminal.For(json: false), dates, calendar, parsed.GetValue(language));
            return ClockText.WriteMissingYears(dates) ? ExitCodes.Fault : ExitCodes.Ok;
        });
        return command;
    }

    private static Option<DateOnly?> Day(string name, string description) => new(name)
    {
        Description = description,
        HelpName = "yyyy-MM-dd",
        CustomParser = result =>
        {
            if (DayOf(result.Tokens.Single().Value) is { } day) return day;
            result.AddError($"{name} is '{SettingsLoader.Shown(result.Tokens.Single().Value)}'; allowed: a date as yyyy-MM-dd.");
            return null;
        },
    };

    // The lists of holidays span a few years; what is far beyond them is a slip of the keyboard.
    private static DateOnly? DayOf(string text) =>
        DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) && day.Year is >= 2000 and < 2200 ? day : null;

    private static bool Draw(FileInfo file, IReadOnlyList<LegalDate> dates, Language language)
    {
        var title = new LocalizedText("Termijnen van de Verordening buitenlandse subsidies", "Time limits of the Foreign Subsidies Regulation");
        if (TimetableSvg.Of(dates, title, language) is not { } picture)
        {
            Console.Error.WriteLine($"There is no date to draw; {file.FullName} was not written.");
            return true;
        }

        try
        {
            File.WriteAllText(file.FullName, picture + "\n");
            return true;
        }
        catch (Exception wrong) when (wrong is IOException or UnauthorizedAccessException)
        {
            Console.Error.WriteLine($"The picture could not be written to {file.FullName}: {wrong.Message}");
            return false;
        }
    }
}
