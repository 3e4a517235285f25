using System.Globalization;
using Microsoft.AspNetCore.Http;
using TenderWatch.Sources.Tests.TenderNed;

namespace TenderWatch.Sources.Tests.Mercell;

/// <summary>Mercell's list over real HTTP: there is no filter by day, and it moves while it is read.</summary>
public sealed class MercellListTests : IDisposable
{
    private static readonly DateOnly Day = new(2026, 9, 21);
    private static readonly DateTimeOffset Noon = new(2026, 9, 21, 10, 0, 0, TimeSpan.Zero);

    private readonly MercellFolder _mercell = new();

    public void Dispose() => _mercell.Dispose();

    [Fact]
    public async Task A_day_is_the_Dutch_day_on_which_the_entry_was_made()
    {
        _mercell.Add(1, new DateTimeOffset(2026, 9, 20, 21, 59, 59, TimeSpan.Zero)).Add(2, new DateTimeOffset(2026, 9, 20, 22, 0, 0, TimeSpan.Zero))
            .Add(3, new DateTimeOffset(2026, 9, 21, 21, 59, 59, TimeSpan.Zero)).Add(4, new DateTimeOffset(2026, 9, 21, 22, 0, 0, TimeSpan.Zero));
        await using var host = await _mercell.StartAsync();
        Assert.Equal(["1"], await host.DayAsync(Day.AddDays(-1)));
        Assert.Equal(["3", "2"], await host.DayAsync(Day));
        Assert.Equal(["4"], await host.DayAsync(Day.AddDays(1)));
        Assert.Empty(await host.DayAsync(Day.AddDays(2)));
    }

    [Fact]
    public async Task All_days_of_a_run_are_read_from_one_walk_over_overlapping_pages()
    {
        Publish(250);
        _mercell.Add(900, Noon.AddDays(-1)).Add(901, Noon.AddDays(1));
        await using var host = await _mercell.StartAsync();
        Assert.Equal(["900"], await host.DayAsync(Day.AddDays(-1)));
        Assert.Equal(Enumerable.Range(1, 250).Select(Text), await host.DayAsync(Day));
        Assert.Equal(["901"], await host.DayAsync(Day.AddDays(1)));
        Assert.Equal(3, host.Requests.Count);
    }

    [Fact]
    public async Task Tenders_that_are_added_while_the_list_is_read_neither_hide_nor_repeat_others()
    {
        Publish(250);
        await using var host = await _mercell.StartAsync(BeforePage(2, () =>
        {
            for (var id = 500; id < 505; id++) _mercell.Add(id, Noon.AddHours(1));
        }));
        Assert.Equal(Enumerable.Range(1, 250).Select(Text), await host.DayAsync(Day));
    }

    [Theory]
    [InlineData(5)]
    [InlineData(10)]
    [InlineData(11)]
    [InlineData(100)]
    public async Task Tenders_that_are_taken_off_while_the_list_is_read_hide_no_others(int takenOff)
    {
        Publish(350);
        await using var host = await _mercell.StartAsync(BeforePage(2, () => _mercell.TakeOff(takenOff)));
        Assert.Equal(Enumerable.Range(1, 350).Select(Text), await host.DayAsync(Day));
    }

    [Fact]
    public async Task A_tender_that_is_published_again_stands_once_on_its_latest_day()
    {
        _mercell.Add(1, Noon).Add(2, Noon.AddMinutes(1)).Add(1, Noon.AddDays(1)).Add(2, Noon.AddMinutes(2));
        await using var host = await _mercell.StartAsync();
        Assert.Equal(["2"], await host.DayAsync(Day));
        Assert.Equal(["1"], await host.DayAsync(Day.AddDays(1)));
    }

    [Fact]
    public async Task A_changed_entry_has_another_digest_and_an_unchanged_one_the_same()
    {
        _mercell.Add(1, Noon, "2026-10-01T10:00:00Z");
        using var other = new MercellFolder();
        other.Add(1, Noon, "2026-10-02T10:00:00Z");
        await using var first = await _mercell.StartAsync();
        await using var again = await _mercell.StartAsync();
        await using var changed = await other.StartAsync();
        async Task<string> DigestAsync(SourceHost host) => (await host.Mercell.ListAsync(Day, true, TestContext.Current.CancellationToken)).Value!.Items.Single().ListingDigest.Hex;
        Assert.Equal(await DigestAsync(first), await DigestAsync(again));
        Assert.NotEqual(await DigestAsync(first), await DigestAsync(changed));
    }

    [Fact]
    public async Task A_server_that_gives_fewer_than_it_is_asked_for_is_followed_to_the_day()
    {
        Publish(60);
        _mercell.Add(900, Noon.AddDays(-1));
        await using var host = await _mercell.StartAsync(Answering(async context =>
        {
            var first = await Answers.FirstAsync(context);
            return first > 61 ? Page(61) : Page(61, [.. Enumerable.Range(first, Math.Min(20, 62 - first)).Select(id => Entry(id, id == 61 ? Noon.AddDays(-1) : Noon.AddSeconds(-id)))]);
        }));
        Assert.Equal(Enumerable.Range(1, 60).Select(Text), await host.DayAsync(Day));
    }

