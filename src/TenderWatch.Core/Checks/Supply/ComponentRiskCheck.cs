using TenderWatch.Core.Cases;
using TenderWatch.Core.Languages;

namespace TenderWatch.Core.Checks.Supply;

/// <summary>The risk of the components that are bought, and the requirement that each level brings. Page: <c>docs/checks/component-risk.md</c>.</summary>
public sealed class ComponentRiskCheck(IReadOnlyList<SupplyComponent> components) : ICheck
{
    private static readonly string[] Basis = ["Requirements of the buyers, answers to parliamentary questions 2026Z00004 (January 2026)", "Energiewet art. 3.18 (rules for critical processes; text unconfirmed)"];

    private readonly IReadOnlyList<SupplyComponent> _profiles = SupplyComponent.InUse(components);

    /// <inheritdoc/>
    public string Id => "component-risk";

    /// <inheritdoc/>
    public string Version { get; } = RuleVersion.With("1", components);

    /// <inheritdoc/>
    public LocalizedText Name { get; } = new("Risicoprofiel van onderdelen", "Risk profile of components");

    /// <inheritdoc/>
    public CheckDescription Description { get; } = new()
    {
        Asks = new(
            "Hoeveel schade aan levering of veiligheid kunnen de gekochte onderdelen doen, en wat vraagt hun niveau?",
            "How much harm can the components that are bought do to supply or security, and what does their level require?"),
        RestsOn = Basis,
        Needs = new(
            "Ingevoerde opgaven van onderdelen en van waar zij worden gemaakt, en het profiel van het onderdeel.",
            "Entered statements of components and of where they are made, and the profile of the component."),
        Flagged = new(
            "Productie buiten GPA-landen, waar het profiel haar daarbinnen vraagt.",
            "Production outside GPA countries, where the profile requires it inside."),
        NotAssessable = new(
            "De plaats van productie telt en is niet bekend, het onderdeel heeft geen profiel, of niets is ingevoerd.",
            "The place of production matters and is not known, the component has no profile, or nothing was entered."),
        Clear = new(
            "Het profiel stelt geen eis aan de productie, of eraan is voldaan. De controle beoordeelt geen product.",
            "The profile requires nothing of the production, or what it requires is met. The check assesses no product."),
    };

    /// <inheritdoc/>
    public IReadOnlyList<Finding> Run(CaseFacts facts)
    {
        var supplied = ComponentFacts.Of(facts);
        return supplied.Count > 0 ? [.. supplied.Select(OfComponent)]
            : [Finding("procurement", Verdict.NotAssessable, new("Niet te beoordelen: welke onderdelen worden gekocht, is niet ingevoerd.", "Not assessable: which components are bought was not entered.")) with
            {
                Missing = [new("components", new("Onderdelen die worden gekocht", "Components that are bought"), new("staat in geen veld van een aankondiging; de koper kan het invoeren (tenderwatch statement)", "stands in no field of a notice; the buyer can enter it (tenderwatch statement)"))],
            }];
    }

    private Finding OfComponent(ComponentFacts facts)
    {
        if (_profiles.FirstOrDefault(profile => profile.Id == facts.Component) is not { } profile)
        {
            return Finding(facts.Component, Verdict.NotAssessable, new($"Niet te beoordelen: voor {facts.Component} is geen risicoprofiel ingesteld.", $"Not assessable: no risk profile is set for {facts.Component}.")) with
            {
                Missing = [new("Checks:Components", new("Risicoprofiel van het onderdeel", "Risk profile of the component"), new("geen instelling; zie Checks:Components in docs/settings.md", "not set; see Checks:Components in docs/settings.md"))],
            };
        }

        Condition[] conditions = profile.ProductionInGpa ? [SupplierConditions.Production(facts)] : [];
        var verdict = conditions.Length == 0 ? Verdict.Clear : Condition.VerdictOf(conditions);
        var (name, risk) = (profile.Name, profile.RiskWords);
        return Finding(facts.Component, verdict, verdict switch
        {
            Verdict.Flagged => new($"{name.Nl}: {risk.Nl}; niet aan de eis aan de productie voldaan, de koper legt uit hoe het risico is beheerst.", $"{name.En}: {risk.En}; the requirement on production is not met, the buyer explains how the risk is controlled."),
            Verdict.NotAssessable => new($"{name.Nl}: {risk.Nl}; of aan de eis aan de productie is voldaan, is niet te beoordelen.", $"{name.En}: {risk.En}; whether the requirement on production is met is not assessable."),
            _ => profile.Risk == ComponentRisk.Low
                ? new($"{name.Nl}: {risk.Nl}, geen aanvullende eis aan de productie.", $"{name.En}: {risk.En}, no further requirement on production.")
                : new($"{name.Nl}: {risk.Nl}, aan de eis aan de productie is voldaan.", $"{name.En}: {risk.En}, the requirement on production is met."),
        }) with
        {
            Figures = [new("suppliers-needed", new("Vereist aantal leveranciers", "Suppliers required"), profile.Suppliers, "count", facts.Origins)],
            Reasons =
            [
                .. conditions.Select(condition => condition.Text),
                new($"Eisen van het profiel: {Requirements(profile, Language.Nl)}.", $"Requirements of the profile: {Requirements(profile, Language.En)}."),
                .. Others(profile),
            ],
            Missing = conditions.Any(condition => condition.Met is null)
                ? [new("components", new("Land van productie en assemblage", "Country of production and assembly"), new("staat in geen aankondiging; de leverancier kan het opgeven", "stands in no notice; the supplier can state it"))]
                : [],
        };
    }

    private static string Requirements(SupplyComponent profile, Language language) => string.Join("; ", new[]
    {
        language == Language.Nl ? $"{profile.Suppliers} leverancier(s)" : $"{profile.Suppliers} supplier(s)",
        profile.RequirementWords.In(language),
        profile.ProductionInGpa ? (language == Language.Nl ? "productie en assemblage van kritieke delen in landen van de GPA" : "production and assembly of critical parts in GPA countries") : null,
    }.OfType<string>());

    // A level means something only beside the others of the system.
    private IEnumerable<LocalizedText> Others(SupplyComponent profile)
    {
        var others = _profiles.Where(other => other.Id != profile.Id).ToList();
        if (others.Count == 0) yield break;
        yield return new(
            $"Andere onderdelen: {string.Join(", ", others.Select(other => $"{other.Nl} {other.RiskWords.Nl}"))}.",
            $"Other components: {string.Join(", ", others.Select(other => $"{other.En} {other.RiskWords.En}"))}.");
    }

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
