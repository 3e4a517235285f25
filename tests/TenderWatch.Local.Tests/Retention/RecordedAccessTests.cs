using Azure.Storage.Blobs;
using TenderWatch.Core.Evidence.Access;
using TenderWatch.Local.Tests.Api;
using TenderWatch.Local.Tests.Entries;
using TenderWatch.Testing;

namespace TenderWatch.Local.Tests.Retention;

/// <summary>Whoever looks at confidential evidence stands in a ledger, whichever door they use, and sees nothing where that fails.</summary>
public sealed class RecordedAccessTests
{
    [Fact]
    public async Task Every_door_is_recorded_once_a_day_for_each_person_and_set_of_documents()
    {
        var prefix = AzuriteFixture.NewPrefix();
        await using var host = await ApiHost.StartAsync(prefix: prefix);
        var id = await host.OpenAsync();
        using (var before = await host.Client.GetAsync($"/api/cases/{id}", TestContext.Current.CancellationToken)) Assert.Equal(200, (int)before.StatusCode);
        Assert.Empty(await host.LedgerAsync(AccessLedger.NameOf(id)));

        using var content = new StringContent(Marks.Bids, System.Text.Encoding.UTF8, "text/csv");
        using (var entered = await host.PostAsync($"/api/cases/{id}/bids", content)) Assert.Equal(202, (int)entered.StatusCode);
        await host.SettleAsync();
        for (var time = 0; time < 2; time++)
        {
            Assert.Contains(Marks.Bidder, await host.Client.GetStringAsync($"/api/cases/{id}", TestContext.Current.CancellationToken), StringComparison.Ordinal);
            var page = await host.Client.GetStringAsync($"/cases/{id}", TestContext.Current.CancellationToken);
            Assert.Contains("Access to confidential documents", page, StringComparison.Ordinal);
        }

        var accesses = await host.LedgerAsync(AccessLedger.NameOf(id));
        Assert.Equal([("api", "A. Voorbeeld"), ("page", "A. Voorbeeld")], accesses.Select(entry => (entry.Body.GetProperty("door").GetString()!, entry.Body.GetProperty("by").GetString()!)));
        Assert.All(accesses, entry => Assert.NotEmpty(entry.Body.GetProperty("documents").EnumerateArray()));
        Assert.Empty(Marks.In(string.Concat(accesses.Select(entry => entry.Body.GetRawText()))));
        Assert.DoesNotContain((await host.LedgerAsync(id)), entry => entry.Kind == AccessLedger.Kind);

        // Without a ledger nobody sees anything confidential.
        await using var another = await ApiHost.StartAsync(prefix: prefix);
        await new BlobContainerClient(await AzuriteFixture.ConnectionStringAsync(), prefix + "ledger").DeleteAsync(cancellationToken: TestContext.Current.CancellationToken);
        foreach (var path in new[] { $"/api/cases/{id}", $"/cases/{id}" })
        {
            using var refused = await another.Client.GetAsync(path, TestContext.Current.CancellationToken);
            var told = await refused.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
            Assert.Equal(503, (int)refused.StatusCode);
            Assert.Contains("The access could not be recorded", told, StringComparison.Ordinal);
            Assert.Empty(Marks.In(told));
        }
    }

    [Fact]
    public async Task The_command_line_is_a_door_too_and_records_no_one_who_asks_for_what_is_public()
    {
        using var old = await OldCase.CreateAsync();
        await old.RunAsync("cases", old.Id);
        await old.RunAsync("cases", "--json");
        Assert.Empty(await old.LedgerAsync(AccessLedger.NameOf(old.Id)));
        Assert.Contains(Marks.Bidder, await old.RunAsync("cases", old.Id, "--confidential"), StringComparison.Ordinal);
        await old.RunAsync("cases", "--confidential", "--json");
        var entry = Assert.Single(await old.LedgerAsync(AccessLedger.NameOf(old.Id)));
        Assert.Equal(("command", "confidential"), (entry.Body.GetProperty("door").GetString(), entry.Body.GetProperty("documents")[0].GetProperty("confidentiality").GetString()));
        // A checkpoint signs these ledgers too, and verify follows them.
        await old.RunAsync("checkpoint");
        await old.RunAsync("verify");
        var blob = old.Installation.Container("ledger").GetBlobClient($"{AccessLedger.NameOf(old.Id)}/0000000001.json");
        await blob.DeleteAsync(cancellationToken: TestContext.Current.CancellationToken);
        var verified = await old.Cli.RunAsync("verify");
        Assert.Equal(1, verified.ExitCode);
        Assert.Contains($"{AccessLedger.NameOf(old.Id)}/0000000001.json", verified.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Pages_and_api_say_of_deleted_evidence_that_it_was_deleted_and_a_hold_is_for_admins()
    {
        using var old = await OldCase.CreateAsync();
        var notice = (await old.LedgerAsync()).First(entry => entry.Kind == "facts").Body.GetProperty("notices")[0].GetProperty("documents")[0].GetProperty("sha256").GetString();
        await old.DeleteAsync();
        await using var host = await ApiHost.StartAsync(prefix: old.Cli.Environment["TenderWatch__Storage__Prefix"]);
        using var gone = await host.Client.GetAsync($"/evidence/{notice}", TestContext.Current.CancellationToken);
        Assert.Equal(410, (int)gone.StatusCode);
        Assert.Contains("was deleted under retention on", await gone.Content.ReadAsStringAsync(TestContext.Current.CancellationToken), StringComparison.Ordinal);
        var page = await host.Client.GetStringAsync($"/cases/{old.Id}", TestContext.Current.CancellationToken);
        foreach (var words in new[] { "The facts were deleted under retention on", "B. Bewaarder", "Immutability: none. This is an emulator" }) Assert.Contains(words, page, StringComparison.Ordinal);

        using (var held = await host.PostAsync($"/api/cases/{old.Id}/holds", ApiHost.Json("""{"reason":"Kort geding 123"}"""))) Assert.Equal(202, (int)held.StatusCode);
        await host.SettleAsync();
        var terms = await ApiHost.BodyAsync(await host.Client.GetAsync($"/api/cases/{old.Id}/retention", TestContext.Current.CancellationToken));
        Assert.Equal(("Kort geding 123", 3), (terms["hold"]!["reason"]!.GetValue<string>(), terms["terms"]!.AsArray().Count));
        Assert.Contains("Legal hold: nothing of this case is deleted.", await host.Client.GetStringAsync($"/cases/{old.Id}", TestContext.Current.CancellationToken), StringComparison.Ordinal);
        using var wrong = await host.PostAsync($"/api/cases/{old.Id}/holds", ApiHost.Json("""{"release":true}"""));
        Assert.Equal((400, "$.reason"), await ApiHost.ProblemAsync(wrong));
    }
}
