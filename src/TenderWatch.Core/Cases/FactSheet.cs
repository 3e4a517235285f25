using TenderWatch.Core.Notices;

namespace TenderWatch.Core.Cases;

/// <summary>The facts of a procurement that people look at, read from its notices.</summary>
public static class FactSheet
{
    /// <summary>
    /// The facts, each with its origin: of the procurement, then of each lot, then of each outcome. The latest notice that states a fact wins; an
    /// amount that can be reckoned with wins over one that cannot.
    /// </summary>
    /// <param name="notices">The notices, the one that counts most last; see <see cref="CaseFacts.InOrder"/>.</param>
    /// <param name="statements">What people entered of documents.</param>
    public static IReadOnlyList<Fact> Of(IReadOnlyList<CaseNotice> notices, IReadOnlyList<Supply.CaseStatement>? statements = null)
    {
        IReadOnlyList<string> lots =
            [.. notices.SelectMany(notice => notice.Notice.Lots).Select(lot => lot.Id).OfType<string>().Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)];
        List<Fact> ofProcurement = [.. OfProcurement(notices)];
        // Where no notice names a lot, what is said of the nameless one is said of the procurement.
        List<Fact> ofLots = lots.Count > 0
            ? [.. lots.SelectMany(lot => LotFacts.Of(notices, lot))]
            : [.. LotFacts.Of(notices, lot: null).Where(fact => !ofProcurement.Exists(known => known.Name == fact.Name))];
        var quantity = UnitPrice.Quantity(lots, ofLots);
        var award = notices.LastOrDefault(notice => notice.Notice.Results.Count > 0 && notice.Notice.TotalValue.CanReckon());
        return
        [
            .. ofProcurement,
            .. quantity is null ? (Fact[])[] : [quantity],
            .. quantity is not null && award is not null && UnitPrice.Of(award, lots, quantity) is { } price ? [price] : (Fact[])[],
            .. ofLots,
            .. OfAwards(LotAward.Of(notices)),
            .. PlatformFacts.Of(notices),
            .. Withheld(notices),
            .. Supply.StatedFacts.Of(statements ?? []),
        ];
    }

    private static IEnumerable<Fact> OfProcurement(IReadOnlyList<CaseNotice> notices)
    {
        Fact?[] facts =
        [
            Text(notices, FactNames.Title, FactKind.Text, "BT-21", notice => notice.Title),
            .. Latest(notices, notice => notice.Buyers.Count > 0) is { } bought
                ? bought.Notice.Buyers.Where(buyer => buyer.Name is not null).Select(buyer => AwardFacts.Make(FactNames.Buyer, null, FactKind.Text, buyer.Name!, bought.Origin("BT-500")))
                : [],
            Text(notices, FactNames.ProcedureType, FactKind.Code, "BT-105", notice => notice.ProcedureType, "procurement-procedure-type"),
            Text(notices, FactNames.LegalBasis, FactKind.Code, "BT-01", notice => notice.LegalBasis, "legal-basis"),
            .. Latest(notices, notice => notice.Cpv.Count > 0) is { } classified
                ? classified.Notice.Cpv.Select((code, place) => AwardFacts.Make(FactNames.Cpv, null, FactKind.Code, code, classified.Origin(place == 0 ? "BT-262" : "BT-263"), "cpv"))
                : [],
            Amount(notices, FactNames.EstimatedValue, "BT-27", notice => notice.EstimatedValue),
            Amount(notices, FactNames.FrameworkMaximum, "BT-271", notice => notice.FrameworkMaximum),
            Amount(notices, FactNames.TotalValue, "BT-161", notice => notice.TotalValue),
            Amount(notices, FactNames.TotalFrameworkMaximum, "BT-118", notice => notice.TotalFrameworkMaximum),
            Text(notices, FactNames.AdditionalInformation, FactKind.Text, "BT-300", notice => notice.AdditionalInformation),
        ];
        return facts.OfType<Fact>();
    }

    private static CaseNotice? Latest(IReadOnlyList<CaseNotice> notices, Func<Notice, bool> states) => notices.LastOrDefault(notice => states(notice.Notice));

    private static Fact? Text(IReadOnlyList<CaseNotice> notices, string name, FactKind kind, string field, Func<Notice, string?> value, string? unit = null) =>
        Latest(notices, notice => value(notice) is not null) is { } stated ? AwardFacts.Make(name, null, kind, value(stated.Notice)!, stated.Origin(field), unit) : null;

    private static Fact? Amount(IReadOnlyList<CaseNotice> notices, string name, string field, Func<Notice, Money?> value) =>
        LotFacts.Latest(notices.Reverse(), notice => value(notice.Notice)) is { } found ? Fact.Of(name, null, found.Money, found.Where.Origin(field)) : null;

    // Ids of bids are unique within a notice only: where lots were awarded in several notices, the subject names the notice too.
    private static IEnumerable<Fact> OfAwards(IReadOnlyList<LotAward> awards)
    {
        var ambiguous = awards.SelectMany(award => award.Bids.Where(bid => bid.Id is not null).Select(bid => (bid.Id, award.Notice.Record.Key)))
            .Distinct().GroupBy(pair => pair.Id, StringComparer.Ordinal).Where(group => group.Count() > 1).Select(group => group.Key!).ToHashSet(StringComparer.Ordinal);
        return awards.SelectMany(award => AwardFacts.Of(award)
            .Select(fact => fact.Subject is { } subject && ambiguous.Contains(subject) ? fact with { Subject = $"{subject} ({award.Notice.Record.Key})" } : fact));
    }

    private static IEnumerable<Fact> Withheld(IReadOnlyList<CaseNotice> notices) => notices.Reverse()
        .SelectMany(notice => notice.Notice.Withheld.Select(field => (Notice: notice, Field: field)))
        .DistinctBy(withheld => (withheld.Field.At, withheld.Field.Field))
        .Select(withheld => AwardFacts.Make(
            FactNames.Withheld,
            withheld.Field.At,
            withheld.Field.Until is null ? FactKind.Withheld : FactKind.Date,
            withheld.Field.Until is { } until ? AwardFacts.Iso(until) : "",
            withheld.Notice.Origin("BT-195", withheld.Field.At),
            withheld.Field.Field));
}
