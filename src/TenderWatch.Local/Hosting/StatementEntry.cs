using Microsoft.Extensions.DependencyInjection;
using TenderWatch.Core.Cases;
using TenderWatch.Core.Evidence;
using TenderWatch.Core.Reviews;
using TenderWatch.Core.Supply;

namespace TenderWatch.Local.Hosting;

/// <summary>Stores statements and raises their events; settling the cases is left to the caller.</summary>
internal sealed class StatementEntry(IServiceProvider services, string by)
{
    private const int LongestName = 200;

    /// <summary>Enters a statement. The same statement again changes nothing.</summary>
    public async Task<Outcome> EnterAsync(string caseId, byte[] content, CancellationToken cancellationToken)
    {
        var (fault, state, name) = await FindAsync(caseId, cancellationToken);
        if (fault is not null) return new(fault);
        var sha256 = await services.GetRequiredService<IEvidenceStore>().PutAsync(content, "application/json", Confidentiality.Public, cancellationToken);
        if (state!.Statements.Any(statement => statement.Sha256 == sha256) || await IsWaitingAsync(state.Id, sha256, cancellationToken)) return new(null, state.Id);
        if (state.Statements.Count >= StatementEvents.Most) return new($"Case {state.Id} has {StatementEvents.Most} statements, as many as it can have. Withdraw one that counts no more, or enter several as one.");
        await RaiseAsync(StatementEvents.Entered(state.Id, new StatementReference(sha256, Now, name)), state.Id, cancellationToken);
        return new(null, state.Id);
    }

    /// <summary>Withdraws a statement.</summary>
    public async Task<Outcome> WithdrawAsync(string caseId, string sha256, CancellationToken cancellationToken)
    {
        var (fault, state, name) = await FindAsync(caseId, cancellationToken);
        if (fault is not null) return new(fault);
        var wanted = sha256.Trim().ToLowerInvariant();
        var same = state!.Statements.Where(statement => wanted.Length >= 8 && statement.Sha256.Hex.StartsWith(wanted, StringComparison.Ordinal)).ToList();
        if (same is not [var statement])
        {
            var known = state.Statements.Count == 0 ? "it has none" : string.Join(", ", state.Statements.Select(one => one.Sha256.Hex[..12]));
            return new($"Case {state.Id} has no one statement whose SHA-256 begins with '{sha256}' (give 8 digits or more); {known}.");
        }

        await RaiseAsync(StatementEvents.Withdrawn(state.Id, new StatementReference(statement.Sha256, Now, name)), state.Id, cancellationToken);
        return new(null, state.Id);
    }

    // Raised by a process that ended before its case was settled.
    private async Task<bool> IsWaitingAsync(string caseId, Digest sha256, CancellationToken cancellationToken) =>
        (await services.GetRequiredService<ICaseInbox>().WaitingAsync(caseId, cancellationToken))
        .Any(waiting => waiting.Event.Kind == CaseEventKinds.StatementEntered && StatementEvents.Apply([], waiting.Event).Any(statement => statement.Sha256 == sha256));

    private DateTimeOffset Now => services.GetRequiredService<TimeProvider>().GetUtcNow();

    private async Task<(string? Fault, CaseState? State, string By)> FindAsync(string caseId, CancellationToken cancellationToken)
    {
        var name = string.Join(' ', by.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
        if (name.Length is 0 or > LongestName || name.Any(char.IsControl)) return ($"--by needs a name of 1 to {LongestName} characters.", null, name);
        var view = await services.GetRequiredService<CaseViews>().FindAsync(caseId, cancellationToken);
        return view is null ? ($"There is no case {caseId}. 'tenderwatch cases' lists them.", null, name) : (null, view.State, name);
    }

    private Task<bool> RaiseAsync(CaseEvent caseEvent, string caseId, CancellationToken cancellationToken) =>
        services.GetRequiredService<ICaseInbox>().RaiseAsync(caseId, caseEvent, cancellationToken);

    /// <summary>What came of it.</summary>
    /// <param name="Fault">Why nothing was done.</param>
    /// <param name="CaseId">The case, after merges.</param>
    internal readonly record struct Outcome(string? Fault, string? CaseId = null);
}
