using TenderWatch.Core.Reviews;
using TenderWatch.Core.Reviews.Explanations;

namespace TenderWatch.Testing.Conformance;

/// <summary>What every host of cases has to do about time; see <see cref="CaseConformance"/>.</summary>
public abstract class ClockConformance
{
    /// <summary>Starts a host over storage of its own.</summary>
    protected abstract Task<ICaseHost> StartAsync();

    [Theory]
    [InlineData(2026, 3, 28, "2026-03-28T23:00:00Z")]
    [InlineData(2026, 3, 29, "2026-03-29T22:00:00Z")]
    [InlineData(2026, 10, 24, "2026-10-24T22:00:00Z")]
    [InlineData(2026, 10, 25, "2026-10-25T23:00:00Z")]
    public async Task A_deadline_is_the_end_of_the_day_in_Dutch_time_also_where_summer_time_begins_or_ends(int year, int month, int day, string end)
    {
        await using var host = await StartAsync();
        var review = await CaseUnderTest.WithAwardAsync(host);
        await review.StepAsync(ExplanationStep.Request, 0, new DateOnly(year, month, day));
        await host.SettleAsync();
        var deadline = DateTimeOffset.Parse(end, System.Globalization.CultureInfo.InvariantCulture);
        await host.AdvanceToAsync(deadline.AddMinutes(-1));
        // What else falls due before has passed by then.
        await host.SettleAsync();
        Assert.Equal(deadline, (await review.StateAsync()).NextDeadline);
        var before = await PassedAsync(review);
        await host.AdvanceToAsync(deadline);
        await host.SettleAsync();
        await host.SettleAsync();
        Assert.Equal(before + 1, await PassedAsync(review));
        await review.AssertWholeAsync();
    }

    [Fact]
    public async Task A_deadline_that_passed_while_no_process_ran_is_raised_once()
    {
        await using var host = await StartAsync();
        var review = await CaseUnderTest.WithAwardAsync(host);
        var due = DateOnly.FromDateTime(host.Now.Date).AddDays(5);
        await review.StepAsync(ExplanationStep.Request, 0, due);
        await host.SettleAsync();
        await host.AdvanceToAsync(host.Now.AddDays(9));
        await Task.WhenAll(host.SettleAsync(), host.SettleAsync());
        await host.SettleAsync();
        Assert.Equal(1, await PassedAsync(review));
        await review.AssertWholeAsync();
    }

    [Fact]
    public async Task A_procedure_on_a_price_goes_from_request_over_its_deadlines_to_the_decision()
    {
        await using var host = await StartAsync();
        var review = await CaseUnderTest.WithAwardAsync(host);
        var today = DateOnly.FromDateTime(host.Now.Date);
        await review.StepAsync(ExplanationStep.Request, 0, today.AddDays(5));
        await host.SettleAsync();
        await host.AdvanceToAsync(host.Now.AddDays(6));
        await host.SettleAsync();
        // The reminder: the buyer sets a later date.
        await review.StepAsync(ExplanationStep.Extend, 1, today.AddDays(10));
        await host.SettleAsync();
        await host.AdvanceToAsync(host.Now.AddDays(6));
        await host.SettleAndCrashAsync(3);
        await host.SettleAsync();
        Assert.Equal(2, await PassedAsync(review));
        await review.StepAsync(ExplanationStep.Receive, 2);
        await host.SettleAndCrashAsync(4);
        await review.StepAsync(ExplanationStep.Assess, 3, at: host.Now.AddMinutes(1));
        await review.StepAsync(ExplanationStep.Accept, 4, at: host.Now.AddMinutes(2));
        await host.SettleAsync();
        await review.AssertWholeAsync();
        var procedure = Assert.Single((await review.StateAsync()).Explanations);
        Assert.Equal((ExplanationStage.Accepted, 5), (procedure.Stage, procedure.Turns.Count));
    }

    [Fact]
    public async Task People_are_told_once_before_the_end_of_a_term_once_when_it_is_over_and_of_the_decision()
    {
        await using var host = await StartAsync();
        var review = await CaseUnderTest.WithAwardAsync(host);
        var due = DateOnly.FromDateTime(host.Now.Date).AddDays(9);
        await review.StepAsync(ExplanationStep.Request, 0, due);
        await host.SettleAsync();
        Assert.Equal((0, 0, 0), await ToldAsync(review));
        await host.AdvanceToAsync(new DateTimeOffset(due.AddDays(-2), new TimeOnly(10, 0), TimeSpan.Zero));
        await host.SettleAndCrashAsync(5);
        await host.SettleAsync();
        Assert.Equal((1, 0, 0), await ToldAsync(review));
        await host.AdvanceToAsync(new DateTimeOffset(due.AddDays(1), new TimeOnly(1, 0), TimeSpan.Zero));
        await host.SettleAsync();
        await host.SettleAsync();
        Assert.Equal((1, 1, 0), await ToldAsync(review));
        await review.StepAsync(ExplanationStep.Assess, 1);
        await review.StepAsync(ExplanationStep.Accept, 2, at: host.Now.AddMinutes(1));
        await host.SettleAsync();
        Assert.Equal((1, 1, 1), await ToldAsync(review));
        // The ledger never says that a term was over before it was.
        string[] kinds = [CaseEventKinds.ReminderDue, CaseEventKinds.DeadlinePassed];
        Assert.Equal(kinds, (await review.LedgerAsync()).Select(entry => entry.Kind).Where(kind => kinds.Contains(kind, StringComparer.Ordinal)));
        await review.AssertWholeAsync();
    }

    // How often each recipient was told: the opening was told once to each.
    private static async Task<(int Near, int Passed, int Decided)> ToldAsync(CaseUnderTest review)
    {
        var reasons = (await review.LedgerAsync()).Where(entry => entry.Kind == "message-queued").Select(entry => entry.Body.GetProperty("reason").GetString()).ToLookup(reason => reason);
        int Times(string reason) => Math.DivRem(reasons[reason].Count(), reasons["opened"].Count(), out var rest) is var times && rest == 0 ? times : -1;
        return (Times("deadlineNear"), Times("deadlinePassed"), Times("decisionTaken"));
    }

    private static async Task<int> PassedAsync(CaseUnderTest review) => (await review.LedgerAsync()).Count(entry => entry.Kind == CaseEventKinds.DeadlinePassed);
}
