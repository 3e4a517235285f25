using TenderWatch.Core.Cases;
using TenderWatch.Core.Checks.Origin;
using TenderWatch.Core.Languages;
using TenderWatch.Core.Notices;
using TenderWatch.Core.Supply;

namespace TenderWatch.Core.Checks.Supply;

/// <summary>Stakes of states in suppliers, as facts with their source. Page: <c>docs/checks/state-influence.md</c>.</summary>
public sealed class StateInfluenceCheck(SupplyLimits limits) : ICheck
{
    private static readonly string[] Basis = ["Regulation (EU) 2022/2560 art. 3(2) (attribution of contributions to public authorities)", "Regulation (EU) 2022/1031 art. 3 (dominant influence, by analogy)", "No threshold in law: house margin"];

    /// <inheritdoc/>
    public string Id => "state-influence";

    /// <inheritdoc/>
    public string Version { get; } = RuleVersion.Of("1", [limits.StateInfluencePercent], [new SupplyLimits().StateInfluencePercent]);

    /// <inheritdoc/>
    public LocalizedText Name { get; } = new("Invloed van staten", "State influence");

    /// <inheritdoc/>
    public CheckDescription Description { get; } = new()
    {
        Asks = new(
            "Heeft een buitenlandse staat een belang in een leverancier?",
            "Does a foreign state hold a part of a supplier?"),
        RestsOn = Basis,
        Needs = new(
            "Ingevoerde opgaven van eigenaren, met bron; aankondigingen noemen geen staten.",
            "Entered statements of owners, with their source; notices name no states."),
        Flagged = LocalizedText.Of(
            w => $"Een eigenaar die een staat is, of in handen van een staat, houdt {w.Exact(limits.StateInfluencePercent)} % of meer (een eigen marge, geen wet), of een belang van onbekende grootte. Het is een feit en geen verwijt.",
            w => $"An owner that is a state, or owned by one, holds {w.Exact(limits.StateInfluencePercent)} % or more (a house margin, no law), or a stake of unknown size. It is a fact and no reproach."),
        NotAssessable = new(
            "Geen eigenaren zijn ingevoerd, niet van elke winnaar, of van een eigenaar is niet gezegd of er een staat achter staat.",
            "No owners were entered, not for every winner, or of an owner it is not said whether a state stands behind it."),
        Clear = new(
            "Van elke winnaar zijn eigenaren ingevoerd, en geen buitenlandse staat houdt zoveel.",
            "Owners were entered for every winner, and no foreign state holds as much."),
    };

    /// <inheritdoc/>
    public IReadOnlyList<Finding> Run(CaseFacts facts)
    {
        var owned = facts.Statements.SelectMany(statement => statement.Content.Ownership.Select(ownership => (Statement: statement, Ownership: ownership))).ToList();
        var states = owned.Where(pair => pair.Ownership.IsState == true && pair.Ownership.Country != "NLD").ToList();
        // Several bodies of one state count together.
        var weighty = states.GroupBy(pair => (PartyNames.Fold(pair.Ownership.Company), pair.Ownership.Country ?? pair.Ownership.Owner))
            .Where(state => state.Any(pair => pair.Ownership.Percent is null) || state.Sum(pair => pair.Ownership.Percent) >= limits.StateInfluencePercent).SelectMany(state => state).ToList();
        var open = OpenFor(facts, owned);
        var verdict = weighty.Count > 0 ? Verdict.Flagged : owned.Count == 0 || open.Count > 0 || owned.Any(pair => pair.Ownership.IsState is null) ? Verdict.NotAssessable : Verdict.Clear;
        return [new Finding
        {
            Check = Id,
            RuleVersion = Version,
            Subject = "procurement",
            Verdict = verdict,
            Summary = Summary(verdict, weighty),
            Figures = [.. states.Where(pair => pair.Ownership.Percent is not null).Select(pair => new Figure(
                $"state-share/{pair.Ownership.Owner}", new($"Belang van {pair.Ownership.Owner} in {pair.Ownership.Company}", $"Stake of {pair.Ownership.Owner} in {pair.Ownership.Company}"),
                pair.Ownership.Percent!.Value, "%", [pair.Statement.Origin("ownership", pair.Ownership.Company, pair.Ownership.Quote)]))],
            Reasons =
            [
                .. owned.OrderByDescending(pair => pair.Ownership.IsState == true).Take(40).Select(Told),
                .. weighty.Count > 0 ? [Meaning] : (LocalizedText[])[],
            ],
            Missing = [.. open.Take(20).Select(name => new MissingFact("ownership", new($"Eigenaren van {name.Nl}", $"Owners of {name.En}"), new("niet ingevoerd; uit handelsregister of inschrijving", "not entered; from the trade register or the tender")))],
            LegalBasis = Basis,
        }];
    }

