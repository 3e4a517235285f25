using TenderWatch.Core.Checks.AbnormallyLow;
using TenderWatch.Core.Checks.ForeignSubsidies;

namespace TenderWatch.Core.Checks;

/// <summary>The checks that every case goes through.</summary>
public static class CheckList
{
    /// <summary>All checks with their thresholds, in the order in which people read them.</summary>
    public static IReadOnlyList<ICheck> All(CheckSettings settings) => [new AbnormallyLowTenderCheck(settings.Alt), new FsrScopeCheck(settings.Fsr)];
}
