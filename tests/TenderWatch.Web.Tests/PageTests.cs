using System.Net;
using System.Text.Json;
using System.Text.Json.Nodes;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using Microsoft.AspNetCore.WebUtilities;
using TenderWatch.Core.Cases;
using TenderWatch.Core.Languages;
using TenderWatch.Core.Notices;
using TenderWatch.Core.Reviews;
using TenderWatch.Core.Watching;
using TenderWatch.Web.Tests.Seeds;

namespace TenderWatch.Web.Tests;

public sealed class PageTests
{
    [Fact]
    public async Task The_overview_shows_each_case_with_value_and_a_verdict_in_words_for_each_check()
    {
        await using var host = await WebHost.StartAsync(OtherCases.SaveAllAsync);

        var page = await host.PageAsync("/");

        var row = page.QuerySelectorAll("table.cases tbody tr").Single(row => row.TextContent.Contains("DSMR6", StringComparison.Ordinal));
        Assert.Equal("/cases/" + Dsmr6.Id, row.QuerySelector("th a")!.GetAttribute("href"));
        Assert.Contains("Alliander, Enexis, Stedin", row.TextContent, StringComparison.Ordinal);
        Assert.Contains("EUR 592.517.432", row.TextContent, StringComparison.Ordinal);
        Assert.Equal(
            ["Aandacht nodig Buitenlandse subsidies: reikwijdte", "Niet te beoordelen Abnormaal lage inschrijving"],
            row.QuerySelectorAll(".verdicts li").Select(Words));
        Assert.All(row.QuerySelectorAll(".verdict"), badge => Assert.Equal("true", badge.QuerySelector("svg")!.GetAttribute("aria-hidden")));
    }

    [Fact]
    public async Task The_counts_follow_the_gravest_verdict_of_each_case()
    {
        await using var host = await WebHost.StartAsync(OtherCases.SaveAllAsync);

        var tiles = (await host.PageAsync("/?lang=en")).QuerySelectorAll(".tile").Select(Words);

        Assert.Equal(["2 Needs attention", "1 Cannot be assessed", "1 No signal", "1 Not checked yet", "1 Publications in quarantine"], tiles);
    }

    [Theory]
    [InlineData("/?verdict=flagged", new[] { "DSMR6 E-meter (meetmodule)", "Levering trafostations 10 kV" })]
    [InlineData("/?verdict=clear", new[] { "Onderhoud hoogspanningsmasten" })]
    [InlineData("/?q=stedin+dsmr6", new[] { "DSMR6 E-meter (meetmodule)" })]
    [InlineData("/?q=STATIONS", new[] { "Levering trafostations 10 kV" })]
    [InlineData("/?q=oost&verdict=clear", new[] { "Onderhoud hoogspanningsmasten" })]
    public async Task The_list_is_narrowed_by_verdict_and_words(string path, string[] titles)
    {
        await using var host = await WebHost.StartAsync(OtherCases.SaveAllAsync);

        var page = await host.PageAsync(path);

        Assert.Equal(titles, page.QuerySelectorAll("table.cases tbody th a").Select(link => link.TextContent));
    }

    [Theory]
    [InlineData("source=mercell", "A")]
    [InlineData("source=ted", "A B")]
    [InlineData("buyer=voorbeeldstad", "B")]
    [InlineData("deadline=7", "A")]
    [InlineData("deadline=30", "A B")]
    [InlineData("deadline=none", "C")]
    [InlineData("deadline=30&source=ted&buyer=VOORBEELDSTAD", "B")]
    [InlineData("deadline=7&buyer=voorbeeldstad", "")]
    public async Task The_list_is_narrowed_by_source_buyer_and_deadline_on_the_page_and_in_the_API(string query, string titles)
    {
        await using var host = await WebHost.StartAsync(SaveThreeAsync);

        var page = await host.PageAsync("/?" + query);
        var listed = JsonSerializer.Deserialize<List<CaseState>>(await host.Client.GetStringAsync("/api/cases?" + query, TestContext.Current.CancellationToken), NoticeJson.Stored)!;

        Assert.Equal(titles, string.Join(' ', page.QuerySelectorAll("table.cases tbody th a").Select(link => link.TextContent).Order(StringComparer.Ordinal)));
        Assert.Equal(titles, string.Join(' ', listed.Select(state => state.Title).Order(StringComparer.Ordinal)));
        foreach (var (name, value) in QueryHelpers.ParseQuery(query)) Assert.Equal(value.ToString(), page.QuerySelector($"[name={name}]") is IHtmlSelectElement select ? select.Value : page.QuerySelector($"[name={name}]")!.GetAttribute("value"));
    }

