using System.Text;
using Microsoft.Extensions.Time.Testing;
using TenderWatch.Core.Texts;
using TenderWatch.Extraction.Documents;
using TenderWatch.Extraction.Rules;

namespace TenderWatch.Extraction.Tests.Documents;

public sealed class DocumentReaderTests
{
    private const string Sentence = "De looptijd is 8 jaar, met de mogelijkheid om 3 maal 2 jaar te verlengen.";

    [Fact]
    public void The_text_of_a_pdf_comes_page_by_page_with_facts_at_their_place()
    {
        var text = Read(MadeFiles.Pdf(["Voorblad", Sentence]));
        Assert.Empty(text.Faults);
        Assert.Equal([1, 2], text.Parts.Select(part => part.Number));
        var facts = Facts(text);
        Assert.Equal([("P8Y", 2), ("R3/P2Y", 2)], facts.Select(fact => (fact.Fact.Value, fact.Fact.Place.Page!.Value)));
        Assert.All(facts, fact => Assert.True(fact.Fact.Place.Holds(fact.Text.Text, fact.Fact.Quote)));
    }

    [Fact]
    public void The_text_of_a_document_of_office_comes_paragraph_by_paragraph()
    {
        var text = Read(MadeFiles.Docx("Inleiding", Sentence));
        Assert.Empty(text.Faults);
        Assert.Equal(["Inleiding", Sentence], text.Parts.Select(part => part.Text));
        Assert.Equal(["P8Y", "R3/P2Y"], Facts(text).Select(fact => fact.Fact.Value));
    }

    [Fact]
    public void The_text_of_a_workbook_comes_with_sheet_and_row()
    {
        var text = Read(MadeFiles.Xlsx("Eisen", "Kop", Sentence));
        Assert.Empty(text.Faults);
        Assert.Equal([("Eisen", 1, "Kop"), ("Eisen", 2, Sentence)], text.Parts.Select(part => (part.Sheet!, part.Number!.Value, part.Text)));
    }

    [Fact]
    public void The_text_of_html_is_what_people_see_of_it()
    {
        var text = Read(Encoding.UTF8.GetBytes($"<html><head><title>x</title><script>alert('8 jaar')</script></head><body><p>Levering &amp; beheer</p><div>{Sentence.Replace("8 jaar", "8&nbsp;jaar", StringComparison.Ordinal)}</div></body></html>"));
        Assert.Empty(text.Faults);
        Assert.Equal(["Levering & beheer", Sentence], text.Parts.Select(part => part.Text));
    }

    [Fact]
    public void An_archive_gives_the_text_of_each_of_its_files_under_its_path_and_of_an_archive_within_it()
    {
        var inner = MadeFiles.Zip(("b.txt", Encoding.UTF8.GetBytes(Sentence)));
        var text = Read(MadeFiles.Zip(("stukken/a.docx", MadeFiles.Docx("eerste")), ("inner.zip", inner), ("plaatje.png", [0x89, 0x50, 0x4E, 0x47, 0, 1])));
        Assert.Equal([("stukken/a.docx", "eerste"), ("inner.zip/b.txt", Sentence)], text.Parts.Select(part => (part.Path, part.Text)));
        Assert.Equal([("unknown-format", "plaatje.png")], text.Faults.Select(fault => (fault.Code, fault.Path)));
    }

    [Fact]
    public void A_zip_bomb_ends_before_it_is_unpacked()
    {
        var bomb = MadeFiles.Zip(("goed.txt", Encoding.UTF8.GetBytes(Sentence)), ("bom.txt", new byte[40 * 1024 * 1024]));
        var before = GC.GetTotalAllocatedBytes();
        var text = Read(bomb);
        Assert.Equal("bomb", Assert.Single(text.Faults).Code);
        Assert.Equal(Sentence, Assert.Single(text.Parts).Text);
        Assert.True(GC.GetTotalAllocatedBytes() - before < 40 * 1024 * 1024);
    }

    [Fact]
    public void An_archive_that_only_becomes_large_in_all_ends_at_the_limit_of_the_whole()
    {
        var random = new byte[200_000];
        new Random(1).NextBytes(random);
        var text = Read(MadeFiles.Zip([.. Enumerable.Range(0, 10).Select(index => ($"{index}.bin", random))]), new DocumentLimits { UnpackedBytes = 1_000_000 });
        Assert.Contains(text.Faults, fault => fault.Code == "bomb");
    }

    [Fact]
    public void Archives_within_archives_are_opened_to_a_depth()
    {
        var content = MadeFiles.Zip(("tekst.txt", Encoding.UTF8.GetBytes(Sentence)));
        for (var depth = 0; depth < 5; depth++) content = MadeFiles.Zip(("in.zip", content));
        var text = Read(content);
        Assert.Empty(text.Parts);
        Assert.Equal("nested", Assert.Single(text.Faults).Code);
    }

    [Fact]
    public void Too_many_files_in_an_archive_are_refused() =>
        Assert.Equal("too-many-files", Assert.Single(Read(MadeFiles.Zip([.. Enumerable.Range(0, 50).Select(index => ($"{index}.txt", new byte[] { 65 }))]), new DocumentLimits { Entries = 20 }).Faults).Code);

