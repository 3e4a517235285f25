using System.Text;
using Sylvan.Data.Csv;

namespace TenderWatch.Extraction.BidFiles;

/// <summary>The rows of a text file with separated columns: UTF-8, UTF-16 with a mark, or Windows-1252 as Dutch spreadsheet programs write it.</summary>
internal static class CsvRows
{
    private static readonly UTF8Encoding StrictUtf8 = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    public static IEnumerable<Row> Read(byte[] content)
    {
        var text = Decode(content);
        // A first line "sep=;" tells Excel which separator follows.
        var separator = SeparatorLine(text);
        var number = separator is null ? 0 : 1;
        using var reader = new StringReader(separator is null ? text : text[(text.IndexOf('\n', StringComparison.Ordinal) + 1)..]);
        using var csv = CsvDataReader.Create(reader, new CsvDataReaderOptions
        {
            HasHeaders = false,
            Delimiter = separator ?? DelimiterOf(text),
            MaxBufferSize = BidFileLimits.CellCharacters * BidFileLimits.Columns,
        });
        while (ReadRow(csv, number + 1))
        {
            number++;
            if (csv.RowFieldCount > BidFileLimits.Columns) throw new BidFileException("too-many-columns", BidFileLimits.TooManyColumns, number);
            var cells = new Cell[csv.RowFieldCount];
            for (var i = 0; i < cells.Length; i++) cells[i] = Cell.Of(csv.GetString(i));
            yield return new Row(number, cells);
        }
    }

    private static bool ReadRow(CsvDataReader csv, int number)
    {
        try
        {
            return csv.Read();
        }
        catch (Exception wrong) when (wrong is CsvFormatException or CsvRecordTooLargeException)
        {
            throw new BidFileException("csv",
                "deze rij is geen geldige CSV: een aanhalingsteken is niet gesloten, of een cel is heel lang. Verbeter de rij, of bewaar het blad als XLSX.",
                "the row is no valid CSV: a quotation mark is not closed, or a cell is very long. Correct the row, or save the sheet as XLSX.", number);
        }
    }

    private static string Decode(byte[] content)
    {
        if (content is [0xFF, 0xFE, ..]) return Encoding.Unicode.GetString(content, 2, content.Length - 2);
        if (content is [0xFE, 0xFF, ..]) return Encoding.BigEndianUnicode.GetString(content, 2, content.Length - 2);
        var start = content is [0xEF, 0xBB, 0xBF, ..] ? 3 : 0;
        try
        {
            return StrictUtf8.GetString(content, start, content.Length - start);
        }
        catch (DecoderFallbackException)
        {
            return CodePagesEncodingProvider.Instance.GetEncoding(1252)!.GetString(content);
        }
    }

    private static char? SeparatorLine(string text) =>
        text.StartsWith("sep=", StringComparison.OrdinalIgnoreCase) && text.Length > 5 && text[5] is '\r' or '\n' ? text[4] : null;

    // The separator that the header has most of: a comma in "Prijs, excl. btw" must not win over the semicolons around it.
    private static char DelimiterOf(string text)
    {
        var header = text.AsSpan(0, text.AsSpan().IndexOf('\n') is var end and >= 0 ? end : text.Length).ToString();
        return ((char[])[';', '\t', ',', '|']).MaxBy(separator => header.Count(c => c == separator));
    }
}
