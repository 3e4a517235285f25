using System.Text.Json;
using TenderWatch.Core.Cases;
using TenderWatch.Core.Checks.AbnormallyLow.Methods;

namespace TenderWatch.Core.Checks.AbnormallyLow.Vectors;

/// <summary>
/// The four indicators of OCP Cardinal that vectors have, on the bare figures that vectors give them: R024 and R058 over several procurements, R028 and
/// R036 on the bids of one. Definitions: Cardinal's documentation (R/024, R/058, R/028, R/036).
/// </summary>
internal static class CardinalIndicators
{
    public static Func<JsonElement, List<VectorFault>, IReadOnlyList<MethodFigure>>? Find(string id) => id switch
    {
        "OCP-R024" => (inputs, faults) => Fence(inputs, faults, low: true),
        "OCP-R058" => (inputs, faults) => Fence(inputs, faults, low: false),
        "OCP-R028" => IdenticalPrices,
        "OCP-R036" => LowestDisqualified,
        _ => null,
    };

    private static IReadOnlyList<MethodFigure> Fence(JsonElement inputs, List<VectorFault> faults, bool low)
    {
        var ratios = Ratios(inputs, faults);
        decimal? threshold = Member(inputs, "threshold") is { } set ? JsonFigures.Number(set, "inputs.threshold", 0, Reckoning.Largest, faults) : null;
        if (faults.Count == 0 && ratios.Count == 0 && threshold is null) faults.Add(new VectorFault("input", "inputs.winner_and_second has no pair whose winner is lowest, and there is no threshold."));
        if (faults.Count > 0) return [];
        var (q1, q3) = threshold is null ? Quartiles.Of([.. ratios.Select(ratio => ratio.Value)]) : (1m, 1m);
        var range = 1.5m * (q3 - q1);
        var fence = threshold ?? (low ? q1 - range : q3 + range);
        // With a fence that is not above 0, most procurements would be told: Cardinal tells none. With a threshold it puts 1 in place of the quartile.
        var holds = fence > 0 && (!low || q1 > 0);
        return
        [
            .. threshold is null || low ? (MethodFigure[])[new MethodFigure.Number("q1", q1)] : [],
            .. threshold is null ? (MethodFigure[])[new MethodFigure.Number("q3", q3)] : [],
            new MethodFigure.Number(low ? "lower_fence" : "upper_fence", fence),
            new MethodFigure.Words("flagged", [.. ratios.Where(ratio => holds && (low ? ratio.Value <= fence : ratio.Value >= fence)).Select(ratio => ratio.Key)]),
        ];
    }

    // Second less winner, over winner; where the winner is not the lowest, price was not the only criterion.
    private static List<KeyValuePair<string, decimal>> Ratios(JsonElement inputs, List<VectorFault> faults)
    {
        var ratios = new List<KeyValuePair<string, decimal>>();
        if (Member(inputs, "winner_and_second") is not { ValueKind: JsonValueKind.Object } pairs)
        {
            faults.Add(new VectorFault("input", "inputs.winner_and_second is not there; allowed: an object of pairs such as {\"A\": [100, 120]}."));
            return ratios;
        }

        foreach (var pair in pairs.EnumerateObject())
        {
            var where = "inputs.winner_and_second." + pair.Name;
            if (pair.Value.ValueKind != JsonValueKind.Array || pair.Value.GetArrayLength() != 2)
            {
                faults.Add(new VectorFault("input", $"{where} is {JsonFigures.Shown(pair.Value)}; allowed: the winner's price and the second."));
                continue;
            }

            var winner = JsonFigures.Number(pair.Value[0], where + "[0]", Reckoning.Smallest, Reckoning.Largest, faults);
            var second = JsonFigures.Number(pair.Value[1], where + "[1]", 0, Reckoning.Largest, faults);
            if (winner is { } low && second is { } high && high >= low) ratios.Add(KeyValuePair.Create(pair.Name, (high - low) / low));
        }

        return ratios;
    }

    private static IReadOnlyList<MethodFigure> IdenticalPrices(JsonElement inputs, List<VectorFault> faults)
    {
        var tenderers = VectorBids.ReadAll(Member(inputs, "bids") ?? default, "inputs.bids", faults)
            .Where(bid => bid.Tenderer is not null)
            .GroupBy(bid => (bid.Amount, bid.Currency))
            .Select(group => group.Select(bid => bid.Tenderer!).Distinct(StringComparer.Ordinal).ToList())
            .Where(group => group.Count > 1)
            .SelectMany(group => group).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal).ToList();
        return [new MethodFigure.Truth("flagged", tenderers.Count > 0), new MethodFigure.Words("tenderers", tenderers)];
    }

    private static IReadOnlyList<MethodFigure> LowestDisqualified(JsonElement inputs, List<VectorFault> faults)
    {
        var bids = VectorBids.ReadAll(Member(inputs, "bids") ?? default, "inputs.bids", faults);
        var awarded = Member(inputs, "active_award") is { ValueKind: JsonValueKind.True };
        var flagged = awarded && bids.Any(bid => bid.Status == "valid") && bids.MinBy(bid => bid.Amount)?.Status == "disqualified";
        return [new MethodFigure.Truth("flagged", flagged)];
    }

    private static JsonElement? Member(JsonElement inputs, string name) =>
        inputs.ValueKind == JsonValueKind.Object && inputs.TryGetProperty(name, out var member) ? member : null;
}
