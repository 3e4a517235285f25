using TenderWatch.Core.Bids;
using TenderWatch.Core.Cases;
using TenderWatch.Core.Languages;
using TenderWatch.Core.Notices;

namespace TenderWatch.Core.Checks.AbnormallyLow;

/// <summary>What else a reader of the prices of a lot must know, and what the notice itself contradicts.</summary>
internal static class LotRemarks
{
    /// <summary>The remarks, in order.</summary>
    public static IEnumerable<LocalizedText> Of(LotPrices prices)
    {
        if (prices.Obstacle is { } obstacle) yield return obstacle;
        if (prices.Entered is { } entered) yield return Entered(entered, prices);
        if (Coverage(prices) is { } coverage) yield return coverage;
        if (prices.Variants > 0)
        {
            yield return new(
                $"{Count(prices.Variants)} variant(en) tellen niet mee (BT-193).",
                $"{Count(prices.Variants)} variant(s) are left out (BT-193).");
        }

        if (prices.Entered is null && prices.Bids.Count(bid => bid.Won) > 1)
        {
            yield return new(
                "Er is meer dan één winnaar: hun bedragen kunnen delen van de opdracht zijn en lager lijken dan de prijs waarmee zij inschreven.",
                "There is more than one winner: their amounts may be shares of the contract and look lower than the price they tendered.");
        }

        if (prices.RejectedAsLow is > 0 and var rejected)
        {
            yield return LocalizedText.Of(
                w => $"De koper heeft zelf {w.Exact(rejected)} inschrijving(en) na onderzoek terzijde gelegd vanwege een abnormaal lage prijs (BT-760 t-verif-inad-low).",
                w => $"The buyer itself set {w.Exact(rejected)} tender(s) aside after verification because of an abnormally low price (BT-760 t-verif-inad-low).");
        }

        foreach (var contradiction in Contradictions(prices)) yield return contradiction;
    }

    /// <summary>The lowest and highest admissible tender as the notice states them.</summary>
    public static IEnumerable<Figure> StatedRange(LotPrices prices)
    {
        foreach (var result in prices.Award.Results)
        {
            if (result.Lowest.CanReckon())
            {
                yield return new Figure("lowest-stated", new("Laagste ontvankelijke inschrijving volgens de koper", "Lowest admissible tender according to the buyer"),
                    result.Lowest!.Amount, result.Lowest.Currency, [prices.Award.Notice.Origin("BT-710", result.Id)]);
            }

            if (result.Highest.CanReckon())
            {
                yield return new Figure("highest-stated", new("Hoogste ontvankelijke inschrijving volgens de koper", "Highest admissible tender according to the buyer"),
                    result.Highest!.Amount, result.Highest.Currency, [prices.Award.Notice.Origin("BT-711", result.Id)]);
            }
        }
    }

    private static LocalizedText Entered(CaseBids entered, LotPrices prices)
    {
        var published = prices.Award.Bids.Any(bid => bid.Value.CanReckon());
        return LocalizedText.Of(
            w => $"Vergeleken zijn de inschrijvingen die op {w.Date(DutchTime.DateOf(entered.Reference.At))} zijn ingevoerd{(published ? "; de bedragen in de aankondiging zijn voor dit perceel niet gebruikt" : "")}. Zij zijn vertrouwelijk.",
            w => $"Compared are the tenders that were entered on {w.Date(DutchTime.DateOf(entered.Reference.At))}{(published ? "; the amounts in the notice are not used for this lot" : "")}. They are confidential.");
    }

    private static LocalizedText? Coverage(LotPrices prices)
    {
        if (prices.Received is not { } received) return null;
        if (prices.Entered is not null)
        {
            var all = prices.Listed + prices.Variants;
            return received == all ? null : LocalizedText.Of(
                w => $"De aankondiging noemt {w.Exact(received)} ontvangen inschrijving(en) (BT-759); ingevoerd zijn er {Count(all)}.",
                w => $"The notice gives {w.Exact(received)} tender(s) received (BT-759); {Count(all)} were entered.");
        }

        if (received < prices.Listed)
        {
            return LocalizedText.Of(
                w => $"De aankondiging noemt {w.Exact(received)} ontvangen inschrijving(en) (BT-759) en vermeldt er {Count(prices.Listed)}: dat spreekt elkaar tegen.",
                w => $"The notice gives {w.Exact(received)} tender(s) received (BT-759) and lists {Count(prices.Listed)}: the two contradict each other.");
        }

        if (received == 1) return new("Er is één inschrijving ontvangen; er is geen andere om mee te vergelijken.", "One tender was received; there is no other to compare it with.");
        return LocalizedText.Of(
            w => $"Van {Count(prices.Bids.Count)} van de {w.Exact(received)} ontvangen inschrijvingen is een vergelijkbare prijs openbaar.",
            w => $"A comparable price is public for {Count(prices.Bids.Count)} of the {w.Exact(received)} tenders received.");
    }

    private static IEnumerable<LocalizedText> Contradictions(LotPrices prices)
    {
        foreach (var result in prices.Award.Results)
        {
            var low = result.Lowest.CanReckon() ? result.Lowest : null;
            var high = result.Highest.CanReckon() ? result.Highest : null;
            if (low is not null && high is not null && low.Currency == high.Currency && low.Amount > high.Amount)
            {
                yield return LocalizedText.Of(
                    w => $"De laagste inschrijving (BT-710, {w.Money(low)}) is hoger vermeld dan de hoogste (BT-711, {w.Money(high)}).",
                    w => $"The lowest tender (BT-710, {w.Money(low)}) is stated higher than the highest (BT-711, {w.Money(high)}).");
                continue;
            }

            if (low is not null && high is not null && low == high && prices.Received is > 1)
            {
                yield return LocalizedText.Of(
                    w => $"Laagste en hoogste inschrijving (BT-710, BT-711) zijn beide {w.Money(low)}, terwijl er {w.Exact(prices.Received.Value)} inschrijvingen waren.",
                    w => $"Lowest and highest tender (BT-710, BT-711) are both {w.Money(low)}, while there were {w.Exact(prices.Received.Value)} tenders.");
            }

            foreach (var bid in prices.Bids.Where(bid => Outside(bid, low, high, prices.Currency)))
            {
                yield return LocalizedText.Of(
                    w => $"{bid.Label} ({w.Money(bid.Amount, prices.Currency)}) ligt buiten de laagste en hoogste inschrijving die de koper vermeldt (BT-710, BT-711).",
                    w => $"{bid.Label} ({w.Money(bid.Amount, prices.Currency)}) is outside the lowest and highest tender that the buyer states (BT-710, BT-711).");
            }
        }
    }

    private static bool Outside(PricedBid bid, Money? low, Money? high, string currency) =>
        (low is not null && low.Currency == currency && bid.Amount < low.Amount) || (high is not null && high.Currency == currency && bid.Amount > high.Amount);

    private static string Count(int count) => ((decimal)count).Plain();
}
