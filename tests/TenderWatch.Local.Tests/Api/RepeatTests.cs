namespace TenderWatch.Local.Tests.Api;

public sealed class RepeatTests
{
    private const string Statement = """{"source":{"title":"Kamerbrief","publisher":"Ministerie"},"stock":{"until":"2027-12-31","quote":"tot eind 2027"}}""";

    [Theory]
    [InlineData("rechecks", """{"reason":"x"}""", "recheck-requested")]
    [InlineData("statements", Statement, "statement-entered")]
    public async Task Twenty_repetitions_at_once_have_one_effect_and_one_answer(string what, string body, string kind)
    {
        await using var host = await ApiHost.StartAsync();
        var id = await host.OpenAsync();

        var answers = await Task.WhenAll(Enumerable.Range(0, 20).Select(async _ =>
        {
            using var response = await host.PostAsync($"/api/cases/{id}/{what}", ApiHost.Json(body), key: "one");
            return ((int)response.StatusCode, response.Headers.Location?.OriginalString, await response.Content.ReadAsStringAsync());
        }));
        await host.SettleAsync();

        Assert.Equal(202, Assert.Single(answers.Distinct()).Item1);
        Assert.Single(await host.LedgerAsync(id), entry => entry.Kind == kind);
    }

    [Fact]
    public async Task A_key_with_another_content_is_refused_and_one_that_had_no_effect_can_be_used_again()
    {
        await using var host = await ApiHost.StartAsync();
        var id = await host.OpenAsync();

        using var wrong = await host.PostAsync($"/api/cases/{id}/rechecks", ApiHost.Json("""{"reason":""}"""), key: "k");
        using var right = await host.PostAsync($"/api/cases/{id}/rechecks", ApiHost.Json("""{"reason":"x"}"""), key: "k");
        using var other = await host.PostAsync($"/api/cases/{id}/rechecks", ApiHost.Json("""{"reason":"y"}"""), key: "k");

        Assert.Equal((400, 202), ((int)wrong.StatusCode, (int)right.StatusCode));
        Assert.Equal((422, "Idempotency-Key"), await ApiHost.ProblemAsync(other));
    }
}
