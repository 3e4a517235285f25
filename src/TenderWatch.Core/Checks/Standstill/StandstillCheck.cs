using TenderWatch.Core.Cases;
using TenderWatch.Core.Languages;

namespace TenderWatch.Core.Checks.Standstill;

/// <summary>
/// Whether the term between award decision and contract has passed (art. 2.127 to 2.131 Aw 2012), and whether the award was published in time
/// (art. 2.134), lot by lot. Page: <c>docs/checks/standstill.md</c>.
/// </summary>
public sealed class StandstillCheck : ICheck
{
    private static readonly string[] Basis = ["Aw 2012 art. 2.127", "Aw 2012 art. 2.130 and 2.131", "Aw 2012 art. 2.134", "Aw 2012 art. 3.75 (utilities)", "Algemene termijnenwet art. 1 and 3 (unconfirmed)"];

    /// <inheritdoc/>
    public string Id => "standstill";

    /// <inheritdoc/>
    public string Version => "1";

    /// <inheritdoc/>
    public LocalizedText Name { get; } = new("Opschortende termijn en aankondiging van de gunning", "Standstill and award notice");

    /// <inheritdoc/>
    public CheckDescription Description { get; } = new()
    {
        Asks = new(
            "Is de overeenkomst van elk perceel na de opschortende termijn gesloten, en is de gunning binnen 30 dagen aangekondigd?",
            "Was the contract of each lot concluded after the standstill, and was the award announced within 30 days?"),
        RestsOn = Basis,
        Needs = new(
            "De aankondiging van de gunning, met de datum van de beslissing (BT-1451) en van de overeenkomst (BT-145). De dag waarop de beslissing is verzonden, waarmee de termijn begint, staat in geen aankondiging.",
            "The award notice, with the date of the decision (BT-1451) and of the contract (BT-145). The day on which the decision was sent, with which the term begins, stands in no notice."),
        Flagged = new(
            "De vermelde datum van de overeenkomst valt binnen de termijn, of de gunning is later aangekondigd dan de termijn en de tijd voor publicatie toelaten: een vraag aan de koper.",
            "The stated date of the contract falls within the term, or the award was announced later than the term and the time for publication allow: a question to the buyer."),
        NotAssessable = new(
            "Een datum ontbreekt, of de dag van verzending beslist.",
            "A date is missing, or the day of sending decides."),
        Clear = new(
            "Nog niets is gegund, de vermelde data passen bij de termijnen, of de regel geldt hier niet; de reden staat erbij.",
            "Nothing is awarded yet, the stated dates fit the terms, or the rule does not apply here; the reason is given."),
    };

    /// <inheritdoc/>
    public bool GivesTerms => true;

    /// <inheritdoc/>
    public IReadOnlyList<Finding> Run(CaseFacts facts)
    {
        var awards = LotAward.Of(facts.Notices).Where(award => TimelineStages.KindOf(award.Notice.Notice) != TimelineStage.Modification).ToList();
        if (awards.Count == 0)
        {
            return [Finding("procurement", Verdict.Clear, new(
                "Er is nog geen gunning bekendgemaakt: er loopt nog geen termijn.",
                "No award has been published yet: no term is running yet."))];
        }

        return [.. awards.Select(award => OfLot(facts, award))];
    }

    private Finding OfLot(CaseFacts facts, LotAward award)
    {
        if (StandstillExemption.Outside(award) is { } outside)
        {
            return Finding(award.Subject, Verdict.Clear, StandstillJudgement.NotApplicable) with { Reasons = [outside] };
        }

        var terms = StandstillTerm.Of(award);
        var standstill = StandstillJudgement.Of(award, terms);
        var notice = AwardNoticeTerm.Of(facts, award, terms);
        var gravest = notice.Verdict > standstill.Verdict ? notice : standstill;
        return Finding(award.Subject, gravest.Verdict, gravest.Summary) with
        {
            Figures = [.. terms.Select(term => term.Figure).OfType<Figure>()],
            Reasons = notice.Verdict > standstill.Verdict ? [.. notice.Reasons, .. standstill.Reasons] : [.. standstill.Reasons, .. notice.Reasons],
            Missing = [.. standstill.Missing, .. notice.Missing],
            Dates = [.. terms.SelectMany(term => term.Dates), .. notice.Dates],
        };
    }

    private Finding Finding(string subject, Verdict verdict, LocalizedText summary) => new()
    {
        Check = Id,
        RuleVersion = Version,
        Subject = subject,
        Verdict = verdict,
        Summary = summary,
        LegalBasis = Basis,
    };
}
