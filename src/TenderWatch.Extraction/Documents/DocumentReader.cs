using System.Text;

namespace TenderWatch.Extraction.Documents;

/// <summary>
/// Reads the text of procurement documents: PDF, HTML, DOCX, XLSX, plain text, and ZIP archives of them, told apart by content. Whatever the bytes are, the
/// answer is text and named faults, never an exception. Nothing is run, no link is followed, nothing is written.
/// </summary>
public static class DocumentReader
{
    /// <summary>Reads a document.</summary>
    /// <param name="content">The document; read to its end or to the limit of bytes.</param>
    /// <param name="limits">The limits.</param>
    /// <param name="time">Measures how long it takes.</param>
    public static DocumentText Read(Stream content, DocumentLimits limits, TimeProvider time)
    {
        ArgumentNullException.ThrowIfNull(content);
        var collector = new TextCollector(limits, time);
        try
        {
            ReadFile(Load(content, limits), "", 0, collector);
        }
        catch (DocumentException wrong)
        {
            collector.Fault(wrong.Code, "", "The document was not read to its end: " + wrong.Message);
        }

        return collector.Result;
    }

    /// <summary>One file, of which the path stands in its faults. The limits of the whole end the reading of the whole.</summary>
    internal static void ReadFile(byte[] content, string path, int depth, TextCollector collector)
    {
        try
        {
            switch (Format(content))
            {
                case DocumentFormat.Empty: throw new DocumentException("empty", "it is empty.");
                case DocumentFormat.Pdf: PdfText.Read(content, path, collector); break;
                case DocumentFormat.Zip: ArchiveText.Read(content, path, depth, collector); break;
                case DocumentFormat.Ole:
                    throw new DocumentException("old-format", "it is a file of an old Office (.doc, .xls), or one with a password. Save it as PDF, .docx or .xlsx without a password.");
                case DocumentFormat.Html: HtmlText.Read(Decode(content), path, collector); break;
                case DocumentFormat.Text: Paragraphs(Decode(content), path, collector); break;
                default: throw new DocumentException("unknown-format", "it is none of PDF, HTML, DOCX, XLSX, plain text and ZIP.");
            }
        }
        catch (DocumentException wrong) when (path.Length > 0 && wrong.Code is not ("timeout" or "too-much-text" or "bomb" or "too-many-files"))
        {
            collector.Fault(wrong.Code, path, "The file was not read: " + wrong.Message);
        }
    }

    /// <summary>Cuts a text at its empty lines.</summary>
    internal static void Paragraphs(string text, string path, TextCollector collector)
    {
        var number = 0;
        foreach (var paragraph in text.ReplaceLineEndings("\n").Split("\n\n")) collector.Add(path, null, ++number, paragraph.Trim());
    }

    // A length that the stream declares is believed where it is too large, and never where it is small.
    private static byte[] Load(Stream content, DocumentLimits limits)
    {
        if (content.CanSeek && content.Length - content.Position > limits.Bytes) throw TooLarge(limits);
        using var kept = new MemoryStream();
        var buffer = new byte[81920];
        for (int read; (read = content.Read(buffer)) > 0;)
        {
            if (kept.Length + read > limits.Bytes) throw TooLarge(limits);
            kept.Write(buffer, 0, read);
        }

        return kept.ToArray();
    }

    private static DocumentException TooLarge(DocumentLimits limits) => new("too-large", $"it is larger than {limits.Bytes / 1024 / 1024} MiB. Nothing of it was read.");

    private static DocumentFormat Format(ReadOnlySpan<byte> content)
    {
        if (content.IsEmpty) return DocumentFormat.Empty;
        if (content.StartsWith("PK\u0003\u0004"u8) || content.StartsWith("PK\u0005\u0006"u8)) return DocumentFormat.Zip;
        if (content is [0xD0, 0xCF, 0x11, 0xE0, ..]) return DocumentFormat.Ole;
        // Real files have some bytes before the mark (ISO 32000-1 Annex H.3.4.1 allows 1024).
        var start = content[..Math.Min(content.Length, 1024)];
        if (start.IndexOf("%PDF-"u8) >= 0) return DocumentFormat.Pdf;
        if (start.IndexOf((byte)0) >= 0 && content is not [0xFF, 0xFE, ..] and not [0xFE, 0xFF, ..]) return DocumentFormat.Unknown;
        var text = Encoding.Latin1.GetString(start).TrimStart('\u00EF', '\u00BB', '\u00BF', ' ', '\t', '\r', '\n');
        return text.Contains("<html", StringComparison.OrdinalIgnoreCase) || text.StartsWith("<!doctype html", StringComparison.OrdinalIgnoreCase) || text.StartsWith("<p", StringComparison.OrdinalIgnoreCase) || text.StartsWith("<div", StringComparison.OrdinalIgnoreCase)
            ? DocumentFormat.Html
            : start.ContainsAnyInRange((byte)1, (byte)8) ? DocumentFormat.Unknown : DocumentFormat.Text;
    }

    // UTF-8 where it is, else what older files of Windows are written in, whose bytes 80 to 9F are dashes and quotes.
    private static string Decode(byte[] content)
    {
        if (content is [0xFF, 0xFE, ..]) return Encoding.Unicode.GetString(content.AsSpan(2));
        if (content is [0xFE, 0xFF, ..]) return Encoding.BigEndianUnicode.GetString(content.AsSpan(2));
        var bytes = content is [0xEF, 0xBB, 0xBF, ..] ? content.AsSpan(3) : content.AsSpan();
        try
        {
            return new UTF8Encoding(false, throwOnInvalidBytes: true).GetString(bytes);
        }
        catch (DecoderFallbackException)
        {
            return Encoding.Latin1.GetString(bytes).Replace('\u0080', '\u20AC').Replace('\u0096', '\u2013').Replace('\u0092', '\u2019');
        }
    }

    private enum DocumentFormat
    {
        Empty,
        Pdf,
        Zip,
        Ole,
        Html,
        Text,
        Unknown,
    }
}
