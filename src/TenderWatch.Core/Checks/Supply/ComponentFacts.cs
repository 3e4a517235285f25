using TenderWatch.Core.Cases;
using TenderWatch.Core.Notices;
using TenderWatch.Core.Supply;

namespace TenderWatch.Core.Checks.Supply;

/// <summary>What all statements together say of the supply of one component: a later one completes an earlier one, and contradicts it openly.</summary>
internal sealed record ComponentFacts(string Component, IReadOnlyList<ComponentSupplier> Suppliers, IReadOnlyList<FactOrigin> Origins)
{
    public static IReadOnlyList<ComponentFacts> Of(CaseFacts facts) =>
        [.. facts.Statements.SelectMany(statement => statement.Content.Components.Select(component => (Statement: statement, Component: component)))
            .GroupBy(pair => pair.Component.Component, StringComparer.Ordinal)
            .Select(group => new ComponentFacts(
                group.Key,
                [.. group.SelectMany(pair => pair.Component.Suppliers).GroupBy(supplier => PartyNames.Fold(supplier.Name), StringComparer.Ordinal).Select(same => same.Aggregate(Complete))],
                [.. group.Select(pair => pair.Statement.Origin("components", pair.Component.Component, pair.Component.Quote))]))];

    private static ComponentSupplier Complete(ComponentSupplier earlier, ComponentSupplier later) => new(
        later.Name, later.Country ?? earlier.Country, later.SharePercent ?? earlier.SharePercent, later.CanTakeOver ?? earlier.CanTakeOver, later.ProductionCountry ?? earlier.ProductionCountry);
}

/// <summary>How a condition stands.</summary>
/// <param name="Met"><see langword="null"/> where it cannot be told.</param>
/// <param name="Text">Why, in words.</param>
internal sealed record Condition(bool? Met, Languages.LocalizedText Text)
{
    /// <summary>The verdict of several: one that is not met asks, one that cannot be told leaves it open.</summary>
    public static Verdict VerdictOf(IReadOnlyCollection<Condition> conditions) =>
        conditions.Any(condition => condition.Met == false) ? Verdict.Flagged
        : conditions.Count == 0 || conditions.Any(condition => condition.Met is null) ? Verdict.NotAssessable
        : Verdict.Clear;
}
