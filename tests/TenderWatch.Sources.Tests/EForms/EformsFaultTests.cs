using System.Text;
using TenderWatch.Core.Notices;
using TenderWatch.Sources.EForms;
using static TenderWatch.Sources.Tests.EForms.MadeNotice;

namespace TenderWatch.Sources.Tests.EForms;

public sealed class EformsFaultTests
{
    private const string Secret = "Geheimzinnig";

    [Theory]
    [InlineData("", "empty")]
    [InlineData(" \r\n", "empty")]
    [InlineData("Geheimzinnig", "not-xml")]
    [InlineData("""{"notice":"Geheimzinnig"}""", "not-xml")]
    [InlineData("<a Geheimzinnig='1' Geheimzinnig='2'></a>", "not-xml")]
    [InlineData("<a><Geheimzinnig></a>", "not-a-notice")]
    [InlineData("<ContractNotice>", "not-a-notice")]
    [InlineData("<Geheimzinnig/>", "not-a-notice")]
    [InlineData("<TED_EXPORT/>", "no-form")]
    [InlineData("<!DOCTYPE html><html><p>Geheimzinnig</html>", "html")]
    [InlineData("<HTML><body>Geheimzinnig", "html")]
    [InlineData("""<?xml version="1.0"?><!DOCTYPE a [<!ENTITY x SYSTEM "file:///etc/passwd">]><a>&x;</a>""", "dtd")]
    [InlineData("""<!DOCTYPE l [<!ENTITY a "lol"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;&a;&a;">]><l>&b;</l>""", "dtd")]
    [InlineData("""<?xml version="1.0" encoding="klingon"?><a/>""", "encoding")]
    [InlineData("<?xml version=\"1.0\"?>", "truncated")]
    public void A_fault_has_a_code_and_tells_nothing_of_the_content(string text, string code)
    {
        var fault = Fault(Encoding.UTF8.GetBytes(text));
        Assert.Equal(code, fault.Code);
        Assert.DoesNotContain(Secret, fault.Text, StringComparison.OrdinalIgnoreCase);
    }

