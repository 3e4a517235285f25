using System.Text;
using System.Text.Json;
using TenderWatch.Core.Evidence;
using TenderWatch.Core.Notices;
using TenderWatch.Core.Sources;

namespace TenderWatch.Sources.Tests.TenderNed;

/// <summary>Rows in the markup of TenderNed's rendering, and publications made of them.</summary>
internal static class Renderings
{
    public const string Detail = """{"publicatieId":470012,"kenmerk":620011,"aanbestedingNaam":"ERP","opdrachtgeverNaam":"Gemeente Harderwijk","publicatieDatum":"2026-06-12T04:07:17.215349","publicatieCode":"EF29","aankondigingCode":{"code":"AGO"},"formType":"result"}""";

    public static NoticeKey Key { get; } = new("tenderned", "470012");

    public static string Row(string label, string value) =>
        $"<tr>\n <td><span class=\"label\">{label}</span><span class=\"text\">: </span></td>\n <td><span class=\"value\" aria-label=\"{label}\">{value}</span></td>\n</tr>\n";

    public static string Amount(string label, string number, string currency = "Euro") =>
        $"<tr>\n <td><span class=\"label\">{label}</span><span class=\"text\">: </span></td>\n <td><span class=\"value\">{number}</span><span class=\"text\"> </span><span class=\"dynamic-label\">{currency}</span></td>\n</tr>\n";

    public static string Only(string label) => $"<tr>\n <td colspan=\"2\"><span class=\"label\">{label}</span><span class=\"text\">:</span></td>\n</tr>\n";

    public static string Header(int level, string text) => $"<tr class=\"header{level}\">\n <th colspan=\"2\">{text}</th>\n</tr>\n";

    public static string Table(params string[] rows) => $"<table><tbody>\n{string.Concat(rows)}</tbody></table>";

    /// <summary>An award with one result and one winner whose rows the test gives.</summary>
    public static string Award(params string[] winner) => Table(
        [Header(1, "1. Koper"), Header(1, "6. Resultaten"), Header(2, "6.1 ID resultaat perceel: LOT-0000"), Header(3, "6.1.2 Informatie over winnaars"), Only("Winnaar"), Row("Officiële naam", "Voorbeeld B.V."), .. winner]);

    public static SourceDocument Document(string role, string text) =>
        new(role, "application/json", "https://www.tenderned.nl/" + role, DateTimeOffset.UnixEpoch, 200, Encoding.UTF8.GetBytes(text));

    public static PublicationReading Read(string html, string detail = Detail, NoticeKey? key = null) => new PublicationReader(XmlStub.Read).Read(
        key ?? Key, [Document(EvidenceRoles.TenderNedHtml, JsonSerializer.Serialize(new { html })), Document(EvidenceRoles.TenderNedDetail, detail)]);

    public static Notice Notice(string html, string detail = Detail, NoticeKey? key = null) => Assert.IsType<PublicationReading.Read>(Read(html, detail, key)).Notice;

    /// <summary>Every amount of a notice.</summary>
    public static IEnumerable<Money> Amounts(Notice notice)
    {
        Money?[] all =
        [
            notice.EstimatedValue, notice.FrameworkMaximum, notice.TotalValue, notice.TotalFrameworkMaximum, notice.TotalFrameworkApproximate,
            .. notice.Lots.SelectMany(lot => new[] { lot.EstimatedValue, lot.FrameworkMaximum }),
            .. notice.Results.SelectMany(result => new[] { result.EstimatedValue, result.Lowest, result.Highest, result.FrameworkMaximum, result.FrameworkReestimated }),
            .. notice.Bids.Select(bid => bid.Value),
        ];
        return all.OfType<Money>();
    }
}
