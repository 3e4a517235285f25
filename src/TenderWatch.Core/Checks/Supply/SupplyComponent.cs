using TenderWatch.Core.Languages;
using TenderWatch.Core.Settings;

namespace TenderWatch.Core.Checks;

/// <summary>How much harm a component can do to supply or security.</summary>
public enum ComponentRisk
{
    /// <summary>It measures; it neither switches nor communicates.</summary>
    Low,

    /// <summary>It switches, communicates or decides.</summary>
    Higher,
}

/// <summary>Where the suppliers of a component must come from.</summary>
public enum SupplierRequirement
{
    /// <summary>At least one from a country of the GPA (the European Union included).</summary>
    OneFromGpa,

    /// <summary>All from the European Union.</summary>
    AllFromEu,

    /// <summary>All from the Netherlands.</summary>
    AllDutch,
}

/// <summary>A component with its risk and what is required of its supply.</summary>
public sealed record SupplyComponent
{
    /// <summary>Its id, by which statements name it: <c>measuring-module</c>.</summary>
    public string Id { get; init; } = "";

    /// <summary>Its Dutch name.</summary>
    public string Nl { get; init; } = "";

    /// <summary>Its English name.</summary>
    public string En { get; init; } = "";

    /// <summary>Its risk.</summary>
    public ComponentRisk Risk { get; init; } = ComponentRisk.Higher;

    /// <summary>How many suppliers it needs.</summary>
    public int Suppliers { get; init; } = 2;

    /// <summary>Where they must come from.</summary>
    public SupplierRequirement Requirement { get; init; } = SupplierRequirement.OneFromGpa;

    /// <summary>Whether critical parts must be produced and assembled in countries of the GPA.</summary>
    public bool ProductionInGpa { get; init; }

    /// <summary>
    /// The components of the Dutch smart-meter system, from the answers of the Minister of Climate and Green Growth to the parliamentary
    /// questions 2026Z00004 (January 2026).
    /// </summary>
    public static IReadOnlyList<SupplyComponent> SmartMeterSystem { get; } =
    [
        new() { Id = "measuring-module", Nl = "Meetmodule (E-meter)", En = "Measuring module (E-meter)", Risk = ComponentRisk.Low },
        new() { Id = "gateway", Nl = "Gateway", En = "Gateway", ProductionInGpa = true },
        new() { Id = "gas-meter", Nl = "Gasmeter", En = "Gas meter", Risk = ComponentRisk.Low, Requirement = SupplierRequirement.AllFromEu },
        new() { Id = "application", Nl = "Applicatiesoftware", En = "Application software", Suppliers = 1, Requirement = SupplierRequirement.AllDutch },
        new() { Id = "pki", Nl = "PKI (sleutelbeheer)", En = "PKI (key management)", Suppliers = 1, Requirement = SupplierRequirement.AllDutch },
    ];

    internal LocalizedText Name => new(Nl, En);

    internal LocalizedText RiskWords => Risk == ComponentRisk.Low ? new("laag risico", "low risk") : new("hoger risico", "higher risk");

    internal LocalizedText RequirementWords => Requirement switch
    {
        SupplierRequirement.AllFromEu => new("alle leveranciers uit de Europese Unie", "all suppliers from the European Union"),
        SupplierRequirement.AllDutch => new("alle leveranciers Nederlands", "all suppliers Dutch"),
        _ => new("ten minste één leverancier uit een land van de GPA", "at least one supplier from a GPA country"),
    };

    /// <summary>The profiles in use: those of the smart-meter system, and the user's own in place of or beside them.</summary>
    internal static IReadOnlyList<SupplyComponent> InUse(IReadOnlyList<SupplyComponent> own) =>
        [.. SmartMeterSystem.Where(component => own.All(other => other.Id != component.Id)), .. own];

    internal IEnumerable<SettingFault> Validate(string path)
    {
        if (Id.Length == 0 || Id.Any(c => !char.IsAsciiLetterLower(c) && !char.IsAsciiDigit(c) && c != '-')) yield return new($"{path}:Id", Id, "lower-case letters, digits and hyphens, such as gateway");
        if (Nl.Length == 0) yield return new($"{path}:Nl", Nl, "the Dutch name");
        if (En.Length == 0) yield return new($"{path}:En", En, "the English name");
        if (Suppliers is < 1 or > 20) yield return new($"{path}:Suppliers", Suppliers.ToString(System.Globalization.CultureInfo.InvariantCulture), "1 to 20");
    }
}
