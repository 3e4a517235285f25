using TenderWatch.Core.Checks.AbnormallyLow.Methods;
using TenderWatch.Core.Languages;

namespace TenderWatch.Core.Checks.AbnormallyLow.Panels;

/// <summary>Whether a method is law for a procurement; each reason why it is not, or why that is not known.</summary>
internal static class Applicability
{
    public static IEnumerable<LocalizedText> Obstacles(Method method, PanelLot lot)
    {
        if (Place(method, lot) is { } place) yield return place;
        if (Time(method.Scope, lot.Date) is { } time) yield return time;
        if (Nature(method.Scope, lot.Nature) is { } nature) yield return nature;
        if (method is { Effect: MethodEffect.Exclusion, Scope.Condition: { } condition }) yield return new($"een voorwaarde blijkt niet uit de feiten: {condition.Nl}", $"a condition does not show from the facts: {condition.En}");
        if (method.Scope.PriceOnly && lot.PriceOnly != true)
        {
            yield return lot.PriceOnly is null
                ? new("niet bekend is of de prijs het enige criterium is, en dat is een voorwaarde", "whether price is the only criterion is not known, and that is a condition")
                : new("alleen als de prijs het enige criterium is", "only where price is the only criterion");
        }
    }

    private static LocalizedText? Place(Method method, PanelLot lot)
    {
        if (method.Country is null) return new("nergens geldend recht", "law nowhere");
        if (lot.Country is null) return new("het land van de koper is niet bekend", "the buyer's country is not known");
        return string.Equals(lot.Country, method.Country, StringComparison.OrdinalIgnoreCase) || string.Equals(lot.Country, method.Jurisdiction, StringComparison.OrdinalIgnoreCase)
            ? null
            : new("geen recht in het land van de koper", "no law in the buyer's country");
    }

    private static LocalizedText? Time(MethodScope scope, DateOnly? date)
    {
        if (scope.From is null && scope.Until is null) return null;
        if (date is not { } day) return new("de datum is niet bekend, en de regel gold niet altijd", "the date is not known, and the rule was not always in force");
        if (day > scope.Until) return LocalizedText.Of(w => $"gold tot en met {w.Date(scope.Until.Value)}", w => $"was in force until {w.Date(scope.Until.Value)}");
        return day < scope.From ? LocalizedText.Of(w => $"geldt vanaf {w.Date(scope.From.Value)}", w => $"is in force from {w.Date(scope.From.Value)}") : null;
    }

    private static LocalizedText? Nature(MethodScope scope, ContractNature? nature)
    {
        if (scope.Natures.Count == 0) return null;
        if (nature is not { } known) return Lacking.Nature.Why;
        return scope.Natures.Contains(known) ? null : new(
            $"alleen voor {string.Join(" en ", scope.Natures.Select(each => Word(each).Nl))}", $"only for {string.Join(" and ", scope.Natures.Select(each => Word(each).En))}");
    }

    private static LocalizedText Word(ContractNature nature) => nature switch
    {
        ContractNature.Works => new("werken", "works"),
        ContractNature.Supplies => new("leveringen", "supplies"),
        _ => new("diensten", "services"),
    };
}
