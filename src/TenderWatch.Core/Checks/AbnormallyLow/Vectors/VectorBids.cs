using System.Text.Json;
using TenderWatch.Core.Checks.AbnormallyLow.Methods;

namespace TenderWatch.Core.Checks.AbnormallyLow.Vectors;

/// <summary>A bid of a vector that is more than a price.</summary>
/// <param name="Amount">Its price.</param>
/// <param name="Tenderer">Who made it.</param>
/// <param name="Currency">The currency; empty where none is given.</param>
/// <param name="Status">Its status in OCDS terms: valid, disqualified, withdrawn.</param>
internal sealed record VectorBid(decimal Amount, string? Tenderer, string Currency, string? Status)
{
    /// <summary>Whether it competes: one that was set aside before prices were compared does not.</summary>
    public bool Competes => Status is null or "valid" or "pending";
}

/// <summary>Reads bids: prices, or objects with <c>amount</c>, <c>tenderer</c>, <c>currency</c> and <c>status</c>.</summary>
internal static class VectorBids
{
    /// <summary>The prices of the bids that compete.</summary>
    public static IReadOnlyList<decimal> Read(JsonElement value, string where, List<VectorFault> faults)
    {
        var bids = ReadAll(value, where, faults);
        var currencies = bids.Select(bid => bid.Currency).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal).ToList();
        if (currencies.Count > 1) faults.Add(new VectorFault("input", $"{where} has prices in several currencies ({string.Join(", ", currencies)}); nothing is converted."));
        return [.. bids.Where(bid => bid.Competes).Select(bid => bid.Amount)];
    }

    public static IReadOnlyList<VectorBid> ReadAll(JsonElement value, string where, List<VectorFault> faults)
    {
        if (value.ValueKind != JsonValueKind.Array || value.GetArrayLength() > MethodInput.MostBids)
        {
            faults.Add(new VectorFault("input", $"{where} is {JsonFigures.Shown(value)}; allowed: a list of at most {MethodInput.MostBids} bids."));
            return [];
        }

        return [.. value.EnumerateArray().Select((bid, place) => One(bid, $"{where}[{place}]", faults))];
    }

    private static VectorBid One(JsonElement bid, string where, List<VectorFault> faults)
    {
        var isObject = bid.ValueKind == JsonValueKind.Object;
        var amount = !isObject ? bid : bid.TryGetProperty("amount", out var stated) || bid.TryGetProperty("price", out stated) ? stated : default;
        return new VectorBid(
            JsonFigures.Price(amount, isObject ? where + ".amount" : where, faults),
            JsonFigures.Text(bid, "tenderer") ?? JsonFigures.Text(bid, "bidder"),
            JsonFigures.Text(bid, "currency") ?? "",
            JsonFigures.Text(bid, "status"));
    }
}
