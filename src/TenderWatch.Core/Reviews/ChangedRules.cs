using System.Text.Json;
using TenderWatch.Core.Checks;
using TenderWatch.Core.Evidence;

namespace TenderWatch.Core.Reviews;

/// <summary>Finds the cases that other rules have judged: a changed threshold holds for all cases.</summary>
public sealed class ChangedRules(ICaseInbox inbox, ICases cases, IEnumerable<ICheck> checks, TimeProvider time)
{
    /// <summary>Asks for a recheck of every case whose findings another version of a rule gave.</summary>
    public async Task RaiseAsync(CancellationToken cancellationToken)
    {
        var rules = string.Join(' ', checks.Select(check => $"{check.Id}={check.Version}").Order(StringComparer.Ordinal));
        foreach (var state in await cases.ListAsync(cancellationToken))
        {
            var used = string.Join(' ', state.Checks.Select(result => $"{result.Check}={result.RuleVersion}").Order(StringComparer.Ordinal));
            if (state.MergedInto is not null || state.IsDeleted == true || state.OpenedAt is null || used == rules) continue;
            var id = Digest.Of($"{CaseEventKinds.RecheckRequested}|{state.Id}|{state.Ledger.Sequence}|{rules}").Hex[..32];
            var body = JsonSerializer.SerializeToElement(new { reason = "rules-changed", from = used, to = rules });
            await inbox.RaiseAsync(state.Id, new CaseEvent(id, CaseEventKinds.RecheckRequested, time.GetUtcNow(), body), cancellationToken);
        }
    }
}
