using TenderWatch.Core.Cases;
using TenderWatch.Core.Notices;
using TenderWatch.Core.Reviews;
using TenderWatch.Web.Tests.Seeds;
using static TenderWatch.Web.Tests.PageTests;

namespace TenderWatch.Web.Tests;

public sealed class TimelineTests
{
    private const string Id = "0123456789ab";

    private static Task SaveAsync(WebHost host)
    {
        CaseNotice Call(string source, string id, int day, string format, string deadline, Notice? more = null)
        {
            var notice = CaseSeed.Notice(host, new NoticeKey(source, id), new DateOnly(2025, 12, day), "competition", "Meters <b>", $"https://example.org/{id}");
            return notice with
            {
                Notice = (more ?? notice.Notice) with
                {
                    Title = "Meters <b>",
                    FormType = "competition",
                    Format = format,
                    PublicationNumber = "10-2025",
                    Lots = [new Lot { Id = "LOT-0001", Deadline = LocalDeadline.Parse(deadline) }],
                },
            };
        }

        var change = Call("ted", "11-2025", 9, "eforms", "2026-01-19T12:00:00+01:00");
        change = change with { Notice = change.Notice with { PublicationNumber = "11-2025", Changes = "10-2025" } };
        CaseNotice[] notices = [Call("tenderned", "7", 1, "tenderned-html", "2026-01-06T12:00:00"), Call("ted", "10-2025", 3, "eforms", "2026-01-05T12:00:00+01:00"), change];
        var state = new CaseState { Id = Id, Title = "Meters", OpenedAt = CaseSeed.Opened, Thread = new TimelineState(true, CaseSeed.Opened.AddDays(-400)) };
        return CaseSeed.SaveAsync(host, state, notices, []);
    }

    [Fact]
    public async Task One_notice_at_two_sources_is_one_entry_and_a_change_shows_old_and_new()
    {
        await using var host = await WebHost.StartAsync(SaveAsync);

        var entries = (await host.PageAsync($"/cases/{Id}?lang=en")).QuerySelectorAll(".thread > li");

        Assert.Equal(2, entries.Length);
        Assert.StartsWith("1 December 2025 Call for competition · TenderNed 7 · TED 10-2025 (3 December 2025) Meters <b>", Words(entries[0]), StringComparison.Ordinal);
        Assert.Equal(["https://example.org/7", "https://example.org/10-2025"], entries[0].QuerySelectorAll("a").Select(link => link.GetAttribute("href")));
        Assert.StartsWith("9 December 2025 Change of a notice · TED 11-2025", Words(entries[1]), StringComparison.Ordinal);
        Assert.Equal(["Deadline: 5 January 2026, 12:00 → 19 January 2026, 12:00"], entries[1].QuerySelectorAll(".changes li").Select(Words));
    }

    [Fact]
    public async Task The_timeline_speaks_Dutch_too()
    {
        await using var host = await WebHost.StartAsync(SaveAsync);

        var thread = Words((await host.PageAsync("/cases/" + Id)).QuerySelector(".thread")!);

        Assert.Contains("9 december 2025 Rectificatie · TED 11-2025", thread, StringComparison.Ordinal);
        Assert.Contains("Sluitingsdatum: 5 januari 2026, 12:00 → 19 januari 2026, 12:00", thread, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Sources_that_differ_are_told_on_the_page_and_to_programs()
    {
        await using var host = await WebHost.StartAsync(SaveAsync);

        var problems = (await host.PageAsync($"/cases/{Id}?lang=en")).QuerySelectorAll(".problems li").Select(Words).ToList();
        var json = await host.Client.GetStringAsync("/api/cases/" + Id);

        Assert.Contains("The sources differ. Deadline: 5 January 2026, 12:00 (ted:10-2025), 6 January 2026, 12:00 (tenderned:7).", problems);
        Assert.Contains("\"code\":\"sources-differ\"", json, StringComparison.Ordinal);
        Assert.Contains("\"stage\":\"change\"", json, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Cases_that_miss_a_notice_are_listed_on_the_overview()
    {
        await using var host = await WebHost.StartAsync(async host =>
        {
            await SaveAsync(host);
            await OtherCases.SaveQuietAsync(host);
        });

        var orphans = (await host.PageAsync("/?lang=en")).QuerySelectorAll(".orphans li").Select(Words).ToList();

        Assert.Equal(
            ["Meters: There is an award, but no contract notice. It may be older than what is watched here.", "Meters: Tenders were due on 6 November 2024 and no result or cancellation is known yet."],
            orphans);
    }
}
