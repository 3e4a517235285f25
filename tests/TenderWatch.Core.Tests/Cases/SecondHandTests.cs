using TenderWatch.Core.Cases;
using TenderWatch.Core.Evidence;
using TenderWatch.Core.Notices;
using TenderWatch.Core.Procurements;

namespace TenderWatch.Core.Tests.Cases;

/// <summary>A platform's page is the weakest source of every fact: it speaks where no publication does.</summary>
public sealed class SecondHandTests
{
    private static readonly DateOnly Day = new(2026, 3, 2);

    [Fact]
    public void Whatever_a_publication_states_counts_before_the_page_of_a_platform_however_late_that_is()
    {
        var call = Publication("ted", Day, new Notice
        {
            Format = "eforms",
            FormType = "competition",
            Title = "Meters",
            ProcedureType = "restricted",
            Buyers = [new Party { Name = "Netbeheer" }],
            Lots = [new Lot { Id = "LOT-0001", Deadline = new LocalDeadline(new DateOnly(2026, 4, 1)), DocumentsUrl = ["https://example.org/"] }],
        });
        var facts = Facts(call, Page(Day.AddDays(30)));

        Assert.Equal("Meters", facts.Title);
        Assert.Equal(("Meters", "Netbeheer", "restricted"), (facts.Find(FactNames.Title)!.Value, facts.Find(FactNames.Buyer)!.Value, facts.Find(FactNames.ProcedureType)!.Value));
        Assert.Equal(["2026-04-01"], Values(facts, FactNames.Deadline));
        Assert.Equal(["https://example.org/"], Values(facts, FactNames.Documents));
        Assert.All(facts.Sheet.Where(fact => !fact.Name.StartsWith("platform-", StringComparison.Ordinal)), fact => Assert.Equal("ted", fact.Origins.Single().Notice.Source));
        Assert.Empty(Divergences.Of(Timeline.Of(facts.Notices)));
    }

    [Fact]
    public void Where_there_is_nothing_else_the_page_speaks_and_its_deadline_comes_from_the_list()
    {
        var facts = Facts(Page(Day));
        Assert.Equal(("Meters op het platform", "open", "2026-05-01T12:00:00+02:00"), (facts.Title, facts.Find(FactNames.ProcedureType)!.Value, facts.Find(FactNames.Deadline)!.Value));
        Assert.Equal(Digest.Of("list"u8.ToArray()), facts.Find(FactNames.Deadline)!.Origins.Single().Document);
        Assert.Equal(Digest.Of("detail"u8.ToArray()), facts.Find(FactNames.Title)!.Origins.Single().Document);
        Assert.Equal(["cancelled", "Leidraad.pdf"], [facts.Find(FactNames.PlatformStatus)!.Value, facts.Find(FactNames.PlatformDocument)!.Value]);
    }

    [Fact]
    public void Of_several_pages_each_keeps_its_own_status()
    {
        var other = Page(Day.AddDays(1), status: null);
        var facts = Facts(Page(Day), other with { Record = other.Record with { Key = new NoticeKey("mercell", "2") } });
        Assert.Equal("cancelled", facts.Find(FactNames.PlatformStatus, "mercell:1")!.Value);
        Assert.Null(facts.Find(FactNames.PlatformStatus, "mercell:2"));
        Assert.NotNull(facts.Find(FactNames.PlatformDocument, "mercell:2"));
    }

    [Fact]
    public void A_tender_that_is_known_from_a_platform_alone_misses_no_outcome_and_a_cancelled_one_has_it()
    {
        Assert.Equal(new TimelineState(false, null), State(Page(Day, status: null)));
        var call = Publication("ted", Day, new Notice { Format = "eforms", FormType = "competition", Lots = [new Lot { Id = "LOT-0001", Deadline = new LocalDeadline(new DateOnly(2026, 4, 1)) }] });
        Assert.NotNull(State(call, Page(Day, status: null)).ResultDueSince);
        Assert.Equal(new DateOnly(2026, 4, 1), DateOnly.FromDateTime(State(call, Page(Day, status: null)).ResultDueSince!.Value.Date));
        Assert.Null(State(call, Page(Day)).ResultDueSince);
    }

    [Fact]
    public void An_award_whose_call_is_known_from_a_platform_alone_still_misses_its_notice()
    {
        var award = Publication("ted", Day.AddDays(90), new Notice { Format = "eforms", FormType = "result", Subtype = "30" });
        Assert.True(State(award, Page(Day)).AwardWithoutCall);
    }

    private static TimelineState State(params CaseNotice[] notices) => TimelineState.Of(Timeline.Of(notices));

    private static IEnumerable<string> Values(CaseFacts facts, string name) => facts.Sheet.Where(fact => fact.Name == name).Select(fact => fact.Value);

    private static CaseFacts Facts(params CaseNotice[] byDay)
    {
        var notices = CaseFacts.InOrder(byDay);
        return new CaseFacts("case", notices, FactSheet.Of(notices));
    }

    private static CaseNotice Page(DateOnly day, string? status = PlatformTender.Cancelled) => Publication("mercell", day, new Notice
    {
        Format = "mercell-s2c",
        FormType = "competition",
        Title = "Meters op het platform",
        ProcedureType = "open",
        Buyers = [new Party { Name = "Anders" }],
        Lots = [new Lot { Deadline = LocalDeadline.Parse("2026-05-01T12:00:00+02:00"), DocumentsUrl = ["https://s2c.mercell.com/today/7"] }],
        Platform = new PlatformTender { Status = status, Documents = [new PlatformDocument("Leidraad.pdf", 7)] },
    });

    private static CaseNotice Publication(string source, DateOnly day, Notice notice)
    {
        EvidenceReference Stored(string text, string role) => new(Digest.Of(System.Text.Encoding.UTF8.GetBytes(text)), 1, "application/json", role, "https://example.org", DateTimeOffset.UnixEpoch);
        return new CaseNotice(
            new NoticeRecord
            {
                Key = new NoticeKey(source, "1"),
                Version = default,
                Published = day,
                Documents = source == "mercell" ? [Stored("detail", EvidenceRoles.MercellDetail), Stored("list", EvidenceRoles.MercellListing)] : [Stored(source, EvidenceRoles.NoticeXml)],
            },
            notice);
    }
}
