using System.Globalization;
using System.IO.Compression;
using System.Text;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;
using DocumentFormat.OpenXml.Wordprocessing;

namespace TenderWatch.Extraction.Tests.Documents;

/// <summary>Documents made for tests.</summary>
internal static class MadeFiles
{
    public static byte[] Zip(params (string Name, byte[] Content)[] files)
    {
        using var stream = new MemoryStream();
        using (var archive = new ZipArchive(stream, ZipArchiveMode.Create, leaveOpen: true))
        {
            foreach (var (name, content) in files)
            {
                using var entry = archive.CreateEntry(name, CompressionLevel.Optimal).Open();
                entry.Write(content);
            }
        }

        return stream.ToArray();
    }

    public static byte[] Docx(params string[] paragraphs)
    {
        using var stream = new MemoryStream();
        using (var document = WordprocessingDocument.Create(stream, WordprocessingDocumentType.Document))
        {
            var main = document.AddMainDocumentPart();
            main.Document = new Document(new Body(paragraphs.Select(text => new Paragraph(new DocumentFormat.OpenXml.Wordprocessing.Run(new DocumentFormat.OpenXml.Wordprocessing.Text(text))))));
        }

        return stream.ToArray();
    }

    public static byte[] Xlsx(string sheet, params string[] rows)
    {
        using var stream = new MemoryStream();
        using (var document = SpreadsheetDocument.Create(stream, SpreadsheetDocumentType.Workbook))
        {
            var workbook = document.AddWorkbookPart();
            workbook.Workbook = new Workbook();
            var part = workbook.AddNewPart<WorksheetPart>();
            part.Worksheet = new Worksheet(new SheetData(rows.Select((text, index) => new Row(
                new Cell { DataType = CellValues.InlineString, InlineString = new InlineString(new DocumentFormat.OpenXml.Spreadsheet.Text(text)) })
            { RowIndex = (uint)index + 1 })));
            workbook.Workbook.AppendChild(new Sheets(new Sheet { Id = workbook.GetIdOfPart(part), SheetId = 1, Name = sheet }));
        }

        return stream.ToArray();
    }

    /// <summary>A PDF by hand: pages of one line each. <paramref name="declared"/> pages are declared, with that many references to the same ones.</summary>
    public static byte[] Pdf(string[] lines, int? declared = null, string trailer = "")
    {
        var objects = new List<string> { "<</Type/Catalog/Pages 2 0 R>>", "" };
        var kids = new List<string>();
        foreach (var line in lines)
        {
            var content = $"BT /F1 12 Tf 72 700 Td ({line}) Tj ET";
            objects.Add($"<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Resources<</Font<</F1 <</Type/Font/Subtype/Type1/BaseFont/Helvetica/Encoding/WinAnsiEncoding>>>>>>/Contents {objects.Count + 2} 0 R>>");
            kids.Add($"{objects.Count} 0 R");
            objects.Add($"<</Length {content.Length}>>\nstream\n{content}\nendstream");
        }

        var count = declared ?? kids.Count;
        objects[1] = $"<</Type/Pages/Count {count}/Kids[{string.Join(' ', declared is null ? kids : Enumerable.Repeat(kids[0], count))}]>>";
        var (file, places) = (new StringBuilder("%PDF-1.4\n"), new List<int>());
        for (var number = 0; number < objects.Count; number++)
        {
            places.Add(file.Length);
            file.Append(CultureInfo.InvariantCulture, $"{number + 1} 0 obj\n{objects[number]}\nendobj\n");
        }

        var start = file.Length;
        file.Append(CultureInfo.InvariantCulture, $"xref\n0 {objects.Count + 1}\n0000000000 65535 f \n");
        foreach (var place in places) file.Append(CultureInfo.InvariantCulture, $"{place:D10} 00000 n \n");
        file.Append(CultureInfo.InvariantCulture, $"trailer\n<</Size {objects.Count + 1}/Root 1 0 R{trailer}>>\nstartxref\n{start}\n%%EOF");
        return Encoding.Latin1.GetBytes(file.ToString());
    }

    /// <summary>A PDF that can be opened with a password only (standard security handler, revision 2; the entries are of no password that anybody has).</summary>
    public static byte[] EncryptedPdf() =>
        Pdf(["geheim"], trailer: $"/ID[<{new string('a', 32)}><{new string('a', 32)}>]/Encrypt<</Filter/Standard/V 1/R 2/Length 40/P -4/O<{new string('1', 64)}>/U<{new string('2', 64)}>>>");
}
