using TenderWatch.Core.Checks.Calendars;
using TenderWatch.Core.Checks.ForeignSubsidies.Clock;
using TenderWatch.Core.Languages;

namespace TenderWatch.Core.Checks.ForeignSubsidies.Filings;

/// <summary>What one tenderer has filed, against what it owes.</summary>
internal sealed record BidderFilings(Verdict Verdict, IReadOnlyList<LocalizedText> Reasons, IReadOnlyList<MissingFact> Missing, IReadOnlyList<LegalDate> Dates, IReadOnlyList<Figure> Figures)
{
    /// <summary>Judges a tenderer of whom something is recorded.</summary>
    public static BidderFilings Of(FsrBidder bidder, IReadOnlyList<FilingStage> stages, FsrThresholds thresholds, FsrClock clock)
    {
        FilingStep[] steps = [.. stages.Select(stage => FilingStep.Of(stage, bidder.Filing(stage), clock))];
        var dates = ClockOf(bidder, stages, clock);
        LocalizedText[] questions = [.. KindAsked(bidder, thresholds), .. AwardAsked(bidder, dates)];
        var latest = bidder.Filings[^1];
        return new(
            questions.Length > 0 ? Verdict.Flagged : steps.Max(step => step.Verdict),
            [.. steps.Select(step => step.Reason), .. questions, .. Known(latest)],
            [.. steps.Select(step => step.Missing).OfType<MissingFact>(), .. latest.Parties.Count == 0 ? [FsrMissing.Contributions] : (MissingFact[])[]],
            [.. dates, .. steps.Select(step => step.Cure).OfType<LegalDate>()],
            [.. SumsOf(latest).Take(10).Select(sum => new Figure($"contributions/{sum.Country}", ContributionsOf(sum.Country), sum.Sum, "EUR", latest.Origins))]);
    }

    private static LocalizedText ContributionsOf(string country) => new($"Bijdragen uit {CountryWords.Of(country, Language.Nl)} in drie jaar", $"Contributions from {CountryWords.Of(country, Language.En)} in three years");

    // Only a notification starts the Commission's clock.
    private static IReadOnlyList<LegalDate> ClockOf(FsrBidder bidder, IReadOnlyList<FilingStage> stages, FsrClock clock)
    {
        var (first, last) = (bidder.Filing(stages[0]), bidder.Filing(stages[^1]));
        if (first is not { Kind: FilingKind.Notification } || first.Complete.Usable() is not { } complete) return [];
        var updated = stages.Count > 1 ? last?.Complete.Usable() : null;
        var dates = clock.Of(new FsrClockInput(complete, updated >= complete ? updated : null, stages.Count > 1, last?.Extended ?? first.Extended));
        // The Commission has concluded: what could still run is over.
        return bidder.Bid?.FsrConclusion is null ? dates : [.. dates.Select(date => date with { Ends = false })];
    }

    private static IReadOnlyList<(string Country, decimal Sum)> SumsOf(FsrFiling filing) =>
        (filing.Received ?? filing.Complete).Usable() is { } filed ? ContributionTest.Sums(filing.Parties, filed) : [];

    private static IEnumerable<LocalizedText> KindAsked(FsrBidder bidder, FsrThresholds thresholds)
    {
        var reaching = bidder.Filings.Where(filing => filing.Kind == FilingKind.Declaration)
            .SelectMany(SumsOf).Where(sum => sum.Sum >= thresholds.ContributionsPerCountry).DistinctBy(sum => sum.Country);
        foreach (var (country, sum) in reaching)
        {
            yield return LocalizedText.Of(
                w => $"Vastgelegd is een verklaring; de vastgelegde bijdragen uit {CountryWords.Of(country, Language.Nl)} ({w.Money(sum, "EUR")}) bereiken de drempel van {w.Money(thresholds.ContributionsPerCountry, "EUR")} voor een melding. De inschrijver kan dat toelichten.",
                w => $"A declaration is recorded; the recorded contributions from {CountryWords.Of(country, Language.En)} ({w.Money(sum, "EUR")}) reach the threshold of {w.Money(thresholds.ContributionsPerCountry, "EUR")} for a notification. The tenderer can explain that.");
        }
    }

    private static IEnumerable<LocalizedText> AwardAsked(FsrBidder bidder, IReadOnlyList<LegalDate> dates)
    {
        var end = dates.Where(date => date is { Conditional: false, Id: "preliminary-end" or "preliminary-extended-end" or "second-review-end" or "second-review-extended-end" }).Max(date => date.Day);
        var concluded = bidder.Contracts.Select(contract => contract.Concluded.Usable()).Min();
        if (bidder.Bid?.FsrConclusion is not null || end is null || concluded is null || concluded > end) yield break;
        yield return LocalizedText.Of(
            w => $"De overeenkomst is van {w.Date(concluded.Value)}, het onderzoek kon tot en met {w.Date(end.Value)} lopen. De koper kan toelichten wanneer de Commissie het heeft gesloten; de aankondiging noemt geen uitkomst (BT-682).",
            w => $"The contract is of {w.Date(concluded.Value)}, the review could run up to and including {w.Date(end.Value)}. The buyer can explain when the Commission closed it; the notice states no outcome (BT-682).");
    }

    private static IEnumerable<LocalizedText> Known(FsrFiling filing)
    {
        var others = filing.Parties.Where(party => !ContributionTest.Counts(party)).Select(party => party.Name).Take(10).ToList();
        if (others.Count == 0) yield break;
        var names = string.Join(", ", others);
        yield return new(
            $"Niet meegeteld, want niet als belangrijkste onderaannemer of leverancier vastgelegd: {names.Stop()}",
            $"Not counted, for not recorded as main subcontractor or supplier: {names.Stop()}");
    }
}
