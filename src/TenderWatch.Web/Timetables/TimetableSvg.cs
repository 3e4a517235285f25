using System.Globalization;
using System.Xml.Linq;
using TenderWatch.Core.Checks.Calendars;
using TenderWatch.Core.Languages;

namespace TenderWatch.Web.Timetables;

/// <summary>
/// Legal dates as a picture: a row for each, a bar for a term and a mark for a day, over one line of time. Shapes carry attributes and no
/// styles, so that it is the same on a page with a strict policy and in a file; it takes the colour of the text around it.
/// </summary>
public static class TimetableSvg
{
    private const int RowHeight = 38;
    private const int Bar = 8;

    private static readonly XNamespace Svg = "http://www.w3.org/2000/svg";

    /// <summary>The picture with its text alternative; <see langword="null"/> where no date has a day.</summary>
    /// <param name="dates">The dates, in the order of their rows.</param>
    /// <param name="title">What the picture is.</param>
    /// <param name="language">The language of its words.</param>
    /// <param name="id">Tells it apart from other pictures on a page.</param>
    public static string? Of(IReadOnlyList<LegalDate> dates, LocalizedText title, Language language, string id = "timetable")
    {
        LegalDate[] rows = [.. dates.Where(date => date.Day is not null)];
        if (rows.Length == 0) return null;
        var time = TimeLine.Over(rows.SelectMany(row => new[] { row.From ?? row.Day!.Value, row.Day!.Value }));
        var height = (rows.Length * RowHeight) + TimeLine.Foot;
        return new XElement(Svg + "svg",
            new XAttribute("viewBox", $"0 0 {Text(TimeLine.Width)} {Text(height)}"),
            new XAttribute("width", "100%"),
            new XAttribute("role", "img"),
            new XAttribute("aria-labelledby", $"{id}-title {id}-text"),
            new XAttribute("font-family", "system-ui, sans-serif"),
            new XAttribute("font-size", 13),
            new XAttribute("fill", "currentColor"),
            new XElement(Svg + "title", new XAttribute("id", id + "-title"), title.In(language)),
            new XElement(Svg + "desc", new XAttribute("id", id + "-text"), TextAlternative(rows, language)),
            time.Months(language).Select(month => Month(month.X, month.Label, height)),
            rows.Select((row, place) => Row(row, place * RowHeight, time, language))).ToString(SaveOptions.DisableFormatting);
    }

    /// <summary>The same in words: each date with what happens, in the order of the rows.</summary>
    private static string TextAlternative(IEnumerable<LegalDate> rows, Language language) => string.Join("; ", rows.Select(row => Line(row, language))) + ".";

    private static string Line(LegalDate date, Language language)
    {
        var doubts = new[]
        {
            date.CalendarConfirmed == false ? new LocalizedText("kalender onbevestigd", "calendar unconfirmed") : null,
            date.Certainty == Certainty.Unconfirmed ? new LocalizedText("regel onbevestigd", "rule unconfirmed") : null,
        }.OfType<LocalizedText>().Select(doubt => doubt.In(language)).ToList();
        return $"{Wording.For(language).Date(date.Day!.Value)}: {date.Label.In(language)}{(doubts.Count == 0 ? "" : $" ({string.Join(", ", doubts)})")}";
    }

    private static XElement Row(LegalDate date, int top, TimeLine time, Language language)
    {
        var (end, y) = (time.X(date.Day!.Value), top + 22);
        var start = date.From is { } from ? time.X(from) : end;
        // What only holds if something happens is an outline; a day is a short bar.
        var bar = new XElement(Svg + "rect",
            new XAttribute("x", Text(date.From is null ? end - (Bar / 2) : start)), new XAttribute("y", y),
            new XAttribute("width", Text(date.From is null ? Bar : Math.Max(2, end - start))), new XAttribute("height", Bar),
            new XAttribute("rx", date.From is null ? Bar / 2 : 2),
            date.Conditional
                ? [new XAttribute("fill", "none"), new XAttribute("stroke", "currentColor"), new XAttribute("stroke-dasharray", "4 3")]
                : (XAttribute[])[new XAttribute("fill-opacity", "0.75")]);
        return new XElement(Svg + "g", new XElement(Svg + "text", new XAttribute("x", TimeLine.Margin), new XAttribute("y", top + 15), Line(date, language)), bar);
    }

    private static object[] Month(double x, string label, int height) =>
    [
        new XElement(Svg + "line", new XAttribute("x1", Text(x)), new XAttribute("x2", Text(x)), new XAttribute("y1", 0), new XAttribute("y2", height - TimeLine.Foot + 6),
            new XAttribute("stroke", "currentColor"), new XAttribute("stroke-opacity", "0.2")),
        new XElement(Svg + "text", new XAttribute("x", Text(x)), new XAttribute("y", height - 6), new XAttribute("font-size", 11), new XAttribute("text-anchor", "middle"), label),
    ];

    private static string Text(double number) => Math.Round(number, 1).ToString(CultureInfo.InvariantCulture);
}
