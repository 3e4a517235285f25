using TenderWatch.Core.Cases;
using TenderWatch.Core.Languages;

namespace TenderWatch.Core.Checks.ForeignSubsidies;

/// <summary>
/// Whether tenderers owe a filing under the Foreign Subsidies Regulation (Regulation (EU) 2022/2560, art. 28 and 29). Page:
/// <c>docs/checks/fsr-scope.md</c>.
/// </summary>
public sealed class FsrScopeCheck(FsrThresholds thresholds) : ICheck
{
    private static readonly string[] Basis =
    [
        "Regulation (EU) 2022/2560 art. 28(1)",
        "Regulation (EU) 2022/2560 art. 28(2)",
        "Regulation (EU) 2022/2560 art. 28(3)-(5) (unconfirmed)",
        "Regulation (EU) 2022/2560 art. 29(1)",
        "Regulation (EU) 2023/1441 annex II",
    ];

    /// <inheritdoc/>
    public string Id => "fsr-scope";

    /// <inheritdoc/>
    public string Version { get; } = RuleVersion.Of("1", Thresholds(thresholds), Thresholds(new FsrThresholds()));

    /// <inheritdoc/>
    public LocalizedText Name { get; } = new("Bereik van de Verordening buitenlandse subsidies", "Scope of the Foreign Subsidies Regulation");

    /// <inheritdoc/>
    public CheckDescription Description { get; } = new()
    {
        Asks = new(
            "Zijn inschrijvers een melding of een verklaring over buitenlandse financiële bijdragen verschuldigd?",
            "Do tenderers owe a notification or a declaration on foreign financial contributions?"),
        RestsOn = Basis,
        Needs = new(
            "De geraamde waarde in euro (BT-27, BT-271), ook per perceel; is die niet openbaar, dan de gegunde waarde (BT-161, BT-118) als aanwijzing. En wat de koper zelf verklaart (BT-681, BT-682).",
            "The estimated value in euro (BT-27, BT-271), of each lot too; where it is not public, the awarded value (BT-161, BT-118) as an indication. And what the buyer itself states (BT-681, BT-682)."),
        Flagged = LocalizedText.Of(
            w => $"De waarde bereikt {w.Money(thresholds.Procurement, "EUR")}, bij percelen daarnaast {w.Money(thresholds.Lot, "EUR")} voor de percelen waarop wordt ingeschreven; of de koper verklaart zelf dat de verordening geldt.",
            w => $"The value reaches {w.Money(thresholds.Procurement, "EUR")}, with lots also {w.Money(thresholds.Lot, "EUR")} for the lots tendered for; or the buyer itself states that the regulation applies."),
        NotAssessable = LocalizedText.Of(
            w => $"Geen bruikbare waarde is openbaar, of uit een gegunde waarde vanaf {w.Exact(thresholds.IndicationPercent)} % van de drempel volgt niet dat de raming eronder lag.",
            w => $"No usable value is public, or an awarded value from {w.Exact(thresholds.IndicationPercent)} % of the threshold up does not tell that the estimate was below it."),
        Clear = new(
            "De raming, of als aanwijzing de gegunde waarde, ligt eronder; of de plicht geldt hier niet, zoals bij defensie en bij inschrijvingen van vóór 12 oktober 2023.",
            "The estimate, or as an indication the awarded value, is below it; or the duty does not apply here, as in defence and for tenders before 12 October 2023."),
    };

    /// <inheritdoc/>
    public bool IsAlwaysTold => true;

    /// <inheritdoc/>
    public IReadOnlyList<Finding> Run(CaseFacts facts)
    {
        if (FsrExclusion.Of(facts.Notices) is { } exclusion)
        {
            var summary = new LocalizedText(
                "De meldplicht van de Verordening buitenlandse subsidies geldt hier niet.",
                "The duty to notify under the Foreign Subsidies Regulation does not apply here.");
            return [Finding("procurement", Verdict.Clear, summary) with { Reasons = [exclusion] }];
        }

        var statement = BuyerStatement.Of(facts.Notices);
        var value = ProcurementValue.Of(facts);
        var procurement = OfProcurement(facts, value, statement);
        return [procurement, .. LotsMatter(value) ? OfLots(facts, statement) : []];
    }

