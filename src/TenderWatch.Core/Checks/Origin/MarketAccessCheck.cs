using TenderWatch.Core.Cases;
using TenderWatch.Core.Languages;

namespace TenderWatch.Core.Checks.Origin;

/// <summary>
/// Whether tenderers come from countries with an agreement on procurement; where none is known, the contracting entity decides for itself
/// whether to admit them (CJEU C-652/22 Kolin, C-266/22 Qingdao). A registered seat is not an origin. Page: <c>docs/checks/market-access.md</c>.
/// </summary>
public sealed class MarketAccessCheck : ICheck
{
    private static readonly string[] Basis = ["Directive 2014/25/EU art. 43", "Directive 2014/24/EU art. 25", "CJEU C-652/22 Kolin", "CJEU C-266/22 CRRC Qingdao Sifang", "Regulation (EU) 2022/1031 art. 3 (test of origin, by analogy)"];

    private const int MostTold = 40;

    private static readonly LocalizedText Decision = new(
        "De koper beslist zelf en met reden of inschrijvers zonder overeenkomst worden toegelaten; een algemene nationale regel kan dat niet doen (HvJ EU C-652/22, C-266/22).",
        "The buyer decides itself, with reasons, whether tenderers without an agreement are admitted; a general national rule cannot (CJEU C-652/22, C-266/22).");

    /// <inheritdoc/>
    public string Id => "market-access";

    /// <inheritdoc/>
    public string Version => "1";

    /// <inheritdoc/>
    public LocalizedText Name { get; } = new("Toegang van inschrijvers uit derde landen", "Access of tenderers from third countries");

    /// <inheritdoc/>
    public CheckDescription Description { get; } = new()
    {
        Asks = new(
            "Komt een bekende inschrijver uit een land zonder overeenkomst over overheidsopdrachten, of wijst iets daarop achter een zetel in Europa?",
            "Does a known tenderer come from a country without an agreement on public procurement, or does something point to such an origin behind a seat in Europe?"),
        RestsOn = Basis,
        Needs = new(
            "De inschrijvers die met een openbare inschrijving zijn genoemd: hun zetel (BT-514), de nationaliteit van uiteindelijk belanghebbenden (BT-706), het land van oorsprong (BT-191), en wat is ingevoerd over eigenaren.",
            "The tenderers that are named with a published tender: their seat (BT-514), the nationality of beneficial owners (BT-706), the country of origin (BT-191), and what was entered on owners."),
        Flagged = new(
            "Een zetel of een ingevoerde eigenaar wijst op een land zonder bevestigde overeenkomst: de koper beslist zelf, met redenen, over toelating. De controle sluit niemand uit.",
            "A seat or an entered owner points to a country without a confirmed agreement: the buyer decides itself, with reasons, on admission. The check excludes nobody."),
        NotAssessable = new(
            "Van een inschrijver is de zetel niet vermeld, er is alleen een zwakker teken, of geen inschrijver is bekend.",
            "The seat of a tenderer is not stated, there is only a weaker sign, or no tenderer is known."),
        Clear = new(
            "Elke bekende inschrijver heeft zijn zetel in de Europese Unie of een GPA-land, en niets wijst op een andere herkomst.",
            "Every known tenderer has its seat in the European Union or a GPA country, and nothing points to another origin."),
    };

    /// <inheritdoc/>
    public IReadOnlyList<Finding> Run(CaseFacts facts)
    {
        var bidders = KnownBidder.Of(facts);
        if (bidders.Count == 0)
        {
            return [Finding(Verdict.NotAssessable, new("Niet te beoordelen: geen inschrijver is bekend.", "Not assessable: no tenderer is known.")) with
            {
                Missing = [new("BT-500", new("Inschrijvers", "Tenderers"), new("nog niet openbaar; de koper heeft ze", "not public yet; the buyer has them"))],
            }];
        }

        var judged = bidders.Select(bidder => (Bidder: bidder, Seat: Seat(bidder), Signs: OriginSign.Of(bidder).Where(sign => MarketAccess.Of(sign.Country) >= AccessKind.AgreementUnconfirmed).ToList())).ToList();
        var asking = judged.Where(one => one.Seat is AccessKind.AgreementUnconfirmed or AccessKind.None || one.Signs.Any(sign => sign.Decides)).ToList();
        var open = judged.Except(asking).Where(one => one.Signs.Count > 0).ToList();
        var unknown = judged.Where(one => one.Seat is null).Select(one => one.Bidder).ToList();
        var verdict = asking.Count > 0 ? Verdict.Flagged : unknown.Count + open.Count > 0 ? Verdict.NotAssessable : Verdict.Clear;
        return [Finding(verdict, Summary(verdict, [.. asking.Select(one => one.Bidder.Name)])) with
        {
            Reasons =
            [
                .. asking.Take(MostTold).SelectMany(one => Reasons(one.Bidder, one.Seat, one.Signs)),
                .. open.Take(MostTold).SelectMany(one => Reasons(one.Bidder, one.Seat, one.Signs)),
                .. judged.Except(asking).Except(open).Where(one => one.Seat is not null).Take(MostTold).Select(one => Fine(one.Bidder)),
                .. asking.Count > 0 ? [Decision] : (LocalizedText[])[],
                MarketAccess.Certainty,
            ],
            Figures = [new("bidders-judged", new("Beoordeelde inschrijvers", "Tenderers judged"), judged.Count - unknown.Count, "count", [.. bidders.Take(MostTold).Select(bidder => bidder.Notice.Origin("BT-514", bidder.Bid.Id))])],
            Missing = [.. open.Take(MostTold).Select(one => new MissingFact("ownership", new($"Wie zeggenschap heeft over {one.Bidder.Name}, en waar het feitelijk werkt", $"Who controls {one.Bidder.Name}, and where it operates"), new("niet ingevoerd; uit handelsregister of inschrijving", "not entered; from the trade register or the tender"))), .. unknown.Take(MostTold).Select(bidder => new MissingFact("BT-514", new($"Vestigingsland van {bidder.Name}", $"Country of the seat of {bidder.Name}"), new("niet vermeld; de koper heeft het uit de inschrijving", "not stated; the buyer has it from the tender")))],
        }];
    }

