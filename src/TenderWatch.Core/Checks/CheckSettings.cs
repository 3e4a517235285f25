using TenderWatch.Core.Settings;

namespace TenderWatch.Core.Checks;

/// <summary>The thresholds of the checks. The defaults are those of the law, or of the source that the check's page names.</summary>
public sealed record CheckSettings : ISettings
{
    /// <summary>Foreign Subsidies Regulation.</summary>
    public FsrThresholds Fsr { get; init; } = new();

    /// <summary>Abnormally low tenders.</summary>
    public AltLimits Alt { get; init; } = new();

    /// <summary>Goods from third countries.</summary>
    public GoodsLimits Goods { get; init; } = new();

    /// <summary>International Procurement Instrument.</summary>
    public IpiThresholds Ipi { get; init; } = new();

    /// <summary>State influence and supply.</summary>
    public SupplyLimits Supply { get; init; } = new();

    /// <summary>Components beside those of the smart-meter system, or in their place by the same id.</summary>
    public IReadOnlyList<SupplyComponent> Components { get; init; } = [];

    /// <summary>Suppliers whose products a minister or an EU measure has excluded. None by default: which ones there are is for the user to keep.</summary>
    public IReadOnlyList<ExcludedSupplier> ExcludedSuppliers { get; init; } = [];

    /// <summary>The path of a file with lists of Commission holidays that adds years to those that ship, or replaces them. The host reads it.</summary>
    public string? CommissionHolidays { get; init; }

    /// <inheritdoc/>
    public IEnumerable<SettingFault> Validate() =>
        [
            .. Fsr.Validate(), .. Alt.Validate(), .. Goods.Validate(), .. Ipi.Validate(), .. Supply.Validate(),
            .. Components.SelectMany((component, place) => component.Validate($"Components:{place}")),
            .. ExcludedSuppliers.SelectMany((supplier, place) => supplier.Validate($"ExcludedSuppliers:{place}")),
        ];
}

/// <summary>
/// Thresholds of Regulation (EU) 2022/2560 in euro. The Commission may move those of article 28 by up to a fifth (article 49(5)), hence settings.
/// </summary>
public sealed record FsrThresholds
{
    /// <summary>Article 28(1)(a): the estimated value of the procurement, net of VAT.</summary>
    public decimal Procurement { get; init; } = 250_000_000m;

    /// <summary>Article 28(2): the value of the lot or lots tendered for.</summary>
    public decimal Lot { get; init; } = 125_000_000m;

    /// <summary>Article 28(1)(b): foreign financial contributions per third country in three years.</summary>
    public decimal ContributionsPerCountry { get; init; } = 4_000_000m;

    /// <summary>
    /// From which part of the threshold, in per cent, an awarded value below it no longer tells that the estimate was below it too. Not law: a
    /// margin for the distance between estimate and award.
    /// </summary>
    public decimal IndicationPercent { get; init; } = 80m;

    internal IEnumerable<SettingFault> Validate()
    {
        if (Procurement is <= 0 or > Cases.Reckoning.Largest) yield return new("Fsr:Procurement", Text(Procurement), "an amount in euro above 0; the law says 250000000");
        if (Lot <= 0 || Lot > Procurement) yield return new("Fsr:Lot", Text(Lot), "an amount in euro above 0 and at most Fsr:Procurement; the law says 125000000");
        if (ContributionsPerCountry <= 0) yield return new("Fsr:ContributionsPerCountry", Text(ContributionsPerCountry), "an amount in euro above 0; the law says 4000000");
        if (IndicationPercent is <= 0 or > 100) yield return new("Fsr:IndicationPercent", Text(IndicationPercent), "a percentage above 0 and at most 100");
    }

    private static string Text(decimal value) => Cases.Reckoning.Plain(value);
}

/// <summary>Limits from which a comparison of prices asks for an explanation. Dutch law has none; the sources stand on the check's page.</summary>
public sealed record AltLimits
{
    /// <summary>So many per cent or more below the next higher bid.</summary>
    public decimal GapToNextPercent { get; init; } = 20m;

    /// <summary>At or below so many per cent of the mean of all bids.</summary>
    public decimal ShareOfMeanPercent { get; init; } = 70m;

    /// <summary>At or below so many per cent of the buyer's estimate.</summary>
    public decimal ShareOfEstimatePercent { get; init; } = 70m;

    /// <summary>Whether methods of other countries that are not confirmed are shown as well; each then says that it is not.</summary>
    public bool Unconfirmed { get; init; }

    internal IEnumerable<SettingFault> Validate()
    {
        const string Allowed = "a percentage above 0 and below 100";
        if (GapToNextPercent is <= 0 or >= 100) yield return new("Alt:GapToNextPercent", Text(GapToNextPercent), Allowed);
        if (ShareOfMeanPercent is <= 0 or >= 100) yield return new("Alt:ShareOfMeanPercent", Text(ShareOfMeanPercent), Allowed);
        if (ShareOfEstimatePercent is <= 0 or >= 100) yield return new("Alt:ShareOfEstimatePercent", Text(ShareOfEstimatePercent), Allowed);
    }

    private static string Text(decimal value) => Cases.Reckoning.Plain(value);
}
