using TenderWatch.Core.Cases;
using TenderWatch.Core.Languages;

namespace TenderWatch.Core.Reviews;

/// <summary>When a case is to be looked at again though nothing happens.</summary>
public static class CaseDeadlines
{
    /// <summary>The earliest moment after <paramref name="now"/> at which tenders are due or a withheld field may be published.</summary>
    public static DateTimeOffset? Next(CaseFacts facts, DateTimeOffset now)
    {
        var tenders = facts.Notices.SelectMany(notice => notice.Notice.Lots).Select(lot => lot.Deadline).Select(deadline => deadline?.TryInstant(DutchTime.Zone)).OfType<DateTimeOffset>();
        var releases = facts.Notices.SelectMany(notice => notice.Notice.Withheld).Select(field => field.Until).Select(until => until is { } date ? new Notices.LocalDeadline(date, TimeOnly.MinValue).TryInstant(DutchTime.Zone) : null).OfType<DateTimeOffset>();
        return tenders.Concat(releases).Where(moment => moment > now).Select(moment => (DateTimeOffset?)moment.ToUniversalTime()).Min();
    }
}
