using TenderWatch.Core.Cases;

namespace TenderWatch.Core.Summaries;

/// <summary>
/// A purchase in five lines, in Dutch and English: fixed sentences, filled from the facts of its notices, each with where it stands. No model writes them, and the same facts give the
/// same lines. What no notice states, a line says to be not stated. They give no verdict.
/// </summary>
public static class CaseSummary
{
    /// <summary>The lines, one for each <see cref="SummaryTopic"/>.</summary>
    /// <param name="facts">The facts.</param>
    public static IReadOnlyList<SummaryLine> Of(CaseFacts facts)
    {
        ArgumentNullException.ThrowIfNull(facts);
        var known = new SummaryFacts(facts);
        return
        [
            new(SummaryTopic.Purchase, [.. PurchaseLine.Of(known)]),
            new(SummaryTopic.Size, [.. SizeLine.Of(known)]),
            new(SummaryTopic.Term, [.. TermLine.Of(known)]),
            new(SummaryTopic.Outcome, [.. OutcomeLine.Of(known)]),
            new(SummaryTopic.Rules, [.. RulesLine.Of(known)]),
        ];
    }
}
