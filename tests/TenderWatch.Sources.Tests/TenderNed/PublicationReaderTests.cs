using TenderWatch.Core.Evidence;
using TenderWatch.Core.Notices;
using TenderWatch.Core.Sources;
using static TenderWatch.Sources.Tests.TenderNed.Renderings;

namespace TenderWatch.Sources.Tests.TenderNed;

public sealed class PublicationReaderTests
{
    private readonly PublicationReader _reader = new(XmlStub.Read);

    [Fact]
    public void An_unreadable_XML_is_quarantined_even_when_the_detail_is_fine()
    {
        var reading = _reader.Read(Key, [Document(EvidenceRoles.NoticeXml, "<broken"), Document(EvidenceRoles.TenderNedDetail, Detail), Document(EvidenceRoles.TenderNedHtml, "{\"html\":\"\"}")]);
        Assert.Equal("not-a-notice", Assert.IsType<PublicationReading.Unreadable>(reading).Fault.Code);
    }

    [Fact]
    public void A_file_without_a_detail_is_linked_by_its_own_number()
    {
        var read = Assert.IsType<PublicationReading.Read>(_reader.Read(new NoticeKey("file", "x.xml"), [Document(EvidenceRoles.NoticeXml, "<Notice/>")]));
        Assert.Equal(["643394-2026"], read.Links.TedNumbers);
        Assert.Equal("https://ted.europa.eu/en/notice/-/detail/643394-2026", read.Links.Page);
        Assert.Equal(new DateOnly(2026, 9, 22), read.Published);
        Assert.Null(read.Links.Kenmerk);
    }

    [Fact]
    public void With_the_detail_alone_the_values_are_said_to_be_unknown()
    {
        var read = Assert.IsType<PublicationReading.Read>(_reader.Read(Key, [Document(EvidenceRoles.TenderNedDetail, Detail)]));
        Assert.Equal("ERP", read.Notice.Title);
        Assert.Equal("no-rendering", Assert.Single(read.Notice.Problems).Code);
    }

    [Theory]
    [InlineData("{\"html\":5", "shape")]
    [InlineData("{\"html\":null}", "shape")]
    [InlineData("[]", "shape")]
    public void A_rendering_that_is_none_is_unreadable(string json, string code)
    {
        var reading = _reader.Read(Key, [Document(EvidenceRoles.TenderNedHtml, json), Document(EvidenceRoles.TenderNedDetail, Detail)]);
        Assert.Equal(code, Assert.IsType<PublicationReading.Unreadable>(reading).Fault.Code);
    }

    [Fact]
    public void Documents_of_two_publications_are_not_joined()
    {
        var reading = _reader.Read(new NoticeKey("tenderned", "1"), [Document(EvidenceRoles.NoticeXml, "<Notice/>"), Document(EvidenceRoles.TenderNedDetail, Detail)]);
        Assert.Equal("other-publication", Assert.IsType<PublicationReading.Unreadable>(reading).Fault.Code);
    }

    [Theory]
    [InlineData("")]
    [InlineData("{}")]
    public void Nothing_to_read_is_a_fault(string detail)
    {
        var documents = detail.Length == 0 ? Array.Empty<SourceDocument>() : [Document(EvidenceRoles.TenderNedDetail, detail)];
        Assert.IsType<PublicationReading.Unreadable>(_reader.Read(Key, documents));
    }

    [Fact]
    public void The_same_documents_give_the_same_notice()
    {
        var html = Award(Amount("Waarde van de aanbesteding", "800 000"));
        Assert.Equal(
            System.Text.Json.JsonSerializer.Serialize(Notice(html), NoticeJson.Stored),
            System.Text.Json.JsonSerializer.Serialize(Notice(html), NoticeJson.Stored));
    }
}
