using TenderWatch.Core.Cases;
using TenderWatch.Core.Languages;
using TenderWatch.Core.Notices;
using TenderWatch.Core.Supply;

namespace TenderWatch.Core.Checks.Origin;

/// <summary>
/// Whether more than half of the goods of a tender comes from third countries without comparable access (art. 3.76 Aw 2012, art. 85
/// Directive 2014/25/EU). Page: <c>docs/checks/third-country-goods.md</c>.
/// </summary>
public sealed class ThirdCountryGoodsCheck(GoodsLimits limits) : ICheck
{
    private static readonly string[] Basis = ["Aanbestedingswet 2012 art. 3.76", "Directive 2014/25/EU art. 85", "Regulation (EU) No 952/2013 (origin of goods)"];

    private static readonly GoodsLimits Defaults = new();

    /// <inheritdoc/>
    public string Id => "third-country-goods";

    /// <inheritdoc/>
    public string Version { get; } = RuleVersion.Of("2", [limits.ThirdCountryPercent, limits.EquivalencePercent], [Defaults.ThirdCountryPercent, Defaults.EquivalencePercent]);

    /// <inheritdoc/>
    public LocalizedText Name { get; } = new("Goederen uit derde landen", "Goods from third countries");

    /// <inheritdoc/>
    public CheckDescription Description { get; } = new()
    {
        Asks = LocalizedText.Of(
            w => $"Komt meer dan {w.Exact(limits.ThirdCountryPercent)} % van de waarde van de goederen in een inschrijving uit derde landen zonder vergelijkbare toegang?",
            w => $"Does more than {w.Exact(limits.ThirdCountryPercent)} % of the value of the goods in a tender come from third countries without comparable access?"),
        RestsOn = Basis,
        Needs = new(
            "Levering aan een speciale-sectorbedrijf, en ingevoerde opgaven van de oorsprong van de goederen van een inschrijver; aankondigingen zeggen daar niets over.",
            "Supplies to a utility, and entered statements of the origin of a tenderer's goods; notices say nothing of it."),
        Flagged = new(
            "Het deel uit zulke landen is hoger: de koper mag de inschrijving afwijzen, en hoeft dat niet.",
            "The part from such countries is higher: the buyer may reject the tender, and need not."),
        NotAssessable = new(
            "Niets is opgegeven, of wat niet is verantwoord of niet is bevestigd kan het verschil maken.",
            "Nothing is stated, or what is not accounted for or not confirmed may make the difference."),
        Clear = new(
            "Ook als alles wat openstaat meetelt, is het deel niet hoger; of de bepaling geldt hier niet, zoals bij diensten en bij kopers buiten de speciale sectoren.",
            "Even if all that is open counts, the part is not higher; or the provision does not apply here, as for services and for buyers that are no utilities."),
    };

    /// <inheritdoc/>
    public IReadOnlyList<Finding> Run(CaseFacts facts)
    {
        if (facts.Find(FactNames.LegalBasis)?.Value is { } basis && basis != "32014L0025")
            return [Finding("procurement", Verdict.Clear, new("De bepaling geldt alleen voor speciale-sectorbedrijven; deze opdracht valt onder een andere richtlijn.", "The provision is for utilities only; this purchase is under another directive."))];
        if (facts.Notices.Select(notice => notice.Notice.ContractNature).OfType<string>().LastOrDefault() is { } nature && nature is not ("supplies" or "combined"))
            return [Finding("procurement", Verdict.Clear, new("De bepaling geldt alleen voor leveringen.", "The provision is for supplies only."))];

        var stated = facts.Statements.SelectMany(statement => statement.Content.Goods.Select(goods => (Statement: statement, Goods: goods)))
            .GroupBy(pair => PartyNames.Fold(pair.Goods.Bidder), StringComparer.Ordinal).ToList();
        if (stated.Count == 0) return [Unknown(facts)];
        var names = stated.Select(bidder => bidder.Key).ToHashSet(StringComparer.Ordinal);
        var winners = KnownBidder.Of(facts).Where(bidder => bidder.Bid.Won && !names.Contains(PartyNames.Fold(bidder.Name)));
        return
        [
            // What a later document says of a country takes the place of what an earlier one said.
            .. WithEquivalents(facts, [.. stated.Select(bidder => OfBidder([.. bidder.GroupBy(pair => pair.Goods.Country, StringComparer.Ordinal).Select(same => same.Last())]))]),
            .. winners.Select(winner => Finding(winner.Name, Verdict.NotAssessable, Summary(Verdict.NotAssessable, winner.Name)) with { Missing = [MissingOrigin] }),
        ];
    }

