using TenderWatch.Core.Bids;
using TenderWatch.Core.Cases;
using TenderWatch.Core.Languages;
using TenderWatch.Core.Notices;

namespace TenderWatch.Core.Checks.AbnormallyLow;

/// <summary>A bid with a price.</summary>
internal sealed record PricedBid(string Id, string Label, decimal Amount, bool Won, FactOrigin Origin)
{
    /// <summary>How much is offered; only where it was entered.</summary>
    public decimal? Quantity { get; init; }

    /// <summary>The price of one unit; only where it was entered.</summary>
    public decimal? UnitPrice { get; init; }
}

/// <summary>The prices published or entered for a lot, and which of them compete with each other.</summary>
internal sealed record LotPrices
{
    /// <summary>The outcome they come from; with no results and bids where the lot is not awarded and they were entered.</summary>
    public required LotAward Award { get; init; }

    /// <summary>The bids that a person entered, which take the place of published ones; <see langword="null"/> where the prices are published.</summary>
    public CaseBids? Entered { get; init; }

    /// <summary>The prices that can be compared, lowest first; empty where <see cref="Obstacle"/> says why not.</summary>
    public required IReadOnlyList<PricedBid> Bids { get; init; }

    /// <summary>Their currency.</summary>
    public required string Currency { get; init; }

    /// <summary>Why stated prices are no competing prices.</summary>
    public LocalizedText? Obstacle { get; init; }

    /// <summary>Bids without a usable price, variants left out.</summary>
    public required IReadOnlyList<Bid> Unpriced { get; init; }

    /// <summary>How many variants there are; they compete with another solution, not on price.</summary>
    public required int Variants { get; init; }

    /// <summary>How many bids are listed or entered, variants left out.</summary>
    public int Listed => Entered is null ? Award.Bids.Count - Variants : Bids.Count;

    /// <summary>Where the prices stand, as a whole.</summary>
    public IReadOnlyList<FactOrigin> Origins => Entered is not null ? [Entered.Origin(null)]
        : Bids.Count > 0 ? [.. Bids.Select(bid => bid.Origin)] : [Award.Notice.Origin("BT-720", Award.Lot)];

    /// <summary>Received tenders (BT-759); <see langword="null"/> where absent or withheld.</summary>
    public decimal? Received => Count("tenders");

    /// <summary>Tenders that the buyer found inadmissible after verifying an abnormally low price (BT-760 t-verif-inad-low).</summary>
    public decimal? RejectedAsLow => Count("t-verif-inad-low");

    /// <summary>Whether a bid of the lot won.</summary>
    public bool HasWinner => Award.Bids.Any(bid => bid.Won) || Award.Results.Any(result => result.Status == "selec-w");

    /// <summary>The price next above a bid: the lowest of the others that is not below it, so an equal one is next.</summary>
    public PricedBid? NextAbove(PricedBid bid) => Bids.FirstOrDefault(other => !ReferenceEquals(other, bid) && other.Amount >= bid.Amount);

    /// <summary>The bids that can lead to a contract on price: the lowest, and each that won.</summary>
    public IEnumerable<PricedBid> Candidates => Bids.Where((bid, position) => position == 0 || bid.Won);

    /// <summary>Reads the prices of a lot.</summary>
    public static LotPrices Of(LotAward award)
    {
        var regular = award.Bids.Where(bid => bid.Variant != true).ToList();
        var priced = regular.Where(bid => bid.Value.CanReckon()).ToList();
        var currencies = priced.Select(bid => bid.Value!.Currency).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal).ToList();
        var obstacle = Why(priced, currencies);
        return new LotPrices
        {
            Award = award,
            Currency = currencies is [var only] ? only : "",
            Obstacle = obstacle,
            Bids = obstacle is not null ? [] : [.. priced
                .Select(bid => new PricedBid(bid.Id ?? "?", BidLabel.Of(bid), bid.Value!.Amount, bid.Won, award.Notice.Origin("BT-720", bid.Id)))
                .OrderBy(bid => bid.Amount).ThenBy(bid => bid.Id, StringComparer.Ordinal)],
            Unpriced = [.. regular.Except(priced, ReferenceEqualityComparer.Instance).Cast<Bid>()],
            Variants = award.Bids.Count - regular.Count,
        };
    }

    private static LocalizedText? Why(List<Bid> priced, List<string> currencies)
    {
        if (currencies.Count > 1)
        {
            var list = string.Join(", ", currencies);
            return new($"De prijzen staan in verschillende valuta ({list}) en worden niet omgerekend.", $"The prices are in different currencies ({list}) and are not converted.");
        }

        return priced.Count > 1 && priced.All(bid => bid.Won)
            ? new(
                "Alle openbare bedragen horen bij winnaars van dezelfde gunning: het kunnen delen van één opdracht zijn in plaats van concurrerende prijzen.",
                "All published amounts belong to winners of the same award: they may be shares of one contract instead of competing prices.")
            : null;
    }

    private decimal? Count(string kind)
    {
        foreach (var result in Award.Results)
        {
            if (result.Submissions.TryGet(kind, out var count) && count is >= 0) return count;
        }

        return null;
    }
}
