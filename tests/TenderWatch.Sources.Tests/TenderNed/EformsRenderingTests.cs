using TenderWatch.Core.Notices;
using TenderWatch.Testing;
using static TenderWatch.Sources.Tests.TenderNed.Renderings;

namespace TenderWatch.Sources.Tests.TenderNed;

public sealed class EformsRenderingTests
{
    private static string Older => Table(
        Header(1, "1. Koper"), Row("Officiële naam", "[N.V. Voorbeeldgas] ---"),
        Header(1, "6. Resultaten"), Row("Waarde van alle in het kader van deze procedure gegunde opdrachten", "3 583 200 EUR"),
        Header(2, "6.1 Resultaat Lot Identifier: LOT-0000"), Only("Er is ten minste één winnaar gekozen."),
        Header(3, "6.1.2 Informatie over winnaars"), Only("Winnaar"), Row("Officiële naam", "[ Marsh B.V. ] ---"),
        Only("Inschrijver"), Row("Identificatiecode van het perceel of de groep percelen", "LOT-0000"), Row("Waarde van het resultaat", "3 583 200 EUR"),
        Only("Informatie over het contract"), Row("Datum van sluiting van het contract", "2023-06-26+02:00"), Row("Organisatie die het contract ondertekent", "[N.V. Voorbeeldgas] ---"),
        Header(1, "8. Organisaties"), Row("Officiële naam", "Marsh B.V."), Row("Registratienummer", "24259888"), Row("Land", "Nederland"));

    private static string English => Table(
        Header(1, "1. Buyer"), Row("Official name", "Example Energy B.V."),
        Header(1, "2. Procedure"), Header(3, "2.1.3 Value"), Amount("Estimated value excluding VAT", "3 100 000"),
        Header(1, "5. Lot"), Header(2, "5.1 Lot technical ID: LOT-0000"), Amount("Estimated value excluding VAT", "3 100 000"),
        Header(1, "6. Results"), Amount("Maximum value of the framework agreements in this notice", "3 200 000"), Amount("Approximate value of the framework agreements", "3 000 000"),
        Header(2, "6.1 Result lot ldentifier: LOT-0000"), Only("At least one winner was chosen."), Only("Framework agreement"),
        Amount("Maximum value of the framework agreement", "3 150 000"), Amount("Re-estimated value of the framework agreement", "3 050 000"),
        Header(3, "6.1.2 Information about winners"), Only("Winner"), Row("Official name", "Example EP B.V."), Only("Tender"),
        Row("Identifier of lot or group of lots", "LOT-0000"), Amount("Value of the tender", "2 900 000"),
        Only("Contract information"), Row("Date on which the winner was chosen", "15/09/2026"), Row("Date of the conclusion of the contract", "30/09/2026"),
        Header(3, "6.1.4 Statistical information"), Amount("Value of the lowest admissible tender", "2 800 000"), Amount("Value of the highest admissible tender", "4 000 000"),
        Row("Type of received submissions", "Tenders"), Row("Number of tenders or requests to participate received", "3"),
        Header(1, "8. Organisations"), Row("Official name", "Example EP B.V."));

