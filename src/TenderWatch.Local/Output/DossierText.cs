using TenderWatch.Core.Dossiers;
using TenderWatch.Core.Dossiers.Checking;
using TenderWatch.Core.Dossiers.Making;

namespace TenderWatch.Local.Output;

/// <summary>Dossiers as lines for a terminal.</summary>
internal static class DossierText
{
    /// <summary>One that was made.</summary>
    public static void Write(Terminal terminal, DossierOutcome outcome, string path)
    {
        terminal.Line($"{path}: {outcome.Manifest!.Files.Count} files, {Absent(outcome.Manifest)}, sha256 {outcome.Sha256}");
        if (outcome.Manifest.Audience == DossierAudience.Public && NamedPersons.Warning(outcome.Named) is { } warning) terminal.Line(warning.En);
        if (!outcome.IsPrinted) terminal.Line("Without a PDF: no Chromium printed it. Its index.html says how to print it.");
    }

    /// <summary>One that was verified.</summary>
    public static void Write(Terminal terminal, DossierReport report)
    {
        foreach (var fault in report.Faults) terminal.Line($"{fault.Blob}: {fault.Code}: {fault.What.En}");
        if (report.Checkpoint is { } checkpoint) terminal.Line(CheckpointText.Of(checkpoint));
        if (report.Checkpoint is { KeyId: var key } && !report.IsKeyKnown) terminal.Line($"The key {key} is that of the dossier itself: compare it with the one that the contracting entity made known, or give that one with --key.");
        if (report.Stamped is { } stamped) terminal.Line(CheckpointText.Of(stamped));
        else if (report.Checkpoint is not null) terminal.Line("No time stamp: that the entries were there at the time of the checkpoint is the word of the clock of whoever signed it.");
        var read = $"{report.Files} files, {report.Entries} ledger entries, {Absent(report.Manifest)}";
        terminal.Line(report.Intact ? $"Verified, intact: {read}." : $"NOT intact: {report.Faults.Count} faults in {read}.");
    }

    private static string Absent(DossierManifest? manifest)
    {
        var deleted = manifest?.Withheld.Count(one => one.Reason == WithheldReasons.Deleted) ?? 0;
        return $"{(manifest?.Withheld.Count ?? 0) - deleted} pieces of evidence withheld{(deleted == 0 ? "" : $", {deleted} deleted under retention")}";
    }
}
