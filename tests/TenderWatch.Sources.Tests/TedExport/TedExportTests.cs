using System.Text;
using TenderWatch.Core.Notices;
using TenderWatch.Core.Procurements;
using TenderWatch.Core.Sources;

namespace TenderWatch.Sources.Tests.TedExport;

/// <summary>Cases of the contract that no real notice at hand has.</summary>
public sealed class TedExportTests
{
    [Fact]
    public void Only_the_original_language_is_read_and_its_paragraphs_are_lines()
    {
        var notice = Read("""
            <F02_2014 CATEGORY="TRANSLATION" FORM="F02" LG="EN"><OBJECT_CONTRACT><TITLE><P>Meters</P></TITLE></OBJECT_CONTRACT></F02_2014>
            <F02_2014 CATEGORY="ORIGINAL" FORM="F02" LG="NL"><OBJECT_CONTRACT><TITLE><P> Slimme </P><P/><P>m<FT TYPE="SUP">2</FT>eters</P></TITLE></OBJECT_CONTRACT></F02_2014>
            """);
        Assert.Equal(("nld", "Slimme\nm2eters"), (notice.Language, notice.Title));
    }

    [Theory]
    [InlineData("<DATE_RECEIPT_TENDERS>2021-06-22</DATE_RECEIPT_TENDERS>", "2021-06-22")]
    [InlineData("<DATE_RECEIPT_TENDERS>2021-06-22</DATE_RECEIPT_TENDERS><TIME_RECEIPT_TENDERS>17:00</TIME_RECEIPT_TENDERS>", "2021-06-22T17:00:00")]
    [InlineData("<TIME_RECEIPT_TENDERS>17:00</TIME_RECEIPT_TENDERS>", null)]
    public void The_deadline_is_on_every_lot_and_has_no_offset(string dates, string? deadline)
    {
        var notice = Read(Form($"<OBJECT_CONTRACT><OBJECT_DESCR><LOT_NO>1</LOT_NO></OBJECT_DESCR><OBJECT_DESCR><LOT_NO>2</LOT_NO></OBJECT_DESCR></OBJECT_CONTRACT><PROCEDURE>{dates}</PROCEDURE>"));
        Assert.Equal(["1", "2"], notice.Lots.Select(lot => lot.Id));
        Assert.All(notice.Lots, lot => Assert.Equal(deadline, lot.Deadline?.ToString()));
    }

    [Fact]
    public void A_lot_that_was_not_awarded_is_a_result_without_bid_or_contract()
    {
        var notice = Read(Form("""
            <AWARD_CONTRACT><LOT_NO>1</LOT_NO><NO_AWARDED_CONTRACT><PROCUREMENT_UNSUCCESSFUL/></NO_AWARDED_CONTRACT></AWARD_CONTRACT>
            <AWARD_CONTRACT><AWARDED_CONTRACT><CONTRACTORS><CONTRACTOR><ADDRESS_CONTRACTOR><OFFICIALNAME>A</OFFICIALNAME><COUNTRY VALUE="EL"/></ADDRESS_CONTRACTOR><NO_SME/></CONTRACTOR></CONTRACTORS>
              <VALUES><VAL_RANGE_TOTAL CURRENCY="EUR"><LOW>5.50</LOW><HIGH>7</HIGH></VAL_RANGE_TOTAL></VALUES></AWARDED_CONTRACT></AWARD_CONTRACT>
            """));
        Assert.Equal([("RES-0001", "1", "clos-nw"), ("RES-0002", "LOT-0000", "selec-w")], notice.Results.Select(result => (result.Id, result.Lot, result.Status)));
        Assert.Equal((5.50m, 7m), (notice.Results[1].Lowest!.Amount, notice.Results[1].Highest!.Amount));
        var bid = Assert.Single(notice.Bids);
        Assert.Equal(("TEN-0002", "GRC", "large"), (bid.Id, bid.Bidders[0].Country, bid.Bidders[0].Size));
        Assert.Null(bid.Value);
        Assert.Equal(["TEN-0002"], Assert.Single(notice.Contracts).Bids);
    }