    [Fact]
    public void A_notice_that_breaks_off_is_truncated_and_one_that_is_broken_inside_is_not_xml()
    {
        var whole = Xml(LotXml("<cac:ProcurementProject><cbc:Name>Geheimzinnig</cbc:Name></cac:ProcurementProject>"));
        Assert.Equal("truncated", Fault(Encoding.UTF8.GetBytes(whole[..(whole.Length / 2)])).Code);
        Assert.Equal("truncated", Fault(Encoding.UTF8.GetBytes(whole.TrimEnd()[..^1])).Code);
        var broken = Fault(Encoding.UTF8.GetBytes(whole.Replace("</cbc:Name>", "</cbc:Nome>", StringComparison.Ordinal)));
        Assert.Equal("not-xml", broken.Code);
        Assert.Contains("line ", broken.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("Nome", broken.Text, StringComparison.Ordinal);
    }

    [Fact]
    public void Bytes_that_are_no_characters_are_an_encoding_fault()
    {
        var bytes = Encoding.UTF8.GetBytes(Xml("<cbc:Note>é</cbc:Note>"));
        bytes[Array.IndexOf(bytes, (byte)0xC3) + 1] = (byte)'x';
        Assert.Equal("encoding", Fault(bytes).Code);
    }

    [Theory]
    [InlineData("utf-8")]
    [InlineData("utf-16")]
    [InlineData("utf-16BE")]
    [InlineData("iso-8859-1")]
    [InlineData("windows-1252")]
    public void A_notice_is_read_in_the_encoding_it_declares_or_marks(string name)
    {
        var encoding = CodePagesEncodingProvider.Instance.GetEncoding(name) ?? Encoding.GetEncoding(name);
        var xml = Xml("<cac:ProcurementProject><cbc:Name>Één</cbc:Name></cac:ProcurementProject>").Replace("UTF-8", name, StringComparison.Ordinal);
        byte[] marked = [.. encoding.GetPreamble(), .. encoding.GetBytes(xml)];
        Assert.Equal("Één", Assert.IsType<NoticeReading.Read>(Reading(marked)).Notice.Title);
        Assert.Equal("Één", Assert.IsType<NoticeReading.Read>(Reading(encoding.GetBytes(xml))).Notice.Title);
    }

    [Fact]
    public void Size_depth_and_parties_are_limited()
    {
        var xml = Encoding.UTF8.GetBytes(Xml(string.Concat(Enumerable.Repeat("<a>", 200)) + string.Concat(Enumerable.Repeat("</a>", 200))));
        Assert.Equal("too-deep", Fault(xml).Code);
        Assert.Equal("too-large", Fault(xml, new EformsLimits { MaxCharacters = 1000 }).Code);
        var buyers = string.Concat(Enumerable.Repeat("<cac:ContractingParty><cac:Party><cac:PartyIdentification><cbc:ID>ORG-1</cbc:ID></cac:PartyIdentification></cac:Party></cac:ContractingParty>", 20));
        var notice = Encoding.UTF8.GetBytes(Xml(buyers, $"<efac:Organizations>{Organisation("ORG-1", "x")}</efac:Organizations>"));
        Assert.IsType<NoticeReading.Read>(Reading(notice));
        Assert.Equal("too-large", Fault(notice, new EformsLimits { MaxParties = 10 }).Code);
    }

    [Fact]
    public void A_tag_with_its_text_is_limited_and_their_number_is_not()
    {
        var lengthy = Encoding.UTF8.GetBytes(Xml($"<cac:ProcurementProject><cbc:Name>{new string('a', 200_000)}</cbc:Name></cac:ProcurementProject>"));
        var many = Encoding.UTF8.GetBytes(Xml(string.Concat(Enumerable.Repeat($"<cac:ProcurementProject><cbc:Name>{new string('a', 300)}</cbc:Name></cac:ProcurementProject>", 1000))));
        var limits = new EformsLimits { MaxTagCharacters = 100_000 };
        Assert.Equal("too-large", Fault(lengthy, limits).Code);
        Assert.IsType<NoticeReading.Read>(Reading(many, limits));
        Assert.IsType<NoticeReading.Read>(Reading(lengthy));
    }

    [Theory]
    [InlineData("<cac:ProcurementProjectLot/>")]
    [InlineData("<x><efac:FieldsPrivacy/></x>")]
    [InlineData("<cac:ProcurementProject><cac:MainCommodityClassification><cbc:ItemClassificationCode>x</cbc:ItemClassificationCode></cac:MainCommodityClassification></cac:ProcurementProject>")]
    public void Parts_and_problems_are_limited(string part)
    {
        var notice = Encoding.UTF8.GetBytes(Xml(string.Concat(Enumerable.Repeat(part, 20))));
        Assert.IsType<NoticeReading.Read>(Reading(notice));
        Assert.IsType<NoticeReading.Read>(Reading(notice, new EformsLimits { MaxParts = 20 }));
        Assert.Equal("too-large", Fault(notice, new EformsLimits { MaxParts = 19 }).Code);
    }

    [Fact]
    public void A_stream_that_gives_one_byte_at_a_time_is_read_too()
    {
        using var slow = new OneByteAtATime(Encoding.UTF8.GetBytes(Xml("<cac:ProcurementProject><cbc:Name>Één 𝒳</cbc:Name></cac:ProcurementProject>")));
        Assert.Equal("Één 𝒳", Assert.IsType<NoticeReading.Read>(NoticeXml.Read(slow)).Notice.Title);
    }

    private static ReadingFault Fault(byte[] bytes, EformsLimits? limits = null) => Assert.IsType<NoticeReading.Unreadable>(Reading(bytes, limits)).Fault;

    private sealed class OneByteAtATime(byte[] bytes) : MemoryStream(bytes)
    {
        public override int Read(byte[] buffer, int offset, int count) => base.Read(buffer, offset, Math.Min(count, 1));
    }
}
