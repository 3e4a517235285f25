using TenderWatch.Core.Cases;
using TenderWatch.Core.Checks;
using TenderWatch.Core.Evidence;
using TenderWatch.Core.Reviews;

namespace TenderWatch.Core.Rechecks;

/// <summary>Runs old rules again on the facts that they saw, and holds what comes out against what the ledgers record. It writes nothing.</summary>
/// <param name="ledger">The ledgers.</param>
/// <param name="evidence">The stored facts, settings and findings.</param>
/// <param name="checks">The rules of this build with given settings.</param>
public sealed class Replay(ILedger ledger, IEvidenceStore evidence, Func<CheckSettings, IReadOnlyList<ICheck>> checks)
{
    private readonly StoredParts _parts = new(evidence);

    /// <summary>The rules that a ledger entry names; <see langword="null"/> when it is not there or holds no findings.</summary>
    /// <param name="entry">The entry.</param>
    /// <param name="state">Its case.</param>
    /// <param name="cancellationToken">Stops the call.</param>
    public async Task<Ruleset.Named?> RulesOfAsync(Ruleset.OfEntry entry, CaseState state, CancellationToken cancellationToken)
    {
        var judged = await JudgedLedger.ReadAsync(ledger, state, cancellationToken);
        var found = judged.Entries.FirstOrDefault(candidate => candidate.Sequence == entry.Sequence);
        return found is null ? null : new Ruleset.Named([.. found.Results.Select(result => result.Rule)]);
    }

    /// <summary>Replays cases.</summary>
    /// <param name="ruleset">The rules meant: of a day, or by name.</param>
    /// <param name="asked">The rules as they were asked for.</param>
    /// <param name="states">The cases.</param>
    /// <param name="progress">Hears of every case that is done.</param>
    /// <param name="cancellationToken">Stops the run.</param>
    public async Task<ReplayReport> RunAsync(Ruleset ruleset, string asked, IReadOnlyList<CaseState> states, IProgress<CaseReplay>? progress, CancellationToken cancellationToken)
    {
        var rules = new OldRules(_parts, checks);
        var (replays, known) = (new List<CaseReplay>(), new SortedSet<string>(StringComparer.Ordinal));
        foreach (var state in states)
        {
            var judged = await JudgedLedger.ReadAsync(ledger, state, cancellationToken);
            known.UnionWith(judged.Entries.SelectMany(entry => entry.Results).Select(result => result.Rule.ToString()));
            var results = new List<ReplayedResult>();
            (Digest Facts, StoredParts.Part<CaseFacts> Read)? last = null;
            foreach (var (entry, recorded) in judged.Meant(ruleset))
            {
                // The checks of an entry saw the same facts, which are the largest thing that is read.
                if (last?.Facts != entry.Facts) last = (entry.Facts, await _parts.FactsAsync(entry.Facts, cancellationToken));
                results.Add(await ReplayAsync(entry, recorded, last.Value.Read, rules, cancellationToken));
            }

            var replay = new CaseReplay(state.Id, state.Title, results, judged.Faults);
            if (results.Count > 0 || judged.Faults.Count > 0) replays.Add(replay);
            progress?.Report(replay);
        }

        string[] unknown = ruleset is Ruleset.Named named ? [.. named.Rules.Select(rule => rule.ToString()).Where(rule => !known.Contains(rule))] : [];
        return new ReplayReport(asked, replays, unknown, [.. known]);
    }

    private async Task<ReplayedResult> ReplayAsync(
        FindingsEntry entry, RecordedResult recorded, StoredParts.Part<CaseFacts> facts, OldRules rules, CancellationToken cancellationToken)
    {
        var rule = await rules.OfAsync(entry, recorded.Rule, cancellationToken);
        var result = new ReplayedResult(entry.Sequence, entry.At, recorded.Rule.Check, recorded.Rule.Version, ReplayOutcome.NotReplayable, recorded.Findings) { DefaultsAssumed = rule.Check is not null && entry.Settings is null };
        if (rule.Check is null || facts.Value is null) return result with { Why = rule.Fault ?? facts.Fault };

        var findings = rule.Check.Run(facts.Value);
        var recomputed = Digest.Of(FindingsJson.Write(findings));
        var stored = await _parts.FindingsAsync(recorded.Findings, cancellationToken);
        var outcome = recomputed != recorded.Findings ? ReplayOutcome.Differs : stored.Value is null ? ReplayOutcome.Altered : ReplayOutcome.Identical;
        return result with
        {
            Outcome = outcome,
            Recomputed = recomputed,
            Why = stored.Fault,
            Changes = stored.Value is null || outcome == ReplayOutcome.Identical ? [] : FindingComparison.Of(stored.Value, findings),
        };
    }
}
