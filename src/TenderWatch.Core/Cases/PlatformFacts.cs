namespace TenderWatch.Core.Cases;

/// <summary>What a tender platform alone knows of a purchase: its own status, its kind of procedure, its documents.</summary>
internal static class PlatformFacts
{
    // A tender with thousands of documents is not to fill the page.
    private const int MostDocuments = 200;

    /// <summary>The facts of the latest page that states any, with the names of the platform's own fields.</summary>
    public static IEnumerable<Fact> Of(IReadOnlyList<CaseNotice> notices)
    {
        if (notices.LastOrDefault(notice => notice.IsSecondHand) is not { Notice.Platform: { } platform } page) yield break;
        if (platform.Status is { } status) yield return AwardFacts.Make(FactNames.PlatformStatus, null, FactKind.Code, status, page.Origin("ExplicitTenderStatus"), "platform-status");
        if (platform.Procedure is { } procedure) yield return AwardFacts.Make(FactNames.PlatformProcedure, null, FactKind.Code, procedure, page.Origin("ProcedureType"), "platform-procedure");
        foreach (var document in platform.Documents.Take(MostDocuments))
            yield return AwardFacts.Make(FactNames.PlatformDocument, null, FactKind.Text, document.Name, page.Origin("TenderDescriptionDocuments"));
    }
}
