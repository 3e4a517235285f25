using System.Text.Json;
using System.Text.Json.Nodes;
using TenderWatch.Core.Notices;
using TenderWatch.Core.Sources;
using TenderWatch.Sources.Tests.TenderNed;
using TenderWatch.Testing;

namespace TenderWatch.Sources.Tests.Mercell;

/// <summary>What Mercell really answered on 18 September 2026: a page of its list and the five tenders on it.</summary>
public sealed class MercellRecordedTests
{
    [Theory]
    [InlineData("228236", "2026-10-10T00:00:00+02:00", "other", "neg-wo-call", "direct-negotiation", "supplies", 0, 69)]
    [InlineData("234450", "2026-10-09T00:00:00+02:00", "other", "neg-wo-call", "direct-negotiation", "services", 0, 69)]
    [InlineData("226047", "2026-08-28T13:30:00+02:00", "other", null, "mini-competition", "services", 0, 73)]
    [InlineData("228388", "2026-09-07T12:00:00+02:00", "other", null, "mini-competition", "services", 1, 73)]
    [InlineData("227142", "2026-08-25T12:00:00+02:00", "other", null, "mini-competition", "services", 1, 73)]
    public void A_recorded_tender_is_read(string id, string deadline, string formType, string? procedureType, string procedure, string nature, int documents, int form)
    {
        var detail = Payload($"detail-{id}.json");
        var entry = Payload("listing-page-0.json")["CurrentPageResults"]!.AsArray().Single(item => item!["TenderId"]!.GetValue<long>().ToString(System.Globalization.CultureInfo.InvariantCulture) == id)!;
        var key = new NoticeKey("mercell", id);
        var read = Assert.IsType<PublicationReading.Read>(new PublicationReader(XmlStub.Read).Read(key, [MercellReadTests.Detail(detail.ToJsonString()), MercellReadTests.Entry(entry.ToJsonString())]));
        var (notice, platform) = (read.Notice, read.Notice.Platform!);
        Assert.Equal((deadline, formType, procedureType, nature), (notice.Lots.Single().Deadline.ToString(), notice.FormType, notice.ProcedureType, notice.ContractNature));
        Assert.Equal((procedure, documents, form), (platform.Procedure, platform.Documents.Count, Assert.Single(platform.PublicationForms)));
        Assert.Null(platform.Status);
        Assert.StartsWith("https://s2c.mercell.com/buyer/", platform.BuyerPage, StringComparison.Ordinal);
        Assert.Equal(new DateOnly(2026, 9, 18), read.Published);
        Assert.Equal((detail["TenderName"]!.GetValue<string>(), detail["OrganizationName"]!.GetValue<string>()), (notice.Title, notice.Buyers.Single().Name));
        Assert.DoesNotContain('<', notice.Description ?? "");
        Assert.Equal(id == "226047", notice.Description is null);
        Assert.Empty(notice.Problems);
        Assert.NotEmpty(JsonSerializer.Serialize(notice, NoticeJson.Stored));
    }

    [Fact]
    public async Task The_recorded_page_is_a_day()
    {
        var page = Payload("listing-page-0.json").ToJsonString();
        using var mercell = new MercellFolder();
        await using var host = await mercell.StartAsync(async (context, next) =>
        {
            if (!Answers.IsList(context)) await next();
            else await Answers.WriteAsync(context, 200, await Answers.FirstAsync(context) == 1 ? page : Older);
        });
        Assert.Equal(["228236", "234450", "226047", "228388", "227142"], await host.DayAsync(new DateOnly(2026, 9, 18)));
    }

    // What follows the recorded page: its last entry again, for pages overlap, and an older one.
    private const string Older =
        """{"ResultsCount":20105,"CurrentPageResults":[{"TenderId":227142,"Id":20369,"CreatedDate":"2026-09-18T09:32:51.62Z"},{"TenderId":1,"Id":1,"CreatedDate":"2026-09-17T09:32:51.62Z"}]}""";

    private static JsonNode Payload(string name)
    {
        Assert.SkipWhen(SharedData.Root is null, SharedData.Absent);
        return JsonNode.Parse(File.ReadAllText(SharedData.File("mercell/s2c_api/" + name)))!["payload"]!;
    }
}
