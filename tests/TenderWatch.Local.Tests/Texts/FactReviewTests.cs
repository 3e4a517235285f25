using System.Net.Http.Headers;
using System.Text.Json.Nodes;
using TenderWatch.Local.Tests.Api;

namespace TenderWatch.Local.Tests.Texts;

/// <summary>Officers confirm, correct and withdraw what was read from text, through the API and on the page.</summary>
public sealed class FactReviewTests
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task The_latest_that_was_said_counts_stands_in_the_ledger_and_on_the_page_and_a_recheck_keeps_it()
    {
        await using var host = await ApiHost.StartAsync();
        var id = await host.OpenAsync();
        var fact = Id(await DurationAsync(host, id));

        await GliderCase.SayAsync(host, id, fact, "confirmations", "{}");
        Assert.Equal(("confirmed", "P8Y"), Of(await DurationAsync(host, id)));
        Assert.Contains("bevestigd door een persoon (A. Voorbeeld, ", await GliderCase.PageAsync(host, id, "nl"), StringComparison.Ordinal);

        await GliderCase.SayAsync(host, id, fact, "corrections", """{"value":"P10Y","reason":"Rectificatie van 2 februari"}""");
        await ModelCaseTests.RecheckAsync(host, id);
        Assert.Equal(("corrected", "P10Y"), Of(await DurationAsync(host, id)));
        var page = await GliderCase.PageAsync(host, id, "en");
        Assert.Contains("corrected by a person (A. Voorbeeld, ", page, StringComparison.Ordinal);
        Assert.Contains("It was read as: 8 years", page, StringComparison.Ordinal);
        Assert.Contains("Rectificatie van 2 februari", page, StringComparison.Ordinal);
        // The field says 8 years: the two differ now, and people are told.
        Assert.Contains("corrected by a person). The checks reckon with the field.", page, StringComparison.Ordinal);

        await GliderCase.SayAsync(host, id, fact, "withdrawals", """{"reason":"Over an earlier contract"}""");
        Assert.Equal(("withdrawn", "P8Y"), Of(await DurationAsync(host, id)));
        Assert.DoesNotContain("The checks reckon with the field.", await GliderCase.PageAsync(host, id, "en"), StringComparison.Ordinal);
        Assert.Equal(["fact-confirmed", "fact-corrected", "fact-withdrawn"], (await host.LedgerAsync(id)).Select(entry => entry.Kind).Where(kind => kind.StartsWith("fact-", StringComparison.Ordinal)));
        var corrected = (await host.LedgerAsync(id)).Single(entry => entry.Kind == "fact-corrected").Body;
        Assert.Equal(("P10Y", "P8Y", "A. Voorbeeld"), (corrected.GetProperty("value").GetString(), corrected.GetProperty("read").GetProperty("value").GetString(), corrected.GetProperty("by").GetString()));
    }

    [Fact]
    public async Task A_correction_stays_when_the_notice_changes_and_asks_for_another_look_also_where_its_words_are_gone()
    {
        await using var host = await ApiHost.StartAsync();
        var id = await host.OpenAsync();
        await GliderCase.SayAsync(host, id, Id(await DurationAsync(host, id)), "corrections", """{"value":"P10Y","reason":"Rectificatie"}""");

        await GliderCase.ChangeAsync(host, text => text.Replace("Alliander, Enexis en Stedin. De", "Alliander, Enexis en Stedin samen. De", StringComparison.Ordinal));
        var moved = await DurationAsync(host, id);
        Assert.Equal(("corrected", "P10Y"), Of(moved));
        Assert.True(moved["lookAgain"]!.GetValue<bool>());
        Assert.Contains("Gecorrigeerd voordat de publicatie wijzigde", await GliderCase.PageAsync(host, id, "nl"), StringComparison.Ordinal);

        await GliderCase.ChangeAsync(host, text => text.Replace("De looptijd is 8 jaar", "De overeenkomst loopt lang", StringComparison.Ordinal));
        var gone = (await GliderCase.FactsAsync(host, id)).Single(fact => fact["isGone"]!.GetValue<bool>());
        Assert.Equal(("corrected", "P10Y"), Of(gone));
        Assert.Contains("these words stand there no more", await GliderCase.PageAsync(host, id, "en"), StringComparison.Ordinal);

        // Somebody looked: what is said of the words as they are now is in order, and what is gone and withdrawn is shown no more.
        await GliderCase.SayAsync(host, id, Id(gone), "withdrawals", """{"reason":"No longer said"}""");
        Assert.DoesNotContain(await GliderCase.FactsAsync(host, id), fact => fact["isGone"]!.GetValue<bool>() || fact["lookAgain"]!.GetValue<bool>());
    }

    [Theory]
    [InlineData("corrections", """{"value":"8 jaar","reason":"x"}""", 422, "$.value")]
    [InlineData("corrections", """{"value":"P10Y","reason":" "}""", 422, "$.reason")]
    [InlineData("corrections", """{"value":"P10Y","unit":"EUR","reason":"x"}""", 422, "$.unit")]
    [InlineData("corrections", """{"reason":"x"}""", 400, "$.value")]
    [InlineData("withdrawals", """{"reason":""}""", 422, "$.reason")]
    [InlineData("confirmations", """{"value":"P10Y"}""", 400, "$.value")]
    public async Task What_is_wrong_is_refused_by_a_problem_that_names_the_field_and_nothing_is_recorded(string act, string body, int status, string field)
    {
        await using var host = await ApiHost.StartAsync();
        var id = await host.OpenAsync();
        using var refused = await host.PostAsync($"/api/cases/{id}/facts/{Id(await DurationAsync(host, id))}/{act}", ApiHost.Json(body));
        await host.SettleAsync();
        Assert.Equal((status, field), await ApiHost.ProblemAsync(refused));
        Assert.DoesNotContain(await host.LedgerAsync(id), entry => entry.Kind.StartsWith("fact-", StringComparison.Ordinal));
    }

    [Fact]
    public async Task An_unknown_fact_another_state_of_the_case_and_a_reader_are_refused_and_a_repetition_changes_nothing()
    {
        await using var issuer = await Issuer.StartAsync();
        await using var host = await ApiHost.StartAsync(issuer.Settings);
        host.Client.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", issuer.Token("officer"));
        var id = await host.OpenAsync();
        var path = $"/api/cases/{id}/facts/{Id(await DurationAsync(host, id))}/confirmations";
        using var unknown = await host.PostAsync($"/api/cases/{id}/facts/0123456789abcdef/confirmations", ApiHost.Json("{}"));
        using var other = await host.PostAsync(path, ApiHost.Json("{}"), ifMatch: "\"00000000000000000000000000000000\"");
        using var first = await host.PostAsync(path, ApiHost.Json("{}"), "key-1");
        using var again = await host.PostAsync(path, ApiHost.Json("{}"), "key-1");
        using var twice = await host.PostAsync(path, ApiHost.Json("{}"), "key-2");
        await host.SettleAsync();
        Assert.Equal((404, 412, 202, 202, 202), ((int)unknown.StatusCode, (int)other.StatusCode, (int)first.StatusCode, (int)again.StatusCode, (int)twice.StatusCode));
        Assert.False((await ApiHost.BodyAsync(twice))["isNew"]!.GetValue<bool>());
        Assert.Single(await host.LedgerAsync(id), entry => entry.Kind == "fact-confirmed");

        host.Client.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", issuer.Token());
        using var reader = await host.PostAsync(path, ApiHost.Json("{}"));
        Assert.Equal(403, (int)reader.StatusCode);
    }

    [Fact]
    public async Task On_the_page_a_form_without_script_does_the_same_and_keeps_what_was_entered_where_it_is_wrong()
    {
        await using var host = await ApiHost.StartAsync();
        var id = await host.OpenAsync();
        var fact = Id(await DurationAsync(host, id));
        using var wrong = await SendAsync(host, id, fact, "correct", "8 jaar", "Rectificatie");
        Assert.Equal(422, (int)wrong.StatusCode);
        var page = System.Net.WebUtility.HtmlDecode(await wrong.Content.ReadAsStringAsync(Stop));
        Assert.Contains("Write an ISO 8601 period", page, StringComparison.Ordinal);
        Assert.Contains("value=\"8 jaar\"", page, StringComparison.Ordinal);

        using var right = await SendAsync(host, id, fact, "correct", "P10Y", "Rectificatie");
        Assert.Equal((303, $"/cases/{id}?done=fact"), ((int)right.StatusCode, right.Headers.Location!.OriginalString));
        await host.SettleAsync();
        Assert.Equal(("corrected", "P10Y"), Of(await DurationAsync(host, id)));
    }

    private static async Task<HttpResponseMessage> SendAsync(ApiHost host, string id, string fact, string act, string value, string reason)
    {
        using var form = new MultipartFormDataContent { { new StringContent(fact), "fact" }, { new StringContent(act), "act" }, { new StringContent(value), "value" }, { new StringContent(""), "unit" }, { new StringContent(reason), "reason" } };
        using var request = new HttpRequestMessage(HttpMethod.Post, $"/cases/{id}/facts") { Content = form };
        request.Headers.Add("Sec-Fetch-Site", "same-origin");
        request.Headers.Add("Origin", host.Client.BaseAddress!.OriginalString.TrimEnd('/'));
        return await host.Client.SendAsync(request, Stop);
    }

    private static async Task<JsonNode> DurationAsync(ApiHost host, string id) =>
        (await GliderCase.FactsAsync(host, id)).First(fact => fact["kind"]!.GetValue<string>() == "duration" && !fact["isGone"]!.GetValue<bool>() && fact["read"]!["quote"]!.GetValue<string>().Contains("8 jaar", StringComparison.Ordinal));

    private static string Id(JsonNode fact) => fact["id"]!.GetValue<string>();

    private static (string Standing, string Value) Of(JsonNode fact) => (fact["standing"]!.GetValue<string>(), fact["value"]!.GetValue<string>());
}
