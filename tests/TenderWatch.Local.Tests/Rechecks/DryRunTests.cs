using System.Text.Json;
using TenderWatch.Core.Checks;
using TenderWatch.Core.Rechecks;
using TenderWatch.Storage;
using TenderWatch.Testing;

namespace TenderWatch.Local.Tests.Rechecks;

public sealed class DryRunTests
{
    [Fact]
    public async Task A_changed_threshold_lists_what_would_change_and_the_case_stays_as_it_was()
    {
        using var judged = await JudgedCase.CreateAsync();
        var state = await judged.StateAsync();
        var blobs = await BlobsAsync(judged);
        judged.LowerThresholds();

        var (exitCode, report) = await judged.RecheckAsync("--dry-run");
        var text = await judged.Cli.RunAsync("recheck", "--dry-run", state.Id);

        Assert.Equal((0, 0), (exitCode, text.ExitCode));
        var fsr = Assert.Single(JudgedCase.Results(report), result => result.GetProperty("check").GetString() == "fsr-scope");
        Assert.Equal(("clear", "flagged"), (fsr.GetProperty("before").GetString(), fsr.GetProperty("after").GetString()));
        Assert.StartsWith((await judged.ResultAsync()).RuleVersion + "+", fsr.GetProperty("versionAfter").GetString(), StringComparison.Ordinal);
        Assert.NotEmpty(fsr.GetProperty("changes").EnumerateArray().SelectMany(change => change.GetProperty("figures").EnumerateArray()));
        Assert.Contains(report.GetProperty("verdicts").EnumerateArray(), count => count.GetProperty("check").GetString() == "fsr-scope" && count.GetProperty("cases").GetInt32() == 1);
        Assert.Contains("No signal -> Needs attention", text.Output, StringComparison.Ordinal);
        Assert.Contains("Tried, nothing written: ", text.Output, StringComparison.Ordinal);
        Assert.Equal(JsonSerializer.Serialize(state), JsonSerializer.Serialize(await judged.StateAsync()));
        Assert.Equal(blobs, await BlobsAsync(judged));
    }

    [Fact]
    public async Task The_settings_in_force_would_change_nothing()
    {
        using var judged = await JudgedCase.CreateAsync();

        var (exitCode, report) = await judged.RecheckAsync("--dry-run");

        var counts = report.GetProperty("counts");
        Assert.Equal((0, 0, 1), (exitCode, report.GetProperty("cases").GetArrayLength(), counts.GetProperty("cases").GetInt32()));
        Assert.Equal((0, 0, 0, 0), (Count("verdicts"), Count("figures"), Count("words"), Count("unread")));
        int Count(string name) => counts.GetProperty(name).GetInt32();
    }

    [Fact]
    public async Task A_dry_run_reads_and_never_writes()
    {
        using var judged = await JudgedCase.CreateAsync();
        var requests = new CountingPolicy();
        var account = judged.Installation.Account(requests);
        var states = await new Storage.Cases(account).ListAsync(TestContext.Current.CancellationToken);
        var run = new DryRun(new EvidenceStore(account), CheckList.All(new CheckSettings { Fsr = new() { Procurement = 20_000_000m, Lot = 10_000_000m } }));

        var report = await run.RunAsync(states, null, TestContext.Current.CancellationToken);

        // The scope, and the filings that follow from it.
        Assert.Equal((2, 0), (report.Counts.Verdicts, requests.Writes));
        Assert.True(requests.Reads > states[0].Checks.Count);
    }

    [Fact]
    public async Task Facts_that_cannot_be_read_are_told()
    {
        using var judged = await JudgedCase.CreateAsync();
        await judged.Installation.Container("evidence-public").GetBlobClient((await judged.StateAsync()).Facts!.Value.Hex).DeleteAsync(cancellationToken: TestContext.Current.CancellationToken);

        var (exitCode, report) = await judged.RecheckAsync("--dry-run");

        Assert.Equal((1, 1), (exitCode, report.GetProperty("counts").GetProperty("unread").GetInt32()));
    }

    private static async Task<IReadOnlyList<string>> BlobsAsync(JudgedCase judged)
    {
        var names = new List<string>();
        foreach (var container in new[] { "evidence-public", "evidence-confidential", "ledger" })
        {
            await foreach (var blob in judged.Installation.Container(container).GetBlobsAsync(cancellationToken: TestContext.Current.CancellationToken))
                names.Add($"{container}/{blob.Name} {blob.Properties.ETag}");
        }

        return names;
    }
}
