using System.Globalization;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.WebUtilities;

namespace TenderWatch.Sources.Tests.TenderNed;

public sealed class TenderNedListTests : IDisposable
{
    private readonly SampleFolder _samples = new();

    public void Dispose() => _samples.Dispose();

    [Fact]
    public async Task The_control_request_asks_for_a_day_that_nothing_is_published_on()
    {
        _samples.Add("1", SourceHost.Day);
        await using var host = await SourceHost.StartAsync(_samples);
        Assert.Null(await host.ProbeAsync());
        Assert.Contains("publicatieDatumVanaf=2099-01-01", host.Requests.All.Single().Target, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_control_request_notices_that_filters_are_ignored()
    {
        _samples.Add("1", SourceHost.Day);
        await using var host = await SourceHost.StartAsync(_samples, IgnoreFilters);
        var failure = (await host.ProbeAsync())!;
        Assert.Equal("canary", failure.Code);
        Assert.NotEmpty(failure.Documents);
    }

    [Fact]
    public async Task A_list_with_another_day_in_it_is_not_trusted()
    {
        _samples.Add("1", SourceHost.Day).Add("2", SourceHost.Day.AddDays(-1));
        await using var host = await SourceHost.StartAsync(_samples, IgnoreFilters);
        Assert.Equal("canary", (await host.ListAsync()).Failure!.Code);
    }

    [Fact]
    public async Task A_day_has_the_items_of_that_day_newest_first()
    {
        _samples.Add("1", SourceHost.Day.AddDays(-1)).Add("2", SourceHost.Day).Add("3", SourceHost.Day).Add("4", SourceHost.Day.AddDays(1));
        await using var host = await SourceHost.StartAsync(_samples);
        var items = (await host.ListAsync()).Value!.Items;
        Assert.Equal(["tenderned:3", "tenderned:2"], items.Select(item => item.Key.ToString()));
        Assert.All(items, item => Assert.Equal(SourceHost.Day, item.Published));
    }

    [Fact]
    public async Task A_day_without_publications_is_an_empty_list()
    {
        await using var host = await SourceHost.StartAsync(_samples);
        Assert.Empty((await host.ListAsync()).Value!.Items);
    }

    [Fact]
    public async Task Pages_are_asked_for_within_the_limits_of_the_source()
    {
        for (var id = 1; id <= 250; id++) AddItem(id);
        await using var host = await SourceHost.StartAsync(_samples);
        Assert.Equal(250, (await host.ListAsync()).Value!.Items.Count);
        Assert.Equal(["page=0&size=100", "page=1&size=100", "page=2&size=100"], host.Requests.All.Select(request => request.Target[request.Target.IndexOf("page=", StringComparison.Ordinal)..]));
    }

    [Fact]
    public async Task Items_that_move_between_pages_make_a_past_day_incomplete()
    {
        for (var id = 1; id <= 150; id++) AddItem(id);
        await using var host = await SourceHost.StartAsync(_samples, MovingOnThePage(1));
        var failure = (await host.ListAsync()).Failure!;
        Assert.Equal("incomplete", failure.Code);
        Assert.Contains("152", failure.Text, StringComparison.Ordinal);
        Assert.Equal(2, failure.Documents.Count);
    }

    [Fact]
    public async Task Todays_moving_list_has_each_publication_once()
    {
        for (var id = 1; id <= 150; id++) AddItem(id);
        await using var host = await SourceHost.StartAsync(_samples, MovingOnThePage(1));
        var items = (await host.ListAsync(mustBeComplete: false)).Value!.Items;
        Assert.Equal(150, items.Count);
        Assert.Equal(150, items.Select(item => item.Key).Distinct().Count());
    }

    [Fact]
    public async Task A_day_beyond_the_reach_of_paging_is_a_failure()
    {
        await using var host = await SourceHost.StartAsync(_samples, Json("""{"content":[],"totalElements":10001,"totalPages":101}"""));
        Assert.Equal("window", (await host.ListAsync(mustBeComplete: false)).Failure!.Code);
    }

    [Theory]
    [InlineData("""{"publicatieId":"440769","publicatieDatum":"2026-09-21"}""")]
    [InlineData("""{"publicatieId":440769,"publicatieDatum":"2026-09-21T20:22:05.307824"}""")]
    public async Task Ids_are_read_as_text_and_as_number(string item)
    {
        _samples.AddToList(JsonNode.Parse(item)!);
        await using var host = await SourceHost.StartAsync(_samples, Json($$"""{"content":[{{item}}],"totalElements":"1","totalPages":1}"""));
        Assert.Equal("tenderned:440769", (await host.ListAsync()).Value!.Items.Single().Key.ToString());
    }

    [Fact]
    public async Task A_type_that_nobody_knows_is_listed_like_any_other()
    {
        _samples.Add("1", SourceHost.Day, type: "XYZ");
        await using var host = await SourceHost.StartAsync(_samples);
        Assert.Single((await host.ListAsync()).Value!.Items);
    }

    [Theory]
    [InlineData("""[]""")]
    [InlineData("""{"content":{},"totalElements":0,"totalPages":0}""")]
    [InlineData("""{"content":[]}""")]
    [InlineData("""{"content":[],"totalElements":-1,"totalPages":0}""")]
    [InlineData("""{"content":[{}],"totalElements":1,"totalPages":1}""")]
    [InlineData("""{"content":[{"publicatieId":"../7","publicatieDatum":"2026-09-21"}],"totalElements":1,"totalPages":1}""")]
    [InlineData("""{"content":[{"publicatieId":"7","publicatieDatum":"gisteren"}],"totalElements":1,"totalPages":1}""")]
    public async Task A_list_of_another_shape_is_a_failure_with_its_bytes(string body)
    {
        await using var host = await SourceHost.StartAsync(_samples, Json(body));
        var failure = (await host.ListAsync()).Failure!;
        Assert.Equal("shape", failure.Code);
        Assert.Equal(body.Length, failure.Documents.Single().Content.Length);
    }

    [Fact]
    public async Task Counters_that_change_by_themselves_do_not_change_the_digest_of_an_item()
    {
        var digests = new List<string>();
        foreach (var (days, score, name) in new[] { (14, 0.5, "Bosbouw"), (13, 1.25, "Bosbouw"), (13, 1.25, "Bosbouw (gewijzigd)") })
        {
            using var samples = new SampleFolder();
            samples.AddToList(Item(1, name, days, score));
            await using var host = await SourceHost.StartAsync(samples);
            digests.Add((await host.ListAsync()).Value!.Items.Single().ListingDigest.Hex);
        }

        Assert.Equal(digests[0], digests[1]);
        Assert.NotEqual(digests[1], digests[2]);
    }

    [Theory]
    [InlineData("""{"publicatieId":"7","publicatieDatum":"2026-09-21","aanbestedingNaam":"\ud800"}""")]
    [InlineData("""{"publicatieId":"7","publicatieDatum":"2026-09-21","bedrag":1.5e300}""")]
    [InlineData("""{"publicatieId":"7","publicatieDatum":"2026-09-21","kenmerk":1,"kenmerk":2}""")]
    public async Task An_odd_item_still_has_a_digest(string item)
    {
        await using var host = await SourceHost.StartAsync(_samples, Json($$"""{"content":[{{item}}],"totalElements":1,"totalPages":1}"""));
        Assert.NotEqual(default, (await host.ListAsync()).Value!.Items.Single().ListingDigest);
    }

    private static JsonObject Item(int id, string name, int days, double score) => new()
    {
        ["publicatieId"] = id.ToString(CultureInfo.InvariantCulture),
        ["publicatieDatum"] = "2026-09-21",
        ["typePublicatie"] = new JsonObject { ["code"] = "AAO" },
        ["aanbestedingNaam"] = name,
        ["aantalDagenTotSluitingsDatum"] = days,
        ["numberOfDaysBeforeAanmeldenInschrijven"] = days,
        ["score"] = score,
    };

    private void AddItem(int id) => _samples.AddToList(Item(id, "Opdracht", 1, 0.5));

    // New publications push those that follow to the next page, where the last ones are seen again.
    private Func<HttpContext, Func<Task>, Task> MovingOnThePage(int page) => (context, next) =>
    {
        if (context.Request.Query["page"] == page.ToString(CultureInfo.InvariantCulture))
        {
            AddItem(9001);
            AddItem(9002);
        }

        return next();
    };

    private static Task IgnoreFilters(HttpContext context, Func<Task> next)
    {
        var query = QueryHelpers.ParseQuery(context.Request.QueryString.Value).Where(parameter => !parameter.Key.StartsWith("publicatieDatum", StringComparison.Ordinal));
        context.Request.QueryString = QueryString.Create(query);
        return next();
    }

    private static Func<HttpContext, Func<Task>, Task> Json(string body) => (context, _) =>
    {
        context.Response.ContentType = "application/json";
        return context.Response.WriteAsync(body);
    };
}
