using TenderWatch.Core.Checks;

namespace TenderWatch.Core.Rechecks;

/// <summary>How a recheck does.</summary>
public enum RecheckState
{
    /// <summary>Its case has other things to do first.</summary>
    Waiting,

    /// <summary>It has begun.</summary>
    Running,

    /// <summary>It is through.</summary>
    Done,

    /// <summary>It does not get through, for a reason.</summary>
    Stuck,
}

/// <summary>A recheck and what came of it.</summary>
/// <param name="Number">Its number in the case.</param>
/// <param name="State">How it does.</param>
/// <param name="Checks">The checks asked for; all where none is named.</param>
/// <param name="Reason">Why it was asked.</param>
/// <param name="By">Who asked.</param>
/// <param name="At">When it was asked.</param>
/// <param name="Stuck">Why it does not get through.</param>
/// <param name="Results">What came of each check that ran, once it is done.</param>
public sealed record RecheckReport(
    int Number, RecheckState State, IReadOnlyList<string> Checks, string Reason, string By, DateTimeOffset At, string? Stuck, IReadOnlyList<RecheckedResult> Results);

/// <summary>The result of a check before and after a recheck.</summary>
/// <param name="Check">The check.</param>
/// <param name="Before">The gravest verdict before; <see langword="null"/> where it never ran.</param>
/// <param name="After">The gravest verdict after.</param>
/// <param name="RuleBefore">The version of the rule before.</param>
/// <param name="RuleAfter">The version of the rule after.</param>
/// <param name="Changed">Whether anything in its findings is not as it was: a verdict, a figure, a word.</param>
public sealed record RecheckedResult(string Check, Verdict? Before, Verdict After, string? RuleBefore, string RuleAfter, bool Changed);
