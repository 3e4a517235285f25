using TenderWatch.Core.Dossiers.Checking;
using TenderWatch.Core.Dossiers.Making;

namespace TenderWatch.Local.Output;

/// <summary>Dossiers as lines for a terminal.</summary>
internal static class DossierText
{
    /// <summary>One that was made.</summary>
    public static void Write(Terminal terminal, DossierOutcome outcome, string path)
    {
        terminal.Line($"{path}: {outcome.Manifest!.Files.Count} files, {outcome.Manifest.Withheld.Count} pieces of evidence withheld, sha256 {outcome.Sha256}");
        if (!outcome.IsPrinted) terminal.Line("Without a PDF: no Chromium printed it. Its index.html says how to print it.");
    }

    /// <summary>One that was verified.</summary>
    public static void Write(Terminal terminal, DossierReport report)
    {
        foreach (var fault in report.Faults) terminal.Line($"{fault.Blob}: {fault.Code}: {fault.What.En}");
        if (report.Checkpoint is { } checkpoint) terminal.Line(CheckpointText.Of(checkpoint));
        if (report.Checkpoint is { KeyId: var key } && !report.IsKeyKnown) terminal.Line($"The key {key} is that of the dossier itself: compare it with the one that the contracting entity made known, or give that one with --key.");
        var read = $"{report.Files} files, {report.Entries} ledger entries, {report.Manifest?.Withheld.Count ?? 0} pieces of evidence withheld";
        terminal.Line(report.Intact ? $"Verified, intact: {read}." : $"NOT intact: {report.Faults.Count} faults in {read}.");
    }
}
