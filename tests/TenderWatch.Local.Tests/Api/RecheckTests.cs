using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.Extensions.DependencyInjection;
using TenderWatch.Core.Evidence;
using TenderWatch.Core.Rechecks;
using TenderWatch.Core.Reviews;
using TenderWatch.Testing;

namespace TenderWatch.Local.Tests.Api;

public sealed class RecheckTests
{
    [Fact]
    public async Task Two_hundred_rechecks_at_once_are_two_hundred_entries_of_one_unforked_ledger()
    {
        await using var host = await ApiHost.StartAsync();
        var id = await host.OpenAsync();

        var answers = await Task.WhenAll(Enumerable.Range(0, 200).Select(async n =>
        {
            using var response = await host.PostAsync($"/api/cases/{id}/rechecks", ApiHost.Json($$"""{"checks":["alt"],"reason":"number {{n}}"}"""));
            Assert.Equal(202, (int)response.StatusCode);
            return response.Headers.Location!.OriginalString;
        }));
        await host.SettleAsync();

        Assert.Equal(Enumerable.Range(1, 200).Select(n => $"/api/cases/{id}/rechecks/{n}").Order(StringComparer.Ordinal), answers.Order(StringComparer.Ordinal));
        var entries = await host.LedgerAsync(id);
        var asked = entries.Where(entry => entry.Kind == "recheck-requested").ToList();
        Assert.Equal(200, asked.Select(entry => entry.Body.GetProperty("reason").GetString()).Distinct(StringComparer.Ordinal).Count());
        Assert.Equal(200, asked.Count);
        Assert.Equal(Enumerable.Range(1, entries.Count).Select(n => (long)n), entries.Select(entry => entry.Sequence));
        Assert.All(entries.Zip(entries.Skip(1)), pair => Assert.Equal(Digest.Of(pair.First.ToBytes()), pair.Second.Previous));
    }

    [Fact]
    public async Task A_recheck_runs_the_checks_it_names_says_who_why_and_what_changed_and_is_found_at_once()
    {
        await using var host = await ApiHost.StartAsync();
        var id = await host.OpenAsync();

        using var asked = await host.PostAsync($"/api/cases/{id}/rechecks", ApiHost.Json("""{"checks":["alt","fsr-scope"],"reason":"The estimate was corrected."}"""));
        using var atOnce = await host.Client.GetAsync(asked.Headers.Location, TestContext.Current.CancellationToken);
        await host.SettleAsync();
        using var done = await host.Client.GetAsync(asked.Headers.Location, TestContext.Current.CancellationToken);
        using var all = await host.PostAsync($"/api/cases/{id}/rechecks", ApiHost.Json("""{"reason":"everything"}"""));
        await host.SettleAsync();
        using var allDone = await host.Client.GetAsync(all.Headers.Location, TestContext.Current.CancellationToken);
        using var unknown = await host.Client.GetAsync($"/api/cases/{id}/rechecks/3", TestContext.Current.CancellationToken);

        Assert.Contains((await ApiHost.BodyAsync(atOnce))["state"]!.GetValue<string>(), (string[])["waiting", "running", "done"]);
        var report = await ApiHost.BodyAsync(done);
        Assert.Equal(("done", "A. Voorbeeld", "The estimate was corrected."), (report["state"]!.GetValue<string>(), report["by"]!.GetValue<string>(), report["reason"]!.GetValue<string>()));
        Assert.Equal(["alt", "fsr-scope"], Results(report).Select(result => result["check"]!.GetValue<string>()));
        Assert.All(Results(report), result => Assert.False(result["changed"]!.GetValue<bool>()));
        Assert.Equal(11, Results(await ApiHost.BodyAsync(allDone)).Count);
        Assert.Equal(404, (int)unknown.StatusCode);
    }

    [Fact]
    public async Task An_old_recheck_is_still_found_and_one_of_late_is_not_looked_for_in_the_whole_ledger()
    {
        await using var host = await ApiHost.StartAsync();
        var id = await host.OpenAsync();
        for (var n = 1; n <= 12; n++)
        {
            using var asked = await host.PostAsync($"/api/cases/{id}/rechecks", ApiHost.Json($$"""{"checks":["{{(n % 2 == 0 ? "alt" : "ipi")}}"],"reason":"number {{n}}"}"""));
            await host.SettleAsync();
        }

        var counted = new CountedLedger(host.Services.GetRequiredService<ILedger>());
        var reports = new RecheckReports(host.Services.GetRequiredService<ICaseInbox>(), host.Services.GetRequiredService<ICases>(), counted);
        var last = (await reports.FindAsync(id, 12, TestContext.Current.CancellationToken))!;
        var reads = counted.Reads;
        var first = (await reports.FindAsync(id, 1, TestContext.Current.CancellationToken))!;

        // The event, facts and findings of the last two of that check and of the one between them; the ledger has more than three times as many.
        Assert.True(reads <= 9, $"{reads}");
        Assert.True((await host.LedgerAsync(id)).Count > 36);
        foreach (var (report, check) in new[] { (last, "alt"), (first, "ipi") })
        {
            var result = Assert.Single(report.Results);
            Assert.Equal((RecheckState.Done, check, false), (report.State, result.Check, result.Changed));
            Assert.NotNull(result.Before);
        }
    }

