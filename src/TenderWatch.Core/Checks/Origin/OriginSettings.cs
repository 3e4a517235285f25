using TenderWatch.Core.Cases;
using TenderWatch.Core.Settings;

namespace TenderWatch.Core.Checks;

/// <summary>Limits of art. 3.76 Aw 2012 and art. 85 of Directive 2014/25/EU.</summary>
public sealed record GoodsLimits
{
    /// <summary>Above this part of the value of the goods, in per cent, the buyer may reject.</summary>
    public decimal ThirdCountryPercent { get; init; } = 50m;

    /// <summary>Prices at most so many per cent apart count as equivalent.</summary>
    public decimal EquivalencePercent { get; init; } = 3m;

    internal IEnumerable<SettingFault> Validate()
    {
        if (ThirdCountryPercent is <= 0 or > 100) yield return new("Goods:ThirdCountryPercent", ThirdCountryPercent.Plain(), "a percentage above 0 and at most 100; the law says 50");
        if (EquivalencePercent is < 0 or > 100) yield return new("Goods:EquivalencePercent", EquivalencePercent.Plain(), "a percentage from 0 to 100; the law says 3");
    }
}

/// <summary>Thresholds of Regulation (EU) 2022/1031 in euro, net of VAT.</summary>
public sealed record IpiThresholds
{
    /// <summary>For works and concessions.</summary>
    public decimal Works { get; init; } = 15_000_000m;

    /// <summary>For goods and services.</summary>
    public decimal GoodsAndServices { get; init; } = 5_000_000m;

    internal IEnumerable<SettingFault> Validate()
    {
        if (Works <= 0) yield return new("Ipi:Works", Works.Plain(), "an amount in euro above 0; the law says 15000000");
        if (GoodsAndServices <= 0) yield return new("Ipi:GoodsAndServices", GoodsAndServices.Plain(), "an amount in euro above 0; the law says 5000000");
    }
}
