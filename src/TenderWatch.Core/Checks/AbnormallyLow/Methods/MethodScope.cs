using TenderWatch.Core.Languages;

namespace TenderWatch.Core.Checks.AbnormallyLow.Methods;

/// <summary>What is bought (BT-23).</summary>
public enum ContractNature
{
    /// <summary>Works.</summary>
    Works,

    /// <summary>Supplies.</summary>
    Supplies,

    /// <summary>Services.</summary>
    Services,
}

/// <summary>The procurements that a method is made for.</summary>
public sealed record MethodScope
{
    /// <summary>What may be bought; empty for anything.</summary>
    public IReadOnlyList<ContractNature> Natures { get; init; } = [];

    /// <summary>Whether price must be the only award criterion.</summary>
    public bool PriceOnly { get; init; }

    /// <summary>From when it is in force; <see langword="null"/> where that is not told.</summary>
    public DateOnly? From { get; init; }

    /// <summary>The last day on which it was in force.</summary>
    public DateOnly? Until { get; init; }

    /// <summary>A condition that the facts of a notice do not decide.</summary>
    public LocalizedText? Condition { get; init; }
}
