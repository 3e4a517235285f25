using TenderWatch.Core.Checks;
using TenderWatch.Core.Languages;

namespace TenderWatch.Core.Rechecks;

/// <summary>A finding that is not as it was.</summary>
/// <param name="Subject"><c>procurement</c>, or the lot judged.</param>
/// <param name="Before">The verdict that was; <see langword="null"/> where there was no finding on the subject.</param>
/// <param name="After">The verdict that is; <see langword="null"/> where there is no finding on the subject any more.</param>
/// <param name="Figures">The figures that are not as they were.</param>
/// <param name="Words">Whether summary, reasons, missing facts, legal basis, or the label or derivation of a figure are not as they were.</param>
public sealed record FindingChange(string Subject, Verdict? Before, Verdict? After, IReadOnlyList<FigureChange> Figures, bool Words)
{
    private const string Untold = "confidential";

    /// <summary>The same change without whom it is about and without figures: what confidential documents say stands in no report.</summary>
    internal FindingChange WithoutContent() => this with
    {
        Subject = Untold,
        Figures = [.. Figures.Select(figure => new FigureChange(Untold, new("vertrouwelijk cijfer", "confidential figure"), null, null))],
    };
}

/// <summary>A figure that is not as it was.</summary>
/// <param name="Id">Its stable name: <c>gap-to-next</c>.</param>
/// <param name="Label">What it is.</param>
/// <param name="Before">What was; <see langword="null"/> for what was added.</param>
/// <param name="After">What is; <see langword="null"/> for what was left out.</param>
public sealed record FigureChange(string Id, LocalizedText Label, FigureValue? Before, FigureValue? After);

/// <summary>The value of a figure.</summary>
/// <param name="Value">The figure.</param>
/// <param name="Unit">A currency, <c>%</c>, <c>count</c>; a percentage is 7.03 for 7.03 %.</param>
public sealed record FigureValue(decimal Value, string Unit);
