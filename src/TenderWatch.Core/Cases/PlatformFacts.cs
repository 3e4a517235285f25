namespace TenderWatch.Core.Cases;

/// <summary>What a tender platform alone knows of a purchase: its own status, its kind of procedure, its documents.</summary>
internal static class PlatformFacts
{
    // A tender with thousands of documents is not to fill the page.
    private const int MostDocuments = 200;

    /// <summary>The facts of each page, with the names of the platform's own fields; of several pages the subject tells which.</summary>
    public static IEnumerable<Fact> Of(IReadOnlyList<CaseNotice> notices)
    {
        CaseNotice[] pages = [.. notices.Where(notice => notice.IsSecondHand)];
        return pages.SelectMany(page => Of(page, pages.Length == 1 ? null : page.Record.Key.ToString()));
    }

    private static IEnumerable<Fact> Of(CaseNotice page, string? subject)
    {
        var platform = page.Notice.Platform!;
        if (platform.Status is { } status) yield return AwardFacts.Make(FactNames.PlatformStatus, subject, FactKind.Code, status, page.Origin("ExplicitTenderStatus"), "platform-status");
        if (platform.Procedure is { } procedure) yield return AwardFacts.Make(FactNames.PlatformProcedure, subject, FactKind.Code, procedure, page.Origin("ProcedureType"), "platform-procedure");
        foreach (var document in platform.Documents.Take(MostDocuments))
            yield return AwardFacts.Make(FactNames.PlatformDocument, subject, FactKind.Text, document.Name, page.Origin("TenderDescriptionDocuments"));
    }
}
