using TenderWatch.Core.Languages;

namespace TenderWatch.Core.Cases;

/// <summary>Notices whose counterpart is not there: an award without a call, a call without an outcome.</summary>
public static class Orphans
{
    /// <summary>The code of an award without a call.</summary>
    public const string AwardWithoutCall = "award-without-call";

    /// <summary>The code of a call without an outcome.</summary>
    public const string NoResult = "no-result";

    /// <summary>
    /// How long after the deadline a call may stay without an outcome. Evaluation and standstill take months, and the award notice has 30 days more
    /// (Directive 2014/24/EU, art. 50(1)); after half a year most procedures have told how they ended.
    /// </summary>
    public const int DaysWithoutResult = 180;

    /// <summary>What a case misses at a moment; nothing for a state of an earlier version, which has no thread yet.</summary>
    public static IReadOnlyList<ProcurementProblem> Of(TimelineState? thread, DateTimeOffset now)
    {
        if (thread is null) return [];
        var problems = new List<ProcurementProblem>();
        if (thread.AwardWithoutCall) problems.Add(new ProcurementProblem(AwardWithoutCall, WithoutCall, []));
        if (thread.ResultDueSince is { } due && due.AddDays(DaysWithoutResult) < now) problems.Add(new ProcurementProblem(NoResult, WithoutResult(due), []));
        return problems;
    }

    private static LocalizedText WithoutCall { get; } = new(
        "Er is een gunning, maar geen aankondiging van de opdracht. Die kan ouder zijn dan wat hier wordt gevolgd.",
        "There is an award, but no contract notice. It may be older than what is watched here.");

    private static LocalizedText WithoutResult(DateTimeOffset due) => LocalizedText.Of(
        nl => $"De inschrijving sloot op {nl.Date(DutchTime.DateOf(due))} en er is nog geen resultaat of intrekking bekend.",
        en => $"Tenders were due on {en.Date(DutchTime.DateOf(due))} and no result or cancellation is known yet.");
}
