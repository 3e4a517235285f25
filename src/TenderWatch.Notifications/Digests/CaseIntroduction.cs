using TenderWatch.Core.Checks;
using TenderWatch.Core.Languages;
using TenderWatch.Core.Messages;
using TenderWatch.Core.Reviews;

namespace TenderWatch.Notifications.Digests;

/// <summary>Why somebody is told, and how the checks stand: two sentences.</summary>
internal static class CaseIntroduction
{
    public static string Of(CaseMessage message, IReadOnlyList<DigestCheck> checks, Language language) =>
        PlainText.Line(Opening(message, checks).In(language) + " " + Balance(checks).In(language), 600);

    private static LocalizedText Opening(CaseMessage message, IReadOnlyList<DigestCheck> checks) => (message.Reason, checks.Count(check => check.Change is not null)) switch
    {
        (MessageReason.Opened, _) => new LocalizedText("TenderWatch heeft over deze aankoop een zaak geopend.", "TenderWatch has opened a case about this purchase."),
        // Which term and until when is for those who may see the filings that it follows from.
        (MessageReason.DeadlineNear, _) when message.Term is null => new(
            "In deze zaak loopt binnenkort een termijn af; wie bevoegd is, leest op de pagina van de zaak welke.", "A term of this case ends soon; those who are authorised read on the page of the case which."),
        (MessageReason.DeadlinePassed, _) when message.Term is null => new(
            "In deze zaak is een termijn geëindigd; wie bevoegd is, leest op de pagina van de zaak wat dat betekent.", "A term of this case is over; those who are authorised read on the page of the case what that means."),
        (MessageReason.DeadlineNear, _) => new("In deze zaak loopt binnenkort een termijn af.", "A deadline of this case is near."),
        (MessageReason.DeadlinePassed, _) when message.Term.Kind == CaseTermKind.Law => new("In deze zaak is een wettelijke termijn geëindigd.", "A term of the law has ended in this case."),
        (MessageReason.DeadlinePassed, _) => new(
            "De termijn voor een toelichting is verstreken zonder dat er een is vastgelegd.", "The term for an explanation has passed and none was recorded."),
        // Which tender, and what was decided, is for those who may see the procedure.
        (MessageReason.DecisionTaken, _) => new(
            "Over een prijs is een besluit vastgelegd; wie bevoegd is, leest het op de pagina van de zaak.", "A decision on a price was recorded; those who are authorised read it on the page of the case."),
        (_, 1) => new("De uitkomst van één controle is veranderd.", "The outcome of one check has changed."),
        (_, > 1 and var changed) => LocalizedText.Of(nl => $"De uitkomst van {nl.Number(changed)} controles is veranderd.", en => $"The outcomes of {en.Number(changed)} checks have changed."),
        _ => new("De uitkomst van de controles is bijgewerkt.", "The outcome of the checks has been updated."),
    };

    private static LocalizedText Balance(IReadOnlyList<DigestCheck> checks)
    {
        var all = checks.Count;
        var asking = checks.Count(check => check.Verdict == Verdict.Flagged);
        var open = checks.Count(check => check.Verdict == Verdict.NotAssessable);
        var first = asking switch
        {
            0 => new("Geen controle vraagt om aandacht", "No check asks for attention"),
            1 => LocalizedText.Of(nl => $"Eén van {nl.Number(all)} controles vraagt om aandacht", en => $"One of {en.Number(all)} checks asks for attention"),
            _ => LocalizedText.Of(nl => $"{nl.Number(asking)} van {nl.Number(all)} controles vragen om aandacht", en => $"{en.Number(asking)} of {en.Number(all)} checks ask for attention"),
        };
        return open == 0
            ? new(first.Nl + ".", first.En + ".")
            : LocalizedText.Of(nl => $"{first.Nl}; bij {nl.Number(open)} ontbreken gegevens om te kunnen oordelen.", en => $"{first.En}; for {en.Number(open)}, facts are missing.");
    }
}
