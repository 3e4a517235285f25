using TenderWatch.Core.Languages;

namespace TenderWatch.Core.Cases;

/// <summary>Notices that stand at one of TenderNed and TED, and that nothing has brought from the other though they should be there.</summary>
public static class LatePublications
{
    /// <summary>The code of notices that TED has not brought.</summary>
    public const string Code = "not-at-ted";

    /// <summary>The code of notices that TenderNed has not brought.</summary>
    public const string NotAtTenderNed = "not-at-tenderned";

    /// <summary>How long TED may take: its office publishes within five days of receipt (Directive 2014/24/EU, art. 51(2)).</summary>
    public const int Days = 5;

    /// <summary>The notices that are late at a moment.</summary>
    public static IReadOnlyList<ProcurementProblem> Of(IReadOnlyList<TimelineEntry> timeline, DateTimeOffset now) =>
        [.. timeline.Select(entry => In(entry, DutchTime.DateOf(now)) ?? Missing(timeline, entry, DutchTime.DateOf(now))).OfType<ProcurementProblem>()];

    // Dutch buyers publish at TenderNed, which passes on to TED. Only where TenderNed has other notices of the purchase is it known to be looked at for this one.
    private static ProcurementProblem? Missing(IReadOnlyList<TimelineEntry> timeline, TimelineEntry entry, DateOnly today)
    {
        if (entry.Notices.FirstOrDefault(notice => notice.Record.Key.Source == "ted") is not { Record.Published: { } day } ted || today.DayNumber - day.DayNumber <= Days) return null;
        if (entry.Notices.Any(notice => notice.Record.Key.Source == "tenderned") || ted.Notice.Buyers.All(buyer => buyer.Country != "NLD")) return null;
        if (!timeline.Any(other => other.Notices.Any(notice => notice.Record.Key.Source == "tenderned"))) return null;
        return new ProcurementProblem(
            NotAtTenderNed,
            LocalizedText.Of(
                nl => $"TED heeft {ted.Record.Key} van {nl.Date(day)}, maar van TenderNed is die publicatie niet ontvangen.",
                en => $"TED has {ted.Record.Key} of {en.Date(day)}, but that notice has not been received from TenderNed."),
            [ted.Origin("OPP-010")]);
    }

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