    [Fact]
    public async Task A_term_that_readers_may_not_know_is_not_found_by_them()
    {
        var state = Case("A", 3, "ted") with { Term = new CaseTerm(CaseTermKind.Law, new DateTimeOffset(2026, 1, 4, 0, 0, 0, TimeSpan.Zero)) { Confidential = true } };

        var other = new CaseTerm(CaseTermKind.Tenders, new DateTimeOffset(2026, 2, 4, 0, 0, 0, TimeSpan.Zero));
        Assert.Null(state.ForReaders().Term);
        Assert.Equal((other, other.End, null), ((state with { PublicTerm = other }).ForReaders().Term, (state with { PublicTerm = other }).ForReaders().NextDeadline, (state with { PublicTerm = other }).ForReaders().PublicTerm));
        await using var host = await WebHost.StartAsync(host => host.Cases.SaveAsync(state, TestContext.Current.CancellationToken));
        Assert.Single((await host.PageAsync("/?deadline=7")).QuerySelectorAll("table.cases tbody tr"));
    }

    [Theory]
    [InlineData("verdict=guilty", "verdict")]
    [InlineData("deadline=8", "deadline")]
    public async Task A_filter_that_does_not_know_a_value_says_which_it_knows(string query, string field)
    {
        await using var host = await WebHost.StartAsync(SaveThreeAsync);

        var page = await host.PageAsync($"/?{query}&lang=en");
        using var refused = await host.Client.GetAsync("/api/cases?" + query, TestContext.Current.CancellationToken);

        Assert.Contains($"The filter '{field}' does not know this value and was left out.", page.Body!.TextContent, StringComparison.Ordinal);
        Assert.Equal(3, page.QuerySelectorAll("table.cases tbody tr").Length);
        Assert.Equal(400, (int)refused.StatusCode);
        Assert.Equal(field, JsonNode.Parse(await refused.Content.ReadAsStringAsync(TestContext.Current.CancellationToken))!["errors"]![0]!["field"]!.GetValue<string>());
    }

    private static async Task SaveThreeAsync(WebHost host)
    {
        foreach (var state in new[] { Case("A", 3, "mercell", "ted"), Case("B", 20, "ted") with { Buyers = ["Netbeheer Voorbeeldstad"] }, Case("C", null, "tenderned") }) await host.Cases.SaveAsync(state, TestContext.Current.CancellationToken);
    }

    private static CaseState Case(string title, int? days, params string[] sources) => new()
    {
        Id = "00000000000" + title.ToLowerInvariant(),
        Title = title,
        Sources = sources,
        Term = days is null ? null : new CaseTerm(CaseTermKind.Tenders, new DateTimeOffset(2026, 1, 1, 12, 0, 0, TimeSpan.Zero).AddDays(days.Value)),
    };

    [Fact]
    public async Task A_choice_that_finds_nothing_says_so_and_shows_the_way_back()
    {
        await using var host = await WebHost.StartAsync(OtherCases.SaveAllAsync);

        var page = await host.PageAsync("/?q=%3Cscript%3Energens");

        Assert.Empty(page.QuerySelectorAll("table.cases"));
        Assert.Equal("Geen zaak voldoet aan deze keuze. Laat een filter weg, of toon alle zaken.", Words(page.QuerySelector("section .notice")!));
        Assert.Equal("<script>nergens", page.QuerySelector("#q")!.GetAttribute("value"));
    }

