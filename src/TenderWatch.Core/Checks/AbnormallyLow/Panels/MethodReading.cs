using TenderWatch.Core.Checks.AbnormallyLow.Methods;
using TenderWatch.Core.Languages;

namespace TenderWatch.Core.Checks.AbnormallyLow.Panels;

/// <summary>What a method says of this lot, and what that is worth here.</summary>
public sealed record MethodReading
{
    /// <summary>The method.</summary>
    public required Method Method { get; init; }

    /// <summary>Whether it is law for this procurement.</summary>
    public bool Applies => ShownBecause.Count == 0;

    /// <summary>Why it is only shown beside the procurement.</summary>
    public required IReadOnlyList<LocalizedText> ShownBecause { get; init; }

    /// <summary>Whether what it says rests on something that is not confirmed.</summary>
    public required bool IsUnconfirmed { get; init; }

    /// <summary>What it would say.</summary>
    public required Verdict Verdict { get; init; }

    /// <summary>Its figures by stable name.</summary>
    public IReadOnlyList<MethodFigure> Figures { get; init; } = [];

    /// <summary>The positions of the bids that it would ask about.</summary>
    public IReadOnlyList<int> Flagged { get; init; } = [];

    /// <summary>What it lacks, where it cannot say anything: <c>bids</c>, <c>unconfirmed</c> where it is not confirmed and switched off.</summary>
    public MethodOutcome.NotAssessable? Lacks { get; init; }

    /// <summary>How near the other conclusion is.</summary>
    public IReadOnlyList<Tip> Tips { get; init; } = [];

    /// <summary>Bids without which it would say otherwise.</summary>
    public IReadOnlyList<Hinge> Hinges { get; init; } = [];

    /// <summary>Reads a method.</summary>
    /// <param name="method">The method.</param>
    /// <param name="lot">The lot, its bids lowest first.</param>
    /// <param name="unconfirmed">Whether methods that are not confirmed are switched on.</param>
    /// <param name="sensitivity">Whether tips and hinges are reckoned.</param>
    internal static MethodReading Of(Method method, PanelLot lot, bool unconfirmed, bool sensitivity)
    {
        var input = lot.Input;
        bool IsUnconfirmed(MethodInput given) => method.Certainty == Certainty.Unconfirmed || method.IsUnconfirmedFor(given);
        MethodOutcome Judge(MethodInput given) => IsUnconfirmed(given) && !unconfirmed ? Off : method.Judge(given);

        var outcome = Judge(input);
        var assessed = outcome as MethodOutcome.Assessed;
        IReadOnlyList<int> flagged = assessed?.Flagged ?? [];
        return new MethodReading
        {
            Method = method,
            ShownBecause = [.. Applicability.Obstacles(method, lot)],
            IsUnconfirmed = IsUnconfirmed(input),
            Verdict = assessed is null ? Verdict.NotAssessable : flagged.Count > 0 ? Verdict.Flagged : Verdict.Clear,
            Figures = assessed?.Figures ?? [],
            Flagged = flagged,
            Lacks = outcome as MethodOutcome.NotAssessable,
            Tips = sensitivity && assessed is not null ? [.. Sensitivity.Tips(Judge, input, flagged, Comparisons.Candidates(lot.Bids))] : [],
            // Also where nothing can be said: without one bid something might.
            Hinges = sensitivity ? [.. Sensitivity.Hinges(Judge, input, flagged)] : [],
        };
    }

    private static MethodOutcome.NotAssessable Off { get; } = new("unconfirmed", new(
        "de regel is niet bevestigd en staat uit (instelling Checks:Alt:Unconfirmed)", "the rule is not confirmed and is switched off (setting Checks:Alt:Unconfirmed)"));
}
