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
            // The checks of an entry saw the same facts, which are the largest thing that is read.
            var (at, read) = (0L, new Dictionary<Digest, StoredParts.Part<CaseFacts>>());
            foreach (var (entry, judgement) in judged.Meant(ruleset).SelectMany(meant => Judgement.Of(meant.Entry, meant.Result).Select(judgement => (meant.Entry, judgement))))
            {
                if (at != entry.Sequence) read.Clear();
                at = entry.Sequence;
                if (!read.TryGetValue(judgement.Facts, out var facts)) read[judgement.Facts] = facts = await _parts.FactsAsync(judgement.Facts, judgement.OfFacts, cancellationToken);
                results.Add(await ReplayAsync(entry, judgement, facts, rules, cancellationToken));
            }

            var replay = new CaseReplay(state.Id, state.Title, results, judged.Faults);
            if (results.Count > 0 || judged.Faults.Count > 0) replays.Add(replay);
            progress?.Report(replay);
        }

        string[] unknown = ruleset is Ruleset.Named named ? [.. named.Rules.Select(rule => rule.ToString()).Where(rule => !known.Contains(rule))] : [];
        return new ReplayReport(asked, replays, unknown, [.. known]);
    }

    private async Task<ReplayedResult> ReplayAsync(FindingsEntry entry, Judgement judged, StoredParts.Part<CaseFacts> facts, OldRules rules, CancellationToken cancellationToken)
    {
        var rule = await rules.OfAsync(entry, judged.Rule, cancellationToken);
        var result = new ReplayedResult(entry.Sequence, entry.At, judged.Rule.Check, judged.Rule.Version, ReplayOutcome.NotReplayable, judged.Findings)
        {
            DefaultsAssumed = rule.Check is not null && entry.Settings is null,
            IsConfidential = judged.OfFacts == Confidentiality.Confidential,
        };
        if (facts.IsDeleted) return result with { Why = facts.Fault };
        if (rule.Check is null || facts.Value is null) return result with { Why = rule.Fault ?? facts.Fault };

        var findings = result.IsConfidential ? EnteredFacts.Judge(rule.Check, facts.Value) : rule.Check.Run(facts.Value);
        var recomputed = judged.OfFindings == Confidentiality.Confidential ? FindingsJson.Write(findings, facts.Nonce).Sha256 : Digest.Of(FindingsJson.Write(findings));
        var stored = await _parts.FindingsAsync(judged.Findings, judged.OfFindings, cancellationToken);
        var outcome = recomputed != judged.Findings ? ReplayOutcome.Differs : stored.Value is null && !stored.IsDeleted ? ReplayOutcome.Altered : ReplayOutcome.Identical;
        var changes = stored.Value is null || outcome == ReplayOutcome.Identical ? [] : FindingComparison.Of(stored.Value, findings);
        return result with
        {
            Outcome = outcome,
            Recomputed = recomputed,
            Why = stored.Fault,
            Changes = result.IsConfidential ? [.. changes.Select(change => change.WithoutContent())] : changes,
        };
    }

    // A check that saw confidential facts ran twice: on the public facts, and on all.
    private sealed record Judgement(RuleName Rule, Digest Facts, Confidentiality OfFacts, Digest Findings, Confidentiality OfFindings)
    {
        public static IEnumerable<Judgement> Of(FindingsEntry entry, RecordedResult result)
        {
            yield return new(result.Rule, entry.Facts, Confidentiality.Public, result.Findings, Confidentiality.Public);
            if (entry.ConfidentialFacts is not { } all) yield break;
            yield return new(
                result.Rule, all, Confidentiality.Confidential, result.Confidential ?? result.Findings, result.Confidential is null ? Confidentiality.Public : Confidentiality.Confidential);
        }
    }
}
