using TenderWatch.Core.Cases;
using TenderWatch.Core.Languages;

namespace TenderWatch.Core.Checks.Supply;

/// <summary>
/// Whether the supply of each component survives the loss of a supplier: enough of them, from where they must be, each able to take over.
/// What the buyers of the smart meter require; no law has a number. Page: <c>docs/checks/supply-resilience.md</c>.
/// </summary>
public sealed class SupplyResilienceCheck(IReadOnlyList<SupplyComponent> components) : ICheck
{
    private static readonly string[] Basis = ["No law sets a number: requirements of the buyers, answers to parliamentary questions 2026Z00004 (January 2026)", "Agreement on Government Procurement (parties)"];

    private readonly IReadOnlyList<SupplyComponent> _profiles = SupplyComponent.InUse(components);

    /// <inheritdoc/>
    public string Id => "supply-resilience";

    /// <inheritdoc/>
    public string Version { get; } = RuleVersion.With("1", components);

    /// <inheritdoc/>
    public LocalizedText Name { get; } = new("Leveringszekerheid", "Supply resilience");

    /// <inheritdoc/>
    public CheckDescription Description { get; } = new()
    {
        Asks = new(
            "Houdt de levering van elk onderdeel stand als een leverancier wegvalt?",
            "Does the supply of each component survive the loss of a supplier?"),
        RestsOn = Basis,
        Needs = new(
            "Ingevoerde opgaven van onderdelen, hun leveranciers, waar die vandaan komen en of zij de rest kunnen overnemen; aankondigingen zeggen dit niet.",
            "Entered statements of components, their suppliers, where these come from and whether they can take over the rest; notices do not say this."),
        Flagged = new(
            "Aan een voorwaarde van het profiel is niet voldaan: het aantal leveranciers, hun herkomst, of dat elk alles kan leveren als de andere wegvallen.",
            "A condition of the profile is not met: the number of suppliers, their origin, or that each can deliver everything when the others fail."),
        NotAssessable = new(
            "Niets is ingevoerd, of van een voorwaarde is niet te zeggen of eraan is voldaan.",
            "Nothing was entered, or of a condition it cannot be told whether it is met."),
        Clear = new(
            "Aan alle voorwaarden is voldaan.",
            "All conditions are met."),
    };

    /// <inheritdoc/>
    public IReadOnlyList<Finding> Run(CaseFacts facts)
    {
        var supplied = ComponentFacts.Of(facts);
        return supplied.Count == 0 ? [Unknown(facts)] : [.. supplied.Select(component => OfComponent(facts, component))];
    }

    private Finding OfComponent(CaseFacts facts, ComponentFacts component)
    {
        var profile = _profiles.FirstOrDefault(profile => profile.Id == component.Component) ?? new SupplyComponent { Id = component.Component, Nl = component.Component, En = component.Component };
        List<Condition> conditions =
        [
            SupplierConditions.Number(component, profile.Suppliers),
            SupplierConditions.From(component, profile),
            // One supplier that suffices has nobody to take over from.
            .. profile.Suppliers > 1 ? [SupplierConditions.TakeOver(component)] : (Condition[])[],
        ];
        var verdict = Condition.VerdictOf(conditions);
        var name = profile.Name;
        return Finding(component.Component, verdict, verdict switch
        {
            Verdict.Flagged => new($"{name.Nl}: de levering voldoet niet aan elke eis aan leveringszekerheid; de koper legt uit hoe uitval wordt opgevangen.", $"{name.En}: the supply does not meet every requirement of resilience; the buyer explains how a failure is absorbed."),
            Verdict.Clear => new($"{name.Nl}: de levering voldoet aan de eisen aan leveringszekerheid.", $"{name.En}: the supply meets the requirements of resilience."),
            _ => new($"{name.Nl}: niet te beoordelen, niet alles over de leveranciers is bekend.", $"{name.En}: not assessable, not everything about the suppliers is known."),
        }) with
        {
            Figures =
            [
                new("suppliers", new("Leveranciers", "Suppliers"), component.Suppliers.Count, "count", component.Origins),
                .. component.Suppliers.Where(supplier => supplier.SharePercent is not null).Select(supplier => new Figure($"share/{supplier.Name}", new($"Aandeel van {supplier.Name}", $"Share of {supplier.Name}"), supplier.SharePercent!.Value, "%", component.Origins)),
            ],
            Reasons = [.. conditions.OrderBy(condition => condition.Met is false ? 0 : condition.Met is null ? 1 : 2).Select(condition => condition.Text), .. Stock(facts)],
            Missing = conditions.Any(condition => condition.Met is null) ? [MissingStatement] : [],
        };
    }

    private static IEnumerable<LocalizedText> Stock(CaseFacts facts) =>
        facts.Statements.Where(statement => statement.Content.Stock is not null).TakeLast(1).Select(statement => LocalizedText.Of(
            w => $"De voorraad van wat nu in gebruik is reikt tot {w.Date(statement.Content.Stock!.Until)}, volgens {statement.Content.Source.Title.Stop()}",
            w => $"The stock of what is used now lasts until {w.Date(statement.Content.Stock!.Until)}, according to {statement.Content.Source.Title.Stop()}"));

    private Finding Unknown(CaseFacts facts)
    {
        var winners = Origin.KnownBidder.Of(facts).Where(bidder => bidder.Bid.Won).Select(bidder => bidder.Name).ToList();
        return Finding("procurement", Verdict.NotAssessable, new("Niet te beoordelen: welke leverancier welk onderdeel levert, is niet ingevoerd.", "Not assessable: which supplier delivers which component was not entered.")) with
        {
            Reasons = winners.Count == 0 ? [] : [new($"Winnaars volgens de gunning ({((decimal)winners.Count).Plain()}): {string.Join(", ", winners.Take(10)).Stop()} Of zij elkaars levering kunnen overnemen, staat in geen aankondiging.", $"Winners according to the award ({((decimal)winners.Count).Plain()}): {string.Join(", ", winners.Take(10)).Stop()} Whether they can take over each other's deliveries stands in no notice.")],
            Missing = [MissingStatement],
        };
    }

    private static MissingFact MissingStatement { get; } = new(
        "components", new("Leveranciers per onderdeel, hun herkomst en of zij elkaar kunnen vervangen", "Suppliers per component, their origin and whether they can replace each other"),
        new("staat in geen aankondiging; de koper heeft het uit bestek en contract en kan het invoeren (tenderwatch statement)", "stands in no notice; the buyer has it from specification and contract and can enter it (tenderwatch statement)"));

    private Finding Finding(string subject, Verdict verdict, LocalizedText summary) => new()
    {
        Check = Id,
        RuleVersion = Version,
        Subject = subject,
        Verdict = verdict,
        Summary = summary,
        LegalBasis = Basis,
    };
}
