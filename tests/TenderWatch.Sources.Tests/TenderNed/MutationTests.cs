using System.Globalization;
using System.Net;
using System.Text;
using System.Text.Json;
using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Http;
using TenderWatch.Core.Evidence;
using TenderWatch.Core.Notices;
using TenderWatch.Core.Sources;
using TenderWatch.Testing;
using static TenderWatch.Sources.Tests.TenderNed.Renderings;

namespace TenderWatch.Sources.Tests.TenderNed;

public sealed class MutationTests
{
    // More with TENDERWATCH_MUTATIONS=100000.
    private static readonly int Mutations = int.TryParse(Environment.GetEnvironmentVariable("TENDERWATCH_MUTATIONS"), CultureInfo.InvariantCulture, out var count) ? count : 3000;

    private static readonly string[] Splices =
        ["<tr>", "</tr>", "<td>", "<table>", "<span class=\"value\">", "</span>", "<!--", "-->", "<script>", "<textarea>", "&nbsp;", "&#xD800;", "\u0000", "0", ".", ",", " ", "Euro", "-1", "<tr class=\"header1\"><th>6. Resultaten</th></tr>", "\"", "{", "]", "9999999999999999999999999999", "null"];

    private static string Sample(string name) => File.ReadAllText(Path.Combine(SharedData.Repository, "samples", "dsmr6", "tenderned", name));

    private static string SampleHtml => HtmlIn(Sample("publicaties/990004.html.json"));

    private static string TwoWinners => Table(
        Header(1, "1. Koper"), Row("Officiële naam", "Gemeente"), Header(1, "6. Resultaten"), Amount("Waarde van alle contracten toegekend in deze kennisgeving", "800 001"),
        Header(2, "6.1 ID resultaat perceel: LOT-0000"), Header(3, "6.1.2 Informatie over winnaars"), Only("Winnaar"), Row("Officiële naam", "A B.V."), Only("Inschrijving"), Amount("Waarde van de aanbesteding", "800 000"),
        Header(2, "6.1 ID resultaat perceel: LOT-0001"), Header(3, "6.1.2 Informatie over winnaars"), Only("Winnaar"), Row("Officiële naam", "B B.V."), Amount("Waarde van de aanbesteding", "1.250.000,50"),
        Only("Winnaar"), Row("Officiële naam", "C B.V."), Amount("Waarde van de aanbesteding", "7"),
        Header(1, "8. Organisaties"), Row("Officiële naam", "D B.V."), Row("Officiële naam", "A B.V."));

    public static TheoryData<string> Documents => new(SampleHtml, TwoWinners);

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
    public void A_mutated_rendering_gives_only_amounts_that_are_written_in_it()
    {
        var random = new Random(20260921);
        string[] seeds = [SampleHtml, TwoWinners, HtmlIn(Sample("publicaties/990002.html.json")), OlderForm];
        for (var i = 0; i < Mutations; i++)
        {
            var html = Mutate(random, seeds[i % seeds.Length]);
            var notice = Notice(html);
            var written = DigitsIn(html);
            foreach (var amount in Amounts(notice).Where(amount => !amount.IsWithheld))
            {
                var digits = amount.Amount.ToString(CultureInfo.InvariantCulture).Replace(".", "", StringComparison.Ordinal);
                Assert.True(written.Contains(digits), $"mutation {i}: {amount.Amount} is not written in the rendering");
            }
        }
    }

    [Fact]
    public void Mutated_JSON_is_a_notice_or_a_fault_and_never_an_exception()
    {
        var random = new Random(7);
        var reader = new PublicationReader(XmlStub.Read);
        var (detail, html, related) = (Sample("publicaties/990004.json"), Sample("publicaties/990004.html.json"), Sample("publicaties/990004.gerelateerd.json"));
        var read = 0;
        for (var i = 0; i < Mutations; i++)
        {
            SourceDocument[] documents =
            [
                Document(EvidenceRoles.TenderNedHtml, i % 3 == 0 ? Mutate(random, html) : html),
                Document(EvidenceRoles.TenderNedDetail, i % 3 == 1 ? Mutate(random, detail) : detail),
                Document(EvidenceRoles.TenderNedRelated, i % 3 == 2 ? Mutate(random, related) : related),
            ];
            var reading = reader.Read(new NoticeKey("tenderned", "990004"), documents);
            if (reading is PublicationReading.Read { Notice: var notice })
            {
                read++;
                Assert.NotEmpty(JsonSerializer.Serialize(notice, NoticeJson.Stored));
            }
        }

        Assert.InRange(read, Mutations / 10, Mutations - 1);
    }

    [Fact]
    public async Task A_mutated_list_is_a_list_or_a_failure_and_never_an_exception()
    {
        var random = new Random(11);
        var body = $$"""{"content":{{Sample("list.json")}},"totalElements":5,"totalPages":1}""".Replace("\"publicatieDatum\": \"20", "\"publicatieDatum\": \"2026-09-21\",\"x\": \"", StringComparison.Ordinal);
        using var samples = new SampleFolder();
        await using var host = await SourceHost.StartAsync(samples, (context, _) =>
        {
            context.Response.ContentType = "application/json";
            return context.Response.WriteAsync(Mutate(random, body));
        });
        for (var i = 0; i < Mutations / 10; i++)
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

    private const string OlderForm =
        "<h3>Afdeling I: <span>Dienst</span></h3><h3>Afdeling V: <span>Gunning</span></h3><p>Perceel nr.: 1</p><h5>V.2.3) Naam en adres van de contractant</h5><dl><dt>Officiële benaming:</dt><dd>A B.V.</dd></dl>" +
        "<h5>V.2.4) Inlichtingen over de waarde</h5><p>Aanvankelijk geraamde totale waarde van de opdracht/het perceel: <br />2 000 000,00</p><p>Totale waarde van de opdracht/het perceel: 1 800 000,00</p><p>Munt: EUR</p><h3>Afdeling VI: x</h3>";

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

    private static HashSet<string> DigitsIn(string html) =>
    [
        .. Regex.Matches(Regex.Replace(WebUtility.HtmlDecode(html), @"[\p{Cc}\u00AD\u200B\u2060\uFEFF-[\t\n]]", ""), @"[0-9][0-9.,\s]*").Select(match => new string([.. match.Value.Where(char.IsAsciiDigit)])),
    ];

    private static string Mutate(Random random, string text)
    {
        var mutant = new StringBuilder(text);
        for (var times = random.Next(1, 6); times > 0 && mutant.Length > 20; times--)
        {
            var at = random.Next(mutant.Length);
            var length = Math.Min(random.Next(1, 400), mutant.Length - at);
            switch (random.Next(6))
            {
                case 0:
                    mutant.Remove(at, length);
                    break;
                case 1:
                    mutant.Insert(random.Next(mutant.Length), mutant.ToString(at, length));
                    break;
                case 2:
                    mutant.Insert(at, Splices[random.Next(Splices.Length)]);
                    break;
                case 3:
                    mutant[at] = (char)random.Next(1, 0xD800);
                    break;
                case 4:
                    mutant.Length = Math.Max(20, at);
                    break;
                default:
                    mutant[at] = mutant[random.Next(mutant.Length)];
                    break;
            }
        }

        return mutant.ToString();
    }
}
