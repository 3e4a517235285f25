using TenderWatch.Core.Notices;

namespace TenderWatch.Core.Cases;

/// <summary>What lists must know of the timeline of a case without reading its facts.</summary>
/// <param name="AwardWithoutCall">Whether there is an award and no call that led to it.</param>
/// <param name="ResultDueSince">When tenders were due for a call that has no outcome yet, in UTC; <see langword="null"/> where there is none.</param>
public sealed record TimelineState(bool AwardWithoutCall, DateTimeOffset? ResultDueSince)
{
    // No call precedes an award without prior call (BT-105), and none ends with a result of its own: qualification systems (subtype 15, F07).
    private const string WithoutCall = "neg-wo-call";

    /// <summary>The state of a timeline, by its publications: a platform's page shows no awards, so nothing is missing where there is nothing else.</summary>
    public static TimelineState Of(IReadOnlyList<TimelineEntry> timeline)
    {
        var cancelled = timeline.LastOrDefault(entry => entry.Main.IsSecondHand)?.Main.Notice.Platform?.Status == PlatformTender.Cancelled;
        timeline = [.. timeline.Where(entry => !entry.Main.IsSecondHand)];
        TimelineEntry[] calls = [.. timeline.Where(IsCall)];
        TimelineEntry[] outcomes = [.. timeline.Where(entry => Kind(entry) is TimelineStage.Result or TimelineStage.Modification or TimelineStage.DirectAward)];
        var awarded = outcomes.Where(entry => Kind(entry) == TimelineStage.Result && IsAward(entry)).ToList();
        var direct = timeline.Any(entry => Kind(entry) == TimelineStage.DirectAward || entry.Main.Notice.ProcedureType == WithoutCall);
        return new TimelineState(awarded.Count > 0 && calls.Length == 0 && !direct, outcomes.Length > 0 || cancelled ? null : DueSince(calls));
    }

    // A result of which every lot was closed without a winner is no award; where nothing is said of lots, it is taken for one.
    private static bool IsAward(TimelineEntry entry) => entry.Notices.Any(notice =>
        notice.Notice.Bids.Any(bid => bid.Won) || notice.Notice.Results.Count == 0 || notice.Notice.Results.Any(result => result.Status is null or "selec-w"));

    // A change that is known without the notice it changes still shows that there was a call.
    private static bool IsCall(TimelineEntry entry) => Kind(entry) is TimelineStage.Competition or TimelineStage.Change;

    private static TimelineStage Kind(TimelineEntry entry) => TimelineStages.KindOf(entry.Main.Notice);

    private static DateTimeOffset? DueSince(IReadOnlyList<TimelineEntry> calls)
    {
        if (calls.Any(call => call.Main.Notice.Subtype is "15" or "F07")) return null;
        var deadlines = calls.SelectMany(call => call.Notices).SelectMany(notice => notice.Notice.Lots)
            .Select(lot => lot.Deadline?.TryInstant(Languages.DutchTime.Zone)).OfType<DateTimeOffset>().ToList();
        return deadlines.Count == 0 ? null : deadlines.Max().ToUniversalTime();
    }
}
