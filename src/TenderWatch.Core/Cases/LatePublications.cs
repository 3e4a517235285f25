using TenderWatch.Core.Languages;

namespace TenderWatch.Core.Cases;

/// <summary>Notices that TenderNed says stand on TED, and that nothing has brought from there.</summary>
public static class LatePublications
{
    /// <summary>The code of these problems.</summary>
    public const string Code = "not-at-ted";

    /// <summary>How long TED may take: its office publishes within five days of receipt (Directive 2014/24/EU, art. 51(2)).</summary>
    public const int Days = 5;

    /// <summary>The notices that are late at a moment.</summary>
    public static IReadOnlyList<ProcurementProblem> Of(IReadOnlyList<TimelineEntry> timeline, DateTimeOffset now) =>
        [.. timeline.Select(entry => In(entry, DutchTime.DateOf(now))).OfType<ProcurementProblem>()];

    private static ProcurementProblem? In(TimelineEntry entry, DateOnly today)
    {
        var named = entry.Notices.FirstOrDefault(notice => notice.Record.Key.Source == "tenderned" && notice.Notice.PublicationNumber is not null);
        // The number within eForms XML was written by TED itself.
        var isThere = entry.Notices.Any(notice => notice.Record.Key.Source != "tenderned" || notice.Notice.Format != "tenderned-html");
        if (named is null || isThere || named.Record.Published is not { } day || today.DayNumber - day.DayNumber <= Days) return null;
        var number = named.Notice.PublicationNumber!;
        return new ProcurementProblem(
            Code,
            LocalizedText.Of(
                nl => $"TenderNed noemt TED-publicatie {number} bij {named.Record.Key} van {nl.Date(day)}, maar die is van TED nog niet ontvangen.",
                en => $"TenderNed names TED publication {number} with {named.Record.Key} of {en.Date(day)}, but nothing has been received from TED."),
            [named.Origin("OPP-010")]);
    }
}