    private static AccessKind? Seat(KnownBidder bidder) => bidder.Party.Country is { } country ? MarketAccess.Of(country) : null;

    private static IEnumerable<LocalizedText> Reasons(KnownBidder bidder, AccessKind? seat, List<OriginSign> signs)
    {
        if (bidder.Party.Country is { } country && seat is AccessKind.None)
            yield return new($"{bidder.Name} is gevestigd in {CountryWords.Of(country, Language.Nl)}; een overeenkomst over overheidsopdrachten met dat land is niet bekend.", $"{bidder.Name} has its seat in {CountryWords.Of(country, Language.En)}; no agreement on procurement with that country is known.");
        if (bidder.Party.Country is { } other && seat is AccessKind.AgreementUnconfirmed)
            yield return new($"{bidder.Name} is gevestigd in {CountryWords.Of(other, Language.Nl)}; of een overeenkomst met dat land deze opdracht dekt, is niet bevestigd.", $"{bidder.Name} has its seat in {CountryWords.Of(other, Language.En)}; whether an agreement with that country covers this purchase is not confirmed.");
        foreach (var sign in signs)
        {
            yield return new(
                $"{bidder.Name}: {sign.Text.Nl.Stop()} De zetel{(bidder.Party.Country is { } seatNl ? $" ({CountryWords.Of(seatNl, Language.Nl)})" : "")} is niet hetzelfde als de herkomst: rechtsvorm, feitelijke bedrijvigheid en zeggenschap tellen.",
                $"{bidder.Name}: {sign.Text.En.Stop()} The seat{(bidder.Party.Country is { } seatEn ? $" ({CountryWords.Of(seatEn, Language.En)})" : "")} is not the same as the origin: law of constitution, substantive operations and control count.");
        }
    }

    private static LocalizedText Fine(KnownBidder bidder)
    {
        var country = bidder.Party.Country!;
        return MarketAccess.Of(country) == AccessKind.Member
            ? new($"{bidder.Name}: zetel in de Europese Unie ({CountryWords.Of(country, Language.Nl)}).", $"{bidder.Name}: seat in the European Union ({CountryWords.Of(country, Language.En)}).")
            : new($"{bidder.Name}: zetel in een land van de GPA ({CountryWords.Of(country, Language.Nl)}).", $"{bidder.Name}: seat in a GPA country ({CountryWords.Of(country, Language.En)}).");
    }

    private static LocalizedText Summary(Verdict verdict, IReadOnlyList<string> asking) => verdict switch
    {
        Verdict.Flagged => new($"De herkomst van {Joined(asking, "en")} vraagt om een gemotiveerde beslissing over toegang.", $"The origin of {Joined(asking, "and")} asks for a reasoned decision on access."),
        Verdict.Clear => new("Alle bekende inschrijvers hebben hun zetel in de EU of een land van de GPA, en niets wijst op een andere herkomst.", "All known tenderers have their seat in the EU or a GPA country, and nothing points to another origin."),
        _ => new("Niet te beoordelen: van inschrijvers is de herkomst niet bekend of niet zeker.", "Not assessable: the origin of tenderers is not known or not certain."),
    };

    private static string Joined(IReadOnlyList<string> names, string and) => names.Count switch
    {
        1 => names[0],
        <= 3 => $"{string.Join(", ", names.SkipLast(1))} {and} {names[^1]}",
        _ => $"{string.Join(", ", names.Take(3))} (+{names.Count - 3})",
    };

    private Finding Finding(Verdict verdict, LocalizedText summary) => new()
    {
        Check = Id,
        RuleVersion = Version,
        Subject = "procurement",
        Verdict = verdict,
        Summary = summary,
        LegalBasis = Basis,
    };
}
