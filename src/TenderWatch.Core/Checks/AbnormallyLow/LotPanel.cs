using TenderWatch.Core.Cases;
using TenderWatch.Core.Checks.AbnormallyLow.Methods;
using TenderWatch.Core.Checks.AbnormallyLow.Panels;
using TenderWatch.Core.Languages;

namespace TenderWatch.Core.Checks.AbnormallyLow;

/// <summary>The prices of a lot as the panel takes them, and its figures as a finding tells them.</summary>
internal static class LotPanel
{
    /// <summary>The panel over what is published or entered; prices and estimates are without VAT (BT-720, BT-27).</summary>
    public static PanelResult Of(CaseFacts facts, LotPrices prices, LotEstimate? estimate, AltLimits limits)
    {
        var notice = prices.Award.Notice;
        var quantity = LotQuantity.Of(facts.Notices, prices.Award.Lot);
        // A quantity that was entered tells its unit only by being that of the notice.
        var unit = prices.Bids.All(bid => bid.Quantity is null || bid.Quantity == quantity?.Value) ? quantity?.Unit : null;
        // Of several winners nobody knows who got how many, and quantities that were entered are those of the bids.
        var whole = prices.Bids.Count(bid => bid.Won) < 2 && prices.Bids.All(bid => bid.Quantity is null) ? quantity?.Value : null;
        return Panel.Of(
            new PanelLot
            {
                Bids = [.. prices.Bids.Select(bid => new PanelBid(bid.Id, bid.Amount) { Label = bid.Label, Won = bid.Won, Quantity = bid.Quantity ?? whole, Unit = unit, UnitPrice = bid.UnitPrice })],
                PastAwards = [.. facts.PastAwards.Where(past => past.Award.Cpv == quantity?.Cpv).Select(past => new PastAward($"{past.Notice}/{past.Award.Lot}", past.Award.Price, past.Award.Currency, past.Award.Quantity, past.Award.Unit))],
                Currency = prices.Currency,
                Estimate = estimate is not null && estimate.Value.Currency == prices.Currency ? estimate.Value.Amount : null,
                Nature = notice.Notice.ContractNature switch
                {
                    "works" => ContractNature.Works,
                    "supplies" => ContractNature.Supplies,
                    "services" => ContractNature.Services,
                    _ => null,
                },
                Country = notice.Notice.Buyers.Select(buyer => buyer.Country).FirstOrDefault(country => country is not null),
                Date = prices.Entered is { } entered ? DutchTime.DateOf(entered.Reference.At) : notice.Record.Published,
            },
            limits);
    }

    /// <summary>The limits of the methods that could be reckoned, and the spread of the prices.</summary>
    public static IEnumerable<Figure> Figures(PanelResult panel, LotPrices prices, CaseFacts facts)
    {
        if (panel.Past is { } past)
        {
            var compared = past.Awards.Select(award => award.Id).ToHashSet(StringComparer.Ordinal);
            yield return new Figure("past-median", new("Mediaan van de prijs per eenheid in eerdere gunningen", "Median of the price per unit in past awards"), past.Median.Rounded(), prices.Currency,
                [.. facts.PastAwards.Where(one => compared.Contains($"{one.Notice}/{one.Award.Lot}")).Select(one => new FactOrigin(one.Notice, "BT-720", one.Award.Lot, one.Document))]);
        }

        if (UnitPrices.Differ(panel.Lot) && UnitPrices.Of(panel.Lot) is { } units)
        {
            foreach (var (place, bid) in prices.Bids.Index())
                yield return new Figure($"unit-price/{bid.Id}", new($"{bid.Label}: prijs per eenheid", $"{bid.Label}: price per unit"), units[place].Rounded(), prices.Currency, [bid.Origin]);
        }

        if (prices.Bids.Count < 2) yield break;
        var all = prices.Origins;
        foreach (var reading in panel.Methods)
        {
            foreach (var limit in reading.Figures.OfType<MethodFigure.Number>().Where(figure => figure.Name.StartsWith("limit", StringComparison.Ordinal)))
            {
                var which = LimitName(limit.Name);
                yield return new Figure($"{reading.Method.Id}/{limit.Name}", new($"{reading.Method.Name.Nl}: {which.Nl}", $"{reading.Method.Name.En}: {which.En}"), limit.Value.Rounded(), prices.Currency, all);
            }
        }

        if (panel.Screens.Variation is { } variation) yield return new Figure("cv", new("Variatiecoëfficiënt van de prijzen", "Coefficient of variation of the prices"), (variation * 100).Cents(), "%", all);
        if (panel.Screens.Difference is { } difference) yield return new Figure("diffp", new("Op een na laagste boven de laagste", "Second lowest above the lowest"), (difference * 100).Cents(), "%", all);
    }

    // Two limits of one method are told apart.
    private static LocalizedText LimitName(string name) => name switch
    {
        "limit_ten" => new("grens bij 10 %", "limit at 10 %"),
        "limit_mean" or "limit_a" => new("grens uit het gemiddelde", "limit from the mean"),
        "limit_next" or "limit_b" => new("grens uit de eerstvolgende prijs", "limit from the next price"),
        "limit_value" => new("grens uit de raming", "limit from the estimate"),
        "limit_budget" => new("grens uit de basisprijs", "limit from the base price"),
        _ => new("grens", "limit"),
    };

    /// <summary>What would have to be known before anybody judges a price that asks for an explanation.</summary>
    public static IEnumerable<LocalizedText> Needs(PanelResult panel)
    {
        if (panel.Verdict != Verdict.Flagged) yield break;
        yield return new(
            $"Om meer te kunnen zeggen: {string.Join(" ", panel.Needs.Select(need => need.Why.Nl))}",
            $"To say more: {string.Join(" ", panel.Needs.Select(need => need.Why.En))}");
    }
}