    [Fact]
    public void What_is_marked_as_not_for_publication_is_withheld_and_never_shown()
    {
        var notice = Read(
            """
            <F06_2014 CATEGORY="ORIGINAL" FORM="F06" LG="NL"><AWARD_CONTRACT><AWARDED_CONTRACT>
              <TENDERS PUBLICATION="NO"><NB_TENDERS_RECEIVED>4</NB_TENDERS_RECEIVED></TENDERS>
              <CONTRACTORS PUBLICATION="YES"><CONTRACTOR><ADDRESS_CONTRACTOR><OFFICIALNAME>A</OFFICIALNAME></ADDRESS_CONTRACTOR></CONTRACTOR></CONTRACTORS>
              <VALUES PUBLICATION="NO"><VAL_TOTAL CURRENCY="EUR">123456</VAL_TOTAL></VALUES></AWARDED_CONTRACT></AWARD_CONTRACT></F06_2014>
            """,
            root: "TED_ESENDERS",
            space: "http://publications.europa.eu/resource/schema/ted/R2.0.9/reception");
        Assert.Equal("ted-export", notice.Format);
        Assert.True(Assert.Single(notice.Bids).Value!.IsWithheld);
        Assert.True(notice.Results[0].Submissions.TryGet("tenders", out var count));
        Assert.Null(count);
    }

    [Fact]
    public void Contractors_that_are_not_for_publication_are_no_bid()
    {
        var notice = Read(Form("""
            <AWARD_CONTRACT><AWARDED_CONTRACT><CONTRACTORS PUBLICATION="NO"><CONTRACTOR><ADDRESS_CONTRACTOR><OFFICIALNAME>A</OFFICIALNAME></ADDRESS_CONTRACTOR></CONTRACTOR></CONTRACTORS></AWARDED_CONTRACT></AWARD_CONTRACT>
            """));
        Assert.Empty(notice.Bids);
        Assert.Empty(notice.Contracts[0].Bids);
    }

    [Theory]
    [InlineData("<VAL_TOTAL CURRENCY=\"EUR\">1</VAL_TOTAL>", "placeholder-amount", "1")]
    [InlineData("<VAL_TOTAL CURRENCY=\"EUR\">0.01</VAL_TOTAL>", "placeholder-amount", "0.01")]
    [InlineData("<VAL_TOTAL CURRENCY=\"EUR\">1.000,00</VAL_TOTAL>", "not-a-decimal", null)]
    [InlineData("<VAL_TOTAL>5</VAL_TOTAL>", "no-currency", null)]
    public void An_amount_that_cannot_be_trusted_comes_with_a_problem(string amount, string problem, string? value)
    {
        var notice = Read(Form($"<OBJECT_CONTRACT>{amount}</OBJECT_CONTRACT>"));
        Assert.Equal(problem, Assert.Single(notice.Problems).Code);
        Assert.Equal(value, notice.TotalValue?.Amount.ToString(System.Globalization.CultureInfo.InvariantCulture));
    }

    [Fact]
    public void Its_own_number_is_kept_apart_from_that_of_the_notice_before_and_joins_both()
    {
        var notice = Read(
            Form(""),
            before: """
            <CODED_DATA_SECTION><REF_OJS><DATE_PUB>20210108</DATE_PUB></REF_OJS>
              <NOTICE_DATA><NO_DOC_OJS>2021/S 005-008380</NO_DOC_OJS><REF_NOTICE><NO_DOC_OJS>2020/S 101-000042</NO_DOC_OJS></REF_NOTICE></NOTICE_DATA></CODED_DATA_SECTION>
            """);
        Assert.Equal(("8380-2021", new DateOnly(2021, 1, 8)), (notice.PublicationNumber, notice.PublicationDate));
        Assert.Equal(["42-2020"], notice.PreviousPublications);
        var keys = JoinKey.Of(new NoticeKey("ted", "8380-2021"), notice, new PublicationLinks()).Select(key => key.Value);
        Assert.Equal(["publication:ted:8380-2021", "ted:42-2020", "ted:8380-2021"], keys.Order(StringComparer.Ordinal));
    }

