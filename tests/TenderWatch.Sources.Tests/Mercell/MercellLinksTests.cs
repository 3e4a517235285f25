using TenderWatch.Core.Evidence;
using TenderWatch.Core.Notices;
using TenderWatch.Core.Procurements;
using TenderWatch.Core.Sources;
using TenderWatch.Sources.Mercell;
using TenderWatch.Testing;

namespace TenderWatch.Sources.Tests.Mercell;

public sealed class MercellLinksTests
{
    [Theory]
    [InlineData("https://s2c.mercell.com/today/90866", "90866")]
    [InlineData("https://s2c.mercell.com/today/57432?organizationId=2489", "57432")]
    [InlineData("HTTP://S2C.Mercell.com/Today/90866?type=description", "90866")]
    [InlineData(" s2c.mercell.com/tender/90866/ ", "90866")]
    [InlineData("https://s2c.mercell.com/buyer/1893", null)]
    [InlineData("https://s2c.mercell.com/buyer/1893/tenders", null)]
    [InlineData("https://s2c.mercell.com.evil.example/today/90866", null)]
    [InlineData("https://evil.example/s2c.mercell.com/today/90866", null)]
    [InlineData("https://s2c.mercell.com@evil.example/today/90866", null)]
    [InlineData("https://s2c.mercell.com/today/90866x", null)]
    [InlineData("https://s2c.mercell.com/today/", null)]
    [InlineData("https://platform.negometrix.com/PublishedTenders.aspx?tenderid=104132", null)]
    [InlineData("javascript:s2c.mercell.com/today/90866", null)]
    [InlineData("", null)]
    public void An_address_of_a_tender_has_its_id_and_no_other_address_has_one(string address, string? id) => Assert.Equal(id, MercellLinks.TenderId(address));

    [Theory]
    [InlineData("00672855-2023", "57432")]
    [InlineData("00742670-2023", "48168")]
    [InlineData("00127505-2024", "60167")]
    [InlineData("00140913-2024", "55620")]
    [InlineData("00788032-2023", null)]
    public void A_real_notice_joins_by_the_tender_that_it_links_to(string number, string? id)
    {
        Assert.SkipWhen(SharedData.Root is null, SharedData.Absent);
        var file = Assert.Single(Directory.GetFiles(SharedData.File("eforms"), number + "*.xml", SearchOption.AllDirectories));
        var document = new SourceDocument(EvidenceRoles.NoticeXml, "application/xml", number, DateTimeOffset.UnixEpoch, null, File.ReadAllBytes(file));
        var key = new NoticeKey("ted", number.TrimStart('0'));
        var read = Assert.IsType<PublicationReading.Read>(new PublicationReader(stream => NoticeXml.Read(stream)).Read(key, [document]));
        Assert.Equal(id is null ? [] : [id], read.Links.MercellIds);
        Assert.Equal(id is not null, JoinKey.Of(key, read.Notice, read.Links).Any(join => join.Value == $"mercell:{id}"));
    }

    [Fact]
    public void TenderNeds_own_link_counts_where_the_notice_came_as_XML()
    {
        var detail = """{"publicatieId":373946,"publicatieDatum":"2025-01-02T09:00:00","urlTsenderWebsite":"https://s2c.mercell.com/today/90866"}"""u8.ToArray();
        SourceDocument Document(string role, byte[] content) => new(role, "x", "x", DateTimeOffset.UnixEpoch, null, content);
        var reader = new PublicationReader(_ => new NoticeReading.Read(new Notice { Format = "eforms" }));
        var read = Assert.IsType<PublicationReading.Read>(reader.Read(new NoticeKey("tenderned", "373946"), [Document(EvidenceRoles.NoticeXml, "<a/>"u8.ToArray()), Document(EvidenceRoles.TenderNedDetail, detail)]));
        Assert.Equal(["90866"], read.Links.MercellIds);
    }
}
