using TenderWatch.Core.Languages;

namespace TenderWatch.Core.Watching;

/// <summary>Nothing new from a source for longer than it is ever quiet.</summary>
/// <param name="Expected">How many publications were to be expected meanwhile; <see langword="null"/> where too little is known of the source.</param>
public sealed record Silence(decimal? Expected)
{
    /// <summary>
    /// So many whole working days without any publication make a source silent of which no usual counts are known yet. The longest
    /// public holidays, Easter and Christmas, are no working days.
    /// </summary>
    public const int QuietWorkingDays = 3;

    /// <summary>
    /// A source is silent when <see cref="UsualCounts.Missed"/> publications or more were to be expected on the whole days since its latest new one. What is
    /// usual is taken from before that one. Today does not count: it has not ended.
    /// </summary>
    /// <param name="state">The state of the source.</param>
    /// <param name="today">The present day in Dutch time.</param>
    /// <returns><see langword="null"/> where it is not silent, or has never published anything.</returns>
    public static Silence? Of(SourceState state, DateOnly today)
    {
        if (state.LastNew is not { } moment) return null;
        var last = DutchTime.DateOf(moment);
        var usual = UsualCounts.Before(state.Counts, last);
        var days = DutchCalendar.DaysBetween(last, today).Where(day => !IsClosed(state.Source, day));
        if (!usual.IsKnown) return days.Count(DutchCalendar.IsWorkingDay) >= QuietWorkingDays ? new Silence((decimal?)null) : null;
        var expected = days.Sum(usual.ExpectedOn);
        return expected >= UsualCounts.Missed ? new Silence(expected) : null;
    }

    /// <summary>Whether a source publishes nothing on a day though it may be a working day: TED on the holidays of the institutions.</summary>
    public static bool IsClosed(string source, DateOnly day) => source == "ted" && EuropeanCalendar.IsClosed(day);
}
