using TenderWatch.Core.Cases;
using TenderWatch.Core.Checks.Calendars;
using TenderWatch.Core.Checks.ForeignSubsidies.Clock;
using TenderWatch.Core.Languages;

namespace TenderWatch.Core.Checks.ForeignSubsidies.Filings;

/// <summary>
/// Which filings each tenderer owes under the Foreign Subsidies Regulation, what is known of them, and what that means for the award (Regulation
/// (EU) 2022/2560, art. 28 to 33). Page: <c>docs/checks/fsr-filings.md</c>.
/// </summary>
public sealed class FsrFilingsCheck(FsrThresholds thresholds, CommissionCalendar calendar) : ICheck
{
    private static readonly string[] Basis =
    [
        "Regulation (EU) 2022/2560 art. 28",
        "Regulation (EU) 2022/2560 art. 29",
        "Regulation (EU) 2022/2560 art. 30",
        "Regulation (EU) 2022/2560 art. 32 (unconfirmed)",
        "Regulation (EU) 2022/2560 art. 33",
        "Regulation (EU) 2023/1441 art. 2(4), art. 24 and annex II",
    ];

    private readonly FsrScopeCheck _scope = new(thresholds);
    private readonly FsrClock _clock = new(calendar);

    /// <inheritdoc/>
    public string Id => "fsr-filings";

    /// <inheritdoc/>
    public string Version { get; } = VersionOf(thresholds, calendar);

    /// <inheritdoc/>
    public LocalizedText Name { get; } = new("Indieningen volgens de Verordening buitenlandse subsidies", "Filings under the Foreign Subsidies Regulation");

    /// <inheritdoc/>
    public CheckDescription Description { get; } = new()
    {
        Asks = new(
            "Welke indieningen is elke inschrijver verschuldigd, en welke daarvan zijn als ontvangen en volledig vastgelegd?",
            "Which filings does each tenderer owe, and which of them are recorded as received and complete?"),
        RestsOn = Basis,
        Needs = new(
            "De uitkomst van fsr-scope, de procedure en de uiterste datum uit de aankondigingen, en de indieningen en bijdragen die mensen vastleggen. Aankondigingen tonen geen indieningen.",
            "The outcome of fsr-scope, the procedure and the deadline from the notices, and the filings and contributions that people record. Notices show no filings."),
        Flagged = new(
            "Iets vraagt om een antwoord: een indiening moet worden aangevuld, een verklaring staat naast bijdragen die de drempel bereiken, de overeenkomst valt binnen het lopende onderzoek, of de vermelde uitkomst (BT-682) past niet bij een gunning.",
            "Something asks for an answer: a filing is to be completed, a declaration stands beside contributions that reach the threshold, the contract falls within the running review, or the stated outcome (BT-682) does not fit an award."),
        NotAssessable = new(
            "Iets is verschuldigd en niet alles is vastgelegd, of fsr-scope is niet te beoordelen.",
            "Something is owed and not everything is recorded, or fsr-scope cannot be assessed."),
        Clear = new(
            "Niets is verschuldigd, wat verschuldigd is staat als volledig vastgelegd, of van elke bekende inschrijver is de uitkomst vermeld.",
            "Nothing is owed, what is owed is recorded as complete, or the outcome is stated of every tenderer that is known."),
    };

    /// <inheritdoc/>
    public bool GivesTerms => true;

    /// <inheritdoc/>
    public IReadOnlyList<Finding> Run(CaseFacts facts)
    {
        var scope = _scope.Run(facts);
        if (scope[0].Verdict == Verdict.Clear)
        {
            var none = new LocalizedText("Geen indiening nodig volgens de Verordening buitenlandse subsidies.", "No filing is owed under the Foreign Subsidies Regulation.");
            return [Finding("procurement", Verdict.Clear, none) with { Reasons = [scope[0].Summary, .. scope[0].Reasons.Take(1)], Figures = scope[0].Figures }];
        }

        if (scope[0].Verdict == Verdict.NotAssessable)
        {
            var unknown = new LocalizedText(
                "Niet te beoordelen of indieningen nodig zijn: het bereik van de verordening staat niet vast.",
                "Not assessable whether filings are owed: the scope of the regulation is not established.");
            return [Finding("procurement", Verdict.NotAssessable, unknown) with { Reasons = [scope[0].Summary], Missing = scope[0].Missing, Figures = scope[0].Figures }];
        }

        var (stages, bidders) = (FilingStages.Of(facts.Notices), FsrBidder.Of(facts));
        return
        [
            Procurement(facts, scope, stages, bidders),
            .. bidders.Where(bidder => bidder.Filings.Count > 0).DistinctBy(bidder => bidder.Subject, StringComparer.Ordinal).Select(bidder => OfBidder(bidder, stages)),
        ];
    }

    private Finding Procurement(CaseFacts facts, IReadOnlyList<Finding> scope, IReadOnlyList<FilingStage> stages, IReadOnlyList<FsrBidder> bidders)
    {
        var outcome = FilingOutcome.Of(facts.Notices, stages, bidders);
        var planned = PlannedReview.Of(facts, stages, _clock);
        var procedure = FilingStages.Said(facts.Notices);
        return Finding("procurement", outcome.Verdict, outcome.Summary) with
        {
            Figures = procedure is null ? [] : [new(
                "filings-per-tenderer", new("Indieningen per inschrijver", "Filings per tenderer"), stages.Count, "count", [procedure.Origin("BT-105")], procedure.Notice.ProcedureType)],
            Reasons =
            [
                .. procedure?.Notice.ProcedureType == "neg-wo-call" ? [FilingReasons.WithoutCall] : (LocalizedText[])[],
                FilingReasons.Owed(stages, procedure is not null, FsrReasons.Debtor(scope.Count > 1)),
                .. planned.Reasons,
                .. outcome.Reasons,
                FilingReasons.Form,
                FilingReasons.Parties,
                FilingReasons.Cure,
                FilingReasons.Freeze,
                FilingReasons.Information,
                FsrReasons.SeparateTracks,
            ],
            Missing = outcome.Missing,
            Dates = planned.Dates,
        };
    }

    private Finding OfBidder(FsrBidder bidder, IReadOnlyList<FilingStage> stages)
    {
        var filings = BidderFilings.Of(bidder, stages, thresholds, _clock);
        var summary = filings.Verdict switch
        {
            Verdict.Clear => new LocalizedText("De vereiste indieningen zijn volledig vastgelegd.", "The filings owed are recorded as complete."),
            Verdict.Flagged => new("De indieningen vragen om aanvulling of toelichting.", "The filings ask for completion or explanation."),
            _ => new("Nog niet te beoordelen: van de indieningen is niet alles vastgelegd.", "Not assessable yet: not everything about the filings is recorded."),
        };
        return Finding(bidder.Subject, filings.Verdict, new($"{bidder.Label}: {Lower(summary.Nl)}", $"{bidder.Label}: {Lower(summary.En)}")) with
        {
            Figures = filings.Figures,
            Reasons = filings.Reasons,
            Missing = filings.Missing,
            Dates = filings.Dates,
        };
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

    private static string Lower(string text) => char.ToLowerInvariant(text[0]) + text[1..];

    private static string VersionOf(FsrThresholds thresholds, CommissionCalendar calendar) => RuleVersion.With(
        "2", thresholds == new FsrThresholds() && calendar.Digest == CommissionCalendar.Shipped.Digest ? (string[])[] : [thresholds.ToString(), calendar.Digest.Hex]);
}
