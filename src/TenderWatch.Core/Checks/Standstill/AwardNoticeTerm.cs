using TenderWatch.Core.Cases;
using TenderWatch.Core.Checks.Calendars;
using TenderWatch.Core.Languages;

namespace TenderWatch.Core.Checks.Standstill;

/// <summary>
/// The 30 days within which the award of a lot is to be announced, held against the day of publication. The day of sending decides and
/// is not read; what is sent is published within five days.
/// </summary>
internal static class AwardNoticeTerm
{
    private const int Days = 30;

    // Art. 51(2) of Directive 2014/24/EU and art. 71(2) of 2014/25/EU; unconfirmed.
    private const int PublishedWithin = 5;

    /// <summary>Judges the announcement of a lot's award.</summary>
    public static TermJudgement Of(CaseFacts facts, LotAward award, IReadOnlyList<StandstillTerm> terms)
    {
        // The latest contract gives the latest day.
        var last = terms.Where(term => (term.Concluded ?? term.Decided) is not null).MaxBy(term => term.Concluded ?? term.Decided);
        if (last is null || Published(facts, award) is not { } published) return Nothing;
        var from = (last.Concluded ?? last.Decided)!.Value;
        var due = CalendarDays.After(from, Days).Last;
        LegalDate[] dates = [Due(award, last, from, due), Publication(award, published)];
        if (published <= due) return Nothing with { Dates = dates, Reasons = [Text(published, due, new("binnen", "within"))] };
        // A decision alone says little: the contract, from which the days count, comes after the standstill.
        var late = last.Concluded is not null && published > due.AddDays(PublishedWithin);
        return new(
            late ? Verdict.Flagged : Verdict.NotAssessable,
            late
                ? new("De gunning is naar de vermelde datums later aangekondigd dan 30 dagen erna; de koper kan toelichten wanneer de aankondiging is verzonden.",
                    "By the dates stated, the award was announced later than 30 days after it; the buyer can explain when the notice was sent.")
                : new("Niet te beoordelen of de gunning binnen 30 dagen is aangekondigd: de dagen van overeenkomst en verzending beslissen.", "Not assessable whether the award was announced within 30 days: the days of contract and of sending decide."),
            [Text(published, due, new("na", "after"))],
            [Sending],
            dates);
    }

    private static TermJudgement Nothing { get; } = new(Verdict.Clear, new("", ""), [], [], []);

    private static DateOnly? Published(CaseFacts facts, LotAward award) => facts.Notices
        .Where(notice => TimelineStages.KindOf(notice.Notice) != TimelineStage.Modification)
        .Where(notice => notice.Record.Key == award.Notice.Record.Key || notice.Notice.Results.Any(result => result.Lot is not null && result.Lot == award.Lot))
        .Select(notice => (notice.Notice.PublicationDate ?? notice.Record.Published).Usable())
        .Min();

    private static LocalizedText Text(DateOnly published, DateOnly due, LocalizedText side) => LocalizedText.Of(
        w => $"De gunning is aangekondigd op {w.Date(published)}, {side.Nl} de termijn van {Days} dagen, die liep tot en met {w.Date(due)}.",
        w => $"The award was announced on {w.Date(published)}, {side.En} the term of {Days} days, which ran up to and including {w.Date(due)}.");

    private static LegalDate Due(LotAward award, StandstillTerm term, DateOnly from, DateOnly due) => new()
    {
        Id = "award-notice-due",
        Label = new("Uiterste dag om de gunning aan te kondigen", "Last day to announce the award"),
        Day = due,
        From = from,
        Rule = LocalizedText.Of(
            w => $"{Days} kalenderdagen na {w.Date(from)} ({(term.Concluded is null ? "de beslissing, als aanwijzing" : "de overeenkomst")}); eindigt de termijn in een weekend of op een feestdag, dan de eerstvolgende werkdag",
            w => $"{Days} calendar days after {w.Date(from)} ({(term.Concluded is null ? "the decision, as an indication" : "the contract")}); a term that ends on a weekend or holiday moves to the next working day"),
        Article = award.Notice.Notice.LegalBasis == "32014L0025" ? "Aw 2012, part 3 (utilities), award notice" : "Aw 2012 art. 2.134",
        Certainty = award.Notice.Notice.LegalBasis == "32014L0025" ? Certainty.Unconfirmed : Certainty.Secondary,
        Origins = [award.Notice.Origin(term.Concluded is null ? "BT-1451" : "BT-145", term.Contract.Id)],
    };

    private static LegalDate Publication(LotAward award, DateOnly published) => new()
    {
        Id = "award-notice-published",
        Label = new("Aankondiging van de gunning gepubliceerd", "Award notice published"),
        Day = published,
        Rule = new("volgens de aankondiging", "according to the notice"),
        Article = "Aw 2012 art. 2.134",
        Certainty = Certainty.Text,
        Origins = [award.Notice.Origin("OPP-012")],
    };

    private static MissingFact Sending { get; } = new(
        "BT-05", new("Dag waarop de aankondiging van de gunning is verzonden", "Day on which the award notice was sent"), new("Wordt hier niet gelezen; zij staat in de aankondiging.", "Is not read here; it stands in the notice."));
}
