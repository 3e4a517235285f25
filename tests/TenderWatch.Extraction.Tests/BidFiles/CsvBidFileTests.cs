using System.Text;
using TenderWatch.Core.Bids;
using TenderWatch.Extraction.BidFiles;

namespace TenderWatch.Extraction.Tests.BidFiles;

public sealed class CsvBidFileTests
{
    [Fact]
    public void Dutch_headers_and_numbers_are_read()
    {
        var table = Read.Text("Perceel;Inschrijver;Prijs (EUR);Aantal;Eenheidsprijs;Gegund;Opmerking\n1;Alfa B.V.;1.234.567,89;;;ja;eerste\n1;Bèta B.V.;€ 2.000.000,-;;;nee;\n2;Alfa B.V.;;1.000;12,50;;\n");

        Assert.Empty(table.Faults);
        Assert.Equal(["Opmerking"], table.UnreadColumns);
        Assert.Equal(
            [
                new SubmittedBid(2, "1", "Alfa B.V.", 1234567.89m, "EUR") { Won = true },
                new SubmittedBid(3, "1", "Bèta B.V.", 2000000m, "EUR") { Won = false },
                new SubmittedBid(4, "2", "Alfa B.V.", 12500.00m, "EUR") { Quantity = 1000m, UnitPrice = 12.50m },
            ],
            table.Bids);
    }

    [Fact]
    public void English_headers_and_numbers_are_read()
    {
        var table = Read.Text("Bidder,Price,Currency,Estimate\n\"Alpha, Ltd\",\"1,234,567.89\",eur,\"1,500,000\"\nBeta,2000000,EUR,1500000\n");

        Assert.Empty(table.Faults);
        Assert.Equal([1234567.89m, 2000000m], table.Bids.Select(bid => bid.Price));
        Assert.All(table.Bids, bid => Assert.Equal((BidTable.OnlyLot, "EUR", 1500000m), (bid.Lot, bid.Currency, bid.Estimate)));
        Assert.Equal("Alpha, Ltd", table.Bids[0].Bidder);
    }

    [Theory]
    [InlineData("1.250", "1.500")]
    [InlineData("1,250", "1,500")]
    public void A_number_that_can_mean_two_things_is_refused_and_says_which(string one, string other)
    {
        var fault = Read.FaultOf($"Inschrijver;Prijs\nA;{one}\nB;{other}\n", new BidFileOptions { Currency = "EUR" });

        Assert.Equal(("ambiguous-number", 2, "Prijs"), (fault.Code, fault.Row, fault.Column));
        Assert.Contains("1250", fault.Text.En, StringComparison.Ordinal);
        Assert.Contains("1.250", fault.Text.En, StringComparison.Ordinal);
        Assert.Contains("--numbers", fault.Text.En, StringComparison.Ordinal);
    }

    [Fact]
    public void Another_number_of_the_file_tells_what_a_doubtful_one_means()
    {
        var table = Read.Text("Inschrijver;Prijs (EUR)\nA;1.250\nB;1.500,50\n");
        Assert.Equal([1250m, 1500.50m], table.Bids.Select(bid => bid.Price));

        table = Read.Text("Inschrijver;Prijs (EUR)\nA;1.250\nB;1,500.50\n");
        Assert.Equal([1.250m, 1500.50m], table.Bids.Select(bid => bid.Price));
    }

    [Theory]
    [InlineData(NumberStyle.Dutch, 1250)]
    [InlineData(NumberStyle.English, 1.25)]
    public void A_person_may_say_how_numbers_are_written(NumberStyle style, double price)
    {
        var table = Read.Text("Inschrijver;Prijs\nA;1.250\n", new BidFileOptions { Currency = "EUR", Numbers = style });
        Assert.Equal((decimal)price, Assert.Single(table.Bids).Price);
    }

