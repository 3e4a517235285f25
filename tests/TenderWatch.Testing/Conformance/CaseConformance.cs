using TenderWatch.Core.Reviews;
using TenderWatch.Core.Reviews.Explanations;

namespace TenderWatch.Testing.Conformance;

/// <summary>
/// What every host of cases has to do, whatever it is made of: at least once in, exactly once in effect, in any order, through crashes
/// and broken activities. A host's own test class derives from this one.
/// </summary>
public abstract class CaseConformance
{
    private const int MostRuns = 120;

    /// <summary>Starts a host over storage of its own.</summary>
    protected abstract Task<ICaseHost> StartAsync();

    [Fact]
    public async Task Crashed_after_every_activity_of_every_episode_a_case_is_whole()
    {
        await using var host = await StartAsync();
        var review = await CaseUnderTest.WithAwardAsync(host);
        await review.StepAsync(ExplanationStep.Request, 0, DateOnly.FromDateTime(host.Now.Date).AddDays(20));
        var runs = 0;
        // Of two activities the first is noted and the second is not: each run comes one further, and each activity is lost once.
        for (var activities = 1; await host.SettleAndCrashAsync(activities); activities = 2) Assert.True(++runs < MostRuns, "No run comes any further.");
        Assert.True(runs > 10, $"There were only {runs} crashes.");
        await review.AssertWholeAsync();
        Assert.Single((await review.StateAsync()).Explanations);
    }

    [Fact]
    public async Task An_activity_that_fails_and_then_works_leaves_no_trace()
    {
        await using var host = await StartAsync();
        var review = await CaseUnderTest.WithAwardAsync(host);
        host.Faults.Fail(CaseActivities.Notify, 2);
        await host.SettleAsync();
        foreach (var activity in new[] { CaseActivities.Load, CaseActivities.RecordEvent, CaseActivities.GatherFacts, CaseActivities.RunCheck, CaseActivities.RecordFindings, CaseActivities.Save })
        {
            host.Faults.Fail(activity, 2);
            await review.RaiseAsync();
            await host.SettleAsync();
            Assert.Null((await review.StateAsync()).Stuck);
        }

        await review.AssertWholeAsync();
    }

    [Theory]
    [InlineData(CaseActivities.RecordEvent)]
    [InlineData(CaseActivities.GatherFacts)]
    [InlineData(CaseActivities.RecordFindings)]
    [InlineData(CaseActivities.Notify)]
    [InlineData(CaseActivities.Save)]
    public async Task A_poisoned_event_is_set_aside_the_case_goes_on_and_shows_why_until_it_recovers(string activity)
    {
        await using var host = await StartAsync();
        var review = await CaseUnderTest.WithAwardAsync(host);
        var poisoned = Assert.Single(await review.WaitingAsync()).Event;
        host.Faults.Poison(activity, activity == CaseActivities.Save ? review.Id : poisoned.Id);
        await host.SettleAsync();
        Assert.Contains(Faults.Reason, (await review.StateAsync()).Stuck, StringComparison.Ordinal);

        // Saving names no event, so it fails for all of them.
        if (activity == CaseActivities.Save) host.Faults.Heal();
        await review.AddNoticeAsync();
        if (activity != CaseActivities.Save)
        {
            await host.SettleAsync();
            var (going, waiting) = (await review.StateAsync(), await review.WaitingAsync());
            Assert.Equal(2, going.Notices);
            // A host that tries again soon gets an event through whose news the next event has told.
            if (activity != CaseActivities.Notify || waiting.Count > 0)
            {
                Assert.Contains(Faults.Reason, going.Stuck, StringComparison.Ordinal);
                Assert.Equal(poisoned.Id, Assert.Single(waiting).Event.Id);
            }
        }

        host.Faults.Heal();
        await host.SettleAsync();
        await review.AssertWholeAsync();
        Assert.Equal(2, (await review.StateAsync()).Notices);
    }

