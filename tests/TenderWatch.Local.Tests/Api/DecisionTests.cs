using System.Globalization;
using System.Text;
using Microsoft.Extensions.DependencyInjection;
using TenderWatch.Core.Evidence;
using TenderWatch.Core.Leases;
using TenderWatch.Core.Reviews.Entries;

namespace TenderWatch.Local.Tests.Api;

/// <summary>A decision rests on what somebody saw: it is refused where that has changed or is about to, and repeated without effect where it was taken already.</summary>
public sealed class DecisionTests
{
    private const string Decision = """{"lot":"LOT-0001","bid":"TEN-0001","decision":"accept","reasons":"The explanation accounts for the price."}""";
    private const string Statement = """{"source":{"title":"Kamerbrief","publisher":"Ministerie"},"stock":{"until":"2027-12-31","quote":"tot eind 2027"}}""";

    [Fact]
    public async Task One_whose_answer_was_lost_is_answered_as_taken_though_it_has_changed_the_case()
    {
        await using var host = await ApiHost.StartAsync();
        var id = await AssessedAsync(host);
        var seen = await TagAsync(host, id);
        using var taken = await DecideAsync(host, id, seen, key: "decision");
        Assert.Equal(202, (int)taken.StatusCode);

        // The host ends before it has kept the answer; the event waits, and later it is handled.
        await ForgetAsync(host, "decision");
        using var atOnce = await DecideAsync(host, id, seen, key: "decision");
        await host.SettleAsync();
        await ForgetAsync(host, "decision");
        using var later = await DecideAsync(host, id, seen, key: "decision");
        using var another = await DecideAsync(host, id, seen, key: "another", Decision.Replace("accounts", "does account", StringComparison.Ordinal));

        Assert.Equal((202, 202), ((int)atOnce.StatusCode, (int)later.StatusCode));
        Assert.False((await ApiHost.BodyAsync(later))["isNew"]!.GetValue<bool>());
        Assert.Equal((await ApiHost.BodyAsync(taken))["event"]!.ToString(), (await ApiHost.BodyAsync(later))["event"]!.ToString());
        Assert.Equal((412, "If-Match"), await ApiHost.ProblemAsync(another));
        Assert.Single(await host.LedgerAsync(id), entry => entry.Kind == "explanation-accept");
    }

    [Fact]
    public async Task A_step_whose_answer_was_lost_is_answered_as_taken_and_one_that_names_a_state_needs_it()
    {
        await using var host = await ApiHost.StartAsync();
        var id = await host.OpenAsync();
        var before = await TagAsync(host, id);
        var request = Request;
        using var taken = await host.PostAsync($"/api/cases/{id}/explanations", ApiHost.Json(request), "step", before);
        await host.SettleAsync();
        await ForgetAsync(host, "step");

        using var again = await host.PostAsync($"/api/cases/{id}/explanations", ApiHost.Json(request), "step", before);
        using var stale = await host.PostAsync($"/api/cases/{id}/explanations", ApiHost.Json(Receive("x")), ifMatch: before);
        using var careless = await host.PostAsync($"/api/cases/{id}/explanations", ApiHost.Json(Receive("x")));

        Assert.Equal((202, 202, 202), ((int)taken.StatusCode, (int)again.StatusCode, (int)careless.StatusCode));
        Assert.Equal((412, "If-Match"), await ApiHost.ProblemAsync(stale));
        await host.SettleAsync();
        Assert.Single(await host.LedgerAsync(id), entry => entry.Kind == "explanation-request");
    }

    [Fact]
    public async Task What_waits_to_be_handled_is_told_instead_of_decided_over()
    {
        await using var host = await ApiHost.StartAsync();
        var id = await AssessedAsync(host);
        var seen = await TagAsync(host, id);
        var (lease, _) = await host.Services.GetRequiredService<ILeases>().TryTakeAsync("case:" + id, TestContext.Current.CancellationToken);
        Assert.NotNull(lease);
        using var entered = await host.PostAsync($"/api/cases/{id}/statements", ApiHost.Json(Statement));
        Assert.Equal(202, (int)entered.StatusCode);

        using var early = await DecideAsync(host, id, seen);
        using var stale = await DecideAsync(host, id, "\"00000000000000000000000000000000\"");
        await lease.DisposeAsync();
        await host.SettleAsync();
        using var late = await DecideAsync(host, id, seen);
        using var informed = await DecideAsync(host, id, await TagAsync(host, id));

        Assert.Equal((409, "waiting"), await ApiHost.ProblemAsync(early));
        Assert.Contains("statement-entered", (await ApiHost.BodyAsync(early))["errors"]![0]!["detail"]!.GetValue<string>(), StringComparison.Ordinal);
        Assert.Equal((412, "If-Match"), await ApiHost.ProblemAsync(stale));
        Assert.Contains("statement-entered", (await ApiHost.BodyAsync(stale))["errors"]![1]!["detail"]!.GetValue<string>(), StringComparison.Ordinal);
        Assert.Equal((412, "If-Match"), await ApiHost.ProblemAsync(late));
        Assert.Equal(202, (int)informed.StatusCode);
    }

    private static string Request
    {
        get
        {
#pragma warning disable RS0030 // The host has the clock of the system.
            var due = DateTime.UtcNow.AddDays(14).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
#pragma warning restore RS0030
            return $$"""{"lot":"LOT-0001","bid":"TEN-0001","step":"request","due":"{{due}}","reasons":"The price lies far below the others."}""";
        }
    }

    private static string Receive(string answer) => $$"""{"lot":"LOT-0001","bid":"TEN-0001","step":"receive","document":"{{Convert.ToBase64String(Encoding.UTF8.GetBytes(answer))}}"}""";

    private static async Task<string> AssessedAsync(ApiHost host)
    {
        var id = await host.OpenAsync();
        foreach (var step in new[] { Request, Receive("Our explanation"), """{"lot":"LOT-0001","bid":"TEN-0001","step":"assess","reasons":"The costs are accounted for."}""" })
        {
            using var taken = await host.PostAsync($"/api/cases/{id}/explanations", ApiHost.Json(step));
            Assert.Equal(202, (int)taken.StatusCode);
        }

        await host.SettleAsync();
        return id;
    }

    private static async Task<string> TagAsync(ApiHost host, string id)
    {
        using var seen = await host.Client.GetAsync("/api/cases/" + id, TestContext.Current.CancellationToken);
        return seen.Headers.ETag!.ToString();
    }

    private static Task<HttpResponseMessage> DecideAsync(ApiHost host, string id, string seen, string? key = null, string decision = Decision) =>
        host.PostAsync($"/api/cases/{id}/decisions", ApiHost.Json(decision), key, seen);

    private static Task ForgetAsync(ApiHost host, string key) =>
        host.Services.GetRequiredService<IRequests>().ReleaseAsync(Digest.Of("A. Voorbeeld\n" + key).Hex, TestContext.Current.CancellationToken);
}
