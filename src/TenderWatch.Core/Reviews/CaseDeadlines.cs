using TenderWatch.Core.Cases;
using TenderWatch.Core.Checks;
using TenderWatch.Core.Languages;
using TenderWatch.Core.Notices;
using TenderWatch.Core.Reviews.Explanations;

namespace TenderWatch.Core.Reviews;

/// <summary>When a case is to be looked at again though nothing happens.</summary>
public static class CaseDeadlines
{
    private static readonly TimeOnly Morning = new(9, 0);

    /// <summary>What is or was due, in no order: tenders, withheld fields, explanations that are awaited.</summary>
    /// <param name="facts">The facts.</param>
    /// <param name="explanations">The procedures on prices.</param>
    /// <param name="rule">When people are reminded.</param>
    public static IEnumerable<CaseTerm> Of(CaseFacts facts, IReadOnlyList<ExplanationProcedure> explanations, ReminderRule rule)
    {
        foreach (var deadline in facts.Notices.SelectMany(notice => notice.Notice.Lots).Select(lot => lot.Deadline).OfType<LocalDeadline>().Distinct())
        {
            if (deadline.TryInstant(DutchTime.Zone) is { } end) yield return new CaseTerm(CaseTermKind.Tenders, end.ToUniversalTime()) { Reminder = ReminderOf(deadline.Date, end, rule) };
        }

        foreach (var until in facts.Notices.SelectMany(notice => notice.Notice.Withheld).Select(field => field.Until).OfType<DateOnly>().Distinct())
        {
            if (At(until, TimeOnly.MinValue) is { } end) yield return new CaseTerm(CaseTermKind.Release, end);
        }

        foreach (var procedure in explanations.Where(procedure => procedure.IsWaiting))
        {
            // The whole of the last day is the tenderer's.
            if (procedure.Due is { } due && At(due.AddDays(1), TimeOnly.MinValue) is { } end)
                yield return new CaseTerm(CaseTermKind.Explanation, end) { Reminder = ReminderOf(due, end, rule), Lot = procedure.Lot, Bid = procedure.Bid };
        }
    }

    /// <summary>The terms of the law that checks reckon from the facts, those that lie in the past too.</summary>
    /// <param name="checks">The checks.</param>
    /// <param name="facts">The public facts.</param>
    /// <param name="all">All facts, where people entered confidential ones.</param>
    /// <param name="rule">When people are reminded.</param>
    public static IEnumerable<CaseTerm> OfChecks(IEnumerable<ICheck> checks, CaseFacts facts, CaseFacts? all, ReminderRule rule)
    {
        foreach (var check in checks.Where(check => check.GivesTerms))
        {
            var known = EndsIn(check.Run(facts)).ToHashSet();
            foreach (var (day, label) in all is null ? known : EndsIn(EnteredFacts.Judge(check, all)).ToHashSet())
            {
                if (At(day.AddDays(1), TimeOnly.MinValue) is not { } end) continue;
                yield return new CaseTerm(CaseTermKind.Law, end) { Reminder = ReminderOf(day, end, rule), Label = label, Confidential = !known.Contains((day, label)) };
            }
        }
    }

    /// <summary>When people are reminded next, after <paramref name="now"/>.</summary>
    /// <param name="terms">The terms.</param>
    /// <param name="now">The moment.</param>
    public static DateTimeOffset? NextReminder(IEnumerable<CaseTerm> terms, DateTimeOffset now) => terms.Select(term => term.Reminder).Where(moment => moment > now).Min();

    /// <summary>The term that ends first after <paramref name="now"/>.</summary>
    /// <param name="terms">The terms.</param>
    /// <param name="now">The moment.</param>
    public static CaseTerm? First(IEnumerable<CaseTerm> terms, DateTimeOffset now) => terms.Where(term => term.End > now).MinBy(term => term.End);

    /// <summary>
    /// What people are told when a moment was reached, perhaps long ago: that an explanation was awaited until then, that a term of the law is over, or that a term ends soon. <see langword="null"/> where
    /// the answer came in time, or the date was changed. That tenders were due is no news to whoever was reminded.
    /// </summary>
    /// <param name="terms">The terms as they are now.</param>
    /// <param name="moment">The moment that was waited for.</param>
    /// <param name="now">The moment at which people are told.</param>
    public static CaseTerm? Reached(IReadOnlyCollection<CaseTerm> terms, DateTimeOffset moment, DateTimeOffset now)
    {
        var reached = terms.Where(term => term.End == moment || term.Reminder == moment).ToArray();
        return reached.FirstOrDefault(term => term.End <= now && term.Kind is CaseTermKind.Explanation or CaseTermKind.Law) ?? reached.FirstOrDefault(term => term.End > now);
    }

    private static IEnumerable<(DateOnly Day, LocalizedText Label)> EndsIn(IEnumerable<Finding> findings) =>
        findings.SelectMany(finding => finding.Dates).Where(date => date is { Ends: true, Conditional: false, Day: not null }).Select(date => (date.Day!.Value, date.Label));

    private static DateTimeOffset? ReminderOf(DateOnly lastDay, DateTimeOffset end, ReminderRule rule) =>
        rule.DaysBefore > 0 && rule.DaysBefore <= lastDay.DayNumber && At(lastDay.AddDays(-rule.DaysBefore), Morning) is { } reminder && reminder < end ? reminder : null;

    private static DateTimeOffset? At(DateOnly day, TimeOnly time) => new LocalDeadline(day, time).TryInstant(DutchTime.Zone)?.ToUniversalTime();
}
