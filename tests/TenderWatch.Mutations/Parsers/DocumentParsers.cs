using System.Globalization;
using System.IO.Compression;
using System.Text;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;
using DocumentFormat.OpenXml.Wordprocessing;
using Microsoft.Extensions.Time.Testing;
using TenderWatch.Core.Texts;
using TenderWatch.Extraction.Documents;
using TenderWatch.Extraction.Rules;
using TenderWatch.Mutations.Mutating;

namespace TenderWatch.Mutations.Parsers;

/// <summary>The reading of procurement documents, and of facts from their text. What is read has its quotations at their place, and is no amount that is not written.</summary>
internal static class DocumentParsers
{
    private const string Sentence = "De looptijd is 8 jaar, met de mogelijkheid om 3 maal 2 jaar te verlengen. De waarde is EUR 592.517.432 voor 7.933.740 meters, 60 % en 40 %.";

    // What is broken in the midst of a part leaves what stands before it.
    private const int Pieces = 100;

    private static readonly string[] Faults =
    [
        "empty", "too-large", "too-much-text", "too-many-pages", "too-many-files", "bomb", "nested", "encrypted", "damaged", "macros", "old-format", "unknown-format", "timeout",
    ];

    public static IReadOnlyList<Parser> All { get; } =
    [
        Of("document-pdf", Pdf(Sentence), ByteMutations.Mutate),
        Of("document-docx", Docx(Sentence), Packed),
        Of("document-xlsx", Xlsx(Sentence), Packed),
        Of("document-html", Encoding.UTF8.GetBytes($"<!doctype html><html><body><p>{Sentence}</p><table><tr><td>{Sentence}</td></tr></table></body></html>"), ByteMutations.Mutate),
        Of("document-zip", Zip(("a.txt", Encoding.UTF8.GetBytes(Sentence)), ("b/in.zip", Zip(("c.html", Encoding.UTF8.GetBytes("<html><p>" + Sentence)))), ("d.docx", Docx(Sentence))), Packed),
        // Rules alone, over mutated text: nothing is ever refused.
        new("text-rules", [Encoding.UTF8.GetBytes(Sentence + " Uiterlijk 31 maart 2025 om 12:00 uur indienen; ten minste twee leveranciers; verdeeld in 3 percelen; valt onder de GPA.")], ByteMutations.Mutate, Rules, [], (_, answer) => answer.Wrong),
    ];

    private static Parser Of(string name, byte[] original, Func<byte[], Random, byte[]> mutate) => new(name, [original], mutate, Document, Faults, (_, answer) => answer.Wrong);

    // The archive itself, or one of its files in an archive that is sound: the first hardly ever gets as far as the second.
    private static byte[] Packed(byte[] package, Random random)
    {
        if (random.Next(8) == 0) return ByteMutations.Mutate(package, random);
        try
        {
            using var archive = new ZipArchive(new MemoryStream(package), ZipArchiveMode.Read);
            var chosen = random.Next(archive.Entries.Count);
            return Zip([.. archive.Entries.Select((entry, index) => (entry.FullName, index == chosen ? ByteMutations.Mutate(Unpacked(entry), random) : Unpacked(entry)))]);
        }
        catch (Exception broken) when (broken is InvalidDataException or IOException or ArgumentException or NotSupportedException)
        {
            // An earlier mutation broke the archive.
            return ByteMutations.Mutate(package, random);
        }
    }

    private static Answer Document(byte[] input)
    {
        using var stream = new MemoryStream(input, writable: false);
        var text = DocumentReader.Read(stream, DocumentLimits.Usual with { UnpackedBytes = 8 * 1024 * 1024 }, new FakeTimeProvider());
        var wrong = text.Texts(default, "nld").Select(Wrong).FirstOrDefault(fault => fault is not null);
        // What was read of an archive counts, whatever became of the rest.
        return new Answer(text.Parts.Count > 0 ? null : text.Faults.Count > 0 ? text.Faults[0].Code : null, Wrong: wrong);
    }

    private static Answer Rules(byte[] input) => new(null, Wrong: Wrong(new SourceText(default, "", null, null, "nld", Encoding.UTF8.GetString(input))));

