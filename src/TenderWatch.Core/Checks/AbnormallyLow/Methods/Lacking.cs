using TenderWatch.Core.Languages;

namespace TenderWatch.Core.Checks.AbnormallyLow.Methods;

/// <summary>Why a method cannot be reckoned.</summary>
internal static class Lacking
{
    public static MethodOutcome.NotAssessable Bids(int count, int needed) => new("bids", LocalizedText.Of(
        w => $"er zijn {w.Exact(count)} inschrijvingen en de methode vraagt er minstens {w.Exact(needed)}",
        w => $"there are {w.Exact(count)} tenders and the method needs at least {w.Exact(needed)}"));

    public static MethodOutcome.NotAssessable BaseBudget { get; } = new("base-budget", new(
        "de basisprijs of het budget waarop de inschrijvingen reageren is niet bekend", "the base price or budget that the tenders answer to is not known"));

    public static MethodOutcome.NotAssessable Estimate { get; } = new("estimate", new(
        "de raming van de koper zonder btw is niet bekend", "the buyer's estimate without VAT is not known"));

    public static MethodOutcome.NotAssessable Nature { get; } = new("nature", new(
        "het is niet bekend of het om werken, leveringen of diensten gaat", "whether works, supplies or services are bought is not known"));

    public static MethodOutcome.NotAssessable Threshold { get; } = new("threshold", new(
        "de grens staat in de aanbestedingsstukken en is niet opgegeven", "the threshold stands in the procurement documents and was not given"));

    /// <summary>A figure that the rule divides by is 0, or nothing is left of the bids.</summary>
    public static MethodOutcome.NotAssessable Spread(LocalizedText why) => new("spread", why);
}
