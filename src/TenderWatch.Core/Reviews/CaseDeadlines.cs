using TenderWatch.Core.Cases;
using TenderWatch.Core.Languages;

namespace TenderWatch.Core.Reviews;

/// <summary>When a case is to be looked at again though nothing happens.</summary>
public static class CaseDeadlines
{
    /// <summary>The earliest moment after <paramref name="now"/> at which tenders are due or a withheld field may be published.</summary>
    public static DateTimeOffset? Next(CaseFacts facts, DateTimeOffset now)
    {
        var tenders = facts.Notices.SelectMany(notice => notice.Notice.Lots).Select(lot => lot.Deadline).OfType<Notices.LocalDeadline>().Select(deadline => deadline.ToInstant(DutchTime.Zone));
        var releases = facts.Notices.SelectMany(notice => notice.Notice.Withheld).Select(field => field.Until).OfType<DateOnly>().Select(StartOf);
        return tenders.Concat(releases).Where(moment => moment > now).Select(moment => (DateTimeOffset?)moment.ToUniversalTime()).Min();
    }

    private static DateTimeOffset StartOf(DateOnly date)
    {
        var midnight = date.ToDateTime(TimeOnly.MinValue);
        return new DateTimeOffset(midnight, DutchTime.Zone.GetUtcOffset(midnight));
    }
}
