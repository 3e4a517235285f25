using TenderWatch.Core.Checks;
using TenderWatch.Core.Languages;
using TenderWatch.Core.Reviews;
using TenderWatch.Web.Parts;

namespace TenderWatch.Web.Weeks;

/// <summary>Cases by the week they were opened in and their present gravest verdict, as the list beside it tells the same reader.</summary>
internal static class CaseWeeks
{
    private const string Unchecked = "unchecked";

    /// <param name="cases">The cases as the reader may know them.</param>
    /// <param name="today">The present day in Dutch time.</param>
    public static WeekFigures Of(IReadOnlyList<CaseState> cases, DateOnly today)
    {
        var weeks = WeekFigures.Latest(today);
        var opened = cases.Where(state => state.OpenedAt is not null).ToLookup(state => (WeekFigures.MondayOf(DutchTime.DateOf(state.OpenedAt!.Value)), OverviewQuery.GravestOf(state)));
        WeekRow Row(LocalizedText label, string style, Verdict? verdict) => new(label, style, [.. weeks.Select(week => new WeekCount(opened[(week, verdict)].Count()))]);
        var waiting = Row(new("Nog niet gecontroleerd", "Not checked yet"), Unchecked, null);
        return new WeekFigures(weeks,
        [
            .. Enum.GetValues<Verdict>().OrderDescending().Select(verdict => Row(new(VerdictWords.Of(verdict, Language.Nl), VerdictWords.Of(verdict, Language.En)), VerdictBadge.StyleOf(verdict), verdict)),
            .. waiting.Counts.Any(count => count.Count > 0) ? [waiting] : (WeekRow[])[],
        ]);
    }
}
