using DurableTask.Core.Exceptions;
using Microsoft.DurableTask;
using Microsoft.DurableTask.Client;

namespace TenderWatch.Functions;

/// <summary>Starts orchestrations whose id may be in use: one that runs would be ended and replaced otherwise.</summary>
internal static class SingleStart
{
    private static readonly string[] InUse = [nameof(OrchestrationRuntimeStatus.Pending), nameof(OrchestrationRuntimeStatus.Running), nameof(OrchestrationRuntimeStatus.Suspended)];

    /// <returns>Whether it was started; <see langword="false"/> when somebody else had started it.</returns>
    public static async Task<bool> TryStartAsync(this DurableTaskClient client, string orchestration, string id, object? input, CancellationToken cancellationToken)
    {
        try
        {
            await client.ScheduleNewOrchestrationInstanceAsync(orchestration, input, new StartOrchestrationOptions(id) { DedupeStatuses = InUse }, cancellationToken);
            return true;
        }
        catch (OrchestrationAlreadyExistsException)
        {
            return false;
        }
    }
}
