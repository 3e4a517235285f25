using System.Text;
using System.Text.Json;
using System.Text.RegularExpressions;
using TenderWatch.Core.Notices;
using TenderWatch.Mutations.Mutating;
using TenderWatch.Mutations.Parsers;
using TenderWatch.Testing;
using static TenderWatch.Sources.Tests.TenderNed.Renderings;

namespace TenderWatch.Sources.Tests.TenderNed;

/// <summary>Renderings with any one thing gone or twice: every one of them, where chance would try a few.</summary>
public sealed class RenderingMutationTests
{
    private const int Lists = 300;

    private static string Sample(string name) => File.ReadAllText(Path.Combine(SharedData.Repository, "samples", "dsmr6", "tenderned", name));

    private static string SampleHtml => HtmlIn(Sample("publicaties/990004.html.json"));

    public static TheoryData<string> Documents => new(SampleHtml, RenderedSamples.TwoWinners);

    [Theory]
    [MemberData(nameof(Documents))]
    public void Without_any_one_row_no_winner_gets_another_ones_value(string html) => AssertNoNewPairs(html, Cut(html, @"<tr.*?</tr>\s*"));

    [Theory]
    [MemberData(nameof(Documents))]
    public void Without_any_one_tag_no_winner_gets_another_ones_value(string html) => AssertNoNewPairs(html, Cut(html, "<[^>]*>"));

    [Theory]
    [MemberData(nameof(Documents))]
    public void With_any_row_twice_no_winner_gets_another_ones_value(string html) =>
        AssertNoNewPairs(html, Regex.Matches(html, @"<tr.*?</tr>\s*", RegexOptions.Singleline).Select(row => html.Insert(row.Index, row.Value)));

    [Theory]
    [MemberData(nameof(Documents))]
    public void Cut_off_at_any_place_no_amount_is_another(string html) => AssertNoNewPairs(html, Enumerable.Range(0, html.Length / 7).Select(i => html[..(i * 7)]));

    [Fact]
    public async Task A_mutated_list_is_a_list_or_a_failure_and_never_an_exception()
    {
        var number = 0;
        var body = Encoding.UTF8.GetBytes($$"""{"content":{{Sample("list.json")}},"totalElements":5,"totalPages":1}""".Replace("\"publicatieDatum\": \"20", "\"publicatieDatum\": \"2026-09-21\",\"x\": \"", StringComparison.Ordinal));
        using var samples = new SampleFolder();
        await using var host = await SourceHost.StartAsync(samples, (context, _) =>
        {
            context.Response.ContentType = "application/json";
            return context.Response.Body.WriteAsync(JsonMutations.Mutate(body, Seeds.Of("list", 11, Interlocked.Increment(ref number)))).AsTask();
        });
        for (var i = 0; i < Lists; i++)
        {
            var listing = await host.ListAsync();
            if (listing.Value is { } day) Assert.All(day.Items, item => Assert.Matches("^[0-9]+$", item.Key.Id));
            else Assert.NotEmpty(listing.Failure!.Text);
        }
    }

    [Fact]
    public void A_page_of_deeply_nested_elements_costs_a_pass()
    {
        var nested = string.Concat(Enumerable.Repeat("<div><table><tr><td><p><b>", 200_000));
        Assert.Empty(Amounts(Notice(nested)));
        Assert.Empty(Amounts(Notice(Header(1, "1. Koper") + Header(1, "6. Resultaten") + nested)));
    }

    private static string HtmlIn(string json)
    {
        using var document = JsonDocument.Parse(json);
        return document.RootElement.GetProperty("html").GetString()!;
    }

    private static IEnumerable<string> Cut(string html, string pattern) =>
        Regex.Matches(html, pattern, RegexOptions.Singleline).Select(match => html.Remove(match.Index, match.Length));

    private static void AssertNoNewPairs(string html, IEnumerable<string> mutants)
    {
        var known = Pairs(Notice(html)).ToHashSet();
        var number = 0;
        foreach (var mutant in mutants)
        {
            foreach (var pair in Pairs(Notice(mutant))) Assert.True(known.Contains(pair), $"mutant {number}: {pair}");
            number++;
        }

        Assert.True(number > 15);
    }

    // Where an amount stands and whose it is. A bid without a name is a problem of its own and nobody's value.
    private static IEnumerable<(string Place, decimal Amount)> Pairs(Notice notice)
    {
        if (notice.EstimatedValue is { } estimated) yield return ("estimated", estimated.Amount);
        if (notice.TotalValue is { } total) yield return ("total", total.Amount);
        foreach (var lot in notice.Lots.Where(lot => lot.EstimatedValue is not null)) yield return ("lot", lot.EstimatedValue!.Amount);
        foreach (var bid in notice.Bids.Where(bid => bid.Value is not null && bid.Bidders.Count > 0))
            yield return (string.Join('+', bid.Bidders.Select(party => party.Name)), bid.Value!.Amount);
    }
}
