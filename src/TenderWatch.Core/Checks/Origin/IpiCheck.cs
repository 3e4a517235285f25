using TenderWatch.Core.Cases;
using TenderWatch.Core.Languages;

namespace TenderWatch.Core.Checks.Origin;

/// <summary>
/// Whether a measure under the International Procurement Instrument (Regulation (EU) 2022/1031) concerns the purchase, by its CPV codes and
/// value. Page: <c>docs/checks/ipi.md</c>.
/// </summary>
public sealed class IpiCheck(IpiThresholds thresholds) : ICheck
{
    private static readonly string[] Basis = ["Regulation (EU) 2022/1031 art. 3, 6, 8, 9", .. IpiMeasure.All.Select(measure => measure.Title)];

    private static readonly IpiThresholds Defaults = new();

    /// <inheritdoc/>
    public string Id => "ipi";

    /// <inheritdoc/>
    public string Version { get; } = RuleVersion.Of("1", [thresholds.Works, thresholds.GoodsAndServices], [Defaults.Works, Defaults.GoodsAndServices]);

    /// <inheritdoc/>
    public LocalizedText Name { get; } = new("Instrument voor internationale overheidsopdrachten (IPI)", "International Procurement Instrument (IPI)");

    /// <inheritdoc/>
    public CheckDescription Description { get; } = new()
    {
        Asks = new(
            "Betreft een maatregel van de Unie onder het Instrument voor internationale overheidsopdrachten deze opdracht?",
            "Does a measure of the Union under the International Procurement Instrument concern this purchase?"),
        RestsOn = Basis,
        Needs = new(
            "CPV-codes (BT-262), de datum van de aankondiging en de geraamde waarde in euro (BT-27, BT-271).",
            "CPV codes (BT-262), the date of the notice and the estimated value in euro (BT-27, BT-271)."),
        Flagged = LocalizedText.Of(
            w => $"Een maatregel dekt de opdracht, en de waarde bereikt de drempel: {w.Money(thresholds.Works, "EUR")} voor werken en concessies, {w.Money(thresholds.GoodsAndServices, "EUR")} voor goederen en diensten, of die van de maatregel als die hoger is.",
            w => $"A measure covers the purchase, and the value reaches the threshold: {w.Money(thresholds.Works, "EUR")} for works and concessions, {w.Money(thresholds.GoodsAndServices, "EUR")} for goods and services, or that of the measure if higher."),
        NotAssessable = new(
            "Geen CPV-code is bekend, of een maatregel dekt de opdracht en de waarde in euro is niet bekend.",
            "No CPV code is known, or a measure covers the purchase and the value in euro is not known."),
        Clear = new(
            "Geen bekende maatregel dekt de opdracht, of de waarde ligt onder de drempel.",
            "No known measure covers the purchase, or the value is below the threshold."),
    };

    /// <inheritdoc/>
    public IReadOnlyList<Finding> Run(CaseFacts facts)
    {
        var codes = facts.Notices.SelectMany(notice => notice.Notice.Cpv.Select(code => (Code: code, notice)).Concat(notice.Notice.Lots.SelectMany(lot => lot.Cpv.Select(code => (Code: code, notice)))))
            .DistinctBy(pair => pair.Code, StringComparer.Ordinal).ToList();
        if (codes.Count == 0)
        {
            return [Finding(Verdict.NotAssessable, new("Niet te beoordelen: er is geen CPV-code bekend.", "Not assessable: no CPV code is known.")) with
            {
                Missing = [new("BT-262", new("CPV-code", "CPV code"), new("niet vermeld", "not stated"))],
            }];
        }

        var began = Began(facts);
        var covering = IpiMeasure.All.Where(measure => codes.Any(code => measure.Covers(code.Code)) && (began is null || began >= measure.From)).ToList();
        var listed = string.Join(", ", codes.Take(12).Select(code => code.Code));
        if (covering.Count == 0)
        {
            return [Finding(Verdict.Clear, new("Geen IPI-maatregel betreft deze opdracht.", "No IPI measure concerns this purchase.")) with
            {
                Reasons = [new($"De CPV-codes ({listed}) en de datum vallen buiten elke bekende maatregel: {Known}.", $"The CPV codes ({listed}) and the date are outside every known measure: {Known}.")],
            }];
        }

        return [.. covering.Select(measure => OfMeasure(facts, measure, listed))];
    }