    private static string? Wrong(SourceText text)
    {
        foreach (var fact in new TextRules().Read(text))
        {
            if (!fact.Place.Holds(text.Text, fact.Quote)) return $"the words of a {fact.Kind} do not stand at their place";
            // "592.517.432": all digits of an amount without a word such as million stand in its quotation, in their order.
            if (fact.Kind == TextFactKind.Money && !fact.Quote.Any(sign => char.IsLetter(sign) && sign is 'm' or 'M') && !Digits(fact.Quote).Contains(Digits(fact.Value), StringComparison.Ordinal)) return $"the amount {fact.Value} is not written in its quotation";
        }

        return null;
    }

    private static string Digits(string text) => string.Concat(text.Where(char.IsAsciiDigit));

    private static byte[] Zip(params (string Name, byte[] Content)[] files)
    {
        using var stream = new MemoryStream();
        using (var archive = new ZipArchive(stream, ZipArchiveMode.Create, leaveOpen: true))
        {
            foreach (var (name, content) in files)
            {
                // One moment for all: the inputs of a campaign must be the same whenever they are made.
                var entry = archive.CreateEntry(name);
                entry.LastWriteTime = new DateTimeOffset(2025, 1, 1, 0, 0, 0, TimeSpan.Zero);
                using var writing = entry.Open();
                writing.Write(content);
            }
        }

        return stream.ToArray();
    }

    private static byte[] Docx(string text)
    {
        using var stream = new MemoryStream();
        using (var document = WordprocessingDocument.Create(stream, WordprocessingDocumentType.Document))
            document.AddMainDocumentPart().Document = new Document(new Body(Enumerable.Range(0, Pieces).Select(_ => new Paragraph(new DocumentFormat.OpenXml.Wordprocessing.Run(new DocumentFormat.OpenXml.Wordprocessing.Text(text))))));
        return Repacked(stream.ToArray());
    }

    private static byte[] Xlsx(string text)
    {
        using var stream = new MemoryStream();
        using (var document = SpreadsheetDocument.Create(stream, SpreadsheetDocumentType.Workbook))
        {
            var workbook = document.AddWorkbookPart();
            workbook.Workbook = new Workbook();
            var part = workbook.AddNewPart<WorksheetPart>("rSheet");
            part.Worksheet = new Worksheet(new SheetData(Enumerable.Range(0, Pieces).Select(_ => new Row(new Cell { DataType = CellValues.InlineString, InlineString = new InlineString(new DocumentFormat.OpenXml.Spreadsheet.Text(text)) }))));
            workbook.Workbook.AppendChild(new Sheets(new Sheet { Id = "rSheet", SheetId = 1, Name = "Blad" }));
        }

        return Repacked(stream.ToArray());
    }

    // The library stamps its parts with the time of day.
    private static byte[] Repacked(byte[] package)
    {
        using var archive = new ZipArchive(new MemoryStream(package), ZipArchiveMode.Read);
        return Zip([.. archive.Entries.Select(entry => (entry.FullName, Unpacked(entry)))]);
    }

    private static byte[] Unpacked(ZipArchiveEntry entry)
    {
        using var content = new MemoryStream();
        using (var packed = entry.Open()) packed.CopyTo(content);
        return content.ToArray();
    }

    private static byte[] Pdf(string text)
    {
        var content = $"BT /F1 12 Tf 20 700 Td ({text}) Tj ET";
        string[] objects =
        [
            "<</Type/Catalog/Pages 2 0 R>>", "<</Type/Pages/Count 1/Kids[3 0 R]>>",
            "<</Type/Page/Parent 2 0 R/MediaBox[0 0 2000 842]/Resources<</Font<</F1 <</Type/Font/Subtype/Type1/BaseFont/Helvetica/Encoding/WinAnsiEncoding>>>>>>/Contents 4 0 R>>",
            $"<</Length {content.Length}>>\nstream\n{content}\nendstream",
        ];
        var (file, places) = (new StringBuilder("%PDF-1.4\n"), new List<int>());
        for (var number = 0; number < objects.Length; number++)
        {
            places.Add(file.Length);
            file.Append(CultureInfo.InvariantCulture, $"{number + 1} 0 obj\n{objects[number]}\nendobj\n");
        }

        var start = file.Length;
        file.Append(CultureInfo.InvariantCulture, $"xref\n0 {objects.Length + 1}\n0000000000 65535 f \n");
        foreach (var place in places) file.Append(CultureInfo.InvariantCulture, $"{place:D10} 00000 n \n");
        file.Append(CultureInfo.InvariantCulture, $"trailer\n<</Size {objects.Length + 1}/Root 1 0 R>>\nstartxref\n{start}\n%%EOF");
        return Encoding.Latin1.GetBytes(file.ToString());
    }
}
