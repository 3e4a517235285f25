using Microsoft.DurableTask.Client;
using Microsoft.Extensions.Logging;
using TenderWatch.Core.Reviews;

namespace TenderWatch.Functions;

/// <summary>Wakes cases that have something in their inbox. A bell that nobody hears loses nothing: the next one follows within a minute.</summary>
public sealed partial class CaseBells(ICaseInbox inbox, ILogger<CaseBells> logger)
{
    /// <summary>Wakes every case that has an event waiting; those set aside are tried again.</summary>
    public async Task RingAsync(DurableTaskClient client, CancellationToken cancellationToken)
    {
        foreach (var caseId in await inbox.WaitingCasesAsync(cancellationToken))
        {
            try
            {
                await RingAsync(client, caseId, cancellationToken);
            }
            catch (Exception fault) when (!cancellationToken.IsCancellationRequested)
            {
                LogUnheard(fault, caseId);
            }
        }
    }

    private static async Task RingAsync(DurableTaskClient client, string caseId, CancellationToken cancellationToken)
    {
        if (await client.GetInstanceAsync(caseId, cancellationToken) is not { IsCompleted: false }
            && await client.TryStartAsync(CaseOrchestration.Name, caseId, input: null, cancellationToken)) return;
        await client.RaiseEventAsync(caseId, CaseOrchestration.Wake, cancellation: cancellationToken);
    }

    [LoggerMessage(6001, LogLevel.Warning, "Case {CaseId} could not be woken; it is tried again within a minute")]
    private partial void LogUnheard(Exception fault, string caseId);
}
