using System.Text.Json;
using TenderWatch.Core.Evidence;
using TenderWatch.Core.Notices;
using TenderWatch.Core.Sources;
using TenderWatch.Testing;
using static TenderWatch.Sources.Tests.TenderNed.Renderings;

namespace TenderWatch.Sources.Tests.TenderNed;

/// <summary>The recorded shapes of TenderNed's answers.</summary>
public sealed class SharedFixtureTests
{
    [Fact]
    public void The_eForms_award_has_two_results_and_a_placeholder()
    {
        var notice = ReadPair("html_470012_eforms.test-shape.json", "detail_470012_AGO.test-shape.json", "470012");
        Assert.Equal([800_000m, 800_001m, 700_000m, 800_000m, 1m], Amounts(notice).Select(amount => amount.Amount));
        Assert.Equal([MoneyKind.Stated, MoneyKind.Placeholder], notice.Bids.Select(bid => bid.Value!.Kind));
        Assert.Equal(["Voorbeeld Software B.V.", "Jansen Advies"], notice.Bids.Select(bid => bid.Bidders.Single().Name));
        Assert.Equal(["LOT-0000", "LOT-0001"], notice.Results.Select(result => result.Lot));
        Assert.Equal((new DateOnly(2026, 5, 15), new DateOnly(2026, 6, 1)), (notice.Contracts.Single().Decided, notice.Contracts[0].Concluded));
        Assert.Equal(["submissions-without-kind", "placeholder-amount"], notice.Problems.Select(problem => problem.Code));
        Assert.Equal(("result", "29", "services"), (notice.FormType, notice.Subtype, notice.ContractNature));
    }

    [Fact]
    public void The_award_of_an_older_form_has_its_contractor_and_placeholders()
    {
        Assert.SkipWhen(SharedData.Root is null, SharedData.Absent);
        using var json = JsonDocument.Parse(File.ReadAllText(SharedData.File("tenderned/html_285501_SF03.test-shape.json")));
        var notice = Notice(json.RootElement.GetProperty("html").GetString()!);
        var bid = Assert.Single(notice.Bids);
        Assert.Equal(("Voorbeeld ICT Groep B.V.", MoneyKind.Placeholder), (bid.Bidders.Single().Name, bid.Value!.Kind));
        Assert.Equal((new DateOnly(2022, 10, 20), "EOA ICT Omgeving"), (notice.Contracts.Single().Concluded, notice.Contracts[0].Title));
        Assert.Equal(["placeholder-amount", "placeholder-amount"], notice.Problems.Select(problem => problem.Code));
    }

    [Fact]
    public void The_market_consultation_is_read_from_its_detail()
    {
        Assert.SkipWhen(SharedData.Root is null, SharedData.Absent);
        var read = Assert.IsType<PublicationReading.Read>(new PublicationReader(XmlStub.Read).Read(
            new NoticeKey("tenderned", "450123"),
            [Document(EvidenceRoles.TenderNedDetail, Text("detail_450123_MAC.test-shape.json")), Document(EvidenceRoles.TenderNedRelated, Text("gerelateerd_450123.test-shape.json"))]));
        Assert.Equal(("consultation", "E1", "2026-10-15"), (read.Notice.FormType, read.Notice.Subtype, read.Notice.Lots.Single().Deadline.ToString()));
        Assert.Contains("hoogbouw & omgekeerd", read.Notice.Description, StringComparison.Ordinal);
        Assert.Equal(["461234"], read.Links.RelatedPublications);
        Assert.Equal(620011, read.Links.Kenmerk);
    }

    [Theory]
    [InlineData("detail_407238.partial.json", "407238", "34000000,50600000")]
    [InlineData("detail_440769.partial.json", "440769", "77000000,77200000")]
    public void Real_details_give_their_classification(string file, string id, string cpv)
    {
        Assert.SkipWhen(SharedData.Root is null, SharedData.Absent);
        Assert.Equal(cpv.Split(','), Notice("", Text(file), new NoticeKey("tenderned", id)).Cpv);
    }

    [Fact]
    public async Task The_real_list_items_are_listed()
    {
        Assert.SkipWhen(SharedData.Root is null, SharedData.Absent);
        using var samples = new SampleFolder();
        foreach (var item in System.Text.Json.Nodes.JsonNode.Parse(Text("list-page.composed.json"))!["content"]!.AsArray()) samples.AddToList(item!.DeepClone());
        await using var host = await SourceHost.StartAsync(samples);
        Assert.Null(await host.ProbeAsync());
        Assert.Equal("tenderned:440769", (await host.ListAsync()).Value!.Items.Single().Key.ToString());
    }

    private static Notice ReadPair(string html, string detail, string id)
    {
        Assert.SkipWhen(SharedData.Root is null, SharedData.Absent);
        using var json = JsonDocument.Parse(Text(html));
        return Notice(json.RootElement.GetProperty("html").GetString()!, Text(detail), new NoticeKey("tenderned", id));
    }

    private static string Text(string name) => File.ReadAllText(SharedData.File("tenderned/" + name));
}
