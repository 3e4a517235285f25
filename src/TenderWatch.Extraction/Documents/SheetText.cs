using System.Globalization;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;
using TenderWatch.Extraction.BidFiles;

namespace TenderWatch.Extraction.Documents;

/// <summary>The cells of a workbook that hold text, row by row. Figures in cells have no words beside them that say what they are, and are left out.</summary>
internal static class SheetText
{
    public static void Read(SpreadsheetDocument document, string path, TextCollector collector)
    {
        if (document.WorkbookPart is not { Workbook: { } book } workbook) throw new DocumentException("damaged", "the workbook has no sheets.");
        var texts = XlsxTexts.Read(workbook.SharedStringTablePart);
        var sheets = 0;
        foreach (var sheet in book.Descendants<Sheet>())
        {
            if (++sheets > collector.Limits.Pages) throw new DocumentException("too-many-pages", $"the workbook has more than {collector.Limits.Pages} sheets; those beyond were not read.");
            if (sheet.Id?.Value is { } id && workbook.TryGetPartById(id, out var part) && part is WorksheetPart worksheet) Rows(worksheet, sheet.Name?.Value ?? $"{sheets}", texts, path, collector);
        }
    }

    private static void Rows(WorksheetPart worksheet, string sheet, IReadOnlyList<string> texts, string path, TextCollector collector)
    {
        using var reader = OpenXmlReader.Create(worksheet);
        var (row, cells) = (0, new List<string>());
        while (reader.Read())
        {
            if (reader.ElementType == typeof(DocumentFormat.OpenXml.Spreadsheet.Row))
            {
                if (reader.IsStartElement) row = RowOf(reader, row);
                if (reader.IsEndElement)
                {
                    collector.Add(path, sheet, row, string.Join(" \u2022 ", cells));
                    cells.Clear();
                }
            }
            else if (reader.ElementType == typeof(DocumentFormat.OpenXml.Spreadsheet.Cell) && reader.IsStartElement
                && reader.LoadCurrentElement() is DocumentFormat.OpenXml.Spreadsheet.Cell cell && TextOf(cell, texts) is { Length: > 0 } text)
            {
                cells.Add(text);
            }
        }
    }

    private static int RowOf(OpenXmlReader reader, int before)
    {
        foreach (var attribute in reader.Attributes)
        {
            if (attribute.LocalName == "r" && int.TryParse(attribute.Value, NumberStyles.None, CultureInfo.InvariantCulture, out var stated)) return stated;
        }

        return before + 1;
    }

    private static string? TextOf(DocumentFormat.OpenXml.Spreadsheet.Cell cell, IReadOnlyList<string> texts)
    {
        if (cell.DataType?.Value is not { } type) return null;
        if (type == CellValues.SharedString) return int.TryParse(cell.CellValue?.Text, NumberStyles.None, CultureInfo.InvariantCulture, out var index) && index < texts.Count ? texts[index] : null;
        return type == CellValues.InlineString ? cell.InlineString?.InnerText : type == CellValues.String ? cell.CellValue?.Text : null;
    }
}
