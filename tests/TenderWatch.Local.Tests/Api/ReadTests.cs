using TenderWatch.Core.Reviews;

namespace TenderWatch.Local.Tests.Api;

public sealed class ReadTests
{
    [Fact]
    public async Task Two_hundred_and_fifty_cases_are_read_page_by_page_without_gap_or_repetition()
    {
        await using var host = await ApiHost.StartAsync();
        var opened = new DateTimeOffset(2026, 1, 1, 0, 0, 0, TimeSpan.Zero);
        // Many were opened at one moment, as after a backfill.
        await Task.WhenAll(Enumerable.Range(0, 250).Select(n => host.SaveAsync(new CaseState { Id = $"{n:x12}", Title = "Zaak", OpenedAt = opened.AddDays(n / 100), UpdatedAt = opened })));

        var (seen, path, pages) = (new List<string>(), "/api/cases?limit=40&q=zaak", 0);
        while (path.Length > 0)
        {
            using var response = await host.Client.GetAsync(path, TestContext.Current.CancellationToken);
            seen.AddRange((await ApiHost.BodyAsync(response)).AsArray().Select(state => state!["id"]!.GetValue<string>()));
            path = response.Headers.TryGetValues("Link", out var links) ? links.Single().Split('<', '>')[1] : "";
            pages++;
            // A change in between moves nothing.
            await host.SaveAsync(new CaseState { Id = $"{pages:x12}", Title = "Zaak", OpenedAt = opened, UpdatedAt = opened.AddYears(1) });
        }

        Assert.Equal(7, pages);
        Assert.Equal(Enumerable.Range(0, 250).Select(n => $"{n:x12}"), seen.Order(StringComparer.Ordinal));
    }

    [Theory]
    [InlineData("limit=0", "limit")]
    [InlineData("limit=x", "limit")]
    [InlineData("continuation=x", "continuation")]
    [InlineData("verdict=guilty", "verdict")]
    public async Task A_wrong_query_is_named(string query, string field)
    {
        await using var host = await ApiHost.StartAsync();

        using var response = await host.Client.GetAsync("/api/cases?" + query, TestContext.Current.CancellationToken);

        Assert.Equal((400, field), await ApiHost.ProblemAsync(response));
    }

    [Fact]
    public async Task A_case_that_the_caller_has_is_not_sent_again_until_it_changes()
    {
        await using var host = await ApiHost.StartAsync();
        var id = await host.OpenAsync();
        using var first = await host.Client.GetAsync("/api/cases/" + id, TestContext.Current.CancellationToken);

        using var same = await GetAsync(host, id, first.Headers.ETag!.ToString());
        using var recheck = await host.PostAsync($"/api/cases/{id}/rechecks", ApiHost.Json("""{"reason":"x"}"""));
        await host.SettleAsync();
        using var changed = await GetAsync(host, id, first.Headers.ETag!.ToString());

        Assert.Equal((200, 304, 200), ((int)first.StatusCode, (int)same.StatusCode, (int)changed.StatusCode));
        Assert.Equal("", await same.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));
        Assert.NotEqual(first.Headers.ETag, changed.Headers.ETag);
    }

    [Fact]
    public async Task Timeline_and_notice_of_a_case_are_given()
    {
        await using var host = await ApiHost.StartAsync();
        var id = await host.OpenAsync();
        var view = await ApiHost.BodyAsync(await host.Client.GetAsync("/api/cases/" + id, TestContext.Current.CancellationToken));
        var key = view["facts"]!["notices"]![0]!["record"]!["key"]!;

        using var timeline = await host.Client.GetAsync($"/api/cases/{id}/timeline", TestContext.Current.CancellationToken);
        using var notice = await host.Client.GetAsync($"/api/notices/{key["source"]}/{key["id"]}", TestContext.Current.CancellationToken);
        using var unknown = await host.Client.GetAsync("/api/notices/ted/1-2000", TestContext.Current.CancellationToken);

        Assert.NotEmpty((await ApiHost.BodyAsync(timeline)).AsArray());
        Assert.Equal(id, (await ApiHost.BodyAsync(notice))["procurementId"]!.GetValue<string>());
        Assert.Equal(404, (int)unknown.StatusCode);
    }

    private static async Task<HttpResponseMessage> GetAsync(ApiHost host, string id, string known)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, "/api/cases/" + id);
        request.Headers.TryAddWithoutValidation("If-None-Match", known);
        return await host.Client.SendAsync(request, TestContext.Current.CancellationToken);
    }
}