    private Finding OfBidder(IReadOnlyList<(CaseStatement Statement, GoodsOrigin Goods)> stated)
    {
        var name = stated[0].Goods.Bidder;
        var third = stated.Where(pair => MarketAccess.Of(pair.Goods.Country) == AccessKind.None).ToList();
        var uncertain = stated.Where(pair => MarketAccess.Of(pair.Goods.Country) == AccessKind.AgreementUnconfirmed).ToList();
        var (certain, possible) = (third.Sum(pair => pair.Goods.Percent), third.Concat(uncertain).Sum(pair => pair.Goods.Percent));
        var accounted = stated.Sum(pair => pair.Goods.Percent);
        var verdict = accounted > 100 ? Verdict.NotAssessable
            : certain > limits.ThirdCountryPercent ? Verdict.Flagged
            : possible + (100 - accounted) > limits.ThirdCountryPercent ? Verdict.NotAssessable
            : Verdict.Clear;
        return Finding(name, verdict, Summary(verdict, name)) with
        {
            Figures =
            [
                new("third-country-share", new("Deel uit derde landen zonder overeenkomst", "Part from third countries without an agreement"), certain, "%", [.. third.Select(Origin)], string.Join(" + ", third.Select(pair => pair.Goods.Percent.Plain())) is { Length: > 0 } sum ? sum : null),
                new("accounted", new("Deel waarvan de herkomst is opgegeven", "Part of which the origin is given"), accounted, "%", [.. stated.Select(Origin)]),
            ],
            Reasons =
            [
                .. stated.Select(pair => LocalizedText.Of(
                    w => $"{w.Exact(pair.Goods.Percent)} % uit {CountryWords.Of(pair.Goods.Country, Language.Nl)}{Tie(pair.Goods.Country).Nl}, volgens {pair.Statement.Content.Source.Title.Stop()}",
                    w => $"{w.Exact(pair.Goods.Percent)} % from {CountryWords.Of(pair.Goods.Country, Language.En)}{Tie(pair.Goods.Country).En}, according to {pair.Statement.Content.Source.Title.Stop()}")),
                .. accounted > 100 ? [Contradiction] : (LocalizedText[])[],
                .. verdict == Verdict.Flagged ? [MayReject(), Equivalence()] : (LocalizedText[])[],
                MarketAccess.Certainty,
            ],
            Missing = verdict == Verdict.NotAssessable ? [MissingOrigin] : [],
        };
    }

    // A tender that cannot be rejected goes before an equivalent one that can: those of whom that is known count here, and those of whom it is not known.
    private IEnumerable<Finding> WithEquivalents(CaseFacts facts, IReadOnlyList<Finding> findings)
    {
        var offers = PricedOffer.Of(facts);
        var rejectable = findings.Where(finding => finding.Verdict == Verdict.Flagged).Select(finding => PartyNames.Fold(finding.Subject)).ToHashSet(StringComparer.Ordinal);
        foreach (var finding in findings)
        {
            var pairs = offers.Where(offer => finding.Verdict == Verdict.Flagged && PartyNames.Fold(offer.Bidder) == PartyNames.Fold(finding.Subject))
                .SelectMany(mine => offers.Where(other => mine.IsBeside(other) && !rejectable.Contains(PartyNames.Fold(other.Bidder)) && mine.PercentFrom(other) <= limits.EquivalencePercent).Select(other => (Mine: mine, Other: other)))
                .ToList();
            yield return pairs.Count == 0 ? finding : finding with
            {
                Figures = [.. finding.Figures, .. pairs.Select((pair, place) => new Figure(
                    $"equivalence/{pair.Mine.Lot}/{place + 1}",
                    new($"{pair.Mine.Lot}: verschil in prijs met {pair.Other.Bidder}", $"{pair.Mine.Lot}: difference in price from {pair.Other.Bidder}"),
                    pair.Mine.PercentFrom(pair.Other).Cents(), "%", [pair.Mine.Origin, pair.Other.Origin], $"|{pair.Mine.Price.Plain()} - {pair.Other.Price.Plain()}| / {Math.Min(pair.Mine.Price, pair.Other.Price).Plain()}"))],
                Reasons = [.. finding.Reasons, .. pairs.Select(pair => LocalizedText.Of(
                    w => $"{pair.Mine.Lot}: de prijs van {pair.Other.Bidder} ligt {w.Number(pair.Mine.PercentFrom(pair.Other), 2)} % van die van {finding.Subject} af en geldt als gelijkwaardig; zijn de inschrijvingen dat ook volgens de gunningscriteria, dan gaat {pair.Other.Bidder} voor als zijn inschrijving niet kan worden afgewezen.",
                    w => $"{pair.Mine.Lot}: the price of {pair.Other.Bidder} is {w.Number(pair.Mine.PercentFrom(pair.Other), 2)} % from that of {finding.Subject} and counts as equivalent; where the tenders are so by the award criteria too, {pair.Other.Bidder} goes first if its tender cannot be rejected."))],
            };
        }
    }

