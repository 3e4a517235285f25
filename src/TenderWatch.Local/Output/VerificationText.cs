using TenderWatch.Core.Evidence;

namespace TenderWatch.Local.Output;

/// <summary>A verification as lines for a terminal.</summary>
internal static class VerificationText
{
    public static void Write(Terminal terminal, VerificationReport report)
    {
        foreach (var fault in report.Faults) terminal.Line($"{fault.Blob}: {fault.Code}: {fault.What.En}");
        var read = $"{report.Cases} ledgers with {report.Entries} entries, {report.Blobs} pieces of evidence{(report.Tombstones == 0 ? "" : $", {report.Tombstones} tombstones of deleted ones")}";
        if (report.Checkpoint is { } checkpoint) terminal.Line(CheckpointText.Of(checkpoint));
        terminal.Line(report.Intact ? $"Verified, intact: {read}." : $"NOT intact: {report.Faults.Count} faults in {read}.");
    }
}