    private Finding OfProcurement(CaseFacts facts, ProcurementValue value, BuyerStatement statement)
    {
        var (verdict, summary) = Conclude(value, statement, InLots(value, facts));
        var decisive = value.Estimate ?? value.Awarded;
        return Finding("procurement", verdict, summary) with
        {
            Figures = [.. value.Stated.Select(stated => stated.Figure), .. Distance(decisive, thresholds.Procurement)],
            Reasons =
            [
                .. decisive is null ? (LocalizedText[])[] : [FsrReasons.Against(decisive, thresholds.Procurement)],
                .. value.Estimate is null && value.Awarded is not null ? [FsrReasons.IndicationOnly] : (LocalizedText[])[],
                .. AwardedAboveEstimate(value) ? [EstimateDoubted(value)] : (LocalizedText[])[],
                .. FsrReasons.Statement(statement, decisive, thresholds.Procurement),
                .. value.OtherCurrencies.Select(currency => new LocalizedText(
                    $"Een waarde staat in {currency}; de drempel is in euro en er wordt niet omgerekend.",
                    $"A value is in {currency}; the threshold is in euro and nothing is converted.")),
                .. verdict == Verdict.Flagged
                    ? [FsrReasons.Duty(thresholds, InLots(value, facts)), .. LotsReason(value, facts), .. FsrReasons.Procedure(facts.Notices), FsrReasons.SeparateTracks]
                    : (LocalizedText[])[],
            ],
            Missing =
            [
                .. value.Estimate is null || AwardedAboveEstimate(value) ? [FsrMissing.Estimate(facts)] : (MissingFact[])[],
                .. value.Estimate is null ? FsrMissing.Awarded(facts.Notices) : [],
                .. verdict == Verdict.Flagged ? [FsrMissing.Contributions, .. FsrMissing.Conclusions(LotAward.Of(facts.Notices))] : (MissingFact[])[],
            ],
        };
    }

    private (Verdict Verdict, LocalizedText Summary) Conclude(ProcurementValue value, BuyerStatement statement, bool inLots) => (value.Estimate, value.Awarded) switch
    {
        ({ } estimate, _) when estimate.Amount >= thresholds.Procurement => (Verdict.Flagged, new(
            $"Binnen het bereik van de Verordening buitenlandse subsidies: {FsrReasons.Debtor(inLots).Nl} is een melding of een verklaring verschuldigd.",
            $"Within the scope of the Foreign Subsidies Regulation: {FsrReasons.Debtor(inLots).En} owes a notification or a declaration.")),
        (null, { } awarded) when awarded.Amount >= thresholds.Procurement => (Verdict.Flagged, new(
            $"Naar de gegunde waarde binnen het bereik van de Verordening buitenlandse subsidies: {FsrReasons.Debtor(inLots).Nl} is een melding of een verklaring verschuldigd.",
            $"By its awarded value within the scope of the Foreign Subsidies Regulation: {FsrReasons.Debtor(inLots).En} owes a notification or a declaration.")),
        _ when statement.Applies => (Verdict.Flagged, new(
            "Volgens de koper zelf binnen het bereik van de Verordening buitenlandse subsidies: elke inschrijver is een melding of een verklaring verschuldigd.",
            "By the buyer's own statement within the scope of the Foreign Subsidies Regulation: every tenderer owes a notification or a declaration.")),
        ({ }, _) when !AwardedAboveEstimate(value) => (Verdict.Clear, new(
            "De geraamde waarde ligt onder de drempel van de Verordening buitenlandse subsidies.",
            "The estimated value is below the threshold of the Foreign Subsidies Regulation.")),
        (null, { } awarded) when awarded.Amount * 100 < thresholds.IndicationPercent * thresholds.Procurement => (Verdict.Clear, new(
            "Naar de gegunde waarde onder de drempel van de Verordening buitenlandse subsidies; de raming is niet openbaar.",
            "By its awarded value below the threshold of the Foreign Subsidies Regulation; the estimate is not public.")),
        _ => (Verdict.NotAssessable, new(
            "Niet te beoordelen: de geraamde waarde is niet openbaar of niet bruikbaar.",
            "Not assessable: the estimated value is not public or not usable.")),
    };

    private bool AwardedAboveEstimate(ProcurementValue value) =>
        value is { Estimate: { } estimate, Awarded: { } awarded } && estimate.Amount < thresholds.Procurement && awarded.Amount >= thresholds.Procurement;

