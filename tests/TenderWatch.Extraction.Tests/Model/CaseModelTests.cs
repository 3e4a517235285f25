using Microsoft.AspNetCore.Http;
using TenderWatch.Core.Evidence;
using TenderWatch.Core.Texts;
using TenderWatch.Extraction.Model;
using TenderWatch.Extraction.Rules;

namespace TenderWatch.Extraction.Tests.Model;

/// <summary>A model as the review of cases asks it: it never keeps a case waiting.</summary>
public sealed class CaseModelTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("case-model-").FullName;
    private readonly HandTime _time = new();

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public async Task A_fault_is_told_at_once_without_a_second_try_and_for_five_minutes_nobody_asks_again()
    {
        await using var server = await ModelServer.StartAsync((context, count) => count == 1 ? ModelServer.Refuse(context, StatusCodes.Status429TooManyRequests, "429", "30") : ModelServer.Say(context, ModelServer.Facts()));
        using var model = Model(server);

        Assert.Equal(["busy"], (await AskAsync(model, "een")).Faults);
        Assert.Equal(["busy"], (await AskAsync(model, "twee")).Faults);
        Assert.Single(server.Asked);
        _time.Advance(TimeSpan.FromMinutes(5));
        Assert.Empty((await AskAsync(model, "drie")).Faults);
        Assert.Equal(2, server.Asked.Count);
    }

    [Fact]
    public async Task A_text_whose_time_is_up_keeps_what_was_answered_with_its_use_and_holds_up_no_other_case()
    {
        await using var server = await ModelServer.StartAsync((context, count) =>
        {
            if (count == 1) _time.EndPatience();
            return ModelServer.Say(context, ModelServer.Facts(new { passage = 1, kind = "quantity", quote = "350 zweefvliegtuigen", value = "350", unit = "zweefvliegtuigen" }));
        });
        using var model = Model(server, settings => settings.BatchCharacters = 1000);
        var text = new SourceText(Digest.Of("lang"), "BT-24", null, null, "nld", "De opdracht omvat 350 zweefvliegtuigen.\n\n" + string.Join("\n\n", Enumerable.Range(0, 30).Select(number => $"Daarnaast komen er {number + 100} parachutes voor de vliegschool van de koper.")));

        var answer = await model.ReadAsync([text], new TextRules().Read(text), Stop);

        Assert.Equal(["later"], answer.Faults);
        Assert.Equal(("350", 1L), (Assert.Single(answer.Facts).Value, answer.Use.Requests));
        Assert.Single(server.Asked);
        Assert.Empty((await AskAsync(model, "ander")).Faults);
    }

    [Fact]
    public async Task What_it_took_is_told_with_its_cost_and_counted_for_the_day_and_an_answer_that_is_known_costs_nothing()
    {
        await using var server = await ModelServer.PointingAtAsync("350", "zweefvliegtuigen");
        using var model = Model(server, settings => (settings.InputPrice, settings.OutputPrice) = (2m, 8m));

        var first = await AskAsync(model, "een");
        var again = await AskAsync(model, "een");

        Assert.Equal(new ModelUse(1, 300, 50, 0.001m, "EUR"), first.Use);
        Assert.Equal((1, 1, 0L), (first.Facts.Count, again.Facts.Count, again.Use.Requests));
        Assert.Single(server.Asked);
        var day = await model.UsedAsync(null, Stop);
        Assert.Equal((350L, 200_000L - 350), (day.Use.InputTokens + day.Use.OutputTokens, day.Left));
    }

    [Fact]
    public async Task A_text_that_leaves_nothing_open_asks_nobody_and_has_no_fault()
    {
        await using var server = await ModelServer.AnsweringAsync();
        using var model = Model(server);
        var text = new SourceText(Digest.Of("x"), "BT-24", null, null, "nld", "De looptijd is 8 jaar.");
        var answer = await model.ReadAsync([text], new TextRules().Read(text), Stop);
        Assert.Equal((0L, 0), (answer.Use.Requests, answer.Faults.Count));
        Assert.Empty(server.Asked);
    }

    private CaseModel Model(ModelServer server, Action<ModelSettings>? change = null)
    {
        var settings = server.Settings();
        change?.Invoke(settings);
        return new CaseModel(settings, new FileModelRecords(_folder), _time);
    }

    private static Task<ModelAnswer> AskAsync(CaseModel model, string document)
    {
        var text = new SourceText(Digest.Of(document), "BT-24", null, null, "nld", "De opdracht omvat 350 zweefvliegtuigen.");
        return model.ReadAsync([text], new TextRules().Read(text), Stop);
    }

    // A second passes with each look, so that nothing waits for the rate of questions; a limit of time is reached when a test says so.
    private sealed class HandTime : TimeProvider
    {
        private readonly Lock _one = new();
        private Action? _patience;
        private DateTimeOffset _now = new(2026, 11, 25, 12, 0, 0, TimeSpan.Zero);

        public override DateTimeOffset GetUtcNow()
        {
            lock (_one) return _now += TimeSpan.FromSeconds(1);
        }

        public void Advance(TimeSpan by)
        {
            lock (_one) _now += by;
        }

        /// <summary>Twice the limit of one answer is over.</summary>
        public void EndPatience()
        {
            lock (_one) _patience!();
        }

        public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
        {
            lock (_one)
            {
                if (dueTime == 2 * new ModelSettings().Timeout) _patience = () => callback(state);
            }

            return base.CreateTimer(callback, state, Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);
        }
    }
}