    [Fact]
    public async Task A_reader_is_not_told_that_confidential_findings_alone_changed()
    {
        await using var host = await ApiHost.StartAsync();
        var id = await host.OpenAsync();
        using var asked = await host.PostAsync($"/api/cases/{id}/rechecks", ApiHost.Json("""{"reason":"x"}"""));
        await host.SettleAsync();
        var entries = await host.LedgerAsync(id);
        var findings = entries.Last(entry => entry.Kind == "findings");
        // As though bids had changed the findings of alt, and not their verdict.
        var body = JsonNode.Parse(findings.Body.GetRawText())!;
        body["findings"]!.AsArray().Single(result => result!["check"]!.GetValue<string>() == "alt")!["confidential"] = new JsonObject { ["sha256"] = new string('a', 64), ["confidentiality"] = "confidential" };
        var changed = findings with { Body = JsonSerializer.SerializeToElement(body) };
        var ledger = new CountedLedger(host.Services.GetRequiredService<ILedger>()) { Instead = new StoredLedgerEntry("x", findings.Sequence, changed.ToBytes()) };
        var reports = new RecheckReports(host.Services.GetRequiredService<ICaseInbox>(), host.Services.GetRequiredService<ICases>(), ledger);

        var reader = (await reports.FindAsync(id, 1, TestContext.Current.CancellationToken))!;
        var officer = (await reports.FindAsync(id, 1, TestContext.Current.CancellationToken, confidential: true))!;

        Assert.All(reader.Results, result => Assert.False(result.Changed));
        Assert.Equal(["alt"], officer.Results.Where(result => result.Changed).Select(result => result.Check));
    }

    /// <summary>A ledger that counts what is read, and may give one entry in place of another.</summary>
    private sealed class CountedLedger(ILedger ledger) : ILedger
    {
        public int Reads { get; private set; }

        public StoredLedgerEntry? Instead { get; init; }

        public string Container => ledger.Container;

        public Task<LedgerHead> AppendAsync(string caseId, LedgerHead after, LedgerDraft draft, CancellationToken cancellationToken) => throw new NotSupportedException();

        public IAsyncEnumerable<StoredLedgerEntry> ReadAsync(string caseId, CancellationToken cancellationToken) => throw new NotSupportedException();

        public IAsyncEnumerable<string> ListCasesAsync(CancellationToken cancellationToken) => throw new NotSupportedException();

        public Task<StoredLedgerEntry?> FindAsync(string caseId, long sequence, CancellationToken cancellationToken)
        {
            Reads++;
            return sequence == Instead?.Sequence ? Task.FromResult<StoredLedgerEntry?>(Instead) : ledger.FindAsync(caseId, sequence, cancellationToken);
        }
    }

    [Fact]
    public async Task Numbers_go_on_after_a_restart()
    {
        var prefix = AzuriteFixture.NewPrefix();
        string id;
        await using (var first = await ApiHost.StartAsync(prefix: prefix))
        {
            id = await first.OpenAsync();
            using var one = await first.PostAsync($"/api/cases/{id}/rechecks", ApiHost.Json("""{"reason":"one"}"""), key: "same");
            Assert.EndsWith("/1", one.Headers.Location!.OriginalString, StringComparison.Ordinal);
        }

        await using var second = await ApiHost.StartAsync(prefix: prefix);
        using var again = await second.PostAsync($"/api/cases/{id}/rechecks", ApiHost.Json("""{"reason":"one"}"""), key: "same");
        using var two = await second.PostAsync($"/api/cases/{id}/rechecks", ApiHost.Json("""{"reason":"two"}"""));

        Assert.EndsWith("/1", again.Headers.Location!.OriginalString, StringComparison.Ordinal);
        Assert.EndsWith("/2", two.Headers.Location!.OriginalString, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("""{"checks":["alt","nothing"],"reason":"x"}""", "$.checks[1]")]
    [InlineData("""{"reason":" "}""", "$.reason")]
    [InlineData("""{"checks":["alt"]}""", "$.reason")]
    [InlineData("""{"reason":"x","why":"y"}""", "$.why")]
    [InlineData("""{"reason":7}""", "$.reason")]
    [InlineData("nonsense", "$")]
    public async Task A_wrong_recheck_is_answered_by_a_problem_that_names_the_field(string body, string field)
    {
        await using var host = await ApiHost.StartAsync();

        using var response = await host.PostAsync("/api/cases/cb92bd3b4eff/rechecks", ApiHost.Json(body));

        Assert.Equal((400, field), await ApiHost.ProblemAsync(response));
    }

    private static List<JsonNode> Results(JsonNode report) => [.. report["results"]!.AsArray().OfType<JsonNode>()];
}
