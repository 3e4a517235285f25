using TenderWatch.Core.Evidence;
using TenderWatch.Core.Reviews;
using TenderWatch.Functions.Tests.Support;
using TenderWatch.Notifications.Sending;

namespace TenderWatch.Functions.Tests;

public sealed class CaseOrchestrationTests
{
    private const string Award = "990002";

    private static DateTimeOffset Later(int minutes) => new DateTimeOffset(2026, 1, 1, 0, 0, 0, TimeSpan.Zero).AddMinutes(minutes);

    [Fact]
    public async Task Replayed_notices_become_reviewed_cases_whose_evidence_verifies()
    {
        await using var product = await Product.CreateAsync();
        await product.WatchAsync();
        await product.SettleAsync();
        await product.Get<OutboxDispatcher>().RunAsync(Product.Stop);
        await product.SettleAsync();

        var state = await product.StateAsync(await product.CaseAsync(Award));
        var ledger = await product.LedgerAsync(state.Id);
        Assert.NotEmpty(state.Checks);
        Assert.Null(state.Stuck);
        Assert.NotEmpty(product.Sent);
        Assert.Equal(product.Sent.Count, product.Sent.Distinct(StringComparer.Ordinal).Count());
        Assert.Contains(ledger, entry => entry.Kind == CaseEventKinds.MessageSent);
        Assert.Equal(ledger.Count, ledger.Select(entry => entry.Key).Distinct(StringComparer.Ordinal).Count());
        Assert.True((await product.Get<Verification>().RunAsync(null, Product.Stop)).Intact);
    }

    [Fact]
    public async Task A_host_that_forgot_everything_goes_on_from_the_inbox_and_records_nothing_twice()
    {
        await using var product = await Product.CreateAsync();
        await product.WatchAsync();
        var (began, stopped) = (new TaskCompletionSource(), new TaskCompletionSource());
        product.Before = async activity =>
        {
            if (activity != CaseActivities.RecordFindings) return;
            began.TrySetResult();
            await stopped.Task.WaitAsync(Product.Stop);
            throw new InvalidOperationException("The host was stopped.");
        };
        await product.Bells.RingAsync(product.Client, Product.Stop);
        await began.Task.WaitAsync(Product.Stop);
        product.Before = _ => Task.CompletedTask;
        await product.StartAsync();
        stopped.SetResult();
        await product.SettleAsync();

        var caseId = await product.CaseAsync(Award);
        var ledger = await product.LedgerAsync(caseId);
        Assert.Null((await product.StateAsync(caseId)).Stuck);
        Assert.Contains(ledger, entry => entry.Kind == "findings");
        Assert.Equal(ledger.Count, ledger.Select(entry => entry.Key).Distinct(StringComparer.Ordinal).Count());
        Assert.True((await product.Get<Verification>().RunAsync(null, Product.Stop)).Intact);
    }

    [Fact]
    public async Task An_orchestration_that_ended_in_the_middle_of_an_episode_begins_anew_from_its_inbox()
    {
        await using var product = await Product.CreateAsync();
        await product.WatchAsync();
        var caseId = await product.CaseAsync(Award);
        var (began, ended) = (new TaskCompletionSource(), new TaskCompletionSource());
        product.Before = async activity =>
        {
            if (activity != CaseActivities.RecordFindings) return;
            began.TrySetResult();
            await ended.Task.WaitAsync(Product.Stop);
        };
        await product.Bells.RingAsync(product.Client, Product.Stop);
        await began.Task.WaitAsync(Product.Stop);
        await product.Client.TerminateInstanceAsync(caseId, cancellation: Product.Stop);
        Assert.True((await product.Client.WaitForInstanceCompletionAsync(caseId, Product.Stop)).IsCompleted);
        ended.SetResult();
        await product.SettleAsync();

        var ledger = await product.LedgerAsync(caseId);
        Assert.Null((await product.StateAsync(caseId)).Stuck);
        Assert.Empty(await product.Get<ICaseInbox>().WaitingAsync(caseId, Product.Stop));
        Assert.Contains(ledger, entry => entry.Kind == "findings");
        Assert.Equal(ledger.Count, ledger.Select(entry => entry.Key).Distinct(StringComparer.Ordinal).Count());
    }

    [Fact]
    public async Task An_activity_that_fails_and_then_succeeds_leaves_no_trace()
    {
        await using var product = await Product.CreateAsync();
        await product.WatchAsync();
        var failures = 2;
        product.Before = activity => activity == CaseActivities.GatherFacts && Interlocked.Decrement(ref failures) >= 0 ? throw new InvalidOperationException("Away.") : Task.CompletedTask;
        await product.SettleAsync();

        Assert.Null((await product.StateAsync(await product.CaseAsync(Award))).Stuck);
    }

