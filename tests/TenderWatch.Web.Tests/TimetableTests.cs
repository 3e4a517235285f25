using System.Xml.Linq;
using TenderWatch.Core.Checks;
using TenderWatch.Core.Checks.Calendars;
using TenderWatch.Core.Checks.ForeignSubsidies.Clock;
using TenderWatch.Core.Languages;
using TenderWatch.Core.Notices;
using TenderWatch.Core.Reviews;
using TenderWatch.Web.Tests.Seeds;
using TenderWatch.Web.Timetables;
using static TenderWatch.Web.Tests.PageTests;

namespace TenderWatch.Web.Tests;

public sealed class TimetableTests
{
    internal const string Id = "f5c10c4f5c10";

    private static readonly IReadOnlyList<LegalDate> Dates = new FsrClock(CommissionCalendar.Shipped).Of(new(new DateOnly(2026, 3, 16), MultiStage: true));

    internal static async Task SaveAsync(WebHost host)
    {
        var call = CaseSeed.Notice(host, new NoticeKey("file", "call"), new DateOnly(2026, 1, 20), "competition", "Transformatoren", null);
        var state = new CaseState { Id = Id, Title = "Transformatoren", Buyers = ["Stedin"], OpenedAt = CaseSeed.Opened, UpdatedAt = CaseSeed.Opened };
        Finding Of(string subject) => new()
        {
            Check = "fsr-scope",
            RuleVersion = "1",
            Subject = subject,
            Verdict = Verdict.NotAssessable,
            Summary = new("Twee indieningen.", "Two filings."),
            Dates = [.. Dates.Select(date => date with { Origins = date.Id == "complete" ? [call.Origin("BT-131", "LOT-0001")] : [] })],
        };
        await CaseSeed.SaveAsync(host, state, [call], [], Of("procurement"), Of("TEN-0001"));
    }

    [Fact]
    public async Task The_page_of_a_case_shows_the_dates_as_a_table_and_as_a_picture_with_words()
    {
        await using var host = await WebHost.StartAsync(SaveAsync);

        var article = (await host.PageAsync("/cases/" + Id)).QuerySelector("article[aria-labelledby=check-fsr-scope]")!;

        Assert.Contains("16 april 2026 Einde van het eerste voorlopig onderzoek; de Commissie sluit het nog niet", Words(article), StringComparison.Ordinal);
        Assert.Contains("(wettekst gelezen; kalender onbevestigd)", Words(article), StringComparison.Ordinal);
        Assert.Contains("begint met de volledige bijgewerkte melding", Words(article), StringComparison.Ordinal);
        Assert.Contains("Bestand call · BT-131 · LOT-0001", Words(article), StringComparison.Ordinal);
        var pictures = article.QuerySelectorAll("svg[role=img]");
        Assert.Equal(2, pictures.Length);
        Assert.Contains("17 april 2026: De termijn staat stil", pictures[0].QuerySelector("desc")!.TextContent, StringComparison.Ordinal);
        Assert.Equal(pictures.SelectMany(picture => picture.GetAttribute("aria-labelledby")!.Split(' ')), pictures.SelectMany(picture => new[] { picture.QuerySelector("title")!.Id, picture.QuerySelector("desc")!.Id }));
        Assert.Equal(4, pictures.SelectMany(picture => picture.GetAttribute("aria-labelledby")!.Split(' ')).Distinct(StringComparer.Ordinal).Count());
        Assert.DoesNotContain(article.QuerySelectorAll("svg, svg *"), element => element.HasAttribute("style"));
    }

    [Fact]
    public async Task In_English_the_picture_speaks_English()
    {
        await using var host = await WebHost.StartAsync(SaveAsync);

        var picture = (await host.PageAsync($"/cases/{Id}?lang=en")).QuerySelector("svg[role=img]")!;

        Assert.Contains("16 March 2026: Complete notification received", picture.TextContent, StringComparison.Ordinal);
        Assert.Contains("Apr 2026", picture.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public void Bars_begin_where_the_term_does_and_end_on_its_day()
    {
        var svg = XElement.Parse(TimetableSvg.Of(Dates, new("Termijnen", "Dates"), Language.En)!);

        var bars = svg.Elements(svg.Name.Namespace + "g").Select(row => row.Element(svg.Name.Namespace + "rect")!).ToList();
        double Number(XElement bar, string name) => double.Parse(bar.Attribute(name)!.Value, System.Globalization.CultureInfo.InvariantCulture);
        var review = bars[2];
        var suspended = bars[3];
        Assert.Equal(Number(bars[0], "x") + (Number(bars[0], "width") / 2), Number(review, "x"));
        Assert.Equal(Number(suspended, "x"), Number(review, "x") + Number(review, "width"));
    }

    [Fact]
    public void Without_a_day_there_is_no_picture_and_with_one_there_is()
    {
        var waiting = Dates.Where(date => date.Day is null).ToList();

        Assert.Null(TimetableSvg.Of(waiting, new("a", "a"), Language.Nl));
        Assert.NotNull(TimetableSvg.Of([.. waiting, Dates[0]], new("<a>", "<a>"), Language.Nl));
    }

    [Fact]
    public void Years_apart_the_names_of_months_do_not_run_into_each_other()
    {
        var far = Dates[0] with { From = new DateOnly(2000, 1, 1), Day = new DateOnly(2199, 12, 31) };
        var svg = XElement.Parse(TimetableSvg.Of([far], new("a", "a"), Language.Nl)!);

        Assert.InRange(svg.Elements(svg.Name.Namespace + "text").Count(), 1, 12);
    }
}