    [Fact]
    public async Task Duplicate_and_late_events_count_once()
    {
        await using var host = await StartAsync();
        var review = await CaseUnderTest.WithAwardAsync(host);
        var notice = Assert.Single(await review.WaitingAsync()).Event;
        await review.RaiseAsync(notice);
        await host.SettleAsync();
        await review.RaiseAsync(at: host.Now.AddHours(2));
        await host.SettleAsync();
        await review.RaiseAsync(at: host.Now.AddDays(-3));
        await review.RaiseAsync(notice);
        await host.SettleAsync();
        await review.AssertWholeAsync();
        Assert.Equal(3, (await review.LedgerAsync()).Count(entry => entry.Kind == "findings"));
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(4)]
    [InlineData(6)]
    public async Task An_event_that_overtakes_one_that_was_begun_is_not_undone_by_it(int activities)
    {
        await using var host = await StartAsync();
        var review = await CaseUnderTest.WithAwardAsync(host);
        await host.SettleAsync();
        await review.RaiseAsync(at: host.Now);
        Assert.True(await host.SettleAndCrashAsync(activities));
        await review.StepAsync(ExplanationStep.Request, 0, DateOnly.FromDateTime(host.Now.Date).AddDays(20), at: host.Now.AddDays(-1));
        await host.SettleAsync();
        await review.AssertWholeAsync();
        Assert.Single((await review.StateAsync()).Explanations);
    }

    [Fact]
    public async Task What_another_host_saved_in_the_middle_of_an_episode_is_not_undone_by_it()
    {
        await using var host = await StartAsync();
        var review = await CaseUnderTest.WithAwardAsync(host);
        await host.SettleAsync();
        await review.RaiseAsync();
        var state = await review.StateAsync();
        var request = new ExplanationTurn(ExplanationStep.Request, host.Now, "A. Voorbeeld") { Due = DateOnly.FromDateTime(host.Now.Date).AddDays(20), Doubts = [DoubtGround.Price] };
        var moved = state with { Revision = state.Revision + 1, Explanations = ExplanationEvents.Apply([], ExplanationEvents.Of(review.Id, CaseUnderTest.Lot, CaseUnderTest.Bid, 0, request)) };
        host.Faults.Before = async activity =>
        {
            if (activity != CaseActivities.RecordFindings) return;
            host.Faults.Before = _ => Task.CompletedTask;
            await host.Get<ICases>().SaveAsync(moved, TestContext.Current.CancellationToken);
        };
        await host.SettleAsync();
        // A host that set the event aside for it tries again.
        await host.SettleAsync();
        Assert.Single((await review.StateAsync()).Explanations);
        await review.AssertWholeAsync();
    }

    [Fact]
    public async Task An_event_before_the_case_exists_does_not_open_it_twice()
    {
        await using var host = await StartAsync();
        var review = await CaseUnderTest.WithAwardAsync(host);
        await review.RaiseAsync(at: host.Now.AddDays(-1));
        await host.SettleAsync();
        await review.AssertWholeAsync();
        Assert.NotNull((await review.StateAsync()).OpenedAt);
    }

    [Fact]
    public async Task Events_raised_at_once_while_the_host_settles_twice_at_once_are_all_handled()
    {
        await using var host = await StartAsync();
        var review = await CaseUnderTest.WithAwardAsync(host);
        await Task.WhenAll([host.SettleAsync(), host.SettleAsync(), .. Enumerable.Range(0, 6).Select(_ => review.RaiseAsync())]);
        await host.SettleAsync();
        await review.AssertWholeAsync();
    }

    [Fact]
    public async Task A_thousand_events_of_one_case_are_each_recorded_once()
    {
        await using var host = await StartAsync();
        var review = await CaseUnderTest.WithAwardAsync(host);
        await host.SettleAsync();
        var before = (await review.LedgerAsync()).Count;
        await Parallel.ForEachAsync(Enumerable.Range(0, 998), new ParallelOptions { MaxDegreeOfParallelism = 8 }, async (_, _) => await review.RaiseAsync(CaseEventKinds.MessageDead));
        await review.RaiseAsync();
        await review.RaiseAsync();
        await host.SettleAsync();
        await review.AssertWholeAsync();
        // Each is an entry; a recheck has its facts and findings beside it.
        Assert.Equal(before + 1_000 + (2 * 2), (await review.LedgerAsync()).Count);
    }
}
