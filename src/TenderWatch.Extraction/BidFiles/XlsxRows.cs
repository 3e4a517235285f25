using System.Globalization;
using System.Xml;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;

namespace TenderWatch.Extraction.BidFiles;

/// <summary>The rows of the first visible sheet of a workbook, as a stream. Macros are never run and links never followed.</summary>
internal static class XlsxRows
{
    public static IEnumerable<Row> Read(byte[] content)
    {
        using var document = Open(content);
        var workbook = document.WorkbookPart ?? throw new BidFileException("xlsx", "dit is geen werkmap. Bewaar het als 'Excel-werkmap (.xlsx)'.", "it is no workbook. Save it as 'Excel Workbook (.xlsx)'.");
        var sheet = workbook.Workbook?.Descendants<Sheet>().FirstOrDefault(one => one.State is null || one.State.Value == SheetStateValues.Visible)
            ?? throw new BidFileException("xlsx", "de werkmap heeft geen zichtbaar blad.", "the workbook has no visible sheet.");
        if (sheet.Id?.Value is not { } id || !workbook.TryGetPartById(id, out var part) || part is not WorksheetPart worksheet)
            throw new BidFileException("xlsx", "het eerste blad heeft geen cellen. Zet de inschrijvingen op het eerste blad.", "the first sheet holds no cells. Put the bids on the first sheet.");

        var texts = XlsxTexts.Read(workbook.SharedStringTablePart);
        var dates = XlsxDates.Of(workbook.WorkbookStylesPart?.Stylesheet);
        using var reader = OpenXmlReader.Create(worksheet);
        var number = 0;
        while (reader.Read())
        {
            if (reader.ElementType != typeof(DocumentFormat.OpenXml.Spreadsheet.Row) || !reader.IsStartElement) continue;
            number = reader.Attributes.FirstOrDefault(attribute => attribute.LocalName == "r").Value is { } stated
                && int.TryParse(stated, NumberStyles.None, CultureInfo.InvariantCulture, out var row) && row > number ? row : number + 1;
            yield return new Row(number, ReadCells(reader, texts, dates, number));
        }
    }

    private static SpreadsheetDocument Open(byte[] content)
    {
        try
        {
            return SpreadsheetDocument.Open(new MemoryStream(content, writable: false), isEditable: false, new OpenSettings { MaxCharactersInPart = BidFileLimits.PartCharacters });
        }
        catch (Exception wrong) when (IsDamage(wrong))
        {
            throw new BidFileException("xlsx",
                "de werkmap is beschadigd of beveiligd met een wachtwoord. Bewaar haar opnieuw als 'Excel-werkmap (.xlsx)' zonder wachtwoord.",
                "the workbook is damaged or protected with a password. Save it again as 'Excel Workbook (.xlsx)' without a password.");
        }
    }

    /// <summary>What the library throws for a damaged workbook, besides its own exception.</summary>
    public static bool IsDamage(Exception wrong) =>
        wrong is OpenXmlPackageException or InvalidDataException or FileFormatException or XmlException or FormatException or ArgumentException or InvalidOperationException
            or IOException or KeyNotFoundException or UriFormatException;

    private static List<Cell> ReadCells(OpenXmlReader reader, IReadOnlyList<string> texts, XlsxDates dates, int row)
    {
        var cells = new List<Cell>();
        if (!reader.ReadFirstChild()) return cells;
        do
        {
            if (reader.ElementType != typeof(DocumentFormat.OpenXml.Spreadsheet.Cell) || reader.LoadCurrentElement() is not DocumentFormat.OpenXml.Spreadsheet.Cell cell) continue;
            var column = cell.CellReference?.Value is { } reference ? ColumnOf(reference) : cells.Count;
            if (column is < 0 or >= BidFileLimits.Columns)
            {
                // Formatting far to the right is no data.
                if (cell.CellValue is null && cell.InlineString is null) continue;
                throw new BidFileException("too-many-columns", BidFileLimits.TooManyColumns, row);
            }

            while (cells.Count <= column) cells.Add(Cell.Empty);
            cells[column] = Read(cell, texts, dates);
        }
        while (reader.ReadNextSibling());
        return cells;
    }

    private static Cell Read(DocumentFormat.OpenXml.Spreadsheet.Cell cell, IReadOnlyList<string> texts, XlsxDates dates)
    {
        if (cell.CellFormula is { } formula) return new Cell(CellKind.Formula, "=" + formula.Text);
        var value = cell.CellValue?.Text ?? "";
        if (cell.DataType?.Value is { } type && type != CellValues.Number)
        {
            if (type == CellValues.SharedString) return int.TryParse(value, NumberStyles.None, CultureInfo.InvariantCulture, out var index) && index < texts.Count ? Cell.Of(texts[index]) : new Cell(CellKind.Error, value);
            if (type == CellValues.InlineString) return Cell.Of(cell.InlineString?.InnerText ?? "");
            if (type == CellValues.Boolean) return new Cell(CellKind.Boolean, value);
            if (type == CellValues.Date) return new Cell(CellKind.Date, value);
            return type == CellValues.Error ? new Cell(CellKind.Error, value) : Cell.Of(value);
        }

        if (value.Length == 0) return Cell.Empty;
        if (dates.IsDate(cell.StyleIndex?.Value)) return new Cell(CellKind.Date, value);
        return NumberOf(value) is { } number ? new Cell(CellKind.Number, value, number) : new Cell(CellKind.Error, value);
    }

    // Workbooks hold binary fractions: 2268620.3999999999 is what a person entered as 2268620.4. Spreadsheets show 15 digits, and so many are meant.
    private static decimal? NumberOf(string value)
    {
        if (!double.TryParse(value, NumberStyles.Float, CultureInfo.InvariantCulture, out var number) || !double.IsFinite(number)) return null;
        return decimal.TryParse(number.ToString("G15", CultureInfo.InvariantCulture), NumberStyles.Float, CultureInfo.InvariantCulture, out var exact) ? exact : null;
    }

    private static int ColumnOf(string reference)
    {
        var column = 0;
        foreach (var c in reference)
        {
            if (c is < 'A' or > 'Z') break;
            column = (column * 26) + (c - 'A' + 1);
            if (column > 100_000) break;
        }

        return column - 1;
    }
}
