using TenderWatch.Core.Bids;

namespace TenderWatch.Extraction.BidFiles;

/// <summary>Finds out how a file writes its numbers. One file has one way: a price that can only be Dutch settles what <c>1.250</c> elsewhere means.</summary>
internal static class WrittenNumbers
{
    private static readonly BidColumn[] Numeric = [BidColumn.Price, BidColumn.Quantity, BidColumn.UnitPrice, BidColumn.Estimate];

    /// <summary>The way of a file, or why it cannot be told.</summary>
    public static (NumberStyle Style, BidFault? Doubt) Decide(BidHeader header, IReadOnlyList<Row> rows, NumberStyle? told)
    {
        if (told is { } style) return (style, null);
        (int Row, BidColumn Column, string Text)? dutch = null, english = null, ambiguous = null;
        foreach (var row in rows)
        {
            foreach (var column in Numeric)
            {
                var cell = header.In(row, column);
                if (cell.Kind != CellKind.Text) continue;
                var number = NumberText.Read(cell.Text);
                if (number is { Dutch: not null, English: null }) dutch ??= (row.Number, column, cell.Text);
                else if (number is { Dutch: null, English: not null }) english ??= (row.Number, column, cell.Text);
                else if (number.IsAmbiguous) ambiguous ??= (row.Number, column, cell.Text);
            }
        }

        if (dutch is { } one && english is { } other)
        {
            return (default, new BidFault("mixed-numbers", other.Row, header.NameOf(other.Column), null, new(
                $"'{other.Text}' is op de Engelse manier geschreven, en '{one.Text}' in rij {one.Row} op de Nederlandse. Schrijf alle getallen op één manier, of zeg welke geldt (--numbers).",
                $"'{other.Text}' is written in the English way, and '{one.Text}' in row {one.Row} in the Dutch way. Write all numbers in one way, or say which one holds (--numbers).")));
        }

        if (ambiguous is { } doubtful && dutch is null && english is null)
        {
            var number = NumberText.Read(doubtful.Text);
            return (default, new BidFault("ambiguous-number", doubtful.Row, header.NameOf(doubtful.Column), null, new(
                $"'{doubtful.Text}' kan {Plain(number.Dutch)} (Nederlands) of {Plain(number.English)} (Engels) betekenen, en geen ander getal zegt welk. Zeg welke manier geldt (--numbers nl of --numbers en).",
                $"'{doubtful.Text}' can mean {Plain(number.Dutch)} (Dutch) or {Plain(number.English)} (English), and no other number tells which. Say which way holds (--numbers nl or --numbers en).")));
        }

        return (english is not null ? NumberStyle.English : NumberStyle.Dutch, null);
    }

    private static string Plain(decimal? number) => number?.ToString(System.Globalization.CultureInfo.InvariantCulture) ?? "";
}
