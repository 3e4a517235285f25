using TenderWatch.Core.Cases;
using TenderWatch.Core.Languages;

namespace TenderWatch.Core.Checks.ForeignSubsidies;

/// <summary>Why chapter 4 of the regulation asks nothing in a procedure, whatever its value.</summary>
internal static class FsrExclusion
{
    // The duty of article 29 applies from this day.
    private static readonly DateOnly InForce = new(2023, 10, 12);

    /// <summary>The reason, or <see langword="null"/> where there is none.</summary>
    public static LocalizedText? Of(IReadOnlyList<CaseNotice> notices)
    {
        if (notices.LastOrDefault(notice => notice.Notice.LegalBasis is not null)?.Notice.LegalBasis == "32009L0081")
        {
            return new(
                "De procedure valt onder Richtlijn 2009/81/EG (defensie en veiligheid): hoofdstuk 4 van de verordening is daarop niet van toepassing.",
                "The procedure is under Directive 2009/81/EC (defence and security): chapter 4 of the regulation does not apply to it.");
        }

        return IsBeforeTheDuty(notices)
            ? LocalizedText.Of(
                w => $"De inschrijvingen gaan vooraf aan {w.Date(InForce)}: de meldplicht gold toen nog niet.",
                w => $"The tenders precede {w.Date(InForce)}: the duty to notify was not yet in force.")
            : null;
    }

    // The filing goes with the tender, so the deadline for tenders decides; where none is known, the day of publication does.
    private static bool IsBeforeTheDuty(IReadOnlyList<CaseNotice> notices)
    {
        var deadlines = notices.SelectMany(notice => notice.Notice.Lots).Select(lot => lot.Deadline?.Date).OfType<DateOnly>().ToList();
        var published = notices.Select(notice => notice.Notice.PublicationDate ?? notice.Record.Published).OfType<DateOnly>().ToList();
        if (deadlines.Exists(date => date >= InForce) || published.Count == 0) return false;
        if (published.TrueForAll(date => date < InForce)) return true;
        // Only in an open procedure is the known deadline that of the tenders themselves; elsewhere it may be that of requests to participate.
        return deadlines.Count > 0 && notices.Any(notice => notice.Notice.ProcedureType == "open");
    }
}
