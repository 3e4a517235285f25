using TenderWatch.Core.Cases;
using TenderWatch.Core.Languages;

namespace TenderWatch.Core.Checks.Standstill;

/// <summary>
/// Whether the term between award decision and contract has passed (art. 2.127 to 2.131 Aw 2012), and whether the award was published in time
/// (art. 2.134), lot by lot. Page: <c>docs/checks/standstill.md</c>.
/// </summary>
public sealed class StandstillCheck : ICheck
{
    /// <inheritdoc/>
    public string Id => "standstill";

    /// <inheritdoc/>
    public string Version => "1";

    /// <inheritdoc/>
    public LocalizedText Name { get; } = new("Opschortende termijn en aankondiging van de gunning", "Standstill and award notice");

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
        LegalBasis = ["Aw 2012 art. 2.127", "Aw 2012 art. 2.130 and 2.131", "Aw 2012 art. 2.134", "Aw 2012 art. 3.75 (utilities)", "Algemene termijnenwet art. 1 and 3 (unconfirmed)"],
    };
}
