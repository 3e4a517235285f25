using TenderWatch.Core.Cases;
using TenderWatch.Core.Languages;

namespace TenderWatch.Core.Checks.AbnormallyLow.Panels;

/// <summary>A comparison of one bid that can give rise to a question.</summary>
/// <param name="Id">Its stable name: <c>gap-to-next</c>, <c>share-of-mean</c>, <c>share-of-estimate</c>, and both for the price of a unit: <c>unit-…</c>.</param>
/// <param name="Bid">The position of the bid.</param>
/// <param name="Next">The position of the next bid, for a gap.</param>
/// <param name="Prices">The price, the reference and the limit.</param>
public sealed record BidComparison(string Id, int Bid, int? Next, PriceComparison Prices)
{
    /// <summary>The distance to the next bid.</summary>
    public const string GapToNext = "gap-to-next";

    /// <summary>The part of the mean of all bids.</summary>
    public const string ShareOfMean = "share-of-mean";

    /// <summary>The part of the buyer's estimate.</summary>
    public const string ShareOfEstimate = "share-of-estimate";

    /// <summary>Stands before the name of a comparison of prices of a unit.</summary>
    public const string OfUnit = "unit-";

    /// <summary>Whether it asks for an explanation.</summary>
    public bool Asks => Prices.Asks;

    /// <summary>Whether it is a distance rather than a part.</summary>
    public bool IsGap => Next is not null;

    /// <summary>The limit in per cent as it is set: of a distance or of a part.</summary>
    public decimal LimitPercent => IsGap ? 100 - Prices.LimitPercent : Prices.LimitPercent;

    /// <summary>The figure that is held against <see cref="LimitPercent"/>; with a limit set at it the conclusion would tip.</summary>
    public decimal Percent => IsGap ? 100 - Prices.SharePercent : Prices.SharePercent;

    /// <summary>
    /// The price of this bid at and below which the comparison asks, the others as they are. With a mean it differs from the limit, for the price moves
    /// the mean it is in.
    /// </summary>
    public decimal TipPrice => Prices.Count == 1
        ? Prices.Limit
        : Prices.LimitPercent * (Prices.Sum - Prices.Bid) / ((100 * Prices.Count) - Prices.LimitPercent);

    /// <summary>The comparison in words, with how near the other conclusion is.</summary>
    /// <param name="bids">The bids of the lot.</param>
    /// <param name="currency">Their currency.</param>
    /// <param name="limits">The limits in use: one that was set otherwise is no country's.</param>
    public LocalizedText Reason(IReadOnlyList<PanelBid> bids, string currency, AltLimits limits)
    {
        var defaults = new AltLimits();
        var label = bids[Bid].Label;
        var (germany, poland) = (new LocalizedText("de Duitse grens", "the German limit"), new LocalizedText("de Poolse grens", "the Polish limit"));
        var set = new LocalizedText("de ingestelde grens", "the limit set");
        var perUnit = Id.StartsWith(OfUnit, StringComparison.Ordinal) ? new LocalizedText(" per eenheid", " per unit") : LocalizedText.Same("");
        if (Next is { } next)
        {
            var limit = limits.GapToNextPercent == defaults.GapToNextPercent ? germany : set;
            return LocalizedText.Of(
                w => $"{label} ligt{perUnit.Nl} {w.Number(Percent, 2)} % onder de eerstvolgende inschrijving {bids[next].Label}; {limit.Nl} is {w.Exact(LimitPercent)} %. {Distance(w, currency)}",
                w => $"{label} is{perUnit.En} {w.Number(Percent, 2)} % below the next tender {bids[next].Label}; {limit.En} is {w.Exact(LimitPercent)} %. {Distance(w, currency)}");
        }

        var (reference, isDefault) = Id == ShareOfEstimate
            ? (new LocalizedText("de raming van de koper zonder btw", "the buyer's estimate without VAT"), limits.ShareOfEstimatePercent == defaults.ShareOfEstimatePercent)
            : (new LocalizedText("het gemiddelde van alle inschrijvingen", "the mean of all tenders"), limits.ShareOfMeanPercent == defaults.ShareOfMeanPercent);
        var name = isDefault ? poland : set;
        return LocalizedText.Of(
            w => $"{label} is{perUnit.Nl} {w.Number(Percent, 2)} % van {reference.Nl}; {name.Nl} is {w.Exact(LimitPercent)} %. {Distance(w, currency)}",
            w => $"{label} is{perUnit.En} {w.Number(Percent, 2)} % of {reference.En}; {name.En} is {w.Exact(LimitPercent)} %. {Distance(w, currency)}");
    }

    // How sensitive the conclusion is: what would have to change before it does.
    private string Distance(Wording w, string currency)
    {
        var distance = w.Money(Math.Abs(Prices.Bid - Prices.Limit).Rounded(), currency);
        var (where, asks) = w.Language == Language.Nl
            ? (Asks ? $"ligt {distance} onder" : $"ligt {distance} boven", ": deze vergelijking vraagt om een toelichting")
            : (Asks ? $"is {distance} below" : $"is {distance} above", ": this comparison asks for an explanation");
        if (Prices.Bid == Prices.Limit) where = w.Language == Language.Nl ? "ligt precies op" : "is exactly at";
        return w.Language == Language.Nl ? $"De prijs {where} die grens{(Asks ? asks : "")}." : $"The price {where} that limit{(Asks ? asks : "")}.";
    }
}
