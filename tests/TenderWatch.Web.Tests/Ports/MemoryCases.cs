using System.Collections.Concurrent;
using TenderWatch.Core.Evidence;
using TenderWatch.Core.Reviews;

namespace TenderWatch.Web.Tests.Ports;

internal sealed class MemoryCases : ICases
{
    private readonly ConcurrentDictionary<string, CaseState> _states = new(StringComparer.Ordinal);

    public Task<CaseState?> FindAsync(string caseId, CancellationToken cancellationToken) => Task.FromResult(_states.GetValueOrDefault(caseId));

    public Task SaveAsync(CaseState state, CancellationToken cancellationToken)
    {
        _states[state.Id] = state;
        return Task.CompletedTask;
    }

    public Task<IReadOnlyList<CaseState>> ListAsync(CancellationToken cancellationToken) =>
        Task.FromResult<IReadOnlyList<CaseState>>([.. _states.Values.OrderByDescending(state => state.UpdatedAt).ThenBy(state => state.Id, StringComparer.Ordinal)]);

    public IAsyncEnumerable<(string CaseId, LedgerHead Head)> HeadsAsync(CancellationToken cancellationToken) =>
        _states.Values.Select(state => (state.Id, state.Ledger)).ToAsyncEnumerable();

    public Task<IReadOnlyList<CaseState>> DueAsync(DateTimeOffset moment, CancellationToken cancellationToken) =>
        Task.FromResult<IReadOnlyList<CaseState>>([.. _states.Values.Where(state => state.LookAgainAt <= moment)]);
}
