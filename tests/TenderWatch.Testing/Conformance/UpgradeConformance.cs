using TenderWatch.Core.Reviews;
using TenderWatch.Core.Reviews.Explanations;

namespace TenderWatch.Testing.Conformance;

/// <summary>What every host of cases has to do with what an earlier version of the program left; see <see cref="CaseConformance"/>.</summary>
public abstract class UpgradeConformance
{
    // As the version before leases wrote it: no member that came later.
    private const string OldState =
        """
        {"id":"CASE","title":"Slimme meters","buyers":["Alliander"],"matches":[],"openedAt":"2026-01-01T09:00:00+00:00","updatedAt":"2026-01-01T09:00:00+00:00",
        "statements":[],"explanations":[{"lot":"LOT-0001","bid":"TEN-0001","stage":"requested","due":"2026-01-05","turns":[{"step":"request","at":"2026-01-02T09:00:00+00:00","by":"A. Voorbeeld","due":"2026-01-05","doubts":["price"]}]}],
        "checks":[],"notices":1,"ledger":{"sequence":0,"sha256":"0000000000000000000000000000000000000000000000000000000000000000"},"nextDeadline":"2026-01-05T23:00:00+00:00"}
        """;

    /// <summary>Starts a host over storage of its own.</summary>
    protected abstract Task<ICaseHost> StartAsync();

    [Fact]
    public async Task A_case_of_an_earlier_version_goes_on_with_what_it_had()
    {
        await using var host = await StartAsync();
        var review = await CaseUnderTest.WithAwardAsync(host);
        await review.StoreAsync(OldState);
        await host.SettleAsync();
        // It was opened before: what is told now is the verdicts, which it did not have.
        Assert.Equal(new DateTimeOffset(2026, 1, 1, 9, 0, 0, TimeSpan.Zero), (await review.StateAsync()).OpenedAt);
        Assert.Single((await review.StateAsync()).Explanations);
        await review.StepAsync(ExplanationStep.Receive, 1);
        await host.SettleAsync();
        await review.AssertWholeAsync();
        Assert.Equal(ExplanationStage.Received, Assert.Single((await review.StateAsync()).Explanations).Stage);
    }

    [Theory]
    [InlineData(2)]
    [InlineData(4)]
    [InlineData(7)]
    [InlineData(10)]
    [InlineData(13)]
    public async Task An_episode_that_an_earlier_version_began_is_ended_on_what_that_one_remembered(int activities)
    {
        await using var host = await StartAsync();
        var review = await CaseUnderTest.WithAwardAsync(host);
        await review.StoreAsync(OldState);
        await review.StepAsync(ExplanationStep.Receive, 1);
        host.Faults.Noted = EarlierVersion.Result;
        Assert.True(await host.SettleAndCrashAsync(activities));
        await GoOnAsync(host, review);
        Assert.Equal(ExplanationStage.Received, Assert.Single((await review.StateAsync()).Explanations).Stage);
    }

    [Fact]
    public async Task What_an_earlier_version_found_by_another_check_is_not_taken_for_what_is_asked_now()
    {
        await using var host = await StartAsync();
        var review = await CaseUnderTest.WithAwardAsync(host);
        await host.SettleAsync();
        await review.RaiseAsync();
        host.Faults.Noted = (activity, json) => activity == CaseActivities.RunCheck ? EarlierVersion.OfAnotherCheck(json) : json;
        Assert.True(await host.SettleAndCrashAsync(7));
        await GoOnAsync(host, review);
    }

    [Fact]
    public async Task What_an_earlier_version_found_and_could_not_save_stays_beside_what_is_found_now()
    {
        await using var host = await StartAsync();
        var review = await CaseUnderTest.WithAwardAsync(host);
        host.Faults.Noted = (activity, json) => activity == CaseActivities.RunCheck ? EarlierVersion.OfAnEarlierRule(json) : json;
        Assert.True(await host.SettleAndCrashAsync(7));
        host.Faults.Poison(CaseActivities.Save, review.Id);
        await host.SettleAsync();
        Assert.Contains(Faults.Reason, (await review.StateAsync()).Stuck, StringComparison.Ordinal);
        host.Faults.Heal();
        host.Faults.Noted = (_, json) => json;
        await host.SettleAsync();
        await review.AssertWholeAsync();
        var found = (await review.LedgerAsync()).Where(entry => entry.Kind == "findings").ToList();
        Assert.Equal(found[0].Key + "@" + found[0].Sequence, found[1].Key);
    }

    [Fact]
    public virtual async Task An_episode_that_an_earlier_version_took_in_other_steps_begins_anew()
    {
        await using var host = await StartAsync();
        var review = await CaseUnderTest.WithAwardAsync(host);
        host.Faults.Called = name => name == CaseActivities.GatherFacts ? "GatherNotices" : name;
        Assert.True(await host.SettleAndCrashAsync(7));
        await GoOnAsync(host, review);
    }

    // The version of today is at work from here on.
    private static async Task GoOnAsync(ICaseHost host, CaseUnderTest review)
    {
        host.Faults.Noted = (_, json) => json;
        host.Faults.Called = name => name;
        await host.SettleAsync();
        await review.AssertWholeAsync();
        var recorded = (await review.LedgerAsync()).Last(entry => entry.Kind == "findings").Body.GetProperty("findings").EnumerateArray();
        Assert.Equal((await review.StateAsync()).Checks.Select(check => check.Check), recorded.Select(finding => finding.GetProperty("check").GetString()));
    }
}
