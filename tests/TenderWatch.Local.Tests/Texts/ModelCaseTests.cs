using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Http;
using TenderWatch.Extraction.Model;
using TenderWatch.Extraction.Tests.Model;
using TenderWatch.Local.Tests.Api;
using TenderWatch.Local.Tests.Support;
using TenderWatch.Testing;

namespace TenderWatch.Local.Tests.Texts;

/// <summary>A model in the review of a case, from its endpoint to the page.</summary>
public sealed class ModelCaseTests
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task What_a_model_points_at_stands_in_ledger_API_and_page_as_read_by_a_machine_and_is_paid_for_once()
    {
        await using var server = await ModelServer.PointingAtAsync(GliderCase.Number, GliderCase.Noun);
        await using var host = await ApiHost.StartAsync(model: Priced(server));
        var id = await host.OpenAsync(GliderCase.Published);

        var fact = await GliderCase.GlidersAsync(host, id);
        Assert.Equal(("machine", "350", "model/gpt-4o/prompt-1"), (Text(fact, "standing"), Text(fact, "value"), fact["read"]!["extractor"]!.GetValue<string>()));
        var asked = Assert.Single(await host.LedgerAsync(id), entry => entry.Kind == "model-asked").Body.GetProperty("asked")[0];
        var recorded = asked.GetProperty("facts")[0];
        Assert.Equal((Text(fact, "id"), "350 zweefvliegtuigen", "BT-24"), (recorded.GetProperty("id").GetString(), recorded.GetProperty("quote").GetString(), recorded.GetProperty("source").GetProperty("part").GetString()));
        Assert.True(recorded.GetProperty("source").GetProperty("offset").GetInt32() > 0);
        Assert.Equal((300, 50, "0.00125"), (asked.GetProperty("use").GetProperty("inputTokens").GetInt32(), asked.GetProperty("use").GetProperty("outputTokens").GetInt32(), asked.GetProperty("use").GetProperty("cost").GetString()));
        Assert.Contains("door een machine gelezen, niet bevestigd", await GliderCase.PageAsync(host, id, "nl"), StringComparison.Ordinal);
        var page = await GliderCase.PageAsync(host, id, "en");
        Assert.Contains("read by a machine, not confirmed", page, StringComparison.Ordinal);
        Assert.Contains("EUR 0.00125", page, StringComparison.Ordinal);
        Assert.DoesNotContain(GliderCase.Noun, Sheet(page), StringComparison.Ordinal);

        await RecheckAsync(host, id);
        Assert.Single(server.Asked);
        Assert.Equal("machine", Text(await GliderCase.GlidersAsync(host, id), "standing"));

        var budget = JsonNode.Parse(await host.Client.GetStringAsync(new Uri("/api/model", UriKind.Relative), Stop))!;
        Assert.True(budget["isOn"]!.GetValue<bool>());
        Assert.Equal((350, 200_000 - 350), (budget["used"]!.AsArray().Sum(day => day!["use"]!["inputTokens"]!.GetValue<int>() + day["use"]!["outputTokens"]!.GetValue<int>()), budget["used"]!.AsArray().Min(day => day!["left"]!.GetValue<int>())));
        Assert.Contains("EUR 0.00125", await host.Client.GetStringAsync(new Uri("/sources?lang=en", UriKind.Relative), Stop), StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_endpoint_that_lies_adds_no_fact_to_the_case_and_its_lies_are_counted()
    {
        await using var server = await ModelServer.AnsweringAsync(
            new { passage = 1, kind = "quantity", quote = "360 zweefvliegtuigen", value = "360", unit = "zweefvliegtuigen" },
            new { passage = 1, kind = "quantity", quote = "350 zweefvliegtuigen", value = "3500", unit = "zweefvliegtuigen" },
            new { passage = 9, kind = "quantity", quote = "350 zweefvliegtuigen", value = "350", unit = "zweefvliegtuigen" });
        await using var host = await ApiHost.StartAsync(model: server.Settings());
        var id = await host.OpenAsync(GliderCase.Published);

        Assert.DoesNotContain(await GliderCase.FactsAsync(host, id), fact => Text(fact, "standing") != "rule");
        var asked = Assert.Single(await host.LedgerAsync(id), entry => entry.Kind == "model-asked").Body.GetProperty("asked")[0];
        Assert.Equal((0, 3), (asked.GetProperty("facts").GetArrayLength(), asked.GetProperty("dropped").EnumerateObject().Sum(reason => reason.Value.GetInt32())));
        Assert.Contains("0 gehouden, 3 weggelaten", await GliderCase.PageAsync(host, id, "nl"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Where_the_endpoint_is_down_the_case_goes_on_and_says_so_and_a_later_event_asks_again()
    {
        var prefix = AzuriteFixture.NewPrefix();
        string id;
        using (var nobody = ClosedPort.Take())
        {
            await using var host = await ApiHost.StartAsync(prefix: prefix, model: new ModelSettings { Enabled = true, Endpoint = $"http://127.0.0.1:{nobody.Port}", Deployment = "gpt-4o", ApiKey = "key" });
            id = await host.OpenAsync(GliderCase.Published);
            Assert.Contains("het model is niet bereikbaar", await GliderCase.PageAsync(host, id, "nl"), StringComparison.Ordinal);
            Assert.Contains("it cannot be reached", await GliderCase.PageAsync(host, id, "en"), StringComparison.Ordinal);
            Assert.Contains(await host.LedgerAsync(id), entry => entry.Kind == "findings");
        }

        await using var server = await ModelServer.PointingAtAsync(GliderCase.Number, GliderCase.Noun);
        await using var later = await ApiHost.StartAsync(prefix: prefix, model: server.Settings());
        await RecheckAsync(later, id);
        Assert.Equal("machine", Text(await GliderCase.GlidersAsync(later, id), "standing"));
        Assert.DoesNotContain("cannot be reached", await GliderCase.PageAsync(later, id, "en"), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(StatusCodes.Status400BadRequest, "content_filter", 1)]
    [InlineData(StatusCodes.Status503ServiceUnavailable, "busy", 1)]
    public async Task What_the_model_cannot_answer_is_asked_and_recorded_once_however_often_the_case_is_looked_at(int status, string code, int entries)
    {
        await using var server = await ModelServer.StartAsync((context, _) => ModelServer.Refuse(context, status, code));
        await using var host = await ApiHost.StartAsync(model: server.Settings());
        var id = await host.OpenAsync(GliderCase.Published);

        for (var time = 0; time < 3; time++) await RecheckAsync(host, id);

        Assert.Single(server.Asked);
        Assert.Equal(entries, (await host.LedgerAsync(id)).Count(entry => entry.Kind == "model-asked"));
    }

    [Fact]
    public async Task Beyond_the_budget_of_the_day_nothing_is_asked_and_the_case_says_so()
    {
        await using var server = await ModelServer.PointingAtAsync(GliderCase.Number, GliderCase.Noun);
        var settings = server.Settings();
        settings.TokensPerDay = 100;
        await using var host = await ApiHost.StartAsync(model: settings);
        var id = await host.OpenAsync(GliderCase.Published);
        Assert.Empty(server.Asked);
        Assert.Contains("the budget of the day is used up", await GliderCase.PageAsync(host, id, "en"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Bids_and_other_confidential_documents_never_go_to_the_model()
    {
        await using var server = await ModelServer.PointingAtAsync(GliderCase.Number, GliderCase.Noun);
        await using var host = await ApiHost.StartAsync(model: server.Settings());
        var id = await host.OpenAsync(GliderCase.Published);
        using var csv = new StringContent("Inschrijver;Prijs;Valuta\nGeheim 777 wagens B.V.;760.000,50;EUR\n", System.Text.Encoding.UTF8, "text/csv");
        using var bids = await host.PostAsync($"/api/cases/{id}/bids", csv);
        Assert.Equal(202, (int)bids.StatusCode);
        await RecheckAsync(host, id);
        Assert.DoesNotContain("Geheim", Assert.Single(server.Asked).Body.GetRawText(), StringComparison.Ordinal);
    }

    private static ModelSettings Priced(ModelServer server)
    {
        var settings = server.Settings();
        (settings.InputPrice, settings.OutputPrice) = (2.5m, 10m);
        return settings;
    }

    internal static async Task RecheckAsync(ApiHost host, string id)
    {
        using var asked = await host.PostAsync($"/api/cases/{id}/rechecks", ApiHost.Json("""{"reason":"Look again."}"""));
        Assert.Equal(202, (int)asked.StatusCode);
        await host.SettleAsync();
    }

    // The table of fields comes before the facts from texts.
    private static string Sheet(string page) => page[page.IndexOf("id=\"facts\"", StringComparison.Ordinal)..page.IndexOf("id=\"text-facts\"", StringComparison.Ordinal)];

    private static string Text(JsonNode fact, string member) => fact[member]!.GetValue<string>();
}
