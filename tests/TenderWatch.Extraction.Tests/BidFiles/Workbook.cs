using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;

namespace TenderWatch.Extraction.Tests.BidFiles;

/// <summary>Workbooks as a spreadsheet program writes them. A date, a formula and a number are given as such, everything else as text.</summary>
internal static class Workbook
{
    private static readonly string[] Dates = ["[$-413]d mmmm yyyy", "dd/mm/yyyy"];

    public sealed record Formula(string Text, string Value);

    public sealed record Shown(string Value, uint Style);

    public static byte[] Of(params object?[][] rows)
    {
        using var file = new MemoryStream();
        using (var document = SpreadsheetDocument.Create(file, SpreadsheetDocumentType.Workbook))
        {
            var workbook = document.AddWorkbookPart();
            var sheet = workbook.AddNewPart<WorksheetPart>();
            workbook.AddNewPart<WorkbookStylesPart>().Stylesheet = Styles();
            workbook.Workbook = new DocumentFormat.OpenXml.Spreadsheet.Workbook(new Sheets(new Sheet { Id = workbook.GetIdOfPart(sheet), SheetId = 1, Name = "Inschrijvingen" }));
            sheet.Worksheet = new Worksheet(new SheetData(rows.Select((cells, index) => new Row(cells.Select((value, column) => CellOf(value, column, index + 1)).OfType<Cell>()) { RowIndex = (uint)index + 1 })));
        }

        return file.ToArray();
    }

    // 0 plain, 1 built-in date, 2 and 3 custom dates, 4 money with a currency sign and a colour
    private static Stylesheet Styles() => new(
        new NumberingFormats(
            new NumberingFormat { NumberFormatId = 164, FormatCode = Dates[0] },
            new NumberingFormat { NumberFormatId = 165, FormatCode = Dates[1] },
            new NumberingFormat { NumberFormatId = 166, FormatCode = "[$€-413] #,##0.00;[Red]\"schuld\" -#,##0.00" }),
        new Fonts(new Font()),
        new Fills(new Fill()),
        new Borders(new Border()),
        new CellStyleFormats(new CellFormat()),
        new CellFormats(
            new CellFormat(), new CellFormat { NumberFormatId = 14 }, new CellFormat { NumberFormatId = 164 }, new CellFormat { NumberFormatId = 165 }, new CellFormat { NumberFormatId = 166 }));

    private static Cell? CellOf(object? value, int column, int row)
    {
        if (value is null) return null;
        var cell = new Cell { CellReference = $"{(char)('A' + column)}{row}" };
        switch (value)
        {
            case Formula formula:
                cell.CellFormula = new CellFormula(formula.Text);
                cell.CellValue = new CellValue(formula.Value);
                break;
            case Shown shown:
                cell.StyleIndex = shown.Style;
                cell.CellValue = new CellValue(shown.Value);
                break;
            case string text:
                cell.DataType = CellValues.InlineString;
                cell.InlineString = new InlineString(new Text(text));
                break;
            default:
                cell.CellValue = new CellValue(Convert.ToString(value, System.Globalization.CultureInfo.InvariantCulture)!);
                break;
        }

        return cell;
    }
}
