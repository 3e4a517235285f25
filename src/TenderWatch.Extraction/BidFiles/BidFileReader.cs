using TenderWatch.Core.Bids;

namespace TenderWatch.Extraction.BidFiles;

/// <summary>
/// Reads bids from a file that a person made: CSV, XLSX or JSON, told apart by content. The columns are documented in
/// <c>docs/bids.md</c>. Whatever is in the file, the answer is a table with its faults, never an exception.
/// </summary>
public static class BidFileReader
{
    /// <summary>Reads a file.</summary>
    /// <param name="file">The file; read to its end or to 32 MiB.</param>
    /// <param name="options">What the file does not say.</param>
    public static BidTable Read(Stream file, BidFileOptions options)
    {
        try
        {
            var content = Load(file);
            return BidRows.Read(content switch
            {
                [] => throw new BidFileException("empty", "het bestand is leeg.", "the file is empty."),
                [(byte)'P', (byte)'K', ..] => Workbook(content),
                // OLE2: .xls, and .xlsx with a password.
                [0xD0, 0xCF, 0x11, 0xE0, ..] => throw new BidFileException("old-excel",
                    "dit is een oud Excel-bestand (.xls) of een met een wachtwoord. Bewaar het als 'Excel-werkmap (.xlsx)' zonder wachtwoord.",
                    "it is an old Excel file (.xls) or one with a password. Save it as 'Excel Workbook (.xlsx)' without a password."),
                _ when FirstSign(content) is '{' or '[' => JsonRows.Read(content),
                _ => CsvRows.Read(content),
            }, options);
        }
        catch (BidFileException wrong)
        {
            return BidTable.Unreadable([new BidFault(wrong.Code, wrong.Row, null, null, wrong.Text)]);
        }
    }

    private static byte[] Load(Stream file)
    {
        using var content = new MemoryStream();
        var buffer = new byte[81920];
        for (int read; (read = file.Read(buffer)) > 0;)
        {
            if (content.Length + read > BidFileLimits.FileBytes) throw new BidFileException("too-large",
                $"het bestand is groter dan {BidFileLimits.FileBytes / 1024 / 1024} MiB. Kijk na of dit het bestand met inschrijvingen is.",
                $"the file is larger than {BidFileLimits.FileBytes / 1024 / 1024} MiB. Check that this is the file of bids.");
            content.Write(buffer, 0, read);
        }

        return content.ToArray();
    }

    // The library reads parts only as they are asked for, so that damage shows at any row.
    private static IEnumerable<Row> Workbook(byte[] content)
    {
        using var rows = XlsxRows.Read(content).GetEnumerator();
        while (true)
        {
            try
            {
                if (!rows.MoveNext()) yield break;
            }
            catch (Exception wrong) when (XlsxRows.IsDamage(wrong))
            {
                throw new BidFileException("xlsx",
                    "de werkmap is beschadigd, beveiligd met een wachtwoord of groter dan een bestand met inschrijvingen kan zijn. Bewaar haar opnieuw als 'Excel-werkmap (.xlsx)'.",
                    "the workbook is damaged, protected with a password or larger than a file of bids can be. Save it again as 'Excel Workbook (.xlsx)'.");
            }

            yield return rows.Current;
        }
    }

    private static char FirstSign(ReadOnlySpan<byte> content)
    {
        var text = content is [0xEF, 0xBB, 0xBF, ..] ? content[3..] : content;
        text = text.TrimStart(" \t\r\n"u8);
        return text.IsEmpty ? ' ' : (char)text[0];
    }
}
