using System.Globalization;
using System.Text;
using System.Text.Json;
using TenderWatch.Core.Notices;
using TenderWatch.Testing;

namespace TenderWatch.Sources.Tests.EForms;

/// <summary>
/// Broken input gives an answer, never an exception. The seed is fixed, so a failure can be repeated; TENDERWATCH_MUTATIONS asks for more
/// mutations than the few hundred of every run.
/// </summary>
public sealed class EformsMutationTests
{
    private static readonly string[] Nasty =
    [
        "9", "-1", "99999999999999999999999999999999999999", "1e400", "NaN", "\0", "&x;", "&#0;", "<![CDATA[", "]]>", "<!DOCTYPE a>", "<!--", "-->", "<?xml?>",
        "<efac:FieldsPrivacy/>", "<cbc:ID>", "</cbc:ID>", "<", ">", "\"", "0000-00-00", "9999-12-31+14:00", "25:61:61+99:99", "TEN-0001", "ORG-0001", "\uFFFE", "é",
    ];

    [Fact]
    public void A_mutated_notice_is_read_or_named_unreadable_but_never_throws()
    {
        var random = new Random(20251211);
        var originals = Originals();
        var mutations = int.TryParse(Environment.GetEnvironmentVariable("TENDERWATCH_MUTATIONS"), CultureInfo.InvariantCulture, out var wanted) ? wanted : 600;
        for (var i = 0; i < mutations; i++)
        {
            var mutated = Mutate(originals[random.Next(originals.Count)], random);
            // What was read must be fit to print, too: a mutation must not lead to a notice that cannot be written.
            if (MadeNotice.Reading(mutated) is NoticeReading.Read read) Assert.NotEmpty(JsonSerializer.Serialize(read.Notice, NoticeJson.Stored));
        }
    }

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

    private static List<byte[]> Originals() => SharedData.Root is null
        ? [Encoding.UTF8.GetBytes(MadeNotice.Xml(MadeNotice.LotXml(""), $"<efac:NoticeResult><efac:LotTender><cbc:ID>TEN-0001</cbc:ID>{MadeNotice.Value("5")}</efac:LotTender></efac:NoticeResult>"))]
        : [.. Files("eforms/result").Take(40).Concat(Files("ted-legacy").Where((_, index) => index % 5 == 0)).Select(File.ReadAllBytes)];

    private static IEnumerable<string> Files(string folder) => Directory.GetFiles(SharedData.File(folder), "*.xml", SearchOption.AllDirectories).Order(StringComparer.Ordinal);

    private static byte[] Mutate(byte[] original, Random random)
    {
        var bytes = original.ToList();
        for (var times = random.Next(1, 4); times > 0 && bytes.Count > 4; times--)
        {
            var at = random.Next(bytes.Count - 1);
            switch (random.Next(8))
            {
                case 0:
                    bytes[at] ^= (byte)(1 << random.Next(8));
                    break;
                case 1:
                    bytes.RemoveRange(at, bytes.Count - at);
                    break;
                case 2:
                    bytes.RemoveRange(at, Math.Min(random.Next(1, 200), bytes.Count - at));
                    break;
                case 3:
                    bytes.InsertRange(at, Encoding.UTF8.GetBytes(Nasty[random.Next(Nasty.Length)]));
                    break;
                case 4:
                    bytes = Replace(bytes, random);
                    break;
                case 5:
                    bytes = SwapNames(bytes, random);
                    break;
                case 6:
                    bytes.InsertRange(at, bytes.GetRange(at, Math.Min(random.Next(1, 2000), bytes.Count - at)));
                    break;
                default:
                    bytes = [.. Encoding.Unicode.GetPreamble(), .. Encoding.Unicode.GetBytes(Encoding.UTF8.GetString([.. bytes]))];
                    break;
            }
        }

        return [.. bytes];
    }

    /// <summary>Puts something nasty in place of the text of an element, so that the document stays well-formed where it can.</summary>
    private static List<byte> Replace(List<byte> bytes, Random random)
    {
        var start = bytes.IndexOf((byte)'>', random.Next(bytes.Count));
        var end = start < 0 ? -1 : bytes.IndexOf((byte)'<', start);
        if (end < 0) return bytes;
        bytes.RemoveRange(start + 1, end - start - 1);
        bytes.InsertRange(start + 1, Encoding.UTF8.GetBytes(Nasty[random.Next(Nasty.Length)]));
        return bytes;
    }

    private static List<byte> SwapNames(List<byte> bytes, Random random)
    {
        string[] names = ["cbc:ID", "efac:LotTender", "efac:LotResult", "efac:TenderingParty", "efac:SettledContract", "cbc:Name", "efac:FieldsPrivacy", "cbc:EndDate", "cac:PlannedPeriod", "cbc:PayableAmount", "AWARD_CONTRACT", "AWARDED_CONTRACT", "CONTRACTOR", "VAL_TOTAL", "P", "OBJECT_DESCR"];
        var (one, other) = (names[random.Next(names.Length)], names[random.Next(names.Length)]);
        var text = Encoding.UTF8.GetString([.. bytes]);
        foreach (var ending in (string[])[">", " "])
        {
            text = text.Replace(one + ending, "\u0001", StringComparison.Ordinal).Replace(other + ending, one + ending, StringComparison.Ordinal).Replace("\u0001", other + ending, StringComparison.Ordinal);
        }

        return [.. Encoding.UTF8.GetBytes(text)];
    }
}
