using System.IO.Compression;
using System.Text;
using CsCheck;
using TenderWatch.Core.Bids;

namespace TenderWatch.Extraction.Tests.BidFiles;

public sealed class XlsxBidFileTests
{
    private static readonly byte[] Sample = Workbook.Of(["Inschrijver", "Prijs (EUR)"], ["A", 100], ["B", 110.5]);

    [Fact]
    public void A_Dutch_workbook_is_read_with_exact_prices()
    {
        var table = Read.Bytes(Workbook.Of(
            ["Perceel", "Inschrijver", "Inschrijfsom (EUR)", "Aantal"],
            [1, "Alfa", new Workbook.Shown("2268620.3999999999", 4), 7933740],
            [null, null, null, null],
            [1, "Beta", "2.440.070,62", null]));

        Assert.Empty(table.Faults);
        Assert.Equal([new SubmittedBid(2, "1", "Alfa", 2268620.4m, "EUR") { Quantity = 7933740m }, new SubmittedBid(4, "1", "Beta", 2440070.62m, "EUR")], table.Bids);
    }

    [Theory]
    [InlineData(1u)]
    [InlineData(2u)]
    [InlineData(3u)]
    public void A_date_as_a_price_is_no_price(uint style)
    {
        var fault = Assert.Single(Read.Bytes(Workbook.Of(["Bidder", "Price (EUR)"], ["A", new Workbook.Shown("46012", style)], ["B", 5])).Faults);
        Assert.Equal(("date-as-number", 2, "Price (EUR)"), (fault.Code, fault.Row, fault.Column));
    }

    [Fact]
    public void A_formula_is_not_believed()
    {
        var fault = Assert.Single(Read.Bytes(Workbook.Of(["Bidder", "Price (EUR)"], ["A", new Workbook.Formula("C2*D2", "100")], ["B", 5])).Faults);
        Assert.Equal(("formula", 2, "Price (EUR)"), (fault.Code, fault.Row, fault.Column));
        Assert.Contains("=C2*D2", fault.Text.En, StringComparison.Ordinal);
    }

    [Fact]
    public void An_old_or_protected_workbook_says_what_to_do()
    {
        var fault = Assert.Single(Read.Bytes([0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1, 0, 0]).Faults);
        Assert.Equal("old-excel", fault.Code);
        Assert.Contains(".xlsx", fault.Text.En, StringComparison.Ordinal);
    }

    [Fact]
    public void A_workbook_that_unpacks_to_a_gigabyte_ends_in_a_fault()
    {
        var fault = Assert.Single(Read.Bytes(WithSheet(sheet =>
        {
            var spaces = new byte[1 << 20];
            Array.Fill(spaces, (byte)' ');
            sheet.Write("<worksheet xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\">"u8);
            for (var i = 0; i < 1024; i++) sheet.Write(spaces);
            sheet.Write("<sheetData/></worksheet>"u8);
        })).Faults);
        Assert.Equal("xlsx", fault.Code);
    }

    [Fact]
    public void Entities_in_a_sheet_are_not_resolved()
    {
        var table = Read.Bytes(WithSheet(sheet => sheet.Write(Encoding.UTF8.GetBytes(
            "<!DOCTYPE x [<!ENTITY e SYSTEM \"file:///etc/hostname\">]><worksheet xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\"><sheetData><row r=\"1\"><c t=\"inlineStr\"><is><t>&e;</t></is></c></row></sheetData></worksheet>"))));
        Assert.Equal("xlsx", Assert.Single(table.Faults).Code);
    }

    [Fact]
    public void Damage_anywhere_ends_in_faults_or_in_the_prices_that_are_written()
    {
        Gen.Select(Gen.Int[0, Sample.Length - 1], Gen.Byte, Gen.Bool).Sample((place, value, cut) =>
        {
            var damaged = cut ? Sample[..place] : [.. Sample];
            if (!cut) damaged[place] = value;
            Assert.All(Read.Bytes(damaged).Bids, bid => Assert.InRange(bid.Price, 0m, 1_000_000_000_000_000m));
        }, iter: 2000);
    }

    // The sample with another sheet in the place of its own.
    private static byte[] WithSheet(Action<Stream> write)
    {
        using var file = new MemoryStream();
        file.Write(Sample);
        using (var zip = new ZipArchive(file, ZipArchiveMode.Update, leaveOpen: true))
        {
            var name = zip.Entries.Single(entry => entry.FullName.Contains("worksheets/", StringComparison.Ordinal)).FullName;
            zip.GetEntry(name)!.Delete();
            using var sheet = zip.CreateEntry(name, CompressionLevel.Fastest).Open();
            write(sheet);
        }

        return file.ToArray();
    }
}