    [Theory]
    [InlineData("Geraamde waarde exclusief btw", "Estimated value excluding VAT")]
    [InlineData("Maximumwaarde van de raamovereenkomst", "Maximum value of the framework agreement")]
    [InlineData("Waarde van alle contracten toegekend in deze kennisgeving", "Waarde van alle in het kader van deze procedure gegunde opdrachten", "Value of all contracts awarded in this notice", "Value of all contracts awarded in this procedure")]
    [InlineData("Maximumwaarde van de raamovereenkomsten in deze aankondiging", "Maximumwaarde van de raamovereenkomsten in deze procedure", "Maximum value of the framework agreements in this notice", "Maximum value of the framework agreements in this procedure")]
    [InlineData("Waarde bij benadering van de raamovereenkomsten", "Waarde bij benadering van de raamovereenkomsten in deze aankondiging", "Geschatte waarde van de raamovereenkomsten", "Geschatte waarde van de raamovereenkomsten in deze procedure", "Approximate value of the framework agreements", "Approximate value of the framework agreements in this notice")]
    [InlineData("Opnieuw geraamde waarde van de raamovereenkomst", "Herraming van de waarde van de raamovereenkomst", "Re-estimated value of the framework agreement")]
    [InlineData("Waarde van de laagste ontvankelijke inschrijving", "Value of the lowest admissible tender")]
    [InlineData("Waarde van de hoogste ontvankelijke inschrijving", "Value of the highest admissible tender")]
    [InlineData("Waarde van de aanbesteding", "Waarde van het resultaat", "Value of the tender", "Value of the result")]
    public void Every_wording_of_an_amount_is_the_same_fact(params string[] labels)
    {
        // Two amounts for one place contradict each other: that the second does is what shows that both labels mean the place.
        foreach (var label in labels)
        {
            var section = label.Contains("exclusief", StringComparison.Ordinal) || label.Contains("excluding", StringComparison.Ordinal) ? "2. Procedure" : "6. Resultaten";
            var rows = Renderings.Table(
                Header(1, "1. Koper"), Header(1, section), Header(2, "6.1 ID resultaat perceel: LOT-0000"), Amount(labels[0], "800 000"), Amount(label, "900 000"));
            if (labels[0] == "Waarde van de aanbesteding") rows = Renderings.Award(Amount(labels[0], "800 000"), Amount(label, "900 000"));
            Assert.Equal("conflicting-amount", Assert.Single(Notice(rows).Problems, problem => problem.Code != "winner-without-name").Code);
        }
    }

    [Theory]
    [InlineData("Framework agreement, without reopening of competition", "fa-wo-rc")]
    [InlineData("Framework agreement, with reopening of competition", "fa-w-rc")]
    [InlineData("None", "none")]
    [InlineData("Something of its own", null)]
    public void A_framework_in_English_is_read(string text, string? code) => Assert.Equal(code, Notice(Table(
        Header(1, "1. Buyer"), Header(1, "5. Lot"), Header(2, "5.1 Lot technical ID: LOT-0000"), Row("Framework agreement", text))).Lots.Single().Framework);

    [Fact]
    public void Why_nobody_won_is_read_in_English() => Assert.Equal("no-rece", Notice(Table(
        Header(1, "1. Buyer"), Header(1, "6. Results"), Header(2, "6.1 Result lot identifier: LOT-0000"), Row("The reason why a winner was not chosen", "No tenders, requests to participate or projects were received"))).Results.Single().NotAwardedReason);

    [Fact]
    public void The_older_Dutch_wording_is_read()
    {
        var notice = Notice(Older);
        Assert.Empty(notice.Problems);
        Assert.Equal("N.V. Voorbeeldgas", notice.Buyers.Single().Name);
        Assert.Equal(Money.Of(3583200, "EUR"), notice.TotalValue);
        var bid = Assert.Single(notice.Bids);
        Assert.Equal((true, "LOT-0000", Money.Of(3583200, "EUR")), (bid.Won, bid.Lot, bid.Value));
        var winner = Assert.Single(bid.Bidders);
        Assert.Equal(("Marsh B.V.", "24259888", "NLD"), (winner.Name, winner.Ids.Single(), winner.Country));
        Assert.Equal(("selec-w", "TEN-0001"), (notice.Results.Single().Status, notice.Results[0].Bids.Single()));
        Assert.Equal((new DateOnly(2023, 6, 26), "TEN-0001"), (notice.Contracts.Single().Concluded, notice.Contracts[0].Bids.Single()));
    }

