using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using TenderWatch.Core.Cases;
using TenderWatch.Core.Reviews.Entries;
using TenderWatch.Core.Texts;
using TenderWatch.Extraction.Model;
using TenderWatch.Extraction.Tests.Model;

namespace TenderWatch.Testing.Conformance;

/// <summary>A model that is asked about a case, at every host: once, whatever happens to the process, and never in the way of the case. See <see cref="CaseConformance"/>.</summary>
public abstract class ModelConformance
{
    private const int MostRuns = 120;

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    /// <summary>Starts a host over storage of its own, with a part of the product changed.</summary>
    protected abstract Task<ICaseHost> StartAsync(Action<IServiceCollection> change);

    [Fact]
    public async Task Crashed_after_every_activity_a_model_is_asked_once_and_a_correction_stays()
    {
        await using var server = await ModelServer.PointingAtAsync("350", "zweefvliegtuigen");
        await using var host = await StartAsync(services => Add(services, server));
        var review = await CaseUnderTest.WithAwardAsync(host, WithGliders);
        var runs = 0;
        for (var activities = 1; await host.SettleAndCrashAsync(activities); activities = 2) Assert.True(++runs < MostRuns, "No run comes any further.");
        await review.AssertWholeAsync();
        var fact = Assert.Single(await StandingAsync(host, review), one => one.Read.IsByModel);
        Assert.Equal(("350", "zweefvliegtuigen", FactStanding.Machine), (fact.Read.Value, fact.Read.Unit, fact.Standing));
        Assert.Single(await review.LedgerAsync(), entry => entry.Kind == "model-asked");
        Assert.Single(server.Asked);

        var corrected = await host.Get<FactEntry>().TakeAsync(review.Id, new FactDraft(fact.Id, FactAct.Correct) { Value = "360", Reason = "Rectificatie" }, "A. Voorbeeld", Stop);
        Assert.Null(corrected.Fault);
        while (await host.SettleAndCrashAsync(2)) Assert.True(++runs < MostRuns, "No run comes any further.");
        await review.RaiseAsync();
        await host.SettleAsync();
        await review.AssertWholeAsync();
        fact = Assert.Single(await StandingAsync(host, review), one => one.Read.IsByModel);
        Assert.Equal(("360", FactStanding.Corrected, false), (fact.Counting.Value, fact.Standing, fact.LookAgain));
        Assert.Single(server.Asked);
    }

    [Fact]
    public async Task A_model_that_is_away_keeps_no_case_from_going_on_and_the_case_says_so()
    {
        await using var server = await ModelServer.StartAsync((context, _) => ModelServer.Refuse(context, StatusCodes.Status429TooManyRequests, "429", "60"));
        await using var host = await StartAsync(services => Add(services, server));
        var review = await CaseUnderTest.WithAwardAsync(host, WithGliders);
        await host.SettleAsync();
        Assert.True((await review.StateAsync()).Stuck is null, (await review.StateAsync()).Stuck);
        await review.AssertWholeAsync();
        Assert.Equal(["busy"], Assert.Single((await FactsAsync(host, review)).Asked!).Answer.Faults);
        Assert.NotNull((await review.StateAsync()).OpenedAt);
    }

    // In the text on the whole, and not in that of the lot.
    private static string WithGliders(string notice)
    {
        const string Words = "De opdracht omvat de levering";
        var at = notice.IndexOf(Words, StringComparison.Ordinal);
        return string.Concat(notice.AsSpan(0, at), "De opdracht omvat 350 zweefvliegtuigen. Zij omvat de levering", notice.AsSpan(at + Words.Length));
    }

    private static void Add(IServiceCollection services, ModelServer server) =>
        services.AddSingleton<ITextModel>(provider => new CaseModel(server.Settings(), provider.GetRequiredService<IModelRecords>(), new WaitlessTime()));

    private static async Task<CaseFacts> FactsAsync(ICaseHost host, CaseUnderTest review) =>
        await host.Get<CaseViews>().FactsAsync(await review.StateAsync(), Stop) ?? throw new InvalidOperationException("The case has no facts.");

    private static async Task<IReadOnlyList<StandingFact>> StandingAsync(ICaseHost host, CaseUnderTest review) => StandingFacts.Of(await FactsAsync(host, review));

    // A second passes with each look, so that nothing waits for the rate of questions; no limit of time is ever reached.
    private sealed class WaitlessTime : TimeProvider
    {
        private long _looks;

        public override DateTimeOffset GetUtcNow() => new DateTimeOffset(2026, 1, 8, 12, 0, 0, TimeSpan.Zero).AddSeconds(Interlocked.Increment(ref _looks));

        public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period) => base.CreateTimer(callback, state, Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);
    }
}
