namespace TenderWatch.Core.Cases;

/// <summary>Which earlier notice a notice changes, renews or modifies.</summary>
internal static class TimelineChain
{
    private const string TenderNed = "tenderned";

    /// <summary>The notice it names; else the version before it; else what a rectification or a modification that names nothing can only mean.</summary>
    /// <param name="entry">The notice.</param>
    /// <param name="earlier">The notices before it, oldest first.</param>
    public static TimelineEntry? Before(TimelineEntry entry, IReadOnlyList<TimelineEntry> earlier) =>
        Named(entry, earlier) ?? Version(entry, earlier) ?? Meant(entry, earlier);

    private static TimelineEntry? Named(TimelineEntry entry, IReadOnlyList<TimelineEntry> earlier)
    {
        // An award names its call, a call its plan: that is the next step, not a change of the step before.
        if (entry.Stage is not (TimelineStage.Change or TimelineStage.Modification)) return null;
        var named = entry.Notices.SelectMany(notice => NoticeIdentity.Named(notice.Notice)).ToHashSet(StringComparer.Ordinal);
        return earlier.LastOrDefault(other => other.Notices.SelectMany(notice => NoticeIdentity.NamesOf(notice.Notice)).Any(named.Contains));
    }

    private static TimelineEntry? Version(TimelineEntry entry, IReadOnlyList<TimelineEntry> earlier)
    {
        var notice = entry.Main.Notice;
        if (notice.NoticeId is not { } id) return null;
        return earlier
            .Where(other => string.Equals(other.Main.Notice.NoticeId, id, StringComparison.OrdinalIgnoreCase) && NoticeIdentity.VersionOf(other.Main.Notice) < NoticeIdentity.VersionOf(notice))
            .MaxBy(other => NoticeIdentity.VersionOf(other.Main.Notice));
    }

    private static TimelineEntry? Meant(TimelineEntry entry, IReadOnlyList<TimelineEntry> earlier) => entry.Stage switch
    {
        // TenderNed's rectifications (REC) carry the kenmerk of what they rectify, which made them part of this procurement, and nothing else.
        TimelineStage.Change when IsOf(entry, TenderNed) && entry.Main.Notice.Results.Count > 0 => earlier.LastOrDefault(other => IsOf(other, TenderNed) && other.Main.Notice.Results.Count > 0),
        TimelineStage.Change when IsOf(entry, TenderNed) => earlier.LastOrDefault(other =>
            IsOf(other, TenderNed) && other.Stage is TimelineStage.Planning or TimelineStage.Consultation or TimelineStage.Competition or TimelineStage.Change),
        // Lots awarded in several notices: which of them is modified cannot be known.
        TimelineStage.Modification when earlier.Count(other => other.Stage is TimelineStage.Result or TimelineStage.DirectAward) == 1 =>
            earlier.LastOrDefault(other => other.Stage is TimelineStage.Result or TimelineStage.DirectAward or TimelineStage.Modification),
        _ => null,
    };

    private static bool IsOf(TimelineEntry entry, string source) => entry.Publications.Any(publication => publication.Key.Source == source);
}
