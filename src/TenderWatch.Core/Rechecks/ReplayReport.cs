using TenderWatch.Core.Evidence;
using TenderWatch.Core.Languages;

namespace TenderWatch.Core.Rechecks;

/// <summary>What came out when old rules ran again.</summary>
/// <param name="Ruleset">The rules meant, as they were asked for.</param>
/// <param name="Cases">The cases that were judged by them.</param>
/// <param name="Unknown">Rules that were asked for and that no case looked at was ever judged by.</param>
/// <param name="Known">The rules that the cases looked at were judged by, ever.</param>
public sealed record ReplayReport(string Ruleset, IReadOnlyList<CaseReplay> Cases, IReadOnlyList<string> Unknown, IReadOnlyList<string> Known)
{
    /// <summary>The results by outcome.</summary>
    public ReplayCounts Counts { get; } = new(
        Of(Cases, ReplayOutcome.Identical), Of(Cases, ReplayOutcome.Differs), Of(Cases, ReplayOutcome.Altered), Of(Cases, ReplayOutcome.NotReplayable), Cases.Sum(one => one.Faults.Count));

    /// <summary>Whether every result came out as it was recorded, and the ledgers are as they were written.</summary>
    public bool Confirmed => Counts is { Differs: 0, Altered: 0, NotReplayable: 0, LedgerFaults: 0 };

    private static int Of(IReadOnlyList<CaseReplay> cases, ReplayOutcome outcome) => cases.Sum(one => one.Results.Count(result => result.Outcome == outcome));
}

/// <summary>The results by outcome.</summary>
/// <param name="Identical">The same bytes came out.</param>
/// <param name="Differs">Other bytes came out.</param>
/// <param name="Altered">The same bytes came out, and what is stored is not what was recorded.</param>
/// <param name="NotReplayable">The rule or the facts are not to be had.</param>
/// <param name="LedgerFaults">What is wrong with the ledgers.</param>
public sealed record ReplayCounts(int Identical, int Differs, int Altered, int NotReplayable, int LedgerFaults);

/// <summary>What came out for a case.</summary>
/// <param name="Case">The case.</param>
/// <param name="Title">The title of the purchase.</param>
/// <param name="Results">Every result that was recomputed or could not be.</param>
/// <param name="Faults">What is wrong with the ledger of the case.</param>
public sealed record CaseReplay(string Case, string Title, IReadOnlyList<ReplayedResult> Results, IReadOnlyList<VerificationFault> Faults);

/// <summary>What came out for a result.</summary>
/// <param name="Entry">The ledger entry that recorded it.</param>
/// <param name="At">When.</param>
/// <param name="Check">The check.</param>
/// <param name="RuleVersion">The version of its rule.</param>
/// <param name="Outcome">What came out.</param>
/// <param name="Recorded">The digest of the findings in the ledger.</param>
public sealed record ReplayedResult(long Entry, DateTimeOffset At, string Check, string RuleVersion, ReplayOutcome Outcome, Digest Recorded)
{
    /// <summary>The digest of the findings that came out; <see langword="null"/> where nothing did.</summary>
    public Digest? Recomputed { get; init; }

    /// <summary>Whether it is the judgement on all facts, with what people entered; its changes then tell neither subject nor figures.</summary>
    public bool IsConfidential { get; init; }

    /// <summary>Why it could not be replayed, or what is wrong with what is stored.</summary>
    public LocalizedText? Why { get; init; }

    /// <summary>Whether the entry names no settings, so that the default thresholds are assumed.</summary>
    public bool DefaultsAssumed { get; init; }

    /// <summary>What is not as it was recorded, by subject.</summary>
    public IReadOnlyList<FindingChange> Changes { get; init; } = [];
}

/// <summary>What came out when a result was recomputed.</summary>
public enum ReplayOutcome
{
    /// <summary>The same bytes.</summary>
    Identical,

    /// <summary>Other bytes: the rule was changed without a new version, or the record was.</summary>
    Differs,

    /// <summary>The bytes that the ledger records; those that are stored under their digest are not these any more.</summary>
    Altered,

    /// <summary>Nothing: the rule, its thresholds or the facts are not to be had.</summary>
    NotReplayable,
}