    [Fact]
    public void Dutch_and_English_numbers_in_one_file_are_refused_with_both_places()
    {
        var fault = Read.FaultOf("Inschrijver;Prijs (EUR)\nA;1.250,00\nB;1,500.50\n");
        Assert.Equal(("mixed-numbers", 3), (fault.Code, fault.Row));
        Assert.Contains("row 2", fault.Text.En, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("A;-5,00", "negative-price", "Prijs (EUR)")]
    [InlineData("A;=2+2", "formula", "Prijs (EUR)")]
    [InlineData("A;12-03-2026", "date-as-number", "Prijs (EUR)")]
    [InlineData("A;12/03/2026", "date-as-number", "Prijs (EUR)")]
    [InlineData("A;veel", "not-a-number", "Prijs (EUR)")]
    [InlineData("A;1e9", "not-a-number", "Prijs (EUR)")]
    [InlineData("A;", "missing-price", "Prijs (EUR)")]
    [InlineData("A;9999999999999999", "too-large", "Prijs (EUR)")]
    [InlineData("A;USD 5,00", "two-currencies", "Prijs (EUR)")]
    [InlineData(";5,00", "missing-bidder", "Inschrijver")]
    [InlineData("=A;5,00", "missing-bidder", "Inschrijver")]
    public void What_is_wrong_is_named_with_row_and_column_and_stops_no_other_row(string row, string code, string column)
    {
        var table = Read.Text($"Inschrijver;Prijs (EUR)\nB;1.000,00\n{row}\nC;1.100,00\n");

        var fault = Assert.Single(table.Faults);
        Assert.Equal((code, 3, column), (fault.Code, fault.Row, fault.Column));
        Assert.StartsWith($"row 3, column {column}: ", fault.Located().En, StringComparison.Ordinal);
        Assert.StartsWith($"rij 3, kolom {column}: ", fault.Located().Nl, StringComparison.Ordinal);
        Assert.NotEqual(fault.Text.En, fault.Text.Nl);
        Assert.Equal(["B", "C"], table.Bids.Select(bid => bid.Bidder));
    }

    [Fact]
    public void Every_fault_of_a_row_is_named()
    {
        var table = Read.Text("Inschrijver;Prijs (EUR);Variant\n;-5;misschien\n");
        Assert.Equal(["missing-bidder", "negative-price", "yes-or-no"], table.Faults.Select(fault => fault.Code).Order(StringComparer.Ordinal));
    }

    [Fact]
    public void A_fault_concerns_its_lot_only_and_a_missing_lot_concerns_all()
    {
        var table = Read.Text("Perceel;Inschrijver;Prijs (EUR)\n1;A;-1\n2;A;5,00\n");
        Assert.Single(table.FaultsOf("1"));
        Assert.Empty(table.FaultsOf("2"));
        Assert.Equal(["2", "1"], table.Lots);

        table = Read.Text("Perceel;Inschrijver;Prijs (EUR)\n;A;1,50\n2;A;5,00\n");
        Assert.Equal("missing-lot", Assert.Single(table.FaultsOf("2")).Code);
    }

    [Fact]
    public void Two_currencies_in_a_lot_are_not_converted()
    {
        var fault = Read.FaultOf("Bidder,Price,Currency\nA,100,EUR\nB,110,SEK\n");
        Assert.Equal(("two-currencies", 3, "Currency", BidTable.OnlyLot), (fault.Code, fault.Row, fault.Column, fault.Lot));
    }

    [Fact]
    public void No_currency_at_all_is_no_euro()
    {
        var table = Read.Text("Bidder,Price\nA,100\n");
        Assert.Equal("missing-currency", Assert.Single(table.Faults).Code);
        Assert.Empty(table.Bids);
    }

    [Fact]
    public void One_bidder_twice_in_a_lot_is_a_fault_unless_one_is_a_variant()
    {
        var fault = Read.FaultOf("Bidder,Price,Currency\nA,100,EUR\na,110,EUR\n");
        Assert.Equal(("duplicate-bid", 3), (fault.Code, fault.Row));
        Assert.Empty(Read.Text("Bidder,Price,Currency,Variant\nA,100,EUR,\nA,110,EUR,yes\n").Faults);
        Assert.Empty(Read.Text("Lot,Bidder,Price,Currency\n1,A,100,EUR\n2,A,110,EUR\n").Faults);
    }

    [Fact]
    public void A_price_that_is_not_quantity_times_unit_price_is_a_fault()
    {
        Assert.Equal("price-mismatch", Read.FaultOf("Bidder,Price,Currency,Quantity,Unit price\nA,100,EUR,10,11\n").Code);
        Assert.Empty(Read.Text("Bidder,Price,Currency,Quantity,Unit price\nA,592517432,EUR,7933740,74.68\n").Faults);
    }

    [Fact]
    public void Prices_with_VAT_are_refused()
    {
        Assert.Equal("price-with-vat", Read.FaultOf("Inschrijver;Prijs (incl. btw)\nA;100\n").Code);
        Assert.Equal(["Prijs incl. btw"], Read.Text("Inschrijver;Prijs incl. btw;Prijs excl. btw (EUR)\nA;121;100\n").UnreadColumns);
    }

    [Fact]
    public void Missing_and_doubled_columns_are_named()
    {
        var fault = Read.FaultOf("Naam;Som\nA;100\n");
        Assert.Equal(("missing-column", 1), (fault.Code, fault.Row));
        Assert.Contains("Naam, Som", fault.Text.En, StringComparison.Ordinal);
        Assert.Equal("duplicate-column", Read.FaultOf("Bidder,Price,Total price\nA,1,2\n").Code);
    }

    [Fact]
    public void Windows_1252_as_Dutch_Excel_writes_it_is_read()
    {
        var bytes = CodePagesEncodingProvider.Instance.GetEncoding(1252)!.GetBytes("sep=;\r\nInschrijver;Prijs (€)\r\nCafé Zoë;5,00\r\n");
        var bid = Assert.Single(Read.Bytes(bytes).Bids);
        Assert.Equal((3, "Café Zoë", 5.00m, "EUR"), (bid.Row, bid.Bidder, bid.Price, bid.Currency));
    }

    [Fact]
    public void Ten_million_rows_end_at_the_limit()
    {
        using var endless = new Endless("Bidder,Price,Currency\n"u8.ToArray(), "A,100,EUR\n"u8.ToArray());
        var fault = Assert.Single(BidFileReader.Read(endless, new BidFileOptions()).Faults);
        Assert.Equal("too-large", fault.Code);

        var rows = new StringBuilder("Bidder,Price,Currency\n");
        for (var i = 0; i <= 100_000; i++) rows.Append("A,1,EUR\n");
        fault = Assert.Single(Read.Text(rows.ToString()).Faults);
        Assert.Equal(("too-many-rows", 100_002), (fault.Code, fault.Row));
    }

    [Fact]
    public void A_quotation_mark_that_is_not_closed_is_a_fault_of_its_row()
    {
        var fault = Read.FaultOf("Bidder,Price,Currency\nA,1,EUR\n\"B,2,EUR\n" + new string('x', 500_000));
        Assert.Equal("csv", fault.Code);
        Assert.Equal(3, fault.Row);
    }

    [Theory]
    [InlineData("")]
    [InlineData("\n\n")]
    [InlineData("Bidder,Price,Currency\n")]
    public void A_file_without_bids_says_so(string text) => Assert.Equal("empty", Read.FaultOf(text).Code);

    private sealed class Endless(byte[] first, byte[] next) : Stream
    {
        private bool _begun;

        public override bool CanRead => true;

        public override bool CanSeek => false;

        public override bool CanWrite => false;

        public override long Length => throw new NotSupportedException();

        public override long Position { get; set; }

        public override int Read(byte[] buffer, int offset, int count)
        {
            var part = _begun ? next : first;
            _begun = true;
            part.CopyTo(buffer, offset);
            return part.Length;
        }

        public override void Flush()
        {
        }

        public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

        public override void SetLength(long value) => throw new NotSupportedException();

        public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();
    }
}
