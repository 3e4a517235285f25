using TenderWatch.Core.Cases;
using TenderWatch.Core.Checks.Calendars;
using TenderWatch.Core.Checks.ForeignSubsidies.Clock;
using TenderWatch.Core.Languages;

namespace TenderWatch.Core.Checks.ForeignSubsidies.Filings;

/// <summary>Before an outcome is known: when filings fall due by the deadline of the call, and how long a review would then take.</summary>
/// <param name="Reasons">When, in words.</param>
/// <param name="Dates">The dates that would follow if a notification were complete on the deadline.</param>
internal sealed record PlannedReview(IReadOnlyList<LocalizedText> Reasons, IReadOnlyList<LegalDate> Dates)
{
    private static readonly PlannedReview None = new([], []);

    /// <summary>The plan; empty once there is an outcome, or where no deadline is known.</summary>
    public static PlannedReview Of(CaseFacts facts, IReadOnlyList<FilingStage> stages, FsrClock clock)
    {
        if (facts.Award is not null || facts.Filings.Count > 0) return None;
        var call = facts.Notices.LastOrDefault(notice => notice.Notice.Lots.Any(lot => DayOf(lot) is not null));
        if (call?.Notice.Lots.Where(lot => DayOf(lot) is not null).MaxBy(DayOf) is not { } last || DayOf(last) is not { } deadline) return None;
        var dates = clock.Of(new FsrClockInput(deadline, MultiStage: stages.Count > 1));
        var said = LocalizedText.Of(
            w => $"De aankondiging noemt {w.Date(deadline)} als sluitingsdatum (BT-131 of BT-1311): dan wordt de {(stages.Count > 1 ? "eerste " : "")}indiening verwacht.",
            w => $"The notice gives {w.Date(deadline)} as deadline (BT-131 or BT-1311): the {(stages.Count > 1 ? "first " : "")}filing is expected then.");
        if (dates[1].MissingYear is not null)
        {
            return new([said, new($"Termijnen zijn niet te geven. {dates[1].Open!.Nl}", $"No time limits can be given. {dates[1].Open!.En}")], []);
        }

        var received = dates[0] with
        {
            Label = new("Sluitingsdatum, als de melding dan volledig bij de Commissie is", "Deadline, if the complete notification is with the Commission then"),
            Rule = new("volgens de aankondiging", "according to the notice"),
            Origins = [call.Origin("BT-131", last.Id)],
        };
        return new([said], [.. dates.Skip(1).Prepend(received).Select(date => date with { Conditional = true })]);
    }

    private static DateOnly? DayOf(Notices.Lot lot) => (lot.Deadline?.Date).Usable();
}
