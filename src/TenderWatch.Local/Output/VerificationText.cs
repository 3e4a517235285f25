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
        if (report.Stamped is { } stamped) terminal.Line(CheckpointText.Of(stamped));
        if (report.Since is { } since)
            terminal.Line($"Only what was signed after checkpoint {since.Number}: neither ledgers that did not grow, nor entries after the last checkpoint, nor evidence that none of these ledgers names.");
        terminal.Line(report.Intact ? $"Verified, intact: {read}." : $"NOT intact: {report.Faults.Count} faults in {read}.");
    }
}