    // Winners of whom nobody said who owns them. Without a known winner the owners of all are open.
    private static List<LocalizedText> OpenFor(CaseFacts facts, List<(CaseStatement Statement, Ownership Ownership)> owned)
    {
        var winners = KnownBidder.Of(facts).Where(bidder => bidder.Bid.Won).ToList();
        return winners.Count == 0 && owned.Count == 0 ? [new("de inschrijvers", "the tenderers")] : [.. winners.Where(winner => winner.Owners.Count == 0).Select(winner => LocalizedText.Same(winner.Name))];
    }

    private static LocalizedText Told((CaseStatement Statement, Ownership Ownership) pair)
    {
        var (owned, source) = (pair.Ownership, pair.Statement.Content.Source.Title);
        return LocalizedText.Of(
            w => $"{owned.Owner}{Country(owned, w.Language)} houdt {Part(owned, w)} in {owned.Company}{(owned.IsState == true ? ", en is een staat of in handen van een staat" : "")}; volgens {source.Stop()}",
            w => $"{owned.Owner}{Country(owned, w.Language)} holds {Part(owned, w)} in {owned.Company}{(owned.IsState == true ? ", and is a state or owned by one" : "")}; according to {source.Stop()}");
    }

    private static string Country(Ownership owned, Language language) => owned.Country is { } country ? $" ({CountryWords.Of(country, language)})" : "";

    private static string Part(Ownership owned, Wording w) => owned.Percent is { } percent ? $"{w.Exact(percent)} %" : w.Language == Language.Nl ? "een belang van onbekende grootte" : "a stake of unknown size";

    private LocalizedText Summary(Verdict verdict, List<(CaseStatement Statement, Ownership Ownership)> weighty) => verdict switch
    {
        Verdict.Flagged => LocalizedText.Of(
            w => $"Een staat heeft een belang: {weighty[0].Ownership.Owner}, {Part(weighty[0].Ownership, w)} in {weighty[0].Ownership.Company}. De koper weegt dat mee.",
            w => $"A state has a stake: {weighty[0].Ownership.Owner}, {Part(weighty[0].Ownership, w)} in {weighty[0].Ownership.Company}. The buyer takes it into account."),
        Verdict.Clear => LocalizedText.Of(
            w => $"Van alle winnaars zijn eigenaren ingevoerd; geen buitenlandse staat heeft {w.Exact(limits.StateInfluencePercent)} % of meer.",
            w => $"Owners were entered for all winners; no foreign state has {w.Exact(limits.StateInfluencePercent)} % or more."),
        _ => new("Niet te beoordelen: wie de winnaars in handen heeft, is niet (volledig) ingevoerd.", "Not assessable: who owns the winners was not (fully) entered."),
    };

    private static LocalizedText Meaning { get; } = new(
        "Het gaat om een feit dat een mens weegt. Het telt mee bij de vraag welke financiële bijdragen van een staat komen (Verordening buitenlandse subsidies) en bij de veiligheidsafweging; onder de helft is het geen overheersende invloed.",
        "This is a fact that a person weighs. It matters for the question which financial contributions come from a state (Foreign Subsidies Regulation) and for the weighing of security; below half it is no dominant influence.");
}
