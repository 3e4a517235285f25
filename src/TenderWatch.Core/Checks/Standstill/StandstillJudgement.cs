using TenderWatch.Core.Cases;
using TenderWatch.Core.Languages;

namespace TenderWatch.Core.Checks.Standstill;

/// <summary>Whether the contracts of a lot were concluded after the standstill.</summary>
internal static class StandstillJudgement
{
    /// <summary>Judges the terms of a lot.</summary>
    public static TermJudgement Of(LotAward award, IReadOnlyList<StandstillTerm> terms)
    {
        if (StandstillExemption.Waived(award) is { } waived) return new(Verdict.Clear, NotApplicable, [waived], [], []);
        LocalizedText[] early = [.. terms.Select(Early).OfType<LocalizedText>()];
        LocalizedText[] reasons =
        [
            .. early,
            .. terms.Any(term => term.Decided is not null) ? [IndicationOnly] : (LocalizedText[])[],
            .. StandstillExemption.IsOnlyTender(award) ? [OnlyTender] : (LocalizedText[])[],
            Law,
        ];
        if (early.Length > 0)
        {
            return new(Verdict.Flagged, new(
                "Naar de vermelde datums is de overeenkomst gesloten binnen de opschortende termijn; de koper kan toelichten wanneer de beslissing is verzonden.",
                "By the dates stated, the contract was concluded within the standstill; the buyer can explain when the decision was sent."), reasons, [], []);
        }

        MissingFact[] missing =
        [
            .. terms.Count == 0 || terms.Any(term => term.Decided is null) ? [Decision] : (MissingFact[])[],
            .. terms.Count == 0 || terms.Any(term => term.Concluded is null) ? [Conclusion] : (MissingFact[])[],
        ];
        return missing.Length > 0
            ? new(Verdict.NotAssessable, new(
                "Niet te beoordelen: van gunningsbeslissing of overeenkomst is geen datum openbaar.",
                "Not assessable: no date of the award decision or of the contract is public."), reasons, missing, [])
            : new(Verdict.Clear, new(
                "Naar de vermelde datums is de overeenkomst gesloten na de opschortende termijn.",
                "By the dates stated, the contract was concluded after the standstill."), reasons, [], []);
    }

    /// <summary>That the term asks nothing.</summary>
    public static LocalizedText NotApplicable { get; } = new("De opschortende termijn geldt hier niet.", "The standstill does not apply here.");

    private static LocalizedText? Early(StandstillTerm term) => term is { Term: { } end, Concluded: { } concluded } && concluded <= end.Last
        ? LocalizedText.Of(
            w => $"Beslissing van {w.Date(term.Decided!.Value)}: de termijn loopt tot en met {w.Date(end.Last)}; de overeenkomst is van {w.Date(concluded)} (BT-145).{(concluded > end.Counted ? " Alleen door de regel voor weekend- en feestdagen valt dat erbinnen." : "")} "
                + "Mogelijk is BT-1451 de dag van de definitieve gunning, en is de beslissing eerder verzonden.",
            w => $"Decision of {w.Date(term.Decided!.Value)}: the term runs up to and including {w.Date(end.Last)}; the contract is of {w.Date(concluded)} (BT-145).{(concluded > end.Counted ? " Only the rule for weekends and holidays puts that within it." : "")} "
                + "BT-1451 may be the day of the final award, and the decision may have been sent earlier.")
        : null;

    private static LocalizedText IndicationOnly { get; } = new(
        "De termijn begint op de dag na verzending van de gunningsbeslissing (art. 2.127 lid 2). Die dag staat niet in aankondigingen; de datum van de beslissing (BT-1451) is een aanwijzing.",
        "The term begins on the day after the award decision is sent (art. 2.127(2)). That day does not stand in notices; the date of the decision (BT-1451) is an indication.");

    private static LocalizedText OnlyTender { get; } = new(
        "Er is één inschrijving ontvangen: is de winnaar de enige betrokken inschrijver en zijn er geen betrokken gegadigden, dan hoeft de termijn niet in acht te worden genomen (art. 2.127 lid 4).",
        "One tender was received: where the winner is the only tenderer concerned and no candidate is, the term need not be observed (art. 2.127(4)).");

    private static LocalizedText Law { get; } = new(
        $"Ten minste {StandstillTerm.Days} kalenderdagen (art. 2.127 lid 3). De 10 of 15 dagen van de richtlijnen volstaan in Nederland nooit. Is binnen de termijn een kort geding aanhangig, dan wacht de overeenkomst ook op de uitspraak (art. 2.131).",
        $"At least {StandstillTerm.Days} calendar days (art. 2.127(3)). The 10 or 15 days of the directives never suffice in the Netherlands. Where summary proceedings are brought within the term, the contract also waits for the judgment (art. 2.131).");

    private static MissingFact Decision { get; } = new(
        "BT-1451", new("Dag waarop de gunningsbeslissing is verzonden", "Day on which the award decision was sent"), new("Niet vermeld, ook niet de dag van de beslissing. De koper heeft de brief.", "Not stated, nor is the day of the decision. The buyer has the letter."));

    private static MissingFact Conclusion { get; } = new(
        "BT-145", new("Dag waarop de overeenkomst is gesloten", "Day on which the contract was concluded"), new("Niet vermeld. De koper heeft de overeenkomst.", "Not stated. The buyer has the contract."));
}
