using TenderWatch.Core.Cases;
using TenderWatch.Core.Checks;
using TenderWatch.Core.Messages;
using TenderWatch.Core.Notices;
using TenderWatch.Core.Reviews;
using TenderWatch.Core.Watching;
using static TenderWatch.Web.Tests.Seeds.CaseSeed;

namespace TenderWatch.Web.Tests.Seeds;

/// <summary>The award of the DSMR6 E-meter, reconstructed from what was published about it.</summary>
internal static class Dsmr6
{
    public const string Id = "d5a6e0b1c2f3";

    public static async Task SaveAsync(WebHost host)
    {
        var award = Notice(host, new NoticeKey("file", "dsmr6-award"), new DateOnly(2025, 12, 11), "result", "DSMR6 E-meter (meetmodule)", null);
        var total = award.Origin("BT-161");
        var quantity = award.Origin("BT-25", "LOT-0001");
        Fact[] sheet =
        [
            Fact(FactNames.Title, FactKind.Text, "DSMR6 E-meter (meetmodule)", award.Origin("BT-21")),
            Fact(FactNames.Buyer, FactKind.Text, "Alliander", award.Origin("BT-500")),
            Fact(FactNames.Buyer, FactKind.Text, "Enexis", award.Origin("BT-500")),
            Fact(FactNames.Buyer, FactKind.Text, "Stedin", award.Origin("BT-500")),
            Fact(FactNames.LegalBasis, FactKind.Code, "32014L0025", award.Origin("BT-01")),
            Fact(FactNames.TotalValue, FactKind.Money, "592517432", total, "EUR"),
            Fact(FactNames.Quantity, FactKind.Number, "7933740", quantity, "EA", "LOT-0001"),
            Fact(FactNames.UnitPrice, FactKind.Money, "74.68", total, "EUR", "LOT-0001") with { Origins = [total, quantity], Derivation = "592517432 / 7933740" },
            Fact(FactNames.Winner, FactKind.Text, "Kaifa Technology Netherlands B.V.", award.Origin("BT-500", "TEN-0001"), subject: "TEN-0001"),
            Fact(FactNames.Share, FactKind.Percentage, "60", award.Origin("BT-721", "CON-0001", "Perceel 1: 60 % van het volume"), subject: "TEN-0001"),
            Fact(FactNames.Winner, FactKind.Text, "Sagemcom Energy & Telecom SAS", award.Origin("BT-500", "TEN-0002"), subject: "TEN-0002"),
            Fact(FactNames.Share, FactKind.Percentage, "40", award.Origin("BT-721", "CON-0002"), subject: "TEN-0002"),
            Fact(FactNames.WinnerCountry, FactKind.Code, "NLD", award.Origin("BT-514", "TEN-0001"), "country", "TEN-0001"),
            Fact(FactNames.WinnerCountry, FactKind.Code, "FRA", award.Origin("BT-514", "TEN-0002"), "country", "TEN-0002"),
            Fact(FactNames.Duration, FactKind.Duration, "P8Y", award.Origin("BT-36", "LOT-0001"), subject: "LOT-0001"),
            Fact(FactNames.Renewals, FactKind.Number, "3", award.Origin("BT-58", "LOT-0001"), subject: "LOT-0001"),
            Fact(FactNames.LongestDuration, FactKind.Duration, "P14Y", award.Origin("BT-36", "LOT-0001"), subject: "LOT-0001") with { Derivation = "8 + 3 × 2" },
            Fact(FactNames.Withheld, FactKind.Withheld, "", award.Origin("BT-195", "TEN-0001"), subject: "TEN-0001"),
        ];
        var state = new CaseState
        {
            Id = Id,
            Title = "DSMR6 E-meter (meetmodule)",
            Buyers = ["Alliander", "Enexis", "Stedin"],
            Matches = [Match("slimme-meters", new MatchReason("phrase", "E-meter", "DSMR6 E-meter (meetmodule)", "BT-21"), new MatchReason("buyer", "Alliander", "Alliander", "BT-500"))],
            OpenedAt = Opened,
            UpdatedAt = Opened.AddMinutes(4),
        };
        await CaseSeed.SaveAsync(host, state, [award], sheet, Fsr(award), Alt());
        await host.Outbox.QueueAsync(Message("m1", "email", "inkoop@example.org") with { State = OutboxState.Sent }, default);
        await host.Outbox.QueueAsync(Message("m2", "teams", "Inkoop") with { Attempts = 2, LastError = "De webhook antwoordde met 503." }, default);
        await host.Outbox.QueueAsync(Message("m3", "email", "weg@example.org") with { Attempts = 8, LastError = "550 mailbox unavailable", State = OutboxState.Dead }, default);
    }

    private static OutboxMessage Message(string id, string channel, string recipient) =>
        new(id, Id, channel, recipient, "message/rfc822", Core.Evidence.Digest.Of(id), Opened.AddMinutes(3));

    private static Finding Fsr(CaseNotice award) => new()
    {
        Check = "fsr-scope",
        RuleVersion = "1+8f1c02d4",
        Subject = "procurement",
        Verdict = Verdict.Flagged,
        Summary = Text(
            "De waarde ligt boven de drempel: elke inschrijver doet een melding of legt een verklaring af.",
            "The value is above the threshold: every tenderer notifies or declares."),
        Reasons = [Text("De gegunde waarde is EUR 592.517.432; de drempel is EUR 250.000.000.", "The awarded value is EUR 592,517,432; the threshold is EUR 250,000,000.")],
        Figures =
        [
            new Figure("value", Text("Gegunde waarde", "Awarded value"), 592517432m, "EUR", [award.Origin("BT-161")]),
            new Figure("threshold", Text("Drempel", "Threshold"), 250000000m, "EUR", []),
            new Figure("ratio", Text("Waarde ten opzichte van de drempel", "Value relative to the threshold"), 237.01m, "%", [award.Origin("BT-161")], "592517432 / 250000000"),
        ],
        LegalBasis = ["Verordening (EU) 2022/2560, art. 28(1)", "Verordening (EU) 2022/2560, art. 29(1)"],
    };

    private static Finding Alt() => new()
    {
        Check = "alt",
        RuleVersion = "2+11aa90c7",
        Subject = "LOT-0001",
        Verdict = Verdict.NotAssessable,
        Summary = Text("De bedragen van de inschrijvingen zijn niet gepubliceerd; er is niets om mee te vergelijken.", "The amounts of the tenders were not published; there is nothing to compare with."),
        Reasons = [Text("Een gunningsaankondiging noemt zelden de verliezende inschrijvingen.", "An award notice seldom names the losing tenders.")],
        Missing =
        [
            new MissingFact("BT-720", Text("Waarde van elke inschrijving", "Value of each tender"), Text("Niet gepubliceerd; de aanbestedende dienst heeft ze.", "Not published; the contracting entity has them.")),
            new MissingFact("BT-759", Text("Aantal ontvangen inschrijvingen", "Number of tenders received"), Text("Ontbreekt in de aankondiging.", "Absent from the notice.")),
        ],
        LegalBasis = ["Aanbestedingswet 2012, art. 3.74 jo. 2.116"],
    };
}