    [Fact]
    public void English_is_read_and_each_amount_has_its_own_place()
    {
        var notice = Notice(English);
        Assert.Empty(notice.Problems);
        Assert.Equal("eng", notice.Language);
        var result = notice.Results.Single();
        Money?[] amounts =
        [
            notice.EstimatedValue, notice.Lots.Single().EstimatedValue, notice.TotalValue, notice.TotalFrameworkMaximum, notice.TotalFrameworkApproximate,
            result.FrameworkMaximum, result.FrameworkReestimated, notice.Bids.Single().Value, result.Lowest, result.Highest,
        ];
        decimal?[] expected = [3100000, 3100000, null, 3200000, 3000000, 3150000, 3050000, 2900000, 2800000, 4000000];
        Assert.Equal(expected, amounts.Select(amount => amount?.Amount));
        Assert.True(result.Submissions.TryGet("tenders", out var count));
        Assert.Equal(3, count);
        Assert.Equal((new DateOnly(2026, 9, 15), new DateOnly(2026, 9, 30)), (notice.Contracts.Single().Decided, notice.Contracts[0].Concluded));
    }

    [Fact]
    public void A_framework_maximum_of_a_lot_is_no_value_of_its_winner()
    {
        var notice = Notice(Table(
            Header(1, "1. Koper"), Header(1, "6. Resultaten"),
            Header(2, "6.1 ID resultaat perceel: LOT-0001"), Amount("Maximumwaarde van de raamovereenkomst", "100 000 000"), Header(3, "6.1.2 Informatie over winnaars"), Only("Winnaar"), Row("Officiële naam", "A B.V."), Row("Datum van sluiting van het contract", "24/09/2026"),
            Header(2, "6.1 ID resultaat perceel: LOT-0002"), Amount("Maximumwaarde van de raamovereenkomst", "15 000 000"), Header(3, "6.1.2 Informatie over winnaars"), Only("Winnaar"), Row("Officiële naam", "B B.V.")));
        Assert.Equal([("LOT-0001", 100_000_000m), ("LOT-0002", 15_000_000m)], notice.Results.Select(result => (result.Lot!, result.FrameworkMaximum!.Amount)));
        Assert.Equal([("LOT-0001", "A B.V."), ("LOT-0002", "B B.V.")], notice.Bids.Select(bid => (bid.Lot!, bid.Bidders.Single().Name!)));
        Assert.All(notice.Bids, bid => Assert.Null(bid.Value));
        Assert.Equal("TEN-0001", notice.Contracts.Single().Bids.Single());
    }

    [Fact]
    public void A_group_of_bidders_is_one_bid_and_subcontractors_are_no_bidders()
    {
        var bid = Notice(Award(
            Row("Officiële naam", "Tweede N.V."), Only("Inschrijving"), Amount("Waarde van de aanbesteding", "5 000"), Row("Plaats op de ranglijst van winnaars", "1"), Row("De inschrijving is een variant", "nee"),
            Only("Subcontractanten van de winnaar"), Row("Officiële naam", "Hulp B.V."))).Bids.Single();
        Assert.Equal(["Voorbeeld B.V.", "Tweede N.V."], bid.Bidders.Select(party => party.Name));
        Assert.Equal("Hulp B.V.", bid.Subcontractors.Single().Name);
        Assert.Equal((1, false), (bid.Rank, bid.Variant));
    }

    [Fact]
    public void Losing_bidders_are_named_and_never_winners()
    {
        var notice = Notice(Award(Header(3, "6.1.3 Niet-winnende inschrijvers"), Row("Officiële naam", "Verliezer 1 B.V."), Row("Officiële naam", "Verliezer 2 B.V.")));
        Assert.Equal([true, false, false], notice.Bids.Select(bid => bid.Won));
        Assert.Equal(3, notice.Results.Single().Bids.Count);
    }

