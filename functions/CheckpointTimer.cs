using Microsoft.Azure.Functions.Worker;
using Microsoft.Extensions.Logging;
using TenderWatch.Core.Evidence.Checkpoints;
using TenderWatch.Hosting.Watching;
using TenderWatch.Storage;

namespace TenderWatch.Functions;

/// <summary>Signs what the ledgers hold, when the schedule says so; without a signing key there is nothing to sign with.</summary>
public sealed partial class CheckpointTimer(IEnumerable<Checkpointer> checkpointers, EvidenceSettings settings, TimeProvider time, ILogger<CheckpointTimer> logger)
{
    private static readonly TimeSpan Tick = TimeSpan.FromMinutes(15);

    /// <summary>Looks every quarter of an hour whether a moment of the schedule has come.</summary>
    [Function(nameof(MakeCheckpoint))]
    public async Task MakeCheckpoint([TimerTrigger("0 */15 * * * *")] TimerInfo timer, CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow();
        if (!WatchMoments.HasCome(settings.CheckpointCron, now - Tick, now)) return;
        foreach (var checkpointer in checkpointers)
        {
            var outcome = await checkpointer.RunAsync(cancellationToken);
            foreach (var fault in outcome.Faults) LogUnsound(fault.Blob, fault.Code);
            if (CheckpointReference.Of(outcome.Latest) is { } latest) LogCheckpoint(latest.Number, latest.Sha256.Hex, latest.KeyId);
            if (outcome.Stamp is { At: { } at }) LogStamped(outcome.Latest!.Checkpoint.Number, at);
            if (outcome.Stamp is { Fault: { } missed }) LogNotStamped(outcome.Latest!.Checkpoint.Number, missed.Code, missed.What.En);
        }
    }

    [LoggerMessage(6021, LogLevel.Information, "Checkpoint {Number}, SHA-256 {Sha256}, signed with the key {KeyId}")]
    private partial void LogCheckpoint(long number, string sha256, string keyId);

    [LoggerMessage(6022, LogLevel.Error, "{Blob} was not signed: {Code}. Run verify")]
    private partial void LogUnsound(string blob, string code);

    [LoggerMessage(6023, LogLevel.Information, "Checkpoint {Number} was stamped at {At}")]
    private partial void LogStamped(long number, DateTimeOffset at);

    [LoggerMessage(6024, LogLevel.Warning, "Checkpoint {Number} was not stamped: {Code}: {What} The next checkpoint asks again")]
    private partial void LogNotStamped(long number, string code, string what);
}
