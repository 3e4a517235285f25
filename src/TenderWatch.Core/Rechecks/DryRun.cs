using TenderWatch.Core.Cases;
using TenderWatch.Core.Checks;
using TenderWatch.Core.Evidence;
using TenderWatch.Core.Languages;
using TenderWatch.Core.Reviews;

namespace TenderWatch.Core.Rechecks;

/// <summary>Tries the present rules and settings on the stored facts of cases and says what would change. It writes nothing.</summary>
/// <param name="evidence">The stored facts and findings.</param>
/// <param name="checks">The checks with the present settings.</param>
public sealed class DryRun(IEvidenceStore evidence, IEnumerable<ICheck> checks)
{
    private readonly StoredParts _parts = new(evidence);

    /// <summary>Judges cases again by the facts of their latest episode; cases that nothing judged yet, or that another took over, are left out.</summary>
    /// <param name="states">The cases.</param>
    /// <param name="progress">Hears of every case that is done.</param>
    /// <param name="cancellationToken">Stops the run.</param>
    public async Task<DryRunReport> RunAsync(IReadOnlyList<CaseState> states, IProgress<CaseDryRun>? progress, CancellationToken cancellationToken)
    {
        var (changed, judged, results) = (new List<CaseDryRun>(), 0, 0);
        foreach (var state in states)
        {
            if (state.Facts is not { } digest || state.MergedInto is not null) continue;
            // The verdicts of a case are those on all facts.
            var read = state.ConfidentialFacts is { } entered ? _parts.FactsAsync(entered, Confidentiality.Confidential, cancellationToken) : _parts.FactsAsync(digest, Confidentiality.Public, cancellationToken);
            var (facts, unread, changes) = (await read, new List<LocalizedText>(), new List<ResultChange>());
            if (facts.Value is null)
            {
                unread.Add(facts.Fault!);
            }
            else
            {
                judged++;
                results += await JudgeAsync(state, facts.Value, changes, unread, cancellationToken);
            }

            var done = new CaseDryRun(state.Id, state.Title, changes, unread);
            if (changes.Count > 0 || unread.Count > 0) changed.Add(done);
            progress?.Report(done);
        }

        ResultChange[] all = [.. changed.SelectMany(one => one.Results)];
        var counts = new DryRunCounts(
            judged,
            results,
            all.Count(change => change.OfVerdict),
            all.Count(change => !change.OfVerdict && change.OfFigures),
            all.Count(change => !change.OfVerdict && !change.OfFigures),
            changed.Sum(one => one.Unread.Count));
        var verdicts = all.Where(change => change.Before != change.After).GroupBy(change => (change.Check, change.Before, change.After))
            .Select(group => new VerdictCount(group.Key.Check, group.Key.Before, group.Key.After, group.Count()))
            .OrderBy(count => count.Check, StringComparer.Ordinal).ThenBy(count => count.Before).ThenBy(count => count.After);
        return new DryRunReport(changed, counts, [.. verdicts]);
    }

    /// <returns>How many results there would be.</returns>
    private async Task<int> JudgeAsync(CaseState state, CaseFacts facts, List<ResultChange> changes, List<LocalizedText> unread, CancellationToken cancellationToken)
    {
        var left = state.Checks.ToDictionary(result => result.Check, StringComparer.Ordinal);
        var (results, isConfidential) = (0, state.ConfidentialFacts is not null);
        foreach (var check in checks)
        {
            results++;
            left.Remove(check.Id, out var known);
            await CompareAsync(known, check, isConfidential ? EnteredFacts.Judge(check, facts) : check.Run(facts));
        }

        foreach (var gone in left.Values) await CompareAsync(gone, null, []);
        return results;

        async Task CompareAsync(CheckResult? known, ICheck? check, IReadOnlyList<Finding> after)
        {
            var before = known is null ? new([], null)
                : known.Confidential is { } digest ? await _parts.FindingsAsync(digest, Confidentiality.Confidential, cancellationToken)
                : await _parts.FindingsAsync(known.Findings, Confidentiality.Public, cancellationToken);
            if (before.Value is null)
                unread.Add(before.Fault!);
            else if (FindingComparison.Of(before.Value, after) is { Count: > 0 } found)
                changes.Add(new ResultChange((check?.Id ?? known?.Check)!, known?.RuleVersion, check?.Version, known?.Verdict, after.Count > 0 ? Verdicts.Gravest(after) : null,
                    isConfidential ? [.. found.Select(change => change.WithoutContent())] : found)
                {
                    IsConfidential = isConfidential,
                });
        }
    }
}