    [Fact]
    public async Task Without_cases_the_overview_explains_when_one_is_opened()
    {
        await using var host = await WebHost.StartAsync();

        var page = await host.PageAsync("/?lang=en");

        Assert.Equal("There are no cases yet", page.QuerySelector("#empty")!.TextContent);
        Assert.Contains("No source has been read yet", page.Body!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Many_cases_are_shown_by_the_page_and_a_page_beyond_the_end_is_the_last()
    {
        await using var host = await WebHost.StartAsync(async host =>
        {
            for (var i = 0; i < 60; i++) await host.Cases.SaveAsync(new CaseState { Id = $"{i:x12}", Title = $"Zaak {i}", OpenedAt = CaseSeed.Opened, UpdatedAt = CaseSeed.Opened.AddMinutes(-i) }, default);
        });

        var second = await host.PageAsync("/?q=zaak&page=2");
        var last = await host.PageAsync("/?page=99999");

        Assert.Equal("Zaak 25", second.QuerySelector("table.cases tbody th a")!.TextContent);
        Assert.Equal("/?q=zaak&page=3", second.QuerySelector("a[rel=next]")!.GetAttribute("href"));
        Assert.Equal(10, last.QuerySelectorAll("table.cases tbody tr").Length);
    }

    [Fact]
    public async Task Trouble_stands_on_the_overview_stuck_cases_failing_sources_and_messages_given_up()
    {
        await using var host = await WebHost.StartAsync(OtherCases.SaveAllAsync);

        var text = Words((await host.PageAsync("/?lang=nl")).QuerySelector("main")!);

        Assert.Contains("Kabels middenspanning: gather-facts: de opslag gaf 3 keer geen antwoord", text, StringComparison.Ordinal);
        Assert.Contains("antwoordde 202 zonder inhoud", text, StringComparison.Ordinal);
        Assert.Contains("1 wachtend, 1 opgegeven", text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_quarantine_gives_reason_and_bytes()
    {
        await using var host = await WebHost.StartAsync(OtherCases.SaveAllAsync);

        var page = await host.PageAsync("/quarantine");

        var article = page.QuerySelector("article")!;
        Assert.Contains("De XML houdt op bij regel 1, positie 8.", article.TextContent, StringComparison.Ordinal);
        using var bytes = await host.Client.GetAsync(article.QuerySelector("td a")!.GetAttribute("href"));
        Assert.Equal("<notice", await bytes.Content.ReadAsStringAsync());
    }

    [Fact]
    public async Task Sources_are_shown_with_what_was_read_in_all()
    {
        await using var host = await WebHost.StartAsync(OtherCases.SaveAllAsync);

        var page = await host.PageAsync("/sources?lang=en");

        Assert.Equal("Read: 412 publications of 371 procurements; 3 match a watch profile.", page.QuerySelector(".lead")!.TextContent);
        Assert.Equal(["TED", "TenderNed"], page.QuerySelectorAll(".sources tbody th").Select(cell => cell.TextContent));
        Assert.Contains("11 December 2025, 09:14", page.QuerySelector("tbody")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_source_that_answers_and_publishes_nothing_for_days_is_silent_and_not_in_order()
    {
        await using var host = await WebHost.StartAsync();
        var now = host.Time.GetUtcNow();
        await host.Watch.SaveSourceAsync(new SourceState { Source = "tenderned", LastRun = now, LastSuccess = now, LastNew = now.AddDays(-1) }, TestContext.Current.CancellationToken);
        Assert.Contains("In order", (await host.PageAsync("/sources?lang=en")).Body!.TextContent, StringComparison.Ordinal);

        host.Time.Advance(TimeSpan.FromDays(30));

        var text = Words((await host.PageAsync("/sources?lang=nl")).QuerySelector("tbody")!);
        Assert.Contains("Stil: TenderNed geeft antwoord, maar sinds 31 december 2025, 13:00 is er niets nieuws gezien: 3 werkdagen of langer.", text, StringComparison.Ordinal);
        Assert.DoesNotContain("In orde", text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("nl", "Stil: TenderNed geeft antwoord, maar sinds 29 december 2025, 16:20 is er niets nieuws gezien. Gewoonlijk waren er in die tijd ongeveer 163 publicaties.", "Gelezen tot en met 31 december 2025: 0 dagen achter; niet gelezen: 27 december 2025", "0 (gewoonlijk 82), veel te weinig", "73 (gewoonlijk 82)", "Opgegeven na 20 pogingen: The Teams target Inkoop")]
    [InlineData("en", "Silent: TenderNed answers, but nothing new has been seen since 29 December 2025, 16:20. Usually there would have been about 163 publications in that time.", "Read to the end of 31 December 2025: 0 days behind; not read: 27 December 2025", "0 (usual 82), far too few", "73 (usual 82)", "Given up after 20 attempts: The Teams target Inkoop")]
    public async Task Sources_show_trouble_lag_counts_against_the_usual_and_what_became_of_the_messages(string language, string trouble, string lag, string few, string usual, string dead)
    {
        await using var host = await WebHost.StartAsync(SourceSeed.SaveAsync);

        var page = await host.PageAsync("/sources?lang=" + language);

        Assert.Contains(trouble, Words(page.QuerySelector(".sources")!), StringComparison.Ordinal);
        var section = page.QuerySelector("section[aria-labelledby=source-tenderned]")!;
        Assert.Contains(lag, Words(section), StringComparison.Ordinal);
        var rows = section.QuerySelectorAll(".days tbody tr");
        Assert.Equal(7, rows.Length);
        Assert.Contains(few, Words(rows[1]), StringComparison.Ordinal);
        Assert.Contains(usual, Words(rows[3]), StringComparison.Ordinal);
        Assert.All(rows, row => Assert.Equal("true", row.QuerySelector("svg")!.GetAttribute("aria-hidden")));
        var ted = Words(page.QuerySelector("section[aria-labelledby=source-ted]")!);
        Assert.Contains(dead, ted, StringComparison.Ordinal);
        Assert.Contains("canary", ted, StringComparison.Ordinal);
        Assert.NotNull((await host.PageAsync("/")).QuerySelector("table.stacking a[href='/sources#source-ted']"));
    }

    [Theory]
    [InlineData("/cases/ffffffffffff", "Deze zaak is er niet")]
    [InlineData("/cases/..%2F..%2Fetc%3F", "Deze zaak is er niet")]
    [InlineData("/nothing/here", "Deze bladzijde is er niet")]
    [InlineData("/evidence/1234", "Dit bewijs kan niet worden gegeven")]
    public async Task What_is_not_there_is_said_in_words_with_what_to_do(string path, string title)
    {
        await using var host = await WebHost.StartAsync();

        using var response = await host.Client.GetAsync(path);
        var page = await host.PageAsync(path);

        Assert.Equal(HttpStatusCode.NotFound, response.StatusCode);
        Assert.Equal(title, page.QuerySelector("h1")!.TextContent);
        Assert.NotEqual("", page.QuerySelector(".lead")!.TextContent);
    }

    [Fact]
    public async Task A_broken_storage_gives_a_page_without_internals_and_with_a_reference()
    {
        await using var host = await WebHost.StartAsync();
        host.Watch.Fault = new InvalidOperationException("AccountKey=secret at C:\\internals");

        using var response = await host.Client.GetAsync("/");
        var body = await response.Content.ReadAsStringAsync();

        Assert.Equal(HttpStatusCode.InternalServerError, response.StatusCode);
        Assert.Contains("Er ging iets mis", body, StringComparison.Ordinal);
        Assert.Contains("<code>", body, StringComparison.Ordinal);
        Assert.DoesNotContain("AccountKey", body, StringComparison.Ordinal);
        Assert.DoesNotContain("InvalidOperation", body, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_banner_stands_on_every_page_in_its_language()
    {
        var settings = new WebSettings { Banner = new LocalizedText("Demonstratie: <reconstructie>", "Demonstration: <reconstruction>") };
        await using var host = await WebHost.StartAsync(OtherCases.SaveAllAsync, settings);

        foreach (var path in new[] { "/", "/cases/" + Dsmr6.Id, "/quarantine", "/sources", "/nothing" })
        {
            Assert.Equal("Demonstratie: <reconstructie>", (await host.PageAsync(path)).QuerySelector(".banner")!.TextContent);
            Assert.Equal("Demonstration: <reconstruction>", (await host.PageAsync(path + "?lang=en")).QuerySelector(".banner")!.TextContent);
        }
    }

    /// <summary>The text as it is read: blocks and cells stand apart.</summary>
    internal static string Words(IElement element) => string.Join(' ', Text(element).Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));

    private static string Text(INode node) => node switch
    {
        IText text => text.Data,
        IElement { LocalName: "a" or "code" or "em" or "span" or "strong" or "time" } inline => string.Concat(inline.ChildNodes.Select(Text)),
        _ => $" {string.Concat(node.ChildNodes.Select(Text))} ",
    };
}