    [Fact]
    public async Task An_event_that_cannot_be_handled_is_set_aside_with_its_reason_and_tried_again_when_the_case_is_woken()
    {
        await using var product = await Product.CreateAsync();
        await product.WatchAsync();
        await product.SettleAsync();
        var caseId = await product.CaseAsync(Award);
        var isBroken = true;
        product.Before = activity => activity == CaseActivities.GatherFacts && isBroken ? throw new InvalidOperationException("The extraction is broken.") : Task.CompletedTask;

        await product.RaiseAsync(caseId, CaseEventKinds.RecheckRequested, "poison", Later(1));
        await product.RaiseAsync(caseId, CaseEventKinds.MessageSent, "next", Later(2));
        await product.SettleAsync();

        Assert.Contains("The extraction is broken.", (await product.StateAsync(caseId)).Stuck, StringComparison.Ordinal);
        Assert.Equal("poison", Assert.Single(await product.Get<ICaseInbox>().WaitingAsync(caseId, Product.Stop)).Event.Id);
        Assert.Contains(await product.LedgerAsync(caseId), entry => entry.Key == "event:next");

        isBroken = false;
        await product.Bells.RingAsync(product.Client, Product.Stop);
        await product.RestAsync();

        Assert.Empty(await product.Get<ICaseInbox>().WaitingAsync(caseId, Product.Stop));
        var ledger = await product.LedgerAsync(caseId);
        Assert.Null((await product.StateAsync(caseId)).Stuck);
        Assert.Single(ledger, entry => entry.Key == "event:poison");
        Assert.Single(ledger, entry => entry.Key == "findings:poison");
        Assert.True((await product.Get<Verification>().RunAsync(null, Product.Stop)).Intact);
    }

    [Fact]
    public async Task Many_events_and_bells_at_once_are_handled_one_by_one_and_once()
    {
        await using var product = await Product.CreateAsync();
        await product.WatchAsync();
        var caseId = await product.CaseAsync(Award);
        const int Events = 100;
        await Parallel.ForAsync(0, Events, Product.Stop, async (number, _) =>
        {
            await product.RaiseAsync(caseId, CaseEventKinds.MessageSent, $"many-{number % 50:D3}", Later(number % 50));
            await product.Bells.RingAsync(product.Client, Product.Stop);
        });
        await product.SettleAsync();

        var ledger = await product.LedgerAsync(caseId);
        var events = ledger.Where(entry => entry.Key.StartsWith("event:many-", StringComparison.Ordinal)).Select(entry => entry.Key).ToList();
        Assert.Equal(50, events.Count);
        Assert.Equal(50, events.Distinct(StringComparer.Ordinal).Count());
        Assert.True((await product.Get<Verification>().RunAsync(null, Product.Stop)).Intact);
    }

    [Theory]
    [InlineData(-1)]
    [InlineData(2)]
    public async Task A_deadline_moves_the_case_though_nobody_rings(int secondsFromNow)
    {
        await using var product = await Product.CreateAsync();
        await product.WatchAsync();
        await product.SettleAsync();
        var caseId = await product.CaseAsync(Award);
        var before = await product.LedgerAsync(caseId);
        Assert.DoesNotContain(before, entry => entry.Kind == CaseEventKinds.DeadlinePassed);
        var state = await product.StateAsync(caseId);
        await product.Get<ICases>().SaveAsync(state with { Revision = state.Revision + 1, NextDeadline = product.Get<TimeProvider>().GetUtcNow().AddSeconds(secondsFromNow) }, Product.Stop);
        await product.Client.RaiseEventAsync(caseId, CaseOrchestration.Wake, cancellation: Product.Stop);

        await product.RestAsync();
        Assert.Single(await product.LedgerAsync(caseId), entry => entry.Kind == CaseEventKinds.DeadlinePassed);
    }

    [Fact]
    public async Task A_case_that_has_nothing_to_do_rests()
    {
        await using var product = await Product.CreateAsync();
        await product.WatchAsync();
        await product.SettleAsync();
        var caseId = await product.CaseAsync(Award);
        // It ends only where no message waits and no activity is called any more.
        await product.RestAsync();

        Assert.Equal(Microsoft.DurableTask.Client.OrchestrationRuntimeStatus.Running, (await product.Client.GetInstanceAsync(caseId, Product.Stop))!.RuntimeStatus);
    }
}
