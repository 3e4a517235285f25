using TenderWatch.Core.Evidence;
using TenderWatch.Core.Evidence.Checkpoints;

namespace TenderWatch.Local.Output;

/// <summary>Checkpoints as lines for a terminal.</summary>
internal static class CheckpointText
{
    public static void Write(Terminal terminal, CheckpointOutcome outcome)
    {
        foreach (var fault in outcome.Faults) terminal.Line($"{fault.Blob}: {fault.Code}: {fault.What.En}");
        if (CheckpointReference.Of(outcome.Latest) is not { } latest)
        {
            terminal.Line("No checkpoint: no ledger holds anything that can be signed yet.");
            return;
        }

        terminal.Line(Of(latest));
        terminal.Line(outcome.IsNew
            ? $"It signs {outcome.Latest!.Checkpoint.Added} ledgers that grew. Keep its SHA-256 elsewhere: verify --checkpoint holds storage to it."
            : "No ledger grew since.");
        if (outcome.Stamp is { At: { } at }) terminal.Line($"Stamped by the authority at {at:u}.");
        if (outcome.Stamp is { Fault: { } missed }) terminal.Line($"Not stamped: {missed.Code}: {missed.What.En} The next checkpoint asks again.");
    }

    public static string Of(CheckpointReference checkpoint) => $"Checkpoint {checkpoint.Number} of {checkpoint.At:u}, SHA-256 {checkpoint.Sha256}, signed with the key {checkpoint.KeyId}.";

    public static string Of(StampedCheckpoint stamped) =>
        $"Checkpoint {stamped.Number}, with all before it, was there at {stamped.At:u}: time stamp "
        + (stamped.IsTrusted
            ? "of the authority that you trust."
            : "that fits and is signed by the certificate in it. Whose certificate that is was NOT checked: give the authority's roots with --stamp-roots.");
}