    [Fact]
    public void A_form_before_R209_gives_what_stands_around_it_and_no_more()
    {
        var notice = Read(
            """<CONTRACT_AWARD CATEGORY="ORIGINAL" FORM="3" LG="FR"><OBJECT_CONTRACT><TITLE><P>x</P></TITLE></OBJECT_CONTRACT></CONTRACT_AWARD>""",
            space: "http://publications.europa.eu/TED_schema/Export");
        Assert.Equal(("3", "fra"), (notice.Subtype, notice.Language));
        Assert.Null(notice.Title);
    }

    [Fact]
    public void Every_purchase_that_a_prior_information_notice_announces_gives_its_lots()
    {
        var notice = Read("""
            <F01_2014 CATEGORY="ORIGINAL" FORM="F01" LG="NL">
            <OBJECT_CONTRACT ITEM="1"><TITLE><P>Meters</P></TITLE><CPV_MAIN><CPV_CODE CODE="38554000"/></CPV_MAIN><OBJECT_DESCR ITEM="1"><VAL_OBJECT CURRENCY="EUR">5</VAL_OBJECT></OBJECT_DESCR></OBJECT_CONTRACT>
            <OBJECT_CONTRACT ITEM="2"><TITLE><P>Kabels</P></TITLE><CPV_MAIN><CPV_CODE CODE="31300000"/></CPV_MAIN><VAL_ESTIMATED_TOTAL CURRENCY="EUR">7</VAL_ESTIMATED_TOTAL><OBJECT_DESCR ITEM="1"/><OBJECT_DESCR ITEM="2"><LOT_NO>2</LOT_NO></OBJECT_DESCR></OBJECT_CONTRACT>
            </F01_2014>
            """);
        Assert.Equal(["LOT-0000", "LOT-0000", "2"], notice.Lots.Select(lot => lot.Id));
        Assert.Equal(["38554000", "31300000"], notice.Cpv);
        Assert.Equal((5m, "Meters", null), (notice.Lots[0].EstimatedValue!.Amount, notice.Title, notice.EstimatedValue));
    }

    [Fact]
    public void A_form_of_2014_is_read_whatever_edition_stands_around_it()
    {
        var notice = Read(Form("<OBJECT_CONTRACT><TITLE><P>x</P></TITLE></OBJECT_CONTRACT>"), space: "http://publications.europa.eu/TED_schema/Export");
        Assert.Equal("x", notice.Title);
    }

    [Fact]
    public void Kosovo_has_a_code_of_its_own_on_TED()
    {
        var notice = Read(Form("""<CONTRACTING_BODY><ADDRESS_CONTRACTING_BODY><COUNTRY VALUE="1A"/></ADDRESS_CONTRACTING_BODY></CONTRACTING_BODY>"""));
        Assert.Equal("XKX", Assert.Single(notice.Buyers).Country);
    }

    [Fact]
    public void Nesting_without_end_and_a_missing_form_are_named()
    {
        Assert.Equal("too-large", Fault(Form(string.Concat(Enumerable.Repeat("<A>", 500)) + string.Concat(Enumerable.Repeat("</A>", 500)))).Code);
        Assert.Equal("no-form", Fault("<F02_2014 CATEGORY=\"TRANSLATION\"/>").Code);
    }

    private static string Form(string content) => $"""<F03_2014 CATEGORY="ORIGINAL" FORM="F03" LG="NL">{content}</F03_2014>""";

    private static Notice Read(string forms, string before = "", string root = "TED_EXPORT", string space = "http://publications.europa.eu/resource/schema/ted/R2.0.9/publication") =>
        Assert.IsType<NoticeReading.Read>(Reading(forms, before, root, space)).Notice;

    private static ReadingFault Fault(string forms) =>
        Assert.IsType<NoticeReading.Unreadable>(Reading(forms, "", "TED_EXPORT", "http://publications.europa.eu/resource/schema/ted/R2.0.9/publication")).Fault;

    private static NoticeReading Reading(string forms, string before, string root, string space)
    {
        using var stream = new MemoryStream(Encoding.UTF8.GetBytes($"""<{root} xmlns="{space}">{before}<FORM_SECTION>{forms}</FORM_SECTION></{root}>"""));
        return NoticeXml.Read(stream);
    }
}
