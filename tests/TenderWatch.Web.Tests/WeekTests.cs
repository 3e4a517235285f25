using AngleSharp.Dom;
using TenderWatch.Core.Cases;
using TenderWatch.Core.Checks;
using TenderWatch.Core.Evidence;
using TenderWatch.Core.Reviews;
using TenderWatch.Core.Watching;

namespace TenderWatch.Web.Tests;

/// <summary>Cases and publications of the last eight weeks: the pictures on the overview, and the tables beside them. It is Thursday 1 January 2026.</summary>
public sealed class WeekTests
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("nl", "Aandacht nodig|Niet te beoordelen|Geen signaal|Nog niet gecontroleerd", "10 november 2025 (week 46)", "29 december 2025 (week 1, tot nu toe)")]
    [InlineData("en", "Needs attention|Cannot be assessed|No signal|Not checked yet", "10 November 2025 (week 46)", "29 December 2025 (week 1, so far)")]
    public async Task The_table_counts_each_stored_case_once_in_the_week_it_was_opened_under_its_gravest_verdict(string language, string heads, string first, string last)
    {
        await using var host = await WebHost.StartAsync(SaveCasesAsync);

        var table = (await host.PageAsync("/?lang=" + language)).QuerySelector("#cases-by-week-table")!;

        Assert.Equal(heads.Split('|'), table.QuerySelectorAll("thead th").Skip(1).Select(head => head.TextContent));
        Assert.Equal([first, last], new[] { Rows(table)[0].Head, Rows(table)[^1].Head });
        Assert.Equal(
            ["1 0 0 0", "0 0 0 0", "0 0 0 0", "0 1 0 0", "0 0 0 0", "2 0 0 0", "0 0 1 0", "0 0 0 1"],
            Rows(table).Select(row => row.Cells));
    }

    [Fact]
    public async Task The_picture_has_the_figures_of_its_table_and_says_them_in_words_without_style_or_script()
    {
        await using var host = await WebHost.StartAsync(SaveCasesAsync);

        var page = await host.PageAsync("/?lang=en");
        var picture = page.QuerySelector("svg[aria-labelledby='cases-by-week-title cases-by-week-text']")!;

        Assert.Equal("img", picture.GetAttribute("role"));
        Assert.Equal("Cases opened per week, by gravest verdict", page.GetElementById("cases-by-week-title")!.TextContent);
        Assert.Equal(
            "Needs attention: 3, the most (2) in the week of 15 December 2025. Cannot be assessed: 1, the most (1) in the week of 1 December 2025. No signal: 1, the most (1) in the week of 22 December 2025. Not checked yet: 1, the most (1) in the week of 29 December 2025.",
            page.GetElementById("cases-by-week-text")!.TextContent);
        // By verdict, then by week: the table turned on its side.
        var cells = Rows(page.QuerySelector("#cases-by-week-table")!).Select(row => row.Cells.Split(' ')).ToList();
        Assert.Equal(Enumerable.Range(0, 4).SelectMany(verdict => cells.Select(row => row[verdict])), picture.QuerySelectorAll(".number").Select(number => number.TextContent));
        Assert.Equal(cells.SelectMany(row => row).Count(cell => cell != "0"), picture.QuerySelectorAll("rect").Length);
        Assert.Equal(30, double.Parse(picture.QuerySelectorAll("rect.flagged")[^1].GetAttribute("height")!, System.Globalization.CultureInfo.InvariantCulture));
        Assert.Empty(page.QuerySelectorAll("[style], script, style"));
    }

    [Fact]
    public async Task A_reader_is_shown_the_verdicts_that_the_list_shows_and_no_count_of_what_is_confidential()
    {
        var open = Case("1", new(2025, 12, 30, 9, 0, 0, TimeSpan.Zero), Verdict.Flagged);
        var marked = Case("2", new(2025, 12, 30, 9, 0, 0, TimeSpan.Zero), Verdict.Flagged);
        // Its public findings are clear; the verdict, which readers are told, rests on what is confidential.
        marked = marked with { Checks = [marked.Checks[0] with { Flagged = 0, Clear = 7, Confidential = Digest.Of("confidential") }] };
        var rows = Weeks.CaseWeeks.Of([open.ForReaders(), marked.ForReaders()], new DateOnly(2026, 1, 1)).Rows;

        Assert.Equal([2, 0, 0], rows.Select(row => row.Counts[^1].Count));
        await using var host = await WebHost.StartAsync(async host =>
        {
            await host.Cases.SaveAsync(open, Stop);
            await host.Cases.SaveAsync(marked, Stop);
        });
        var page = await host.PageAsync("/");
        Assert.Equal("2 Aandacht nodig", PageTests.Words(page.QuerySelector(".tile")!));
        Assert.Equal("2 0 0", Rows(page.QuerySelector("#cases-by-week-table")!)[^1].Cells);
    }

    [Fact]
    public async Task Publications_are_counted_by_source_and_what_is_not_known_is_not_zero()
    {
        await using var host = await WebHost.StartAsync(host => host.Watch.SaveSourceAsync(
            new SourceState
            {
                Source = "tenderned",
                LastRun = host.Time.GetUtcNow(),
                Counts = new Dictionary<DateOnly, DayCount>
                {
                    [new(2025, 12, 21)] = new(4),
                    [new(2025, 12, 29)] = new(1_000, 3),
                    [new(2025, 12, 30)] = new(200),
                    [new(2025, 12, 31)] = new(34),
                    [new(2026, 1, 1)] = new(0),
                },
            },
            Stop));

        var page = await host.PageAsync("/");
        var table = page.QuerySelector("#notices-by-week-table")!;

        // TED was never read: it has no column.
        Assert.Equal(["TenderNed"], table.QuerySelectorAll("thead th").Skip(1).Select(head => head.TextContent));
        Assert.Equal(
            [.. Enumerable.Repeat("niet bekend", 5), "4 (niet van elke dag bekend)", "niet bekend", "1.234"],
            Rows(table).Select(row => row.Cells));
        Assert.Equal(["–", "–", "–", "–", "–", "4*", "–", "1.234"], page.QuerySelectorAll("svg[aria-labelledby^=notices-by-week] .number").Select(number => number.TextContent));
    }

    [Fact]
    public async Task Where_nothing_is_stored_the_pictures_say_so()
    {
        await using var host = await WebHost.StartAsync();

        var page = await host.PageAsync("/?lang=en");

        Assert.Equal(["No case was opened in these weeks.", "In these weeks no publication was counted at any source."], page.QuerySelectorAll(".weekbars .notice").Select(notice => notice.TextContent));
        Assert.Empty(page.QuerySelectorAll(".weekbars svg, .weekbars table"));
    }

    // Weeks begin on Monday in Dutch time: an hour before midnight in universal time is the next day there.
    private static async Task SaveCasesAsync(WebHost host)
    {
        foreach (var state in new[]
        {
            Case("1", new(2025, 11, 9, 23, 0, 0, TimeSpan.Zero), Verdict.Flagged),
            Case("2", new(2025, 11, 9, 22, 59, 0, TimeSpan.Zero), Verdict.Flagged),
            Case("3", new(2025, 12, 3, 9, 0, 0, TimeSpan.Zero), Verdict.Clear, Verdict.NotAssessable),
            Case("4", new(2025, 12, 15, 9, 0, 0, TimeSpan.Zero), Verdict.Flagged),
            Case("5", new(2025, 12, 21, 9, 0, 0, TimeSpan.Zero), Verdict.Clear, Verdict.Flagged),
            Case("6", new(2025, 12, 25, 9, 0, 0, TimeSpan.Zero), Verdict.Clear),
            Case("7", new(2026, 1, 1, 9, 0, 0, TimeSpan.Zero)),
            Case("8", new(2026, 1, 1, 9, 0, 0, TimeSpan.Zero), Verdict.Flagged) with { MergedInto = "000000000007" },
        }) await host.Cases.SaveAsync(state, Stop);
    }

    private static CaseState Case(string id, DateTimeOffset opened, params Verdict[] verdicts) => new()
    {
        Id = id.PadLeft(12, '0'),
        Title = "Zaak " + id,
        OpenedAt = opened,
        Checks = [.. verdicts.Select((verdict, place) => new CheckResult(place == 0 ? "alt" : "fsr-scope", "1", verdict, Digest.Of("v"), Digest.Of("f"), 1, 0, 0))],
    };

    private static List<(string Head, string Cells)> Rows(IElement table) =>
        [.. table.QuerySelectorAll("tbody tr").Select(row => (PageTests.Words(row.QuerySelector("th")!), string.Join(' ', row.QuerySelectorAll("td").Select(cell => cell.TextContent))))];
}
