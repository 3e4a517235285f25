using System.Globalization;
using UglyToad.PdfPig;
using UglyToad.PdfPig.DocumentLayoutAnalysis.TextExtractor;
using UglyToad.PdfPig.Exceptions;

namespace TenderWatch.Extraction.Documents;

/// <summary>The text of a PDF, page by page. Its scripts and attachments are left alone.</summary>
internal static class PdfText
{
    private const int DeepestStack = 128;

    // Bookmarks are counted under the same name.
    private const long FarBeyond = 20;

    public static void Read(byte[] content, string path, TextCollector collector)
    {
        if (DeclaredPages(content) is { } declared && declared > collector.Limits.Pages * FarBeyond) throw TooMany(declared, collector);
        var read = new List<string>();
        // The library cannot be interrupted: what takes too long is left behind, and what it read until then is kept.
        var work = Task.Run(() => Pages(content, read, collector));
        bool ended;
        try
        {
            ended = work.WaitAsync(collector.Left, collector.Time).ContinueWith(waited => waited.IsCompletedSuccessfully, CancellationToken.None, TaskContinuationOptions.ExecuteSynchronously, TaskScheduler.Default).GetAwaiter().GetResult();
        }
        finally
        {
            lock (read)
            {
                for (var page = 0; page < read.Count; page++)
                {
                    if (work.IsCompleted || page < read.Count - 1) AddPage(read[page], path, page + 1, collector);
                }
            }
        }

        if (!ended && !work.IsCompleted) throw new DocumentException("timeout", $"the PDF took longer than {collector.Limits.Time.TotalSeconds:0} seconds; the pages that were read until then are kept. Look into it by hand.");
        if (work.Exception?.InnerException is { } fault) throw Named(fault);
    }

    private static void AddPage(string text, string path, int number, TextCollector collector) => collector.Add(path, null, number, text);

    private static void Pages(byte[] content, List<string> read, TextCollector collector)
    {
        using var document = PdfDocument.Open(content, new ParsingOptions { UseLenientParsing = true, SkipMissingFonts = true, MaxStackDepth = DeepestStack });
        if (document.NumberOfPages > collector.Limits.Pages) throw TooMany(document.NumberOfPages, collector);
        long characters = 0;
        for (var number = 1; number <= document.NumberOfPages && collector.Left > TimeSpan.Zero && characters <= collector.Limits.Characters; number++)
        {
            var text = ContentOrderTextExtractor.GetText(document.GetPage(number), addDoubleNewline: true).ReplaceLineEndings("\n");
            characters += text.Length;
            lock (read) read.Add(text);
        }
    }

    private static DocumentException TooMany(long pages, TextCollector collector) =>
        new("too-many-pages", $"the PDF has {pages} pages, and {collector.Limits.Pages} are read at most. Nothing of it was read; split it.");

    // A library over a format of this size fails in many ways on what is broken.
    private static DocumentException Named(Exception fault) => fault switch
    {
        DocumentException known => known,
        PdfDocumentEncryptedException => new DocumentException("encrypted", "the PDF has a password. Ask the buyer for one without."),
        _ => new DocumentException("damaged", $"the PDF is damaged ({fault.GetType().Name}). Open it and save it again."),
    };

    // "/Count 1000000" in the page tree, read before anything is built of it. Trees that are packed are counted when they are open.
    private static long? DeclaredPages(ReadOnlySpan<byte> content)
    {
        long? most = null;
        while (content.IndexOf("/Count"u8) is >= 0 and var at)
        {
            content = content[(at + 6)..].TrimStart(" \t\r\n"u8);
            var digits = 0;
            while (digits < content.Length && digits < 12 && char.IsAsciiDigit((char)content[digits])) digits++;
            if (long.TryParse(content[..digits], NumberStyles.None, CultureInfo.InvariantCulture, out var count) && count > (most ?? 0)) most = count;
        }

        return most;
    }
}
