using TenderWatch.Core.Languages;

namespace TenderWatch.Core.Checks.ForeignSubsidies.Filings;

/// <summary>What tenderers owe and what follows from it, in words.</summary>
internal static class FilingReasons
{
    /// <summary>How often and with what each tenderer files.</summary>
    public static LocalizedText Owed(IReadOnlyList<FilingStage> stages, bool procedureKnown, LocalizedText debtor) => stages.Count > 1
        ? new(
            $"{Capital(debtor.Nl)} dient twee keer in: bij het verzoek tot deelname, en bijgewerkt bij de (definitieve) inschrijving (art. 29(1)).",
            $"{Capital(debtor.En)} files twice: with the request to participate and, updated, with the (final) tender (art. 29(1)).")
        : new(
            $"{Capital(debtor.Nl)} dient in bij de inschrijving (art. 29(1)){(procedureKnown ? "." : "; heeft de procedure meer fasen, dan ook eerder, bij het verzoek tot deelname. Welke procedure het is, staat niet in de aankondiging.")}",
            $"{Capital(debtor.En)} files with the tender (art. 29(1)){(procedureKnown ? "." : "; if the procedure has several stages, also earlier, with the request to participate. Which procedure it is does not stand in the notice.")}");

    /// <summary>What the form asks.</summary>
    public static LocalizedText Form { get; } = new(
        $"In formulier FS-PP (Verordening (EU) 2023/1441, bijlage II): {FormFsPp.Needs(null).Nl}. Delen 4 (waarom de inschrijving niet ongerechtvaardigd voordelig is, dezelfde gronden als art. 84 lid 2 van Richtlijn 2014/25) en 5 (positieve effecten) zijn vrij.",
        $"In form FS-PP (Regulation (EU) 2023/1441, annex II): {FormFsPp.Needs(null).En}. Sections 4 (why the tender is not unduly advantageous, the same grounds as art. 84(2) of Directive 2014/25) and 5 (positive effects) are optional.");

    /// <summary>Whose contributions count.</summary>
    public static LocalizedText Parties { get; } = LocalizedText.Of(
        w => $"Het gaat om de inschrijver met dochters zonder zelfstandigheid en holdings, en om de belangrijkste onderaannemers en leveranciers: zij leveren wezenlijke onderdelen, of meer dan {w.Number(ContributionTest.MainShare)} % van de waarde (art. 28(1)(b) en 29(5); {w.Number(ContributionTest.MainShare)} % onbevestigd). De hoofdinschrijver dient voor allen in; heeft één van hen meldbare bijdragen, dan is het geheel een melding.",
        w => $"It concerns the tenderer with subsidiaries without autonomy and holding companies, and main subcontractors and suppliers: those that deliver key elements, or more than {w.Number(ContributionTest.MainShare)} % of the value (art. 28(1)(b) and 29(5); {w.Number(ContributionTest.MainShare)} % unconfirmed). The main tenderer files for all; where one of them has notifiable contributions, the whole is a notification.");

    /// <summary>What happens to a filing that is absent or incomplete.</summary>
    public static LocalizedText Cure { get; } = new(
        "Ontbreekt een indiening of is zij onvolledig, dan kan zij na een verzoek binnen 10 werkdagen worden aangevuld; daarna is de inschrijving onregelmatig (art. 29(3) en (4); deels secundaire bron).",
        "A filing that is absent or incomplete can be supplied within 10 working days of a request; after that the tender is irregular (art. 29(3) and (4); partly secondary source).");

    /// <summary>What waits and what goes on.</summary>
    public static LocalizedText Freeze { get; } = new(
        "Zolang het onderzoek loopt, gaat de beoordeling door, maar wordt niet gegund aan een inschrijver die heeft gemeld. Aan een inschrijver met een verklaring kan worden gegund als zijn inschrijving hoe dan ook de economisch meest voordelige is (art. 32; onbevestigd).",
        "While the review runs, evaluation goes on, but there is no award to a tenderer that notified. An award to a tenderer with a declaration is possible where its tender is the most economically advantageous in any case (art. 32; unconfirmed).");

    /// <summary>What the Commission may do besides, as information.</summary>
    public static LocalizedText Information { get; } = new(
        "Ter informatie: de Commissie kan vóór de gunning ook onder de drempels om een melding vragen (art. 29(8); onbevestigd). Geldboeten: tot 1 % van de omzet bij onjuiste informatie (art. 33(2)), tot 10 % bij niet melden (art. 33(3)).",
        "For information: before the award the Commission may ask for a notification below the thresholds too (art. 29(8); unconfirmed). Fines: up to 1 % of turnover for incorrect information (art. 33(2)), up to 10 % for not notifying (art. 33(3)).");

    /// <summary>That the ground of a procedure without a call decides.</summary>
    public static LocalizedText WithoutCall { get; } = new(
        "Bij een procedure zonder voorafgaande aankondiging beslist de grond: bij dwingende spoed is er niets te melden; kan maar één ondernemer leveren, dan wordt informatie ingediend en volgt geen onderzoek op grond van hoofdstuk 4 (art. 28(3)-(5); onbevestigd).",
        "In a procedure without prior publication its ground decides: in extreme urgency nothing is to be notified; where only one operator can deliver, information is filed and there is no review under chapter 4 (art. 28(3)-(5); unconfirmed).");

    private static string Capital(string text) => char.ToUpperInvariant(text[0]) + text[1..];
}