    // A measure holds for procedures that begin after it: by their call, else by the outcome; a plan begins nothing.
    private static DateOnly? Began(CaseFacts facts) => facts.Notices.Where(notice => notice.Record.Published is not null)
        .OrderBy(notice => TimelineStages.Of(notice.Notice) is TimelineStage.Planning or TimelineStage.Consultation).ThenBy(notice => notice.Record.Published)
        .Select(notice => notice.Record.Published).FirstOrDefault();

    private static string Known => string.Join("; ", IpiMeasure.All.Select(measure => $"{measure.Title}, {measure.Country}, CPV {measure.CpvFrom}-{measure.CpvTo}"));

    private Finding OfMeasure(CaseFacts facts, IpiMeasure measure, string codes)
    {
        // The threshold of works is that of concessions too (Directive 2014/23/EU).
        var works = facts.Notices.Any(notice => notice.Notice.ContractNature == "works" || notice.Notice.LegalBasis == "32014L0023");
        var threshold = Math.Max(measure.MinimumValue, works ? thresholds.Works : thresholds.GoodsAndServices);
        var value = new[] { FactNames.EstimatedValue, FactNames.FrameworkMaximum }.Select(name => facts.Find(name)).FirstOrDefault(fact => fact is { Kind: FactKind.Money, Unit: "EUR" });
        decimal? amount = value is null ? null : decimal.Parse(value.Value, System.Globalization.CultureInfo.InvariantCulture);
        var (nl, en) = (CountryWords.Of(measure.Country, Language.Nl), CountryWords.Of(measure.Country, Language.En));
        var verdict = amount is null ? Verdict.NotAssessable : amount >= threshold ? Verdict.Flagged : Verdict.Clear;
        return Finding(verdict, verdict switch
        {
            Verdict.Flagged => new($"{measure.Title} betreft deze opdracht: inschrijvers uit {nl} {(measure.Excludes ? "worden uitgesloten" : "krijgen een aangepaste score")}.", $"{measure.Title} concerns this purchase: tenderers from {en} {(measure.Excludes ? "are excluded" : "get an adjusted score")}."),
            Verdict.Clear => new($"De waarde ligt onder de drempel van {measure.Title}.", $"The value is below the threshold of {measure.Title}."),
            _ => new($"Niet te beoordelen: {measure.Title} kan deze opdracht betreffen, en de geraamde waarde in euro is niet bekend.", $"Not assessable: {measure.Title} may concern this purchase, and the estimated value in euro is not known."),
        }) with
        {
            Figures = amount is { } stated ? [new("estimated-value", FactNames.Label(value!.Name), stated, "EUR", value.Origins), new("threshold", new("Drempel", "Threshold"), threshold, "EUR", value.Origins)] : [],
            Reasons =
            [
                new($"CPV {codes}; de maatregel noemt {measure.CpvFrom}-{measure.CpvTo}.", $"CPV {codes}; the measure names {measure.CpvFrom}-{measure.CpvTo}."),
                .. verdict == Verdict.Flagged ? [Obligations] : (LocalizedText[])[],
            ],
            Missing = verdict == Verdict.NotAssessable ? [new("BT-27", new("Geraamde waarde", "Estimated value"), new("niet (in euro) openbaar; de koper heeft haar", "not public (in euro); the buyer has it"))] : [],
        };
    }

    private static LocalizedText Obligations { get; } = new(
        "De winnaar mag hooguit 50 % van de contractwaarde uit het land betrekken of aan ondernemers daaruit uitbesteden; een uitzondering (art. 9) motiveert de koper en meldt hij binnen 30 dagen na de gunning. Herkomst volgt art. 3, niet de zetel alleen.",
        "The winner may take or subcontract at most 50 % of the contract value from the country; an exception (art. 9) is reasoned by the buyer and reported within 30 days of the award. Origin follows art. 3, not the seat alone.");

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