    [Fact]
    public void A_pdf_of_two_gigabytes_is_not_read_into_memory()
    {
        using var stream = new EndlessStream(2L * 1024 * 1024 * 1024);
        var before = GC.GetTotalAllocatedBytes();
        var text = DocumentReader.Read(stream, new DocumentLimits { Bytes = 8 * 1024 * 1024 }, new FakeTimeProvider());
        Assert.Equal("too-large", Assert.Single(text.Faults).Code);
        Assert.True(stream.Position <= 9 * 1024 * 1024);
        Assert.True(GC.GetTotalAllocatedBytes() - before < 64 * 1024 * 1024);

        using var declared = new EndlessStream(2L * 1024 * 1024 * 1024, seekable: true);
        Assert.Equal("too-large", Assert.Single(DocumentReader.Read(declared, DocumentLimits.Usual, new FakeTimeProvider()).Faults).Code);
        Assert.Equal(0, declared.Position);
    }

    [Fact]
    public void An_encrypted_pdf_says_that_it_has_a_password() => Assert.Equal("encrypted", Assert.Single(Read(MadeFiles.EncryptedPdf()).Faults).Code);

    [Theory]
    [InlineData(1_000_000)]
    [InlineData(6_000)]
    public void A_pdf_with_more_pages_than_any_real_one_has_is_refused(int pages)
    {
        var text = Read(MadeFiles.Pdf(["een"], declared: pages));
        Assert.Empty(text.Parts);
        Assert.Equal("too-many-pages", Assert.Single(text.Faults).Code);
    }

    [Fact]
    public void A_file_with_macros_is_read_without_running_them_and_says_so()
    {
        var docx = MadeFiles.Docx(Sentence);
        using var stream = new MemoryStream();
        stream.Write(docx);
        using (var archive = new System.IO.Compression.ZipArchive(stream, System.IO.Compression.ZipArchiveMode.Update, leaveOpen: true))
        {
            using var macro = archive.CreateEntry("word/vbaProject.bin").Open();
            macro.Write([0xD0, 0xCF, 0x11, 0xE0]);
        }

        var text = Read(stream.ToArray());
        var note = Assert.Single(text.Faults);
        Assert.Equal(("macros", true), (note.Code, note.IsNote));
        Assert.Equal(Sentence, Assert.Single(text.Parts).Text);
    }

    [Theory]
    [InlineData("", "empty")]
    [InlineData("D0CF11E0A1B11AE1", "old-format")]
    [InlineData("89504E470D0A1A0A00", "unknown-format")]
    [InlineData("504B0304FFFFFFFF", "damaged")]
    [InlineData("255044462D312E34FFFF", "damaged")]
    public void What_cannot_be_read_ends_in_a_named_fault(string hex, string code) => Assert.Equal(code, Assert.Single(Read(Convert.FromHexString(hex)).Faults).Code);

    [Fact]
    public void A_document_that_takes_too_long_keeps_what_was_read_until_then()
    {
        var time = new FakeTimeProvider { AutoAdvanceAmount = TimeSpan.FromSeconds(20) };
        var text = DocumentReader.Read(new MemoryStream(MadeFiles.Docx([.. Enumerable.Range(0, 20).Select(index => $"alinea {index}")])), DocumentLimits.Usual, time);
        Assert.Equal("timeout", Assert.Single(text.Faults).Code);
        Assert.True(text.Parts.Count < 20);
    }

    [Fact]
    public void A_deeply_nested_pdf_does_not_exhaust_the_stack()
    {
        var nested = new string('[', 200_000) + new string(']', 200_000);
        var pdf = Encoding.Latin1.GetString(MadeFiles.Pdf([Sentence])).Replace("/MediaBox[0 0 595 842]", "/X " + nested + "/MediaBox[0 0 595 842]", StringComparison.Ordinal);
        Assert.NotNull(Read(Encoding.Latin1.GetBytes(pdf)));
    }

    private static DocumentText Read(byte[] content, DocumentLimits? limits = null) => DocumentReader.Read(new MemoryStream(content), limits ?? DocumentLimits.Usual, new FakeTimeProvider());

    private static List<(SourceText Text, TextFact Fact)> Facts(DocumentText text) =>
        [.. text.Texts(default, "nld").SelectMany(one => new TextRules().Read(one).Select(fact => (one, fact)))];

    private sealed class EndlessStream(long length, bool seekable = false) : Stream
    {
        private long _position;

        public override bool CanRead => true;

        public override bool CanSeek => seekable;

        public override bool CanWrite => false;

        public override long Length => seekable ? length : throw new NotSupportedException();

        public override long Position { get => _position; set => throw new NotSupportedException(); }

        public override int Read(byte[] buffer, int offset, int count)
        {
            var read = (int)Math.Min(count, length - _position);
            Array.Fill(buffer, (byte)'A', offset, read);
            if (_position == 0) "%PDF-1.7\n"u8.CopyTo(buffer.AsSpan(offset));
            _position += read;
            return read;
        }

        public override void Flush() => throw new NotSupportedException();

        public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

        public override void SetLength(long value) => throw new NotSupportedException();

        public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();
    }
}