    [Fact]
    public async Task A_list_that_ends_short_of_its_own_count_is_incomplete_for_a_past_day_only()
    {
        await using var host = await _mercell.StartAsync(Answering(async context => await Answers.FirstAsync(context) == 1 ? Page(2, Entry(1, Noon), Entry(1, Noon)) : Page(1)));
        Assert.Equal("incomplete", (await host.FailureAsync(Day)).Code);
        Assert.Equal(["1"], await host.DayAsync(Day, mustBeComplete: false));
    }

    [Theory]
    [InlineData("the same page", "canary")]
    [InlineData("more than asked for", "canary")]
    [InlineData("oldest first", "canary")]
    [InlineData("nothing, though it counts", "incomplete")]
    public async Task A_list_that_does_not_do_what_it_is_asked_is_no_list(string wrong, string code)
    {
        var hundred = Enumerable.Range(1, 100).Select(id => Entry(id, Noon.AddSeconds(-id))).ToArray();
        await using var host = await _mercell.StartAsync(Answering(_ => Task.FromResult(wrong switch
        {
            "the same page" => Page(5000, hundred),
            "more than asked for" => Page(101, [.. hundred, Entry(101, Noon.AddDays(-1))]),
            "oldest first" => Page(2, Entry(1, Noon), Entry(2, Noon.AddSeconds(1))),
            _ => Page(7),
        })));
        var failure = await host.FailureAsync(Day);
        Assert.Equal(code, failure.Code);
        Assert.NotEmpty(failure.Documents);
    }

    [Theory]
    [InlineData("""{"ResultsCount":0,"CurrentPageResults":[]}""", "canary")]
    [InlineData("""{"ResultsCount":2,"CurrentPageResults":[{"TenderId":1,"CreatedDate":"2026-09-21T10:00:00Z"},{"TenderId":2,"CreatedDate":"2026-09-21T09:00:00Z"}]}""", "canary")]
    [InlineData("""{"ResultsCount":1,"CurrentPageResults":[{"TenderId":1,"CreatedDate":"2026-09-21T10:00:00Z"}]}""", null)]
    public async Task The_probe_asks_for_one_tender_and_wants_one(string page, string? code)
    {
        await using var host = await _mercell.StartAsync(Answering(_ => Task.FromResult(page)));
        Assert.Equal(code, (await host.Mercell.ProbeAsync(TestContext.Current.CancellationToken))?.Code);
    }

    [Theory]
    [InlineData("""{"ResultsCount":1,"CurrentPageResults":[{"TenderId":"../1","CreatedDate":"2026-09-21T10:00:00Z"}]}""")]
    [InlineData("""{"ResultsCount":1,"CurrentPageResults":[{"TenderId":1,"CreatedDate":"2026-09-21T10:00:00"}]}""")]
    [InlineData("""{"ResultsCount":1,"CurrentPageResults":[{"TenderId":1,"CreatedDate":"/Date(1790000000000)/"}]}""")]
    [InlineData("""{"ResultsCount":1,"CurrentPageResults":[{"TenderId":1}]}""")]
    [InlineData("""{"ResultsCount":1,"CurrentPageResults":[7]}""")]
    [InlineData("""{"ResultsCount":-1,"CurrentPageResults":[]}""")]
    [InlineData("""{"ResultsCount":1,"CurrentPageResults":null}""")]
    [InlineData("[]")]
    public async Task Another_shape_is_a_failure_with_its_bytes(string page)
    {
        await using var host = await _mercell.StartAsync(Answering(_ => Task.FromResult(page)));
        var failure = await host.FailureAsync(Day);
        Assert.Equal("shape", failure.Code);
        Assert.NotEmpty(failure.Documents);
    }

    private static string Text(int id) => id.ToString(CultureInfo.InvariantCulture);

    private static string Page(int total, params string[] entries) => $$"""{"ResultsCount":{{total}},"CurrentPageResults":[{{string.Join(',', entries)}}]}""";

    private static string Entry(int id, DateTimeOffset created) => FormattableString.Invariant($$"""{"TenderId":{{id}},"Id":{{id}},"CreatedDate":"{{created.UtcDateTime:yyyy-MM-dd'T'HH:mm:ss}}Z"}""");

    private static Func<HttpContext, Func<Task>, Task> Answering(Func<HttpContext, Task<string>> page) => async (context, next) =>
    {
        if (Answers.IsList(context)) await Answers.WriteAsync(context, 200, await page(context));
        else await next();
    };

    private static Func<HttpContext, Func<Task>, Task> BeforePage(int page, Action change)
    {
        var pages = 0;
        return async (context, next) =>
        {
            if (Answers.IsList(context) && Interlocked.Increment(ref pages) == page) change();
            await next();
        };
    }

    private void Publish(int count)
    {
        for (var id = 1; id <= count; id++) _mercell.Add(id, Noon.AddSeconds(-id));
    }
}
