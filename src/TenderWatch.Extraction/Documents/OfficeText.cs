using System.IO.Compression;
using System.Text;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Wordprocessing;
using TenderWatch.Extraction.BidFiles;

namespace TenderWatch.Extraction.Documents;

/// <summary>The text of a document or workbook of Office. Macros are never run: that there are any is told.</summary>
internal static class OfficeText
{
    /// <summary>Whether an archive is a document of Office.</summary>
    public static bool IsOffice(ZipArchive archive) => archive.Entries.Any(entry => entry.FullName.Equals("[Content_Types].xml", StringComparison.OrdinalIgnoreCase));

    /// <summary>Reads it.</summary>
    public static void Read(byte[] content, ZipArchive archive, string path, TextCollector collector)
    {
        if (archive.Entries.Any(entry => entry.FullName.EndsWith("vbaProject.bin", StringComparison.OrdinalIgnoreCase)))
            collector.Fault("macros", path, "The file holds macros. They were not run; its text was read.", isNote: true);
        var settings = new OpenSettings { MaxCharactersInPart = collector.Limits.UnpackedBytes };
        try
        {
            using var stream = new MemoryStream(content, writable: false);
            if (archive.Entries.Any(entry => entry.FullName.StartsWith("word/", StringComparison.OrdinalIgnoreCase)))
            {
                using var document = WordprocessingDocument.Open(stream, isEditable: false, settings);
                if (document.MainDocumentPart is { } main) Paragraphs(main, path, collector);
            }
            else if (archive.Entries.Any(entry => entry.FullName.StartsWith("xl/", StringComparison.OrdinalIgnoreCase)))
            {
                using var workbook = SpreadsheetDocument.Open(stream, isEditable: false, settings);
                SheetText.Read(workbook, path, collector);
            }
            else
            {
                throw new DocumentException("unknown-format", "it is a file of Office that is neither a document (.docx) nor a workbook (.xlsx). Save it as PDF.");
            }
        }
        catch (Exception wrong) when (XlsxRows.IsDamage(wrong) || wrong is BidFileException)
        {
            throw new DocumentException("damaged", "it is a damaged file of Office. Open it and save it again.");
        }
    }

    private static void Paragraphs(MainDocumentPart main, string path, TextCollector collector)
    {
        using var reader = OpenXmlReader.Create(main);
        var (text, number) = (new StringBuilder(), 0);
        while (reader.Read())
        {
            // Text that was struck out in a tracked change is no part of the document.
            if (reader.ElementType == typeof(Text) && reader.IsStartElement) text.Append(reader.GetText());
            else if ((reader.ElementType == typeof(TabChar) || reader.ElementType == typeof(Break) || reader.ElementType == typeof(TableCell)) && reader.IsStartElement) text.Append(' ');
            else if (reader.ElementType == typeof(Paragraph) && reader.IsEndElement) End();
            if (text.Length > collector.Limits.Characters) End();
        }

        End();

        void End()
        {
            if (text.Length > 0) collector.Add(path, null, ++number, text.ToString());
            text.Clear();
        }
    }
}