    private static LocalizedText EstimateDoubted(ProcurementValue value) => LocalizedText.Of(
        w => $"De gegunde waarde ({w.Money(value.Awarded!.Amount, "EUR")}) bereikt de drempel wel. De koper kan toelichten of de raming opties en verlengingen omvat.",
        w => $"The awarded value ({w.Money(value.Awarded!.Amount, "EUR")}) does reach the threshold. The buyer can explain whether the estimate includes options and renewals.");

    // Article 28(2) holds lots against their own threshold only where the procurement reaches its own.
    private bool LotsMatter(ProcurementValue value) => (value.Estimate ?? value.Awarded) is { } decisive && decisive.Amount >= thresholds.Procurement;

    private bool InLots(ProcurementValue value, CaseFacts facts) => LotsMatter(value) && LotIds(facts).Count > 1;

    private static IReadOnlyList<string> LotIds(CaseFacts facts) =>
        [.. facts.Notices.SelectMany(notice => notice.Notice.Lots).Select(lot => lot.Id).OfType<string>().Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)];

    private IEnumerable<LocalizedText> LotsReason(ProcurementValue value, CaseFacts facts)
    {
        if (!InLots(value, facts)) yield break;
        yield return LocalizedText.Of(
            w => $"De opdracht is in percelen verdeeld: de plicht geldt voor wie inschrijft op percelen van samen {w.Money(thresholds.Lot, "EUR")} of meer (art. 28(2)).",
            w => $"The procurement is divided into lots: the duty is on those who tender for lots of {w.Money(thresholds.Lot, "EUR")} or more together (art. 28(2)).");
    }

    private IEnumerable<Finding> OfLots(CaseFacts facts, BuyerStatement statement)
    {
        var lots = LotIds(facts);
        return lots.Count < 2 ? [] : lots.Select(lot => OfLot(facts, lot, statement.About(lot)));
    }

    private Finding OfLot(CaseFacts facts, string lot, BuyerStatement statement)
    {
        var value = ProcurementValue.OfLot(facts, lot);
        var reaches = value is not null && value.Amount >= thresholds.Lot;
        var (verdict, summary) = (reaches || statement.Applies, value) switch
        {
            (true, _) => (Verdict.Flagged, new LocalizedText(
                "Dit perceel valt binnen het bereik: elke inschrijver erop is een melding of een verklaring verschuldigd.",
                "This lot is within the scope: everyone who tenders for it owes a notification or a declaration.")),
            (_, null) => (Verdict.NotAssessable, new LocalizedText(
                "Niet te beoordelen: de geraamde waarde van het perceel is niet openbaar of niet bruikbaar.",
                "Not assessable: the estimated value of the lot is not public or not usable.")),
            _ => (Verdict.Clear, new LocalizedText(
                "Dit perceel alleen ligt onder de drempel voor percelen.",
                "This lot by itself is below the threshold for lots.")),
        };
        return Finding(lot, verdict, summary) with
        {
            Figures = value is null ? [] : [value.Figure, .. Distance(value, thresholds.Lot)],
            Reasons =
            [
                .. value is null ? (LocalizedText[])[] : [FsrReasons.Against(value, thresholds.Lot)],
                .. FsrReasons.Statement(statement, value, thresholds.Lot),
                .. verdict == Verdict.Clear ? [new LocalizedText(
                    "Wie op meer percelen inschrijft, telt hun waarden op.",
                    "Whoever tenders for several lots adds up their values.")] : (LocalizedText[])[],
            ],
            Missing = [.. value is null ? [FsrMissing.Estimate(facts, lot)] : (MissingFact[])[], .. verdict == Verdict.Flagged ? [FsrMissing.Contributions] : (MissingFact[])[]],
        };
    }

    private static IEnumerable<Figure> Distance(StatedValue? value, decimal threshold)
    {
        if (value is null) yield break;
        yield return new(
            "distance-to-threshold", new("Verschil met de drempel", "Difference from the threshold"), value.Amount - threshold, "EUR", value.Origins,
            $"{value.Amount.Plain()} - {threshold.Plain()}");
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

    private static IReadOnlyList<decimal> Thresholds(FsrThresholds thresholds) =>
        [thresholds.Procurement, thresholds.Lot, thresholds.ContributionsPerCountry, thresholds.IndicationPercent];
}
