using TenderWatch.Core.Cases;
using TenderWatch.Core.Languages;
using TenderWatch.Core.Reviews.Explanations;

namespace TenderWatch.Core.Reviews;

/// <summary>When a case is to be looked at again though nothing happens.</summary>
public static class CaseDeadlines
{
    /// <summary>The earliest moment after <paramref name="now"/> at which tenders are due, a withheld field may be published, or the time for an explanation is over.</summary>
    /// <param name="facts">The facts.</param>
    /// <param name="now">The moment.</param>
    /// <param name="explanations">The procedures on prices.</param>
    public static DateTimeOffset? Next(CaseFacts facts, DateTimeOffset now, IReadOnlyList<ExplanationProcedure>? explanations = null)
    {
        var tenders = facts.Notices.SelectMany(notice => notice.Notice.Lots).Select(lot => lot.Deadline).Select(deadline => deadline?.TryInstant(DutchTime.Zone)).OfType<DateTimeOffset>();
        var releases = facts.Notices.SelectMany(notice => notice.Notice.Withheld).Select(field => field.Until).Select(until => StartOf(until)).OfType<DateTimeOffset>();
        var answers = (explanations ?? []).Select(Of).OfType<DateTimeOffset>();
        return tenders.Concat(releases).Concat(answers).Where(moment => moment > now).Select(moment => (DateTimeOffset?)moment.ToUniversalTime()).Min();
    }

    /// <summary>When the time for an answer is over: the whole of the last day is the tenderer's. <see langword="null"/> where none is awaited.</summary>
    /// <param name="procedure">The procedure.</param>
    public static DateTimeOffset? Of(ExplanationProcedure procedure) => procedure.IsWaiting ? StartOf(procedure.Due?.AddDays(1)) : null;

    private static DateTimeOffset? StartOf(DateOnly? day) => day is { } date ? new Notices.LocalDeadline(date, TimeOnly.MinValue).TryInstant(DutchTime.Zone) : null;
}
