using TenderWatch.Core.Cases;
using TenderWatch.Core.Checks.Origin;
using TenderWatch.Core.Languages;
using TenderWatch.Core.Supply;

namespace TenderWatch.Core.Checks.Supply;

/// <summary>The conditions on the suppliers of a component.</summary>
internal static class SupplierConditions
{
    /// <summary>Whether there are enough of them.</summary>
    public static Condition Number(ComponentFacts facts, int needed) => new(
        facts.Suppliers.Count >= needed,
        new(
            $"{((decimal)facts.Suppliers.Count).Plain()} leverancier(s): {NamesOf(facts)}; nodig: {((decimal)needed).Plain()}.",
            $"{((decimal)facts.Suppliers.Count).Plain()} supplier(s): {NamesOf(facts)}; needed: {((decimal)needed).Plain()}."));

    /// <summary>Whether they come from where the profile of the component says.</summary>
    public static Condition From(ComponentFacts facts, SupplyComponent profile)
    {
        Func<string, bool> allowed = profile.Requirement switch
        {
            SupplierRequirement.AllFromEu => country => MarketAccess.Of(country) == AccessKind.Member,
            SupplierRequirement.AllDutch => country => country == "NLD",
            _ => MarketAccess.IsGpa,
        };
        var known = facts.Suppliers.Where(supplier => supplier.Country is not null).ToList();
        var unknown = facts.Suppliers.Count - known.Count;
        bool? met = profile.Requirement == SupplierRequirement.OneFromGpa
            ? known.Any(supplier => allowed(supplier.Country!)) ? true : unknown > 0 || facts.Suppliers.Count == 0 ? null : false
            : known.Any(supplier => !allowed(supplier.Country!)) ? false : unknown > 0 || facts.Suppliers.Count == 0 ? null : true;
        var list = facts.Suppliers.Count == 0 ? LocalizedText.Same("–") : new LocalizedText(Countries(facts, Language.Nl), Countries(facts, Language.En));
        return new(met, new(
            $"Eis: {profile.RequirementWords.Nl}. Herkomst volgens de ingevoerde documenten: {list.Nl.Stop()}",
            $"Requirement: {profile.RequirementWords.En}. Origin according to the entered documents: {list.En.Stop()}"));
    }

    /// <summary>Whether each can deliver everything when the others fail; without an other there is nothing to take over.</summary>
    public static Condition TakeOver(ComponentFacts facts)
    {
        var (no, unknown) = (facts.Suppliers.Where(supplier => supplier.CanTakeOver == false).ToList(), facts.Suppliers.Where(supplier => supplier.CanTakeOver is null).ToList());
        return no.Count > 0
            ? new(false, new($"Kan niet alles overnemen: {Joined(no).Stop()}", $"Cannot take over everything: {Joined(no).Stop()}"))
            : unknown.Count > 0 || facts.Suppliers.Count == 0
                ? new(null, new($"Niet bekend of {Joined(unknown)} alles kan overnemen als de ander uitvalt.", $"Not known whether {Joined(unknown)} can take over everything when the other fails."))
                : new(true, new("Elke leverancier kan alles leveren als de ander uitvalt.", "Each supplier can deliver everything when the other fails."));
    }

    /// <summary>Whether critical parts are made where they must be.</summary>
    public static Condition Production(ComponentFacts facts)
    {
        var outside = facts.Suppliers.Where(supplier => supplier.ProductionCountry is { } country && !MarketAccess.IsGpa(country)).ToList();
        var unknown = facts.Suppliers.Where(supplier => supplier.ProductionCountry is null).ToList();
        return outside.Count > 0
            ? new(false, new($"Productie of assemblage buiten de landen van de GPA: {Joined(outside).Stop()}", $"Production or assembly outside GPA countries: {Joined(outside).Stop()}"))
            : unknown.Count > 0 || facts.Suppliers.Count == 0
                ? new(null, new($"Niet bekend waar wordt geproduceerd en geassembleerd: {Joined(unknown).Stop()}", $"Not known where production and assembly take place: {Joined(unknown).Stop()}"))
                : new(true, new("Productie en assemblage in landen van de GPA.", "Production and assembly in GPA countries."));
    }

    private static string Countries(ComponentFacts facts, Language language) =>
        string.Join("; ", facts.Suppliers.Select(supplier => $"{supplier.Name}: {(supplier.Country is { } country ? CountryWords.Of(country, language) : language == Language.Nl ? "niet bekend" : "not known")}"));

    private static string NamesOf(ComponentFacts facts) => facts.Suppliers.Count == 0 ? "–" : Joined(facts.Suppliers);

    private static string Joined(IReadOnlyList<ComponentSupplier> suppliers) => string.Join(", ", suppliers.Select(supplier => supplier.Name));
}
