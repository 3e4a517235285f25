using System.Text;
using System.Text.Json;
using TenderWatch.Core.Checks;
using TenderWatch.Core.Evidence;
using TenderWatch.Core.Notices;
using TenderWatch.Core.Rechecks;
using TenderWatch.Storage;
using TenderWatch.Testing;

namespace TenderWatch.Local.Tests.Rechecks;

public sealed class ReplayTests
{
    [Fact]
    public async Task The_same_bytes_come_out_of_the_rules_of_every_time_after_a_threshold_was_changed_and_changed_back()
    {
        using var judged = await JudgedCase.CreateAsync();
        var first = await judged.ResultAsync();
        var before = (await judged.StateAsync()).Ledger;
        judged.LowerThresholds();
        await judged.JudgeAsync();
        var other = await judged.ResultAsync();
        judged.RestoreThresholds();
        await judged.JudgeAsync();
        Assert.Equal((Verdict.Clear, Verdict.Flagged), (first.Verdict, other.Verdict));
        Assert.Equal(first, await judged.ResultAsync());

        foreach (var result in new[] { first, other })
        {
            var (exitCode, report) = await judged.RecheckAsync("--as-of", $"fsr-scope={result.RuleVersion}");
            Assert.Equal(0, exitCode);
            var replayed = Assert.Single(JudgedCase.Results(report));
            Assert.Equal(("identical", result.Findings.Hex, result.Findings.Hex), (Text(replayed, "outcome"), Text(replayed, "recorded"), Text(replayed, "recomputed")));
            Assert.False(replayed.GetProperty("defaultsAssumed").GetBoolean());
        }

        var state = await judged.StateAsync();
        var byDay = await judged.RecheckAsync("--as-of", Core.Languages.DutchTime.DateOf(state.UpdatedAt!.Value).AddDays(1).ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture), state.Id);
        Assert.Equal((0, state.Checks.Count), (byDay.ExitCode, JudgedCase.Results(byDay.Report).Count));
        Assert.All(JudgedCase.Results(byDay.Report), result => Assert.Equal("identical", Text(result, "outcome")));
        var sequence = JudgedCase.Results(byDay.Report)[0].GetProperty("entry").GetInt64();
        Assert.True(sequence > before.Sequence);
        Assert.Equal(0, (await judged.RecheckAsync("--as-of", $"{state.Id}@{sequence}")).ExitCode);
        Assert.Equal(0, (await judged.Cli.RunAsync("verify")).ExitCode);
    }

    [Fact]
    public async Task A_stored_finding_that_was_altered_or_taken_away_is_found()
    {
        using var judged = await JudgedCase.CreateAsync();
        var (one, two) = (await judged.ResultAsync(), await judged.ResultAsync("ipi"));
        var evidence = judged.Installation.Container("evidence-public");
        await evidence.GetBlobClient(one.Findings.Hex).UploadAsync(BinaryData.FromString("[]"), overwrite: true, TestContext.Current.CancellationToken);
        await evidence.GetBlobClient(two.Findings.Hex).DeleteAsync(cancellationToken: TestContext.Current.CancellationToken);

        var (exitCode, report) = await judged.RecheckAsync("--as-of", $"fsr-scope={one.RuleVersion},ipi={two.RuleVersion}");

        Assert.Equal(1, exitCode);
        Assert.Equal(["altered", "altered"], JudgedCase.Results(report).Select(result => Text(result, "outcome")));
        Assert.Contains(one.Findings.Hex, JudgedCase.Results(report)[0].GetProperty("why").GetProperty("en").GetString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Facts_that_were_altered_cannot_be_replayed()
    {
        using var judged = await JudgedCase.CreateAsync();
        var state = await judged.StateAsync();
        await judged.Installation.Container("evidence-public").GetBlobClient(state.Facts!.Value.Hex).UploadAsync(BinaryData.FromString("{}"), overwrite: true, TestContext.Current.CancellationToken);

        var (exitCode, report) = await judged.RecheckAsync("--as-of", $"fsr-scope={(await judged.ResultAsync()).RuleVersion}");

        Assert.Equal((1, "notReplayable"), (exitCode, Text(Assert.Single(JudgedCase.Results(report)), "outcome")));
    }

    [Fact]
    public async Task A_recorded_finding_that_does_not_come_out_is_told_with_verdict_and_figures()
    {
        using var judged = await JudgedCase.CreateAsync();
        var result = await judged.ResultAsync();
        var store = new EvidenceStore(judged.Installation.Account());
        var findings = JsonSerializer.Deserialize<IReadOnlyList<Finding>>(await store.GetAsync(result.Findings, Confidentiality.Public, TestContext.Current.CancellationToken), NoticeJson.Stored)!;
        Finding[] others = [findings[0] with { Verdict = Verdict.NotAssessable, Figures = [.. findings[0].Figures.Select((figure, place) => place == 0 ? figure with { Value = figure.Value + 1 } : figure)] }, .. findings.Skip(1)];
        Assert.Equal(Verdict.Clear, findings[0].Verdict);
        var digest = await store.PutAsync(FindingsJson.Write(others), "application/json", Confidentiality.Public, TestContext.Current.CancellationToken);
        await judged.AppendAsync("fsr-scope", result.RuleVersion, digest);

        var (exitCode, report) = await judged.RecheckAsync("--as-of", $"fsr-scope={result.RuleVersion}");

        Assert.Equal(1, exitCode);
        var differs = Assert.Single(JudgedCase.Results(report), candidate => Text(candidate, "outcome") == "differs");
        Assert.True(differs.GetProperty("defaultsAssumed").GetBoolean());
        var change = Assert.Single(differs.GetProperty("changes").EnumerateArray());
        Assert.Equal((findings[0].Subject, "notAssessable", "clear", false), (Text(change, "subject"), Text(change, "before"), Text(change, "after"), change.GetProperty("words").GetBoolean()));
        var figure = Assert.Single(change.GetProperty("figures").EnumerateArray());
        Assert.Equal(
            (findings[0].Figures[0].Id, findings[0].Figures[0].Value + 1, findings[0].Figures[0].Value),
            (Text(figure, "id"), figure.GetProperty("before").GetProperty("value").GetDecimal(), figure.GetProperty("after").GetProperty("value").GetDecimal()));
        Assert.Contains("DIFFERS", (await judged.Cli.RunAsync("recheck", "--as-of", $"fsr-scope={result.RuleVersion}")).Output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("fsr-scope", "0", "7.7.7+abc", "This build has no rule fsr-scope 0 (it has ")]
    [InlineData("fsr-scope", "0", "7.7.7+abc", "use version 7.7.7+abc of TenderWatch")]
    [InlineData("fsr-scope", "0", null, "use the version of TenderWatch of ")]
    [InlineData("nosuch", "1", null, "This build has no rule nosuch 1")]
    [InlineData("fsr-scope", "1+deadbeef", null, "The thresholds of fsr-scope=1+deadbeef were not recorded")]
    public async Task A_rule_that_cannot_be_made_again_is_named_and_never_replaced(string check, string version, string? program, string why)
    {
        using var judged = await JudgedCase.CreateAsync();
        await judged.AppendAsync(check, version, (await judged.ResultAsync()).Findings, program);

        var (exitCode, report) = await judged.RecheckAsync("--as-of", $"{check}={version}");

        var result = Assert.Single(JudgedCase.Results(report));
        Assert.Equal((1, "notReplayable", false), (exitCode, Text(result, "outcome"), result.TryGetProperty("recomputed", out _)));
        Assert.Contains(why, result.GetProperty("why").GetProperty("en").GetString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_ledger_that_was_altered_confirms_nothing()
    {
        using var judged = await JudgedCase.CreateAsync();
        var state = await judged.StateAsync();
        var blob = judged.Installation.Container("ledger").GetBlobClient($"{state.Id}/0000000001.json");
        var text = (await blob.DownloadContentAsync(TestContext.Current.CancellationToken)).Value.Content.ToString();
        await blob.UploadAsync(BinaryData.FromBytes(Encoding.UTF8.GetBytes(text.Replace("\"seq\":1,", "\"seq\":9,", StringComparison.Ordinal))), overwrite: true, TestContext.Current.CancellationToken);

        var (exitCode, report) = await judged.RecheckAsync("--as-of", $"fsr-scope={(await judged.ResultAsync()).RuleVersion}");

        Assert.Equal(1, exitCode);
        Assert.True(report.GetProperty("counts").GetProperty("ledgerFaults").GetInt32() > 0);
    }

    [Fact]
    public async Task A_replay_reads_and_never_writes()
    {
        using var judged = await JudgedCase.CreateAsync();
        var requests = new CountingPolicy();
        var account = judged.Installation.Account(requests);
        var states = await new Storage.Cases(account).ListAsync(TestContext.Current.CancellationToken);
        var replay = new Replay(new LedgerStore(account), new EvidenceStore(account), rules => CheckList.All(rules));

        var report = await replay.RunAsync(new Ruleset.OnDay(new DateOnly(9998, 1, 1)), "9998-01-01", states, null, TestContext.Current.CancellationToken);

        Assert.True(report.Confirmed);
        Assert.Equal((states[0].Checks.Count, 0), (report.Counts.Identical, requests.Writes));
    }

    private static string? Text(JsonElement element, string name) => element.GetProperty(name).GetString();
}
