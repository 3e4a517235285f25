using System.Globalization;
using System.Net;
using System.Text;
using TenderWatch.Core.Checks.AbnormallyLow.Methods;
using TenderWatch.Core.Checks.AbnormallyLow.Panels;
using TenderWatch.Core.Languages;

namespace TenderWatch.Core.Pictures;

/// <summary>
/// The bids of a lot on one line of prices, with estimate, mean and the limit of every comparison and method that has one: an SVG that stands by itself, with the same in
/// words for those who do not see it.
/// </summary>
public static class BidPicture
{
    private const int Width = 960;
    private const int Left = 270;
    private const int Right = 40;
    private const int RowHeight = 26;
    private const int MostBids = 60;
    private const int LongestLabel = 34;

    /// <summary>Draws a panel.</summary>
    /// <param name="title">What the picture is of, such as the lot.</param>
    /// <param name="panel">The panel.</param>
    /// <param name="language">The language of its words.</param>
    public static string Of(string title, PanelResult panel, Language language)
    {
        var w = Wording.For(language);
        var bids = panel.Lot.Bids.Take(MostBids).ToList();
        // From the right to the left, each label ending at its line: no line then crosses the label of another.
        var marks = Marks(panel).OrderByDescending(mark => mark.Price).ToList();
        var highest = Math.Max(1m, bids.Select(bid => bid.Price).Concat(marks.Select(mark => mark.Price)).DefaultIfEmpty(1m).Max());
        decimal X(decimal price) => Left + (price / highest * (Width - Left - Right));
        var top = 52 + (marks.Count * 15);
        var height = top + (bids.Count * RowHeight) + 44;
        var svg = new StringBuilder();
        svg.Append(CultureInfo.InvariantCulture, $"<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 {Width} {height}\" width=\"{Width}\" height=\"{height}\" role=\"img\" aria-labelledby=\"t d\" font-family=\"system-ui, sans-serif\" font-size=\"13\">\n");
        svg.Append("<title id=\"t\">").Append(Text(title)).Append("</title>\n<desc id=\"d\">").Append(Text(InWords(panel, marks, w))).Append("</desc>\n");
        svg.Append(CultureInfo.InvariantCulture, $"<rect width=\"{Width}\" height=\"{height}\" fill=\"#ffffff\"/>\n<text x=\"16\" y=\"26\" font-size=\"16\" font-weight=\"600\" fill=\"#1f2328\">{Text(Cut(title, 100))}</text>\n");
        for (var i = 0; i < marks.Count; i++)
        {
            var (mark, x, y) = (marks[i], X(marks[i].Price), 50 + (i * 15));
            var end = x > Left + 220;
            svg.Append(CultureInfo.InvariantCulture, $"<line x1=\"{x:0.0}\" y1=\"{y}\" x2=\"{x:0.0}\" y2=\"{height - 36}\" stroke=\"{mark.Colour}\" stroke-width=\"1.5\" stroke-dasharray=\"{mark.Dashes}\"/>\n");
            svg.Append(CultureInfo.InvariantCulture, $"<text x=\"{(end ? x - 5 : x + 5):0.0}\" y=\"{y + 5}\" font-size=\"11\" fill=\"{mark.Colour}\" text-anchor=\"{(end ? "end" : "start")}\">{Text($"{mark.Label.In(language)}: {w.Money(decimal.Round(mark.Price, 2), panel.Lot.Currency)}")}</text>\n");
        }

        for (var i = 0; i < bids.Count; i++)
        {
            var (bid, y) = (bids[i], top + (i * RowHeight) + 14);
            var asks = panel.Asking.Contains(i);
            // Shape and words tell it as well as colour does.
            svg.Append(CultureInfo.InvariantCulture, $"<text x=\"16\" y=\"{y + 4}\" fill=\"#1f2328\"{(asks ? " font-weight=\"600\"" : "")}>{Text(Cut(bid.Label, LongestLabel))}</text>\n<line x1=\"{Left}\" y1=\"{y}\" x2=\"{Width - Right}\" y2=\"{y}\" stroke=\"#d8dee4\"/>\n");
            svg.Append(asks
                ? string.Create(CultureInfo.InvariantCulture, $"<path d=\"M{X(bid.Price):0.0} {y - 8} l8 8 l-8 8 l-8 -8 z\" fill=\"#9a4a00\"/>\n")
                : string.Create(CultureInfo.InvariantCulture, $"<circle cx=\"{X(bid.Price):0.0}\" cy=\"{y}\" r=\"6\" fill=\"#0b4f8a\"/>\n"));
        }

        svg.Append(CultureInfo.InvariantCulture, $"<text x=\"{Left}\" y=\"{height - 14}\" font-size=\"11\" fill=\"#57606a\">{Text(w.Money(0, panel.Lot.Currency))}</text>\n<text x=\"{Width - Right}\" y=\"{height - 14}\" font-size=\"11\" fill=\"#57606a\" text-anchor=\"end\">{Text(w.Money(decimal.Round(highest, 2), panel.Lot.Currency))}</text>\n");
        svg.Append(CultureInfo.InvariantCulture, $"<text x=\"16\" y=\"{height - 14}\" font-size=\"11\" fill=\"#57606a\">{Text(new LocalizedText("◆ vraagt om een toelichting   ● niet", "◆ asks for an explanation   ● does not").In(language))}</text>\n</svg>\n");
        return svg.ToString();
    }

    private sealed record Mark(LocalizedText Label, decimal Price, string Colour, string Dashes);

    private static IEnumerable<Mark> Marks(PanelResult panel)
    {
        if (panel.Lot.Estimate is { } estimate) yield return new(new("raming", "estimate"), estimate, "#1a7f37", "none");
        if (panel.Screens.Mean is { } mean) yield return new(new("gemiddelde", "mean"), mean, "#57606a", "none");
        foreach (var limit in panel.Comparisons.GroupBy(comparison => comparison.Id, StringComparer.Ordinal).Select(group => group.First()).Where(comparison => !comparison.Id.StartsWith(BidComparison.OfUnit, StringComparison.Ordinal)))
        {
            var label = limit.Id switch
            {
                BidComparison.GapToNext => new LocalizedText("grens afstand tot volgende", "limit, distance to next"),
                BidComparison.ShareOfMean => new LocalizedText("grens deel van gemiddelde", "limit, part of mean"),
                _ => new LocalizedText("grens deel van raming", "limit, part of estimate"),
            };
            yield return new(label, limit.Prices.Limit, "#9a4a00", "6 3");
        }

        foreach (var reading in panel.Methods)
        {
            // The Greek limit is a discount, no price.
            if (reading.Method.Jurisdiction != "GR" && reading.Figures.OfType<MethodFigure.Number>().FirstOrDefault(figure => figure.Name == "limit") is { Value: >= 0 } limit)
                yield return new(LocalizedText.Same(reading.Method.Id), limit.Value, reading.Applies ? "#9a4a00" : "#8250df", "2 3");
        }
    }

    private static string InWords(PanelResult panel, IEnumerable<Mark> marks, Wording w) => string.Join(". ",
    [
        .. panel.Lot.Bids.Take(MostBids).Select((bid, place) => $"{bid.Label}: {w.Money(bid.Price, panel.Lot.Currency)}{(panel.Asking.Contains(place) ? new LocalizedText(", vraagt om een toelichting", ", asks for an explanation").In(w.Language) : "")}"),
        .. marks.Select(mark => $"{mark.Label.In(w.Language)}: {w.Money(decimal.Round(mark.Price, 2), panel.Lot.Currency)}"),
    ]) + ".";

    private static string Cut(string text, int length) => text.Length <= length ? text : text[..(length - 1)] + "…";

    // Names come from files of anyone: what XML does not allow is left out, the rest encoded.
    private static string Text(string text) => WebUtility.HtmlEncode(string.Concat(text.Where(System.Xml.XmlConvert.IsXmlChar)));
}
