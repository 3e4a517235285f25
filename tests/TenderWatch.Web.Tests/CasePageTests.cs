using System.Net;
using AngleSharp.Dom;
using TenderWatch.Core.Cases;
using TenderWatch.Core.Evidence;
using TenderWatch.Core.Reviews;
using TenderWatch.Core.Texts;
using TenderWatch.Web.Tests.Seeds;
using static TenderWatch.Web.Tests.PageTests;

namespace TenderWatch.Web.Tests;

public sealed class CasePageTests
{
    [Fact]
    public async Task The_headline_tells_what_was_bought_for_how_much_from_whom_and_what_needs_attention()
    {
        await using var host = await WebHost.StartAsync(Dsmr6.SaveAsync);

        var headline = Words((await host.PageAsync("/cases/" + Dsmr6.Id)).QuerySelector(".headline")!);

        foreach (var expected in new[]
        {
            "EUR 592.517.432", "7.933.740", "EUR 74,68", "Kaifa Technology Netherlands B.V. – 60 %", "Sagemcom Energy & Telecom SAS – 40 %", "8 jaar", "14 jaar",
            "Aandacht nodig Buitenlandse subsidies: reikwijdte De waarde ligt boven de drempel", "Niet te beoordelen Abnormaal lage inschrijving",
        })
        {
            Assert.Contains(expected, headline, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task Every_fact_stands_with_notice_field_element_quote_and_evidence()
    {
        await using var host = await WebHost.StartAsync(OtherCases.SaveAllAsync);

        var dsmr6 = await host.PageAsync("/cases/" + Dsmr6.Id);
        var low = await host.PageAsync("/cases/" + OtherCases.LowId);

        var share = Row(dsmr6, "Aandeel");
        Assert.Contains("Bestand dsmr6-award · BT-721 · CON-0001 · bewijs", Words(share), StringComparison.Ordinal);
        Assert.Equal("Perceel 1: 60 % van het volume", share.QuerySelector("q[lang=nl]")!.TextContent);
        var hash = share.QuerySelector("a.hash")!;
        Assert.Matches("^SHA-256 [0-9a-f]{64}$", hash.GetAttribute("title"));
        Assert.Equal("/evidence/" + hash.GetAttribute("title")![8..], hash.GetAttribute("href"));
        Assert.Contains("Berekend: 592517432 / 7933740", Words(Row(dsmr6, "Waarde per eenheid")), StringComparison.Ordinal);
        Assert.Equal("https://www.tenderned.nl/aankondigingen/overzicht/401234", Row(low, "Geraamde waarde").QuerySelector("td a")!.GetAttribute("href"));
    }

    [Fact]
    public async Task What_was_read_from_text_stands_apart_from_the_facts_with_its_quotation_place_and_extractor()
    {
        await using var host = await WebHost.StartAsync(async host =>
        {
            await Dsmr6.SaveAsync(host);
            var state = (await host.Cases.FindAsync(Dsmr6.Id, CancellationToken.None))!;
            var facts = (await new CaseViews(host.Cases, host.Evidence, new Microsoft.Extensions.Time.Testing.FakeTimeProvider()).FactsAsync(state, CancellationToken.None))!;
            var notice = facts.Notices[0];
            var read = new TextFact
            {
                Kind = TextFactKind.Renewals,
                Value = "R3/P2Y",
                Sense = TextSense.Maximum,
                Quote = "<b>3 maal</b> 2 jaar",
                Place = new TextPlace(notice.Document, "BT-24", "LOT-0001", null, 225, 20),
                Extractor = "rules/1",
            };
            var altered = facts with { Texts = [new ReadText(notice.Record.Key, null, [read])] };
            await host.Cases.SaveAsync(state with { Facts = host.Evidence.Put(altered), Revision = state.Revision + 1 }, CancellationToken.None);
        });

        var page = await host.PageAsync("/cases/" + Dsmr6.Id);
        var row = page.QuerySelector("table.text-facts tbody tr")!;
        Assert.Equal("<b>3 maal</b> 2 jaar", row.QuerySelector("q[lang=nl]")!.TextContent);
        Assert.Contains("ten hoogste 3 × 2 jaar", Words(row), StringComparison.Ordinal);
        Assert.Contains("BT-24 · teken 225 · bewijs", Words(row), StringComparison.Ordinal);
        Assert.EndsWith("gelezen door rules/1", Words(row), StringComparison.Ordinal);
        Assert.DoesNotContain("3 maal", Words(page.QuerySelector("table.facts:not(.text-facts)")!), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Withheld_and_placeholder_amounts_never_read_as_amounts()
    {
        await using var host = await WebHost.StartAsync(OtherCases.SaveAllAsync);

        Assert.Equal("niet openbaar", Words(Row(await host.PageAsync("/cases/" + Dsmr6.Id), "Niet openbaar gemaakt").QuerySelectorAll("td")[0]));
        Assert.Contains("mogelijk geen echt bedrag", Words(Row(await host.PageAsync("/cases/" + OtherCases.LowId), "Waarde van de inschrijving")), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_finding_shows_reasons_figures_missing_facts_legal_basis_and_rule()
    {
        await using var host = await WebHost.StartAsync(Dsmr6.SaveAsync, new WebSettings { Documentation = new Uri("https://example.org/docs/") });

        var page = await host.PageAsync($"/cases/{Dsmr6.Id}?lang=en");

        var alt = Words(page.QuerySelector("article[aria-labelledby=check-alt]")!);
        Assert.Contains("Value of each tender BT-720 Not published; the contracting entity has them.", alt, StringComparison.Ordinal);
        Assert.Contains("Aanbestedingswet 2012, art. 3.74 jo. 2.116", alt, StringComparison.Ordinal);
        Assert.Contains("version 2+11aa90c7", alt, StringComparison.Ordinal);
        var fsr = page.QuerySelector("article[aria-labelledby=check-fsr-scope]")!;
        Assert.Contains("Value relative to the threshold 237.01 %", Words(fsr), StringComparison.Ordinal);
        Assert.Contains("Calculated: 592517432 / 250000000", Words(fsr), StringComparison.Ordinal);
        Assert.Equal(["/rules/fsr-scope", "https://example.org/docs/checks/fsr-scope.md"], fsr.QuerySelectorAll(".rule a").Take(2).Select(link => link.GetAttribute("href")));
        Assert.Equal("docs/checks/fsr-scope.md", fsr.QuerySelectorAll(".rule a")[1].TextContent);
    }

    [Fact]
    public async Task The_thread_why_it_opened_messages_evidence_and_ledger_are_there()
    {
        await using var host = await WebHost.StartAsync(OtherCases.SaveAllAsync);

        var low = await host.PageAsync("/cases/" + OtherCases.LowId);
        Assert.Equal(["3 februari 2025", "17 april 2025", "2 oktober 2025"], low.QuerySelectorAll(".thread time").Select(time => time.TextContent));
        Assert.Equal("CPV-code: 3117 31170000 BT-262", Words(Section(low, "why").QuerySelector("tbody tr")!));
        Assert.Equal(["event", "facts", "findings", "message-queued"], Section(low, "ledger").QuerySelectorAll("tbody td:nth-child(2)").Select(Words));

        var dsmr6 = await host.PageAsync("/cases/" + Dsmr6.Id);
        var messages = Words(Section(dsmr6, "messages"));
        Assert.Contains("E-mail inkoop@example.org 11 december 2025, 09:17 Verstuurd", messages, StringComparison.Ordinal);
        Assert.Contains("Wacht op verzending na 2 pogingen: De webhook antwoordde met 503.", messages, StringComparison.Ordinal);
        Assert.Contains("Opgegeven na 8 pogingen: 550 mailbox unavailable", messages, StringComparison.Ordinal);
        Assert.Matches("Publicatie \\(XML\\) [0-9a-f]{64} application/xml [0-9]+ bytes", Words(Section(dsmr6, "evidence")));
    }

    [Fact]
    public async Task Altered_evidence_is_said_and_the_rest_of_the_case_still_shows()
    {
        await using var host = await WebHost.StartAsync(Dsmr6.SaveAsync);
        var state = (await host.Cases.FindAsync(Dsmr6.Id, default))!;
        host.Evidence.Alter(state.Facts!.Value);
        host.Ledger.AddBroken(Dsmr6.Id);

        var page = await host.PageAsync("/cases/" + Dsmr6.Id);

        Assert.Contains("De opgeslagen feiten kunnen niet worden getoond.", page.QuerySelector(".notice.trouble")!.TextContent, StringComparison.Ordinal);
        Assert.Contains("De waarde ligt boven de drempel", page.Body!.TextContent, StringComparison.Ordinal);
        Assert.Contains("Onleesbaar", Section(page, "ledger").TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_case_that_was_taken_over_leads_to_the_one_that_took_it_over()
    {
        await using var host = await WebHost.StartAsync(async host =>
        {
            await Dsmr6.SaveAsync(host);
            await host.Cases.SaveAsync(new CaseState { Id = "aaaaaaaaaaaa", Title = "Oud", MergedInto = "bbbbbbbbbbbb" }, default);
            await host.Cases.SaveAsync(new CaseState { Id = "bbbbbbbbbbbb", Title = "Ouder", MergedInto = Dsmr6.Id }, default);
            await host.Cases.SaveAsync(new CaseState { Id = "cccccccccccc", Title = "Kring", MergedInto = "cccccccccccc" }, default);
        });

        using var page = await host.Client.GetAsync("/cases/aaaaaaaaaaaa");
        using var api = await host.Client.GetAsync("/api/cases/aaaaaaaaaaaa");
        using var circle = await host.Client.GetAsync("/cases/cccccccccccc");

        Assert.Equal((HttpStatusCode.Redirect, "/cases/" + Dsmr6.Id), (page.StatusCode, page.Headers.Location!.ToString()));
        Assert.Equal((HttpStatusCode.Redirect, "/api/cases/" + Dsmr6.Id), (api.StatusCode, api.Headers.Location!.ToString()));
        Assert.Equal(HttpStatusCode.NotFound, circle.StatusCode);
        Assert.Single((await host.PageAsync("/")).QuerySelectorAll("table.cases tbody tr"));
    }

    [Fact]
    public async Task Confidential_evidence_is_neither_linked_nor_given()
    {
        await using var host = await WebHost.StartAsync();
        var digest = host.Evidence.PutText("a bid", Confidentiality.Confidential);

        using var response = await host.Client.GetAsync("/evidence/" + digest.Hex);

        Assert.Equal(HttpStatusCode.NotFound, response.StatusCode);
    }

    private static IElement Row(IParentNode page, string label) =>
        page.QuerySelectorAll("table.facts tbody tr").First(row => row.QuerySelector("th")!.TextContent.StartsWith(label, StringComparison.Ordinal));

    private static IElement Section(IParentNode page, string heading) => page.QuerySelector($"section[aria-labelledby={heading}]")!;
}
