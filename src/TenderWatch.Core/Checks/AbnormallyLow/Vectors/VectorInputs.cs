using System.Text.Json;
using TenderWatch.Core.Cases;
using TenderWatch.Core.Checks.AbnormallyLow.Methods;

namespace TenderWatch.Core.Checks.AbnormallyLow.Vectors;

/// <summary>Reads the member <c>inputs</c> of a vector.</summary>
internal sealed class VectorInputs
{
    private readonly List<VectorFault> _faults = [];
    private readonly List<string> _unused = [];
    private MethodInput _input = new();

    public MethodInput Input => _input;

    public VectorFault? Fault => _faults.Count > 0 ? _faults[0] : null;

    public IReadOnlyList<string> Unused => _unused;

    public static VectorInputs Read(JsonElement inputs)
    {
        var read = new VectorInputs();
        if (inputs.ValueKind != JsonValueKind.Object)
        {
            read._faults.Add(new VectorFault("shape", $"inputs is {JsonFigures.Shown(inputs)}; allowed: an object such as {{\"bids\": [90, 100]}}."));
            return read;
        }

        foreach (var member in inputs.EnumerateObject()) read.Take(member.Name, member.Value);
        return read;
    }

    private void Take(string name, JsonElement value)
    {
        var where = "inputs." + name;
        _input = name switch
        {
            "bids" => _input with { Prices = VectorBids.Read(value, where, _faults) },
            "bid" => _input with { Prices = [JsonFigures.Price(value, where, _faults)] },
            "discounts_pct" or "discounts" => _input with { Discounts = Discounts(value, where) },
            "budget" or "base_budget" or "base_price" => _input with { BaseBudget = Amount(value, where) },
            "order_value_net" or "estimate_net" or "estimate" or "estimated_value" => _input with { Estimate = Amount(value, where) },
            "vat_rate" => _input with { VatPercent = Percent(value, where, 100) },
            "vat_pct" => _input with { VatPercent = Percent(value, where, 1) },
            "threshold" => _input with { ThresholdPercent = Percent(value, where, 100) },
            "threshold_pct" => _input with { ThresholdPercent = Percent(value, where, 1) },
            "drop_above" => _input with { DropAbovePercent = Percent(value, where, 100) },
            "drop_above_pct" => _input with { DropAbovePercent = Percent(value, where, 1) },
            "nature" => _input with { Nature = Nature(value, where) },
            "works" => _input with { Nature = Truth(value, where) ? ContractNature.Works : ContractNature.Supplies },
            "reading" => _input with { BudgetPoints = Reading(value, where) },
            "cut_by_third" => _input with { CutByThird = Truth(value, where) },
            _ => Unknown(name),
        };
    }

    private MethodInput Unknown(string name)
    {
        _unused.Add(name);
        return _input;
    }

    private List<decimal> Discounts(JsonElement value, string where)
    {
        if (value.ValueKind != JsonValueKind.Array || value.GetArrayLength() > MethodInput.MostBids)
        {
            _faults.Add(new VectorFault("input", $"{where} is {JsonFigures.Shown(value)}; allowed: a list of at most {MethodInput.MostBids} percentages."));
            return [];
        }

        // Nobody pays the buyer: a discount is at most 100 %.
        return [.. value.EnumerateArray().Select((discount, place) => JsonFigures.Number(discount, $"{where}[{place}]", -100_000, 100, _faults) ?? 0)];
    }

    private decimal? Amount(JsonElement value, string where) => JsonFigures.Number(value, where, Reckoning.Smallest, Reckoning.Largest, _faults);

    // 0.23 as a rate, 23 in per cent.
    private decimal? Percent(JsonElement value, string where, int factor) => JsonFigures.Number(value, where, 0, 100m / factor, _faults) * factor;

    private bool Truth(JsonElement value, string where)
    {
        if (value.ValueKind is JsonValueKind.True or JsonValueKind.False) return value.GetBoolean();
        _faults.Add(new VectorFault("input", $"{where} is {JsonFigures.Shown(value)}; allowed: true, false."));
        return false;
    }

    private ContractNature? Nature(JsonElement value, string where)
    {
        foreach (var nature in Enum.GetValues<ContractNature>())
        {
            if (value.ValueKind == JsonValueKind.String && value.ValueEquals(nature.ToString().ToLowerInvariant())) return nature;
        }

        _faults.Add(new VectorFault("input", $"{where} is {JsonFigures.Shown(value)}; allowed: \"works\", \"supplies\", \"services\"."));
        return null;
    }

    private bool Reading(JsonElement value, string where)
    {
        if (value.ValueKind == JsonValueKind.String && (value.ValueEquals("points") || value.ValueEquals("relative"))) return value.ValueEquals("points");
        _faults.Add(new VectorFault("input", $"{where} is {JsonFigures.Shown(value)}; allowed: \"relative\", \"points\"."));
        return false;
    }
}
