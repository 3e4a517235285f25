using DocumentFormat.OpenXml.Spreadsheet;

namespace TenderWatch.Extraction.BidFiles;

/// <summary>Which cell styles show a number as a date (ECMA-376 part 1, 18.8.30): built-in formats 14 to 22 and 45 to 47, and custom ones with parts of a date.</summary>
internal sealed class XlsxDates
{
    private readonly HashSet<uint> _styles = [];

    public static XlsxDates Of(Stylesheet? styles)
    {
        var dates = new XlsxDates();
        var custom = styles?.NumberingFormats?.Elements<NumberingFormat>()
            .Where(format => format.NumberFormatId?.Value is not null && ShowsDate(format.FormatCode?.Value ?? ""))
            .Select(format => format.NumberFormatId!.Value).ToHashSet() ?? [];
        var index = 0u;
        foreach (var style in styles?.CellFormats?.Elements<CellFormat>() ?? [])
        {
            if (style.NumberFormatId?.Value is { } id && (id is (>= 14 and <= 22) or (>= 45 and <= 47) || custom.Contains(id))) dates._styles.Add(index);
            index++;
        }

        return dates;
    }

    public bool IsDate(uint? style) => style is { } index && _styles.Contains(index);

    // Quoted text and brackets ([$€-413], [Red]) are no part of the pattern; what is left holds d, m, y, h or s only in dates and times.
    private static bool ShowsDate(string code)
    {
        var (quoted, bracketed) = (false, false);
        for (var i = 0; i < code.Length; i++)
        {
            switch (code[i])
            {
                case '"': quoted = !quoted; break;
                case '[' when !quoted: bracketed = true; break;
                case ']' when !quoted: bracketed = false; break;
                case '\\' or '_' or '*': i++; break;
                case 'd' or 'D' or 'm' or 'M' or 'y' or 'Y' or 'h' or 'H' or 's' or 'S' or 'j' or 'J' when !quoted && !bracketed: return true;
            }
        }

        return false;
    }
}