    [Fact]
    public void Winners_that_only_the_list_of_organisations_names_are_found()
    {
        var notice = Notice(Table(
            Header(1, "1. Koper"), Header(1, "6. Resultaten"), Header(2, "6.1 ID resultaat perceel: LOT-0001"), Row("Selectiestatus winnaar", "Er is ten minste één winnaar gekozen."),
            Header(1, "8. Organisaties"), Header(2, "8.1 ORG-0002"), Row("Officiële naam", "Rolhouder B.V."), Row("Land", "Frankrijk"), Only("Rollen van deze organisatie"), Row("Winnaar van deze percelen", "LOT-0001, LOT-0002")));
        var bid = Assert.Single(notice.Bids);
        Assert.Equal((true, "LOT-0001", "Rolhouder B.V.", "FRA"), (bid.Won, bid.Lot, bid.Bidders.Single().Name, bid.Bidders[0].Country));
    }

    [Fact]
    public void Two_organisations_of_one_name_lend_it_no_number()
    {
        var bidder = Notice(Award(
            Header(1, "8. Organisaties"), Header(2, "8.1 ORG-0001"), Row("Officiële naam", "Voorbeeld B.V."), Row("Registratienummer", "11111111"),
            Header(2, "8.1 ORG-0002"), Row("Officiële naam", "Voorbeeld B.V."), Row("Registratienummer", "22222222"))).Bids.Single().Bidders.Single();
        Assert.Empty(bidder.Ids);
    }

    [Fact]
    public void Amounts_under_unknown_labels_and_nameless_winners_are_said()
    {
        var notice = Notice(Table(
            Header(1, "1. Koper"), Header(1, "6. Resultaten"), Amount("Geraamde inkomsten afkomstig van de gebruikers van de concessie", "12 000"),
            Header(2, "6.1 ID resultaat perceel: LOT-0000"), Header(3, "6.1.2 Informatie over winnaars"), Only("Winnaar"), Row("Identificatiecode van het perceel of de groep percelen", "LOT-0000")));
        Assert.Equal(["unread-amount", "winner-without-name"], notice.Problems.Select(problem => problem.Code));
        Assert.Empty(Amounts(notice));
    }

    [Fact]
    public void A_count_without_its_kind_is_not_taken_for_tenders()
    {
        var notice = Notice(Award(Header(3, "6.1.4 Statistische informatie"), Row("Aantal ontvangen inschrijvingen of verzoeken tot deelname", "2")));
        Assert.Equal(SubmissionCounts.None, notice.Results.Single().Submissions);
        Assert.Equal("submissions-without-kind", Assert.Single(notice.Problems).Code);
    }

    [Fact]
    public void A_rendering_in_another_language_gives_no_values_and_says_so()
    {
        var notice = Notice(Table(Header(1, "1. Käufer"), Header(1, "6. Ergebnisse"), Amount("Wert aller in dieser Bekanntmachung vergebenen Verträge", "500 000"), Only("Gewinner"), Row("Offizielle Bezeichnung", "Beispiel GmbH")));
        Assert.Equal("language", Assert.Single(notice.Problems).Code);
        Assert.Empty(Amounts(notice));
        Assert.Equal(("ERP", "Gemeente Harderwijk"), (notice.Title, notice.Buyers.Single().Name));
    }

    [Fact]
    public void A_layout_that_nobody_knows_says_so()
    {
        Assert.Equal("layout", Assert.Single(Notice("<div><p>Waarde: 500 000 Euro</p></div>").Problems).Code);
    }

    [Fact]
    public void Titles_of_criteria_are_not_the_title_of_the_lot()
    {
        var lot = Notice(Table(
            Header(1, "5. Perceel"), Header(2, "5.1 Technische ID van het kavel: LOT-0001"), Row("Titel", "Het perceel"), Header(3, "5.1.10 Gunningscriteria"), Row("Titel", "Prijs"), Row("Beschrijving", "Laagste prijs"),
            Header(2, "5.1 Groep percelen: GLO-0001"), Row("Titel", "De groep"))).Lots.Single();
        Assert.Equal(("LOT-0001", "Het perceel", null), (lot.Id, lot.Title, lot.Description));
    }

