using TenderWatch.Core.Cases;
using TenderWatch.Core.Checks;
using TenderWatch.Core.Evidence;
using TenderWatch.Core.Notices;
using TenderWatch.Core.Reviews;
using TenderWatch.Core.Watching;
using static TenderWatch.Web.Tests.Seeds.CaseSeed;

namespace TenderWatch.Web.Tests.Seeds;

/// <summary>A fictional thread with a low tender, a case with nothing to see, and one whose texts are hostile.</summary>
internal static class OtherCases
{
    public const string LowId = "0a1b2c3d4e5f";
    public const string QuietId = "3141592653aa";
    public const string HostileId = "badbadbadbad";
    public const string StuckId = "57ac57ac57ac";

    public const string HostileTitle = "<script>alert('x')</script><b>vet</b> [klik](https://evil.example) \r\nSet-Cookie: a=b \u202Egnp.exe\u202C \u0007 &amp; \"quoted\"";

    public static async Task SaveLowAsync(WebHost host)
    {
        var plan = Notice(host, new NoticeKey("tenderned", "390001"), new DateOnly(2025, 2, 3), "planning", "Trafostations 10 kV", "https://www.tenderned.nl/aankondigingen/overzicht/390001");
        var call = Notice(host, new NoticeKey("tenderned", "401234"), new DateOnly(2025, 4, 17), "competition", "Levering trafostations 10 kV", "https://www.tenderned.nl/aankondigingen/overzicht/401234");
        var award = Notice(host, new NoticeKey("ted", "700001-2025"), new DateOnly(2025, 10, 2), "result", "Levering trafostations 10 kV", "https://ted.europa.eu/nl/notice/-/detail/700001-2025");
        Fact[] sheet =
        [
            Fact(FactNames.EstimatedValue, FactKind.Money, "41000000", call.Origin("BT-27"), "EUR"),
            Fact(FactNames.TotalValue, FactKind.Money, "24600000.50", award.Origin("BT-161"), "EUR"),
            Fact(FactNames.Winner, FactKind.Text, "Voorbeeld Techniek B.V.", award.Origin("BT-500", "TEN-0003"), subject: "TEN-0003"),
            Fact(FactNames.TendersReceived, FactKind.Number, "5", award.Origin("BT-759", "RES-0001"), subject: "RES-0001"),
            Fact(FactNames.Deadline, FactKind.Date, "2025-06-12T12:00:00+02:00", call.Origin("BT-131(d)", "LOT-0001"), subject: "LOT-0001"),
            Fact(FactNames.BidValue, FactKind.Placeholder, "0.01", award.Origin("BT-720", "TEN-0004"), "EUR", "TEN-0004"),
            Fact(FactNames.Documents, FactKind.Text, "https://www.tenderned.nl/documenten/401234", call.Origin("BT-15")),
        ];
        var low = new Finding
        {
            Check = "alt",
            RuleVersion = "2+11aa90c7",
            Subject = "LOT-0001",
            Verdict = Verdict.Flagged,
            Summary = Text("De laagste inschrijving ligt 31,2 % onder de volgende: vraag om een toelichting op de prijs.", "The lowest tender is 31.2 % below the next: ask for an explanation of the price."),
            Figures = [new Figure("gap-to-next", Text("Afstand tot de volgende inschrijving", "Gap to the next tender"), 31.2m, "%", [award.Origin("BT-720", "TEN-0003")], "(35755814 - 24600000.50) / 35755814")],
            LegalBasis = ["Aanbestedingswet 2012, art. 3.74 jo. 2.116"],
        };
        var single = new Finding { Check = "single-bid", RuleVersion = "1", Subject = "procurement", Verdict = Verdict.Clear, Summary = Text("Vijf inschrijvingen zijn ontvangen.", "Five tenders were received.") };
        var state = new CaseState
        {
            Id = LowId,
            Title = "Levering trafostations 10 kV",
            Buyers = ["Netbeheer Voorbeeld N.V."],
            Matches = [Match("stations", new MatchReason("cpv", "3117", "31170000", "BT-262"))],
            OpenedAt = Opened.AddDays(-100),
            UpdatedAt = Opened.AddDays(-70),
            NextDeadline = Opened.AddDays(20),
        };
        await SaveAsync(host, state, [plan, call, award], sheet, low, single);
    }

