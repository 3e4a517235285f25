using TenderWatch.Core.Checks.AbnormallyLow;
using TenderWatch.Core.Checks.Calendars;
using TenderWatch.Core.Checks.ForeignSubsidies;
using TenderWatch.Core.Checks.ForeignSubsidies.Filings;
using TenderWatch.Core.Checks.Origin;
using TenderWatch.Core.Checks.Standstill;
using TenderWatch.Core.Checks.Supply;

namespace TenderWatch.Core.Checks;

/// <summary>The checks that every case goes through.</summary>
public static class CheckList
{
    /// <summary>All checks with their thresholds, in the order in which people read them.</summary>
    /// <param name="settings">The thresholds.</param>
    /// <param name="calendar">The working days of the Commission; those that ship where the settings name no file.</param>
    public static IReadOnlyList<ICheck> All(CheckSettings settings, CommissionCalendar? calendar = null) =>
    [
        new AbnormallyLowTenderCheck(settings.Alt),
        new FsrScopeCheck(settings.Fsr),
        new FsrFilingsCheck(settings.Fsr, calendar ?? CommissionCalendar.Shipped),
        new StandstillCheck(),
        new MarketAccessCheck(),
        new ThirdCountryGoodsCheck(settings.Goods),
        new IpiCheck(settings.Ipi),
        new SupplyResilienceCheck(settings.Components),
        new ComponentRiskCheck(settings.Components),
        new StateInfluenceCheck(settings.Supply),
        new ExcludedSuppliersCheck(settings.ExcludedSuppliers),
    ];
}
