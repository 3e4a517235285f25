using TenderWatch.Core.Cases;
using TenderWatch.Core.Languages;
using TenderWatch.Core.Notices;

namespace TenderWatch.Core.Checks.Supply;

/// <summary>
/// Whether a tenderer or subcontractor is on the user's list of suppliers that a minister or an EU measure has excluded. Registration
/// numbers first, the same name second; similar names never match. Page: <c>docs/checks/excluded-suppliers.md</c>.
/// </summary>
public sealed class ExcludedSuppliersCheck(IReadOnlyList<ExcludedSupplier> list) : ICheck
{
    private static readonly string[] Basis = ["Wwke and Cbw (article unconfirmed)", "Energiewet art. 3.18 (text unconfirmed)", "Regulation (EU) No 833/2014 art. 5k"];

    /// <inheritdoc/>
    public string Id => "excluded-suppliers";

    /// <inheritdoc/>
    public string Version { get; } = RuleVersion.With("1", list);

    /// <inheritdoc/>
    public LocalizedText Name { get; } = new("Uitgesloten leveranciers", "Excluded suppliers");

    /// <inheritdoc/>
    public CheckDescription Description { get; } = new()
    {
        Asks = new(
            "Staat een inschrijver of onderaannemer op de lijst van leveranciers die een minister of een maatregel van de EU heeft uitgesloten?",
            "Is a tenderer or subcontractor on the list of suppliers that a minister or an EU measure has excluded?"),
        RestsOn = Basis,
        Needs = new(
            "De lijst, die u zelf bijhoudt in de instelling Checks:ExcludedSuppliers en die bij aanvang leeg is, en de partijen die aankondigingen en ingevoerde opgaven noemen.",
            "The list, which you keep yourself in the setting Checks:ExcludedSuppliers and which is empty at first, and the parties that notices and entered statements name."),
        Flagged = new(
            "Een partij heeft het registratienummer of precies de naam van een vermelding: een vraag of het dezelfde onderneming is. Namen die alleen op elkaar lijken tellen niet.",
            "A party has the registration number or exactly the name of an entry: a question whether it is the same undertaking. Names that are merely similar do not count."),
        NotAssessable = new(
            "De lijst is leeg, of geen inschrijver is bekend.",
            "The list is empty, or no tenderer is known."),
        Clear = new(
            "Geen van de genoemde partijen staat op de lijst.",
            "None of the parties named is on the list."),
    };

    /// <inheritdoc/>
    public IReadOnlyList<Finding> Run(CaseFacts facts)
    {
        if (list.Count == 0)
        {
            return [Finding(Verdict.NotAssessable, new("Niet te beoordelen: er is geen lijst van uitgesloten leveranciers ingesteld.", "Not assessable: no list of excluded suppliers is set."), []) with
            {
                Missing = [new("Checks:ExcludedSuppliers", new("Lijst van uitgesloten leveranciers", "List of excluded suppliers"), new("leeg; de beheerder vult haar uit besluiten, zie docs/settings.md", "empty; the engineer fills it from decisions, see docs/settings.md"))],
            }];
        }

        var tendered = LotAward.Of(facts.Notices)
            .SelectMany(award => award.Bids.SelectMany(bid => bid.Bidders.Concat(bid.Subcontractors).Select(party => (Party: party, Origin: award.Notice.Origin("BT-500", bid.Id)))));
        var stated = facts.Statements.SelectMany(statement =>
            statement.Content.Components.SelectMany(component => component.Suppliers.Select(supplier => (Party: new Party { Name = supplier.Name }, Origin: statement.Origin("components", component.Component, component.Quote))))
            .Concat(statement.Content.Ownership.SelectMany(owned => new[] { owned.Company, owned.Owner }.Select(name => (Party: new Party { Name = name }, Origin: statement.Origin("ownership", owned.Company, owned.Quote))))));
        var parties = tendered.Concat(stated).DistinctBy(found => (PartyNames.Fold(found.Party.Name ?? ""), string.Join('|', found.Party.Ids))).ToList();
        if (parties.Count == 0)
        {
            return [Finding(Verdict.NotAssessable, new("Niet te beoordelen: geen inschrijver is bekend.", "Not assessable: no tenderer is known."), []) with
            {
                Missing = [new("BT-500", new("Inschrijvers", "Tenderers"), new("nog niet openbaar; de koper heeft ze", "not public yet; the buyer has them"))],
            }];
        }

        var hits = parties.SelectMany(found => list.Select(entry => (party: found.Party, entry, By: MatchOf(found.Party, entry)))).Where(hit => hit.By is not null).ToList();
        var origins = parties.Take(40).Select(found => found.Origin).ToList();
        return hits.Count == 0
            ? [Finding(Verdict.Clear, LocalizedText.Of(
                w => $"Geen van de {w.Number(parties.Count)} bekende partijen staat op de lijst van {w.Number(list.Count)} uitgesloten leveranciers.",
                w => $"None of the {w.Number(parties.Count)} known parties is on the list of {w.Number(list.Count)} excluded suppliers."), origins, parties.Count)]
            : [Finding(Verdict.Flagged, new($"Op de lijst van uitgesloten leveranciers: {string.Join(", ", hits.Select(hit => hit.party.Name).Distinct().Take(5))}. De koper gaat na of het dezelfde onderneming is.", $"On the list of excluded suppliers: {string.Join(", ", hits.Select(hit => hit.party.Name).Distinct().Take(5))}. The buyer verifies that it is the same undertaking."), origins, parties.Count) with
            {
                Reasons = [.. hits.Take(40).Select(hit => new LocalizedText(
                    $"{hit.party.Name} komt overeen met '{hit.entry.Name}' op {(hit.By == "id" ? "registratienummer" : "naam; het registratienummer is niet vergeleken of verschilt")}: {hit.entry.LegalBasis} ({hit.entry.Source}).",
                    $"{hit.party.Name} matches '{hit.entry.Name}' by {(hit.By == "id" ? "registration number" : "name; the registration number was not compared or differs")}: {hit.entry.LegalBasis} ({hit.entry.Source})."))],
            }];
    }

    private static string? MatchOf(Party party, ExcludedSupplier entry)
    {
        var ids = party.Ids.Select(PartyNames.Fold).ToHashSet(StringComparer.Ordinal);
        return entry.IdList.Any(id => ids.Contains(PartyNames.Fold(id))) ? "id" : PartyNames.Same(party.Name, entry.Name) ? "name" : null;
    }

    private Finding Finding(Verdict verdict, LocalizedText summary, IReadOnlyList<FactOrigin> origins, int parties = 0) => new()
    {
        Check = Id,
        RuleVersion = Version,
        Subject = "procurement",
        Verdict = verdict,
        Summary = summary,
        Figures = parties == 0 ? [] : [new("parties-compared", new("Vergeleken partijen", "Parties compared"), parties, "count", origins)],
        LegalBasis = Basis,
    };
}
