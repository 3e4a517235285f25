using TenderWatch.Core.Settings;

namespace TenderWatch.Core.Checks;

/// <summary>A supplier that a minister or an EU measure has excluded, as the user keeps the list.</summary>
public sealed record ExcludedSupplier
{
    /// <summary>Its name as the decision writes it.</summary>
    public string Name { get; init; } = "";

    /// <summary>Its registration numbers, separated by spaces; they are matched first.</summary>
    public string Ids { get; init; } = "";

    /// <summary>The decision with its article: Wwke/Cbw, art. 3.18 Energiewet, art. 5k Regulation 833/2014, …</summary>
    public string LegalBasis { get; init; } = "";

    /// <summary>Where the decision is found.</summary>
    public string Source { get; init; } = "";

    internal IReadOnlyList<string> IdList => Ids.Split([' ', ',', ';'], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);

    internal IEnumerable<SettingFault> Validate(string path)
    {
        if (Name.Trim().Length == 0) yield return new($"{path}:Name", Name, "the name as the decision writes it");
        if (LegalBasis.Trim().Length == 0) yield return new($"{path}:LegalBasis", LegalBasis, "the decision with its article");
        if (Source.Trim().Length == 0) yield return new($"{path}:Source", Source, "where the decision is found");
    }
}
