using TenderWatch.Core.Cases;
using TenderWatch.Core.Settings;

namespace TenderWatch.Core.Checks;

/// <summary>Limits of the checks on supply and influence. None of them is law: they are what the buyers of the smart meter asked for, or a house margin.</summary>
public sealed record SupplyLimits
{
    /// <summary>
    /// From which part in a supplier, in per cent, a state's stake asks for attention. A house margin, the same as from which a person
    /// counts as beneficial owner; half is where the law speaks of dominant influence.
    /// </summary>
    public decimal StateInfluencePercent { get; init; } = 25m;


    internal IEnumerable<SettingFault> Validate()
    {
        if (StateInfluencePercent is <= 0 or > 100) yield return new("Supply:StateInfluencePercent", StateInfluencePercent.Plain(), "a percentage above 0 and at most 100");
    }
}