    [Fact]
    public void The_award_in_the_sample_is_read_in_full()
    {
        var folder = Path.Combine(SharedData.Repository, "samples", "dsmr6", "tenderned", "publicaties");
        var documents = new[] { ("990004.html.json", "tenderned-html"), ("990004.json", "tenderned-detail") };
        var reading = new PublicationReader(XmlStub.Read).Read(
            new NoticeKey("tenderned", "990004"), [.. documents.Select(document => Document(document.Item2, File.ReadAllText(Path.Combine(folder, document.Item1))))]);
        var notice = Assert.IsType<Core.Sources.PublicationReading.Read>(reading).Notice;
        Assert.Empty(notice.Problems);
        Assert.Equal(("tenderned-html", "result", "30", "32014L0025", "open", "supplies", "nld"), (notice.Format, notice.FormType, notice.Subtype, notice.LegalBasis, notice.ProcedureType, notice.ContractNature, notice.Language));
        Assert.Equal(("79ce2295-d21f-4c03-9bb2-318cc85d520f", "01", "e214ec39-3db7-4415-8972-64945ac2a053", "99000004-2025"), (notice.NoticeId, notice.NoticeVersion, notice.ProcedureId, notice.PublicationNumber));
        Assert.Equal(["38554000", "32570000"], notice.Cpv);
        Assert.Equal(("Netbeheer Voorbeeldstad N.V.", "fictief-0001", "NLD"), (notice.Buyers.Single().Name, notice.Buyers[0].Ids.Single(), notice.Buyers[0].Country));
        var lot = notice.Lots.Single();
        Assert.Equal((new Quantity(400_000, "stuk"), "P4Y", 2, false, "none"), (lot.Quantity, lot.Duration, lot.Renewals, lot.Fsr, lot.Framework));
        Assert.Equal([24_000_000m, 12_480_000m, 24_000_000m, 12_480_000m], Amounts(notice).Select(amount => amount.Amount));
        Assert.Equal(5, notice.Bids.Count);
        var winner = Assert.Single(notice.Bids, bid => bid.Won);
        Assert.Equal(("Langeweg Modules B.V. (fictief)", "medium"), (winner.Bidders.Single().Name, winner.Bidders[0].Size));
        Assert.Equal("DEU", notice.Bids[2].Bidders.Single().Country);
        Assert.True(notice.Results.Single().Submissions.TryGet("tenders", out var count) && count == 5);
        Assert.Equal((new DateOnly(2025, 12, 8), new DateOnly(2025, 12, 30), "NV-2025-017-C1"), (notice.Contracts.Single().Decided, notice.Contracts[0].Concluded, notice.Contracts[0].Reference));
    }

    [Fact]
    public void Two_winners_of_one_lot_stay_two()
    {
        var folder = Path.Combine(SharedData.Repository, "samples", "dsmr6", "tenderned", "publicaties");
        var html = System.Text.Json.JsonDocument.Parse(File.ReadAllText(Path.Combine(folder, "990002.html.json"))).RootElement.GetProperty("html").GetString()!;
        var notice = Notice(html, File.ReadAllText(Path.Combine(folder, "990002.json")), new NoticeKey("tenderned", "990002"));
        Assert.Equal(592_517_432m, notice.TotalValue!.Amount);
        Assert.Equal(["Kaifa Technology Netherlands B.V.", "Sagemcom Energy & Telecom SAS"], notice.Bids.Select(bid => bid.Bidders.Single().Name));
        Assert.Equal(["NLD", "FRA"], notice.Bids.Select(bid => bid.Bidders.Single().Country));
        Assert.All(notice.Bids, bid => Assert.Null(bid.Value));
        Assert.Equal(["Alliander", "Enexis", "Stedin"], notice.Buyers.Select(buyer => buyer.Name));
        Assert.True(notice.Lots.Single().Fsr);
    }
}
