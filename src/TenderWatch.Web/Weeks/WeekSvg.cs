using System.Globalization;
using System.Xml.Linq;
using TenderWatch.Core.Languages;

namespace TenderWatch.Web.Weeks;

/// <summary>Counts by week as a picture: a row of bars for each thing, all to one scale, with the count above each bar, so that no colour has to be told apart.</summary>
internal static class WeekSvg
{
    private const int Width = 360;
    private const int Column = Width / WeekFigures.Shown;
    private const int BarWidth = 27;
    private const int Tallest = 30;
    private const int RowHeight = 76;
    private const int Base = 66;
    private const int Foot = 20;

    private static readonly XNamespace Svg = "http://www.w3.org/2000/svg";

    /// <summary>The picture with its text alternative.</summary>
    /// <param name="figures">The counts.</param>
    /// <param name="title">What they are.</param>
    /// <param name="language">The language of its words.</param>
    /// <param name="id">Tells it apart from other pictures on a page.</param>
    public static string Of(WeekFigures figures, LocalizedText title, Language language, string id)
    {
        var height = (figures.Rows.Count * RowHeight) + Foot;
        var most = Math.Max(1, figures.Rows.Max(row => row.Counts.Max(count => count.Count ?? 0)));
        return new XElement(Svg + "svg",
            new XAttribute("viewBox", $"0 0 {Text(Width)} {Text(height)}"), new XAttribute("width", Width), new XAttribute("height", height),
            new XAttribute("role", "img"), new XAttribute("aria-labelledby", $"{id}-title {id}-text"),
            new XElement(Svg + "title", new XAttribute("id", id + "-title"), title.In(language)),
            new XElement(Svg + "desc", new XAttribute("id", id + "-text"), string.Join(' ', figures.Rows.Select(row => InWords(figures, row, language)))),
            figures.Rows.SelectMany((row, place) => Row(row, place * RowHeight, most, language)),
            figures.Weeks.Select((week, place) => Words(Middle(place), height - 5, "week", Name(week, language)))).ToString(SaveOptions.DisableFormatting);
    }

    private static IEnumerable<XElement> Row(WeekRow row, int top, int most, Language language)
    {
        var floor = top + Base;
        yield return Words(0, top + 14, "label", row.Label.In(language));
        yield return new XElement(Svg + "line", new XAttribute("class", "base"), new XAttribute("x1", 0), new XAttribute("x2", Width), new XAttribute("y1", floor), new XAttribute("y2", floor));
        foreach (var (count, place) in row.Counts.Select((count, place) => (count, place)))
        {
            // What is not nothing is seen, however small beside the rest.
            var tall = count.Count is > 0 and var number ? Math.Max(2, (double)number / most * Tallest) : 0;
            if (tall > 0)
            {
                yield return new XElement(Svg + "rect", new XAttribute("class", row.Style),
                    new XAttribute("x", Text(Middle(place) - (BarWidth / 2.0))), new XAttribute("width", BarWidth), new XAttribute("y", Text(floor - tall)), new XAttribute("height", Text(tall)));
            }

            yield return Words(Middle(place), floor - tall - 4, count.Count is > 0 ? "number" : "number none", Short(count, language));
        }
    }

    /// <summary>A count where there is little room: a dash where it is not known, a star where it is of some days only.</summary>
    private static string Short(WeekCount count, Language language) => count.Count is { } number ? Wording.For(language).Number(number) + (count.IsPart ? "*" : "") : "–";

    private static string InWords(WeekFigures figures, WeekRow row, Language language)
    {
        var (wording, known) = (Wording.For(language), row.Counts.Sum(count => count.Count ?? 0));
        var highest = row.Counts.Index().MaxBy(count => count.Item.Count ?? 0);
        var (date, most) = (wording.Date(figures.Weeks[highest.Index]), wording.Number(highest.Item.Count ?? 0));
        // A count that is not known is no zero: who does not see the picture is told as well.
        var open = row.Counts.Any(count => count.Count is null || count.IsPart);
        return (known, language) switch
        {
            (0, Language.Nl) => $"{row.Label.Nl}: {(open ? "geen geteld, en niet van elke dag is een aantal bekend" : "geen")}.",
            (0, _) => $"{row.Label.En}: {(open ? "none counted, and not of every day is a count known" : "none")}.",
            (_, Language.Nl) => $"{row.Label.Nl}: {wording.Number(known)}, de meeste ({most}) in de week van {date}{(open ? "; niet van elke dag is een aantal bekend" : "")}.",
            _ => $"{row.Label.En}: {wording.Number(known)}, the most ({most}) in the week of {date}{(open ? "; not of every day is a count known" : "")}.",
        };
    }

    // People in the Netherlands count weeks; elsewhere they name the day.
    private static string Name(DateOnly week, Language language) =>
        language == Language.Nl ? $"wk {Text(WeekFigures.NumberOf(week))}" : Wording.En.Date(week).Split(' ') is [var day, var month, ..] ? $"{day} {month[..3]}" : "";

    private static XElement Words(double x, double y, string style, string words) =>
        new(Svg + "text", new XAttribute("class", style), new XAttribute("x", Text(x)), new XAttribute("y", Text(y)), words);

    private static double Middle(int place) => (place * Column) + (Column / 2.0);

    private static string Text(double number) => Math.Round(number, 1).ToString(CultureInfo.InvariantCulture);
}