    private static LocalizedText Contradiction { get; } = new(
        "De ingevoerde documenten spreken elkaar tegen: samen meer dan 100 %. Trek in wat niet meer geldt.",
        "The entered documents contradict each other: more than 100 % together. Withdraw what no longer holds.");

    private static FactOrigin Origin((CaseStatement Statement, GoodsOrigin Goods) pair) => pair.Statement.Origin("goods", pair.Goods.Bidder, pair.Goods.Quote);

    private static LocalizedText Tie(string country) => MarketAccess.Of(country) switch
    {
        AccessKind.Member => new(" (EU)", " (EU)"),
        AccessKind.Gpa => new(" (GPA, telt niet mee)", " (GPA, not counted)"),
        AccessKind.AgreementUnconfirmed => new(" (overeenkomst niet bevestigd)", " (agreement not confirmed)"),
        _ => new(" (geen overeenkomst bekend)", " (no agreement known)"),
    };

    private LocalizedText MayReject() => LocalizedText.Of(
        w => $"Boven {w.Exact(limits.ThirdCountryPercent)} % van de totale waarde van de goederen mag de koper de inschrijving afwijzen; hij moet het niet (art. 3.76 Aw 2012).",
        w => $"Above {w.Exact(limits.ThirdCountryPercent)} % of the total value of the goods the buyer may reject the tender; it need not (art. 3.76 Aw 2012).");

    private LocalizedText Equivalence() => LocalizedText.Of(
        w => $"Zijn twee inschrijvingen gelijkwaardig, dan gaat die voor die niet kan worden afgewezen; prijzen die minder dan of precies {w.Exact(limits.EquivalencePercent)} % verschillen gelden als gelijkwaardig, tenzij dat tot onverenigbare apparatuur dwingt.",
        w => $"Where two tenders are equivalent, the one that cannot be rejected goes first; prices at most {w.Exact(limits.EquivalencePercent)} % apart count as equivalent, unless that forces equipment that does not fit.");

    private Finding Unknown(CaseFacts facts) => Finding("procurement", Verdict.NotAssessable, new("Niet te beoordelen: de herkomst van de goederen is niet bekend.", "Not assessable: the origin of the goods is not known.")) with
    {
        Reasons = [.. KnownBidder.Of(facts).Where(bidder => bidder.Bid.Origin.Count > 0).Take(40).Select(bidder => new LocalizedText(
            $"{bidder.Name} noemt als land van oorsprong {string.Join(", ", bidder.Bid.Origin.Select(country => CountryWords.Of(country, Language.Nl)))} (BT-191), zonder deel van de waarde.",
            $"{bidder.Name} names as country of origin {string.Join(", ", bidder.Bid.Origin.Select(country => CountryWords.Of(country, Language.En)))} (BT-191), without a part of the value."))],
        Missing = [MissingOrigin],
    };

    private static MissingFact MissingOrigin { get; } = new(
        "goods", new("Herkomst van de goederen naar waarde (douanewetboek van de Unie)", "Origin of the goods by value (Union Customs Code)"),
        new("staat in geen aankondiging; de inschrijver kan het opgeven en de koper kan het invoeren", "stands in no notice; the tenderer can state it and the buyer can enter it"));

    private static LocalizedText Summary(Verdict verdict, string name) => verdict switch
    {
        Verdict.Flagged => new($"Meer dan de helft van de goederen van {name} komt uit derde landen: de koper beslist gemotiveerd over toelating.", $"More than half of the goods of {name} comes from third countries: the buyer decides on admission with reasons."),
        Verdict.Clear => new($"Hooguit de helft van de goederen van {name} komt uit derde landen.", $"At most half of the goods of {name} comes from third countries."),
        _ => new($"Niet te beoordelen: van een te groot deel van de goederen van {name} is de herkomst of de overeenkomst niet zeker.", $"Not assessable: for too large a part of the goods of {name} the origin or the agreement is not certain."),
    };

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
