using TenderWatch.Core.Cases;
using TenderWatch.Core.Checks;
using TenderWatch.Core.Checks.AbnormallyLow.Panels;
using TenderWatch.Core.Screening.Reading;

namespace TenderWatch.Core.Screening.Indicators;

/// <summary>The low-tender panel on the bids of a release, which Cardinal does not have: asked only where reasons are wanted.</summary>
internal static class LowPrices
{
    // As of the amounts of notices (docs/checks/alt.md).
    private const double MostOfPlaceholder = 1;

    private static readonly AltLimits Limits = new();

    /// <summary>Judges the valid and pending bids of a release; of several active awards nobody knows which bids compete.</summary>
    /// <returns>Why it says nothing, or what it says.</returns>
    public static (Reason Reason, LowPriceNote? Note) Of(Release release, TextTable texts)
    {
        if (!release.HasBids) return (Reason.NoBids, null);
        if (Active(release) > 1) return (Reason.SeveralAwards, null);
        var (bids, tenderers, currency) = (new List<PanelBid>(), new List<int>(), -1);
        foreach (ref readonly var bid in release.Bids)
        {
            if (bid.Status is not (BidStatus.Valid or BidStatus.Pending)) continue;
            // A bid without a price would leave a hole in every mean.
            if (!bid.IsPriced || bid.Amount <= MostOfPlaceholder || bid.Amount > (double)Reckoning.Largest) return (Reason.BidWithoutPrice, null);
            if (currency >= 0 && bid.Currency != currency) return (Reason.OtherCurrency, null);
            currency = bid.Currency;
            bids.Add(new PanelBid($"{bids.Count:D6}", (decimal)bid.Amount));
            // Of a joint bid nobody is named alone.
            var tenderer = release.Organisations(bid.Tenderers) is [var only] ? only : -1;
            if (tenderer >= 0 && tenderers.Contains(tenderer)) return (Reason.SeveralBidsOfOne, null);
            tenderers.Add(tenderer);
        }

        if (bids.Count == 0) return (Reason.NoValidBids, null);
        var panel = Panel.Of(new PanelLot { Bids = bids, Currency = System.Text.Encoding.UTF8.GetString(texts[currency]) }, Limits, sensitivity: false);
        if (panel.Verdict == Verdict.NotAssessable) return (Reason.TooFew, null);
        int TendererOf(int place) => tenderers[int.Parse(panel.Lot.Bids[place].Id, System.Globalization.CultureInfo.InvariantCulture)];
        return (Reason.Assessed, new LowPriceNote(
            bids.Count,
            [.. panel.Comparisons.Where(comparison => comparison.Asks).Select(comparison => new LowPriceSign(comparison.Id, TendererOf(comparison.Bid), comparison.Percent.Cents(), comparison.LimitPercent))],
            [.. panel.Methods.Where(method => method.Flagged.Count > 0).Select(method => method.Method.Id)]));
    }

    private static int Active(Release release)
    {
        var count = 0;
        foreach (ref readonly var award in release.Awards)
        {
            if (award.Status == AwardStatus.Active) count++;
        }

        return count;
    }
}

/// <summary>What the panel says of a release.</summary>
/// <param name="Bids">The bids that were compared.</param>
/// <param name="Signs">The comparisons that ask for an explanation; none where the prices are clear.</param>
/// <param name="Methods">The methods of other countries that would ask about a price.</param>
internal sealed record LowPriceNote(int Bids, IReadOnlyList<LowPriceSign> Signs, IReadOnlyList<string> Methods)
{
    /// <summary>The same with tenderers by their numbers in another table.</summary>
    public LowPriceNote In(int[] texts) => this with { Signs = [.. Signs.Select(sign => sign.Tenderer < 0 ? sign : sign with { Tenderer = texts[sign.Tenderer] })] };
}

/// <summary>A comparison that asks for an explanation.</summary>
/// <param name="Comparison">See <see cref="BidComparison"/>.</param>
/// <param name="Tenderer">The number of the tenderer; -1 when not stated.</param>
/// <param name="Percent">The distance, or the part.</param>
/// <param name="LimitPercent">Its limit.</param>
internal sealed record LowPriceSign(string Comparison, int Tenderer, decimal Percent, decimal LimitPercent);
