using TenderWatch.Core.Cases;

namespace TenderWatch.Core.Checks.ForeignSubsidies.Filings;

/// <summary>With what tenderers file in a procedure.</summary>
internal static class FilingStages
{
    /// <summary>Whether a procedure (BT-105) has several stages in the sense of art. 2(6) and art. 29(1).</summary>
    public static bool AreSeveral(string? procedureType) => procedureType is "restricted" or "neg-w-call" or "comp-dial" or "innovation";

    /// <summary>The latest notice that says what procedure it is; "other, in several stages" does not tell with what is filed.</summary>
    public static CaseNotice? Said(IReadOnlyList<CaseNotice> notices) =>
        notices.LastOrDefault(notice => notice.Notice.ProcedureType is { } type && (AreSeveral(type) || type is "open" or "neg-wo-call" or "oth-single"));

    /// <summary>The filings owed, in order. Where no notice says what procedure it is, the tender's is certain and an earlier one is not.</summary>
    public static IReadOnlyList<FilingStage> Of(IReadOnlyList<CaseNotice> notices) =>
        AreSeveral(Said(notices)?.Notice.ProcedureType) ? [FilingStage.RequestToParticipate, FilingStage.Tender] : [FilingStage.Tender];
}
