using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;

namespace TenderWatch.Extraction.BidFiles;

/// <summary>The table of texts of a workbook, read as a stream.</summary>
internal static class XlsxTexts
{
    public static IReadOnlyList<string> Read(SharedStringTablePart? part)
    {
        var texts = new List<string>();
        if (part is null) return texts;
        using var reader = OpenXmlReader.Create(part);
        while (reader.Read())
        {
            if (reader.ElementType != typeof(SharedStringItem) || !reader.IsStartElement) continue;
            if (texts.Count == BidFileLimits.SharedStrings) throw new BidFileException("too-large", "de werkmap bevat veel meer tekst dan inschrijvingen nodig hebben. Bewaar het blad met inschrijvingen apart.", "the workbook holds far more text than bids need. Save the sheet of bids alone.");
            var text = reader.LoadCurrentElement() is SharedStringItem item ? string.Concat(item.Descendants<Text>().Select(part => part.Text)) : "";
            texts.Add(text.Length > BidFileLimits.CellCharacters ? text[..BidFileLimits.CellCharacters] : text);
        }

        return texts;
    }
}
