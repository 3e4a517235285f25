using System.Text;
using TenderWatch.Core.Notices;

namespace TenderWatch.Sources.Tests.EForms;

/// <summary>Broken notices that a rule makes and not chance: those of chance are in <see cref="BadInput.MutationTests"/>.</summary>
public sealed class EformsBrokenInputTests
{
    [Fact]
    public void Every_truncation_of_a_notice_is_unreadable()
    {
        var whole = Encoding.UTF8.GetBytes(MadeNotice.Xml(MadeNotice.LotXml(""), MadeNotice.Withheld("not-val")).TrimEnd());
        for (var length = 0; length < whole.Length; length++)
        {
            var fault = Assert.IsType<NoticeReading.Unreadable>(MadeNotice.Reading(whole[..length])).Fault;
            Assert.Contains(fault.Code, (string[])["empty", "truncated"]);
        }
    }

    [Fact]
    public void Long_lists_of_the_same_reference_take_no_quadratic_time()
    {
        var xml = new StringBuilder("<efac:NoticeResult>");
        for (var i = 0; i < 40_000; i++) xml.Append("<efac:LotTender><cbc:ID>TEN-").Append(i).Append("</cbc:ID><efac:TenderingParty><cbc:ID>TPA-1</cbc:ID></efac:TenderingParty></efac:LotTender>");
        xml.Append("<efac:TenderingParty><cbc:ID>TPA-1</cbc:ID>");
        for (var i = 0; i < 40_000; i++) xml.Append("<efac:Tenderer><cbc:ID>ORG-1</cbc:ID></efac:Tenderer>");
        xml.Append("</efac:TenderingParty></efac:NoticeResult><efac:Organizations>").Append(MadeNotice.Organisation("ORG-1", "x")).Append("</efac:Organizations>");
        Assert.Equal("too-large", Assert.IsType<NoticeReading.Unreadable>(MadeNotice.Reading(MadeNotice.Xml(extension: xml.ToString()))).Fault.Code);
    }
}