    public static async Task SaveQuietAsync(WebHost host)
    {
        var clear = new Finding { Check = "single-bid", RuleVersion = "1", Subject = "procurement", Verdict = Verdict.Clear, Summary = Text("Vier inschrijvingen zijn ontvangen.", "Four tenders were received.") };
        var state = new CaseState { Id = QuietId, Title = "Onderhoud hoogspanningsmasten", Buyers = ["Beheer Oost"], OpenedAt = Opened.AddDays(-9), UpdatedAt = Opened.AddDays(-9) };
        await SaveAsync(host, state, [], [], clear);
    }

    public static async Task SaveHostileAsync(WebHost host)
    {
        var notice = Notice(host, new NoticeKey("ted", "1-2025\"><img src=x onerror=alert(1)>"), new DateOnly(2025, 1, 1), "result", HostileTitle, "javascript:alert(1)");
        var endless = string.Concat(Enumerable.Repeat("Zéér lang 🔌 ", 800));
        Fact[] sheet =
        [
            Fact(FactNames.Title, FactKind.Text, endless, notice.Origin("BT-21", quote: HostileTitle)),
            Fact(FactNames.Documents, FactKind.Text, "javascript:alert(2)", notice.Origin("BT-15")),
            Fact("a-name-of-a-later-version", FactKind.Text, "data:text/html,<script>alert(3)</script>", notice.Origin("BT-15")),
        ];
        var finding = new Finding { Check = "alt", RuleVersion = "1", Subject = "<i>LOT</i>", Verdict = Verdict.NotAssessable, Summary = Text(HostileTitle, HostileTitle) };
        var state = new CaseState
        {
            Id = HostileId,
            Title = HostileTitle + new string('W', 10_000),
            Buyers = ["=HYPERLINK(\"https://evil.example\")", "'; DROP TABLE Cases; --"],
            Matches = [Match("<profile>", new MatchReason("phrase", HostileTitle, HostileTitle, "BT-21"))],
            OpenedAt = Opened.AddDays(-10),
            UpdatedAt = Opened.AddDays(-10),
        };
        await SaveAsync(host, state, [notice], sheet, finding);
    }

    public static Task SaveStuckAsync(WebHost host) => host.Cases.SaveAsync(
        new CaseState { Id = StuckId, Title = "Kabels middenspanning", Buyers = ["Beheer Oost"], OpenedAt = Opened.AddDays(-3), Stuck = "gather-facts: de opslag gaf 3 keer geen antwoord" }, default);

    public static async Task SaveWatchingAsync(WebHost host)
    {
        await host.Watch.SaveSourceAsync(new SourceState { Source = "tenderned", LastRun = Opened, LastSuccess = Opened, LastNew = Opened.AddHours(-2) }, default);
        await host.Watch.SaveSourceAsync(new SourceState { Source = "ted", LastRun = Opened, LastSuccess = Opened.AddDays(-1), Failure = "https://api.ted.europa.eu antwoordde 202 zonder inhoud; probeer het later of meld het de beheerder." }, default);
        var bytes = host.Evidence.PutText("<notice");
        var document = new EvidenceReference(bytes, 7, "application/xml", EvidenceRoles.NoticeXml, "https://www.tenderned.nl/papi/xml/999", Opened, 200);
        await host.Watch.QuarantineAsync(new QuarantinedNotice(new NoticeKey("tenderned", "999"), new ReadingFault("truncated", "De XML houdt op bij regel 1, positie 8."), [document], Opened, "eforms-3", default), default);
    }

    public static async Task SaveAllAsync(WebHost host)
    {
        await Dsmr6.SaveAsync(host);
        await SaveLowAsync(host);
        await SaveQuietAsync(host);
        await SaveHostileAsync(host);
        await SaveStuckAsync(host);
        await SaveWatchingAsync(host);
    }
}
