using System.Text.Json;
using System.Text.Json.Nodes;
using NJsonSchema;
using TenderWatch.Core.Notices;
using TenderWatch.Testing;

namespace TenderWatch.Sources.Tests.EForms;

/// <summary>The JSON of all real notices: the public form keeps its contract, the stored form loses nothing.</summary>
public sealed class NoticeJsonTests
{
    private static readonly string[] NotPublic = ["description", "additionalInformation", "quantity"];

    [Fact]
    public async Task Every_notice_in_its_public_form_keeps_the_schema_and_its_order_of_members()
    {
        Assert.SkipWhen(SharedData.Root is null, SharedData.Absent);
        var path = Path.Combine(SharedData.Repository, "docs", "notice.schema.json");
        var schema = await JsonSchema.FromFileAsync(path, TestContext.Current.CancellationToken);
        var order = JsonNode.Parse(await File.ReadAllTextAsync(path, TestContext.Current.CancellationToken))!;
        foreach (var (file, notice) in Notices())
        {
            var json = JsonSerializer.Serialize(notice, NoticeJson.Public);
            Assert.True(schema.Validate(json) is { Count: 0 }, $"{file}: {string.Join(", ", schema.Validate(json).Select(error => $"{error.Path} {error.Kind}"))}");
            var members = JsonNode.Parse(json)!.AsObject();
            AssertOrder(members, order["properties"]!.AsObject());
            foreach (var (list, definition) in new[] { ("buyers", "party"), ("lots", "lot"), ("results", "result"), ("bids", "bid"), ("contracts", "contract"), ("withheld", "withheldField") })
            {
                foreach (var item in members[list]?.AsArray() ?? []) AssertOrder(item!.AsObject(), order["definitions"]![definition]!["properties"]!.AsObject());
            }
        }
    }

    [Fact]
    public async Task The_schema_refuses_members_that_the_contract_does_not_have()
    {
        var schema = await JsonSchema.FromFileAsync(Path.Combine(SharedData.Repository, "docs", "notice.schema.json"), TestContext.Current.CancellationToken);
        foreach (var member in NotPublic) Assert.NotEmpty(schema.Validate($$"""{ "format": "eforms", "{{member}}": "x" }"""));
        Assert.NotEmpty(schema.Validate("""{ "format": "eforms", "totalValue": { "withheld": true, "amount": 1 } }"""));
        Assert.Empty(schema.Validate("""{ "file": "a.xml", "format": "eforms", "totalValue": { "withheld": true } }"""));
    }

    [Fact]
    public void The_stored_form_of_every_notice_comes_back_the_same()
    {
        Assert.SkipWhen(SharedData.Root is null, SharedData.Absent);
        foreach (var (file, notice) in Notices())
        {
            var json = JsonSerializer.Serialize(notice, NoticeJson.Stored);
            var back = JsonSerializer.Deserialize<Notice>(json, NoticeJson.Stored)!;
            Assert.True(json == JsonSerializer.Serialize(back, NoticeJson.Stored), file);
            Assert.Equal(notice.Lots.Select(lot => lot.Deadline), back.Lots.Select(lot => lot.Deadline));
            Assert.Equal(notice.Bids.Select(bid => bid.Value), back.Bids.Select(bid => bid.Value));
        }
    }

    private static void AssertOrder(JsonObject members, JsonObject order)
    {
        var positions = members.Select(member => order.IndexOf(member.Key)).ToList();
        Assert.DoesNotContain(-1, positions);
        Assert.Equal(positions.Order(), positions);
    }

    private static IEnumerable<(string File, Notice Notice)> Notices() =>
        from folder in (string[])["eforms", "eforms-sdk-examples"]
        from file in Directory.EnumerateFiles(SharedData.File(folder), "*.xml", SearchOption.AllDirectories)
        select (Path.GetFileName(file), Assert.IsType<NoticeReading.Read>(MadeNotice.Reading(File.ReadAllBytes(file))).Notice);
}
