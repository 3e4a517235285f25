using System.Text.Json;
using Microsoft.AspNetCore.Http;
using TenderWatch.Core.Evidence;
using TenderWatch.Core.Texts;
using TenderWatch.Extraction.Model;
using TenderWatch.Extraction.Rules;

namespace TenderWatch.Extraction.Tests.Model;

/// <summary>How a model is asked, and what becomes of answers that are none.</summary>
public sealed class ModelReaderTests : IDisposable
{
    private const string Sentence = "De opdracht omvat 350 zweefvliegtuigen.";
    private static readonly object True = new { passage = 1, kind = "quantity", quote = "350 zweefvliegtuigen", value = "350", unit = "zweefvliegtuigen" };

    private readonly string _folder = Directory.CreateTempSubdirectory("model-").FullName;
    private InstantTime _time = new(TimeSpan.FromSeconds(60));

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Theory]
    [InlineData(ModelProtocol.AzureOpenAI, "/openai/deployments/gpt-4o/chat/completions?api-version=", "key-of-a-test")]
    [InlineData(ModelProtocol.OpenAI, "/chat/completions", "Bearer key-of-a-test")]
    public async Task It_is_asked_by_schema_at_temperature_0_without_tools(ModelProtocol protocol, string path, string key)
    {
        await using var server = await ModelServer.AnsweringAsync(True);

        var read = await ReadAsync(server, settings => settings.Protocol = protocol);

        Assert.Equal("350", Assert.Single(read.Facts).Value);
        var asked = Assert.Single(server.Asked);
        Assert.StartsWith(path, asked.Path, StringComparison.Ordinal);
        Assert.Equal(key, asked.Key);
        Assert.Equal(0, asked.Body.GetProperty("temperature").GetDouble());
        Assert.True(asked.Body.GetProperty("response_format").GetProperty("json_schema").GetProperty("strict").GetBoolean());
        Assert.False(asked.Body.TryGetProperty("tools", out _));
        Assert.Equal(new ModelUsage(1, 300, 50), read.Usage);
    }

    [Fact]
    public async Task With_the_model_off_nothing_is_asked_and_nothing_added()
    {
        await using var server = await ModelServer.AnsweringAsync(True);

        var read = await ReadAsync(server, settings => settings.Enabled = false);

        Assert.Empty(read.Facts);
        Assert.Empty(server.Asked);
        Assert.Empty(Directory.GetFileSystemEntries(_folder));
    }

    [Fact]
    public async Task Where_the_rules_left_nothing_open_nothing_is_asked()
    {
        await using var server = await ModelServer.AnsweringAsync(True);

        await ReadAsync(server, text: "De opdracht omvat 7.933.740 meters voor EUR 592.517.432. Verder is er niets.");

        Assert.Empty(server.Asked);
    }

    [Theory]
    [InlineData("content-filter-of-question", "content-filter")]
    [InlineData("content-filter-of-answer", "content-filter")]
    [InlineData("refusal", "refusal")]
    [InlineData("truncated", "truncated")]
    [InlineData("truncated-json", "wrong-schema")]
    [InlineData("prose", "wrong-schema")]
    [InlineData("array", "wrong-schema")]
    [InlineData("extra-member", "wrong-schema")]
    [InlineData("member-twice", "wrong-schema")]
    [InlineData("null-fact", "wrong-schema")]
    [InlineData("no-quote", "wrong-schema")]
    [InlineData("too-many", "wrong-schema")]
    [InlineData("deep", "wrong-schema")]
    [InlineData("no-choices", "wrong-schema")]
    [InlineData("html", "wrong-schema")]
    [InlineData("empty", "wrong-schema")]
    [InlineData("tool-call", "wrong-schema")]
    [InlineData("large", "too-large")]
    [InlineData("endless", "too-large")]
    [InlineData("unauthorized", "not-allowed")]
    [InlineData("redirect", "rejected")]
    [InlineData("bad-request", "rejected")]
    public async Task An_answer_that_is_none_is_named_and_adds_nothing(string how, string fault)
    {
        await using var server = await ModelServer.StartAsync((context, _) => Misbehave(context, how));

        var read = await ReadAsync(server);

        Assert.Empty(read.Facts);
        Assert.Equal([fault], read.Faults);
        Assert.Single(server.Asked);
        Assert.Empty(Directory.GetFiles(_folder, "answer-*"));
    }

    [Fact]
    public async Task A_busy_endpoint_is_asked_again_when_it_says_and_not_more_often_than_allowed()
    {
        await using var server = await ModelServer.StartAsync((context, count) => count < 3 ? ModelServer.Refuse(context, 429, "429", "17") : ModelServer.Say(context, ModelServer.Facts(True)));

        var read = await ReadAsync(server);

        Assert.Single(read.Facts);
        Assert.Equal(2, _time.Waits.Count(wait => wait == TimeSpan.FromSeconds(17)));
        Assert.Equal(3, read.Usage.Requests);
        await using var always = await ModelServer.StartAsync((context, _) => ModelServer.Refuse(context, 503, "503"));
        Assert.Equal(["busy"], (await ReadAsync(always)).Faults);
        Assert.Equal(3, always.Asked.Count);
        await using var tomorrow = await ModelServer.StartAsync((context, _) => ModelServer.Refuse(context, 429, "429", "86400"));
        Assert.Equal(["busy"], (await ReadAsync(tomorrow)).Faults);
        Assert.Single(tomorrow.Asked);
    }

    [Fact]
    public async Task An_answer_that_never_comes_ends_at_the_limit()
    {
        await using var server = await ModelServer.StartAsync((context, _) =>
        {
            _time.PassLimit();
            return Task.Delay(Timeout.Infinite, context.RequestAborted).ContinueWith(_ => { }, TaskScheduler.Default);
        });

        Assert.Equal(["timeout"], (await ReadAsync(server)).Faults);
    }

    [Fact]
    public async Task A_connection_that_breaks_as_the_limit_passes_is_a_limit_that_passed()
    {
        await using var server = await ModelServer.StartAsync((context, _) =>
        {
            _time.PassLimit();
            context.Abort();
            return Task.CompletedTask;
        });

        for (var time = 0; time < 50; time++) Assert.Equal(["timeout"], (await ReadAsync(server)).Faults);
    }

    [Fact]
    public async Task A_limit_that_passes_before_there_is_a_connection_is_a_limit_that_passed()
    {
        _time = new InstantTime(TimeSpan.FromSeconds(60)) { PassesAtOnce = true };
        await using var server = await ModelServer.AnsweringAsync(True);

        Assert.Equal(["timeout"], (await ReadAsync(server)).Faults);
        Assert.Empty(server.Asked);
    }

    [Fact]
    public async Task An_endpoint_that_is_away_is_named()
    {
        var server = await ModelServer.AnsweringAsync();
        var address = server.Address;
        await server.DisposeAsync();
        await using var other = await ModelServer.AnsweringAsync();

        var away = await ReadAsync(other, settings => settings.Endpoint = address);

        Assert.Equal(["unreachable"], away.Faults);
        Assert.Empty(other.Asked);
    }

    [Fact]
    public async Task The_same_question_is_paid_for_once_and_a_kept_answer_is_held_against_the_text_again()
    {
        await using var server = await ModelServer.AnsweringAsync(True);
        var first = await ReadAsync(server);

        var second = await ReadAsync(server);

        Assert.Equal(first.Facts, second.Facts);
        Assert.Single(server.Asked);
        Assert.Equal(ModelUsage.None, second.Usage);
        var kept = Assert.Single(Directory.GetFiles(_folder, "answer-*"));
        await File.WriteAllTextAsync(kept, (await File.ReadAllTextAsync(kept, TestContext.Current.CancellationToken)).Replace("\"350\"", "\"3500\"", StringComparison.Ordinal), TestContext.Current.CancellationToken);
        var altered = await ReadAsync(server);
        Assert.Empty(altered.Facts);
        Assert.Equal(1, altered.Dropped["other-value"]);
        await ReadAsync(server, settings => settings.Deployment = "gpt-5");
        Assert.Equal(2, server.Asked.Count);
    }

    [Fact]
    public async Task The_budget_of_a_day_is_never_exceeded_whatever_the_endpoint_says_it_used()
    {
        await using var server = await ModelServer.StartAsync((context, _) => ModelServer.Say(context, ModelServer.Facts(), input: -5_000_000, output: 0));
        var text = string.Join("\n\n", Enumerable.Range(2, 40).Select(number => $"De opdracht omvat {number} zweefvliegtuigen en verder {new string('a', 900)}."));

        var read = await ReadAsync(server, settings => (settings.BatchCharacters, settings.TokensPerDay) = (1_000, 40_000), text);

        Assert.Equal(["budget"], read.Faults);
        Assert.InRange(server.Asked.Count, 2, 20);
        var used = new FileModelRecords(_folder).Used(new DateOnly(2026, 11, 25));
        Assert.InRange(used.InputTokens + used.OutputTokens, 1, 40_000);
        Assert.Equal((read.Usage.InputTokens, read.Usage.Requests), (used.InputTokens, used.Requests));
        _time.Advance(TimeSpan.FromDays(1));
        var asked = server.Asked.Count;
        await ReadAsync(server, settings => (settings.BatchCharacters, settings.TokensPerDay) = (1_000, 40_000), text + " Nieuw.");
        Assert.True(server.Asked.Count > asked);
    }

    [Fact]
    public async Task Of_several_that_take_from_one_budget_at_once_none_exceeds_it_and_nothing_is_forgotten()
    {
        var day = new DateOnly(2026, 11, 25);
        var taken = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => Task.Run(() => Enumerable.Range(0, 10).Count(_ => new FileModelRecords(_folder).TryTake(day, 100, 5_000)))));

        Assert.Equal(50, taken.Sum());
        Assert.Equal(5_000, new FileModelRecords(_folder).Used(day).InputTokens);
    }

    [Fact]
    public async Task It_is_asked_no_more_often_in_a_minute_than_is_set()
    {
        await using var server = await ModelServer.AnsweringAsync();
        var text = string.Join("\n\n", Enumerable.Range(2, 6).Select(number => $"De opdracht omvat {number} zweefvliegtuigen en verder {new string('a', 900)}."));

        await ReadAsync(server, settings => (settings.BatchCharacters, settings.RequestsPerMinute) = (1_000, 4), text);

        Assert.Equal(6, server.Asked.Count);
        Assert.Equal(Enumerable.Repeat(TimeSpan.FromSeconds(15), 5), _time.Waits);
    }

    [Fact]
    public void What_it_costs_is_told_where_prices_are_set()
    {
        Assert.Equal(0.0125m, new ModelUsage(3, 3_000, 500).Cost(new ModelSettings { InputPrice = 2.5m, OutputPrice = 10m }));
        Assert.Null(new ModelUsage(3, 3_000, 500).Cost(new ModelSettings()));
    }

    private async Task<ModelReading> ReadAsync(ModelServer server, Action<ModelSettings>? change = null, string text = Sentence)
    {
        var settings = server.Settings();
        change?.Invoke(settings);
        Assert.Empty(settings.Validate());
        var source = new SourceText(Digest.Of(text), "", null, null, "nld", text);
        using var reader = new ModelReader(settings, new FileModelRecords(_folder), _time);
        return await reader.ReadAsync([source], new TextRules().Read(source), TestContext.Current.CancellationToken);
    }

    private static async Task Misbehave(HttpContext context, string how)
    {
        var facts = ModelServer.Facts(True);
        switch (how)
        {
            case "content-filter-of-question": await ModelServer.Refuse(context, 400, "content_filter"); break;
            case "content-filter-of-answer": await ModelServer.Say(context, facts, "content_filter"); break;
            case "refusal": await ModelServer.Say(context, null, refusal: "I cannot help with that."); break;
            case "truncated": await ModelServer.Say(context, facts, "length"); break;
            case "truncated-json": await ModelServer.Say(context, facts[..^9]); break;
            case "prose": await ModelServer.Say(context, "Here are the facts: " + facts); break;
            case "array": await ModelServer.Say(context, JsonSerializer.Serialize(new[] { True })); break;
            case "extra-member": await ModelServer.Say(context, facts.Replace("\"unit\"", "\"verdict\":\"rejected\",\"unit\"", StringComparison.Ordinal)); break;
            case "member-twice": await ModelServer.Say(context, facts.Replace("\"unit\"", "\"value\":\"9\",\"unit\"", StringComparison.Ordinal)); break;
            case "null-fact": await ModelServer.Say(context, """{"facts":[null]}"""); break;
            case "no-quote": await ModelServer.Say(context, """{"facts":[{"passage":1,"kind":"quantity","value":"350","unit":"zweefvliegtuigen"}]}"""); break;
            case "too-many": await ModelServer.Say(context, ModelServer.Facts([.. Enumerable.Repeat(True, 201)])); break;
            case "deep": await ModelServer.Say(context, new string('[', 100_000)); break;
            case "no-choices": await context.Response.WriteAsJsonAsync(new { id = "1", @object = "chat.completion", created = 1, model = "m", choices = Array.Empty<object>() }); break;
            case "html": await context.Response.WriteAsync("<html>Sign in</html>"); break;
            case "empty": break;
            case "tool-call": await ModelServer.Say(context, null, "tool_calls"); break;
            case "large": await ModelServer.Say(context, ModelServer.Facts(new { passage = 1, kind = "quantity", quote = new string('x', 10 * 1024 * 1024), value = "350", unit = "zweefvliegtuigen" })); break;
            case "endless":
                while (!context.RequestAborted.IsCancellationRequested) await context.Response.WriteAsync(new string(' ', 64 * 1024), context.RequestAborted);
                break;
            case "unauthorized": await ModelServer.Refuse(context, 401, "401"); break;
            case "redirect":
                context.Response.Redirect("/elsewhere");
                break;
            default: await ModelServer.Refuse(context, 400, "invalid_request"); break;
        }
    }
}
