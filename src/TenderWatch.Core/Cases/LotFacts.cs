using TenderWatch.Core.Notices;

namespace TenderWatch.Core.Cases;

/// <summary>The facts of a lot as it was put out: quantity, value, duration, renewals, options, deadline.</summary>
internal static class LotFacts
{
    /// <summary>The facts, in the order in which people read them. The latest notice that states one wins.</summary>
    /// <param name="notices">The notices.</param>
    /// <param name="lot">The lot; <see langword="null"/> for lots without a name.</param>
    public static IEnumerable<Fact> Of(IReadOnlyList<CaseNotice> notices, string? lot)
    {
        var latest = notices.Reverse().SelectMany(notice => notice.Notice.Lots.Where(stated => stated.Id == lot).Select(stated => new LotIn(notice, stated))).ToList();
        Fact?[] facts =
        [
            Quantity(latest, lot),
            Amount(latest, FactNames.EstimatedValue, "BT-27", stated => stated.EstimatedValue),
            Amount(latest, FactNames.FrameworkMaximum, "BT-271", stated => stated.FrameworkMaximum),
            Single(latest, FactNames.Duration, FactKind.Duration, "BT-36", stated => stated.Duration),
            .. Renewals(latest, lot),
            Single(latest, FactNames.Options, FactKind.Text, "BT-54", stated => stated.OptionsDescription),
            Single(latest, FactNames.Start, FactKind.Date, "BT-536", stated => stated.Start is { } start ? AwardFacts.Iso(start) : null),
            Single(latest, FactNames.End, FactKind.Date, "BT-537", stated => stated.End is { } end ? AwardFacts.Iso(end) : null),
            Single(latest, FactNames.Deadline, FactKind.Date, "BT-131", stated => stated.Deadline?.ToString()),
            Single(latest, FactNames.Fsr, FactKind.Indicator, "BT-681", stated => stated.Fsr is { } fsr ? fsr ? "true" : "false" : null),
            .. Documents(latest, lot),
        ];
        return facts.OfType<Fact>();
    }

    /// <summary>The latest amount that can be reckoned with, else the latest that is mentioned at all.</summary>
    public static (T Where, Money Money)? Latest<T>(IEnumerable<T> latestFirst, Func<T, Money?> amount)
    {
        var stated = latestFirst.Select(where => (Where: where, Money: amount(where))).Where(found => found.Money is not null).ToList();
        if (stated.Count == 0) return null;
        var best = stated.Find(found => found.Money.CanReckon());
        var (place, money) = best.Money is null ? stated[0] : best;
        return (place, money!);
    }

    private static Fact? Amount(List<LotIn> latest, string name, string field, Func<Lot, Money?> amount) =>
        Latest(latest, stated => amount(stated.Lot)) is { } found ? Fact.Of(name, found.Where.Lot.Id, found.Money, found.Where.Origin(field)) : null;

    private static Fact? Single(List<LotIn> latest, string name, FactKind kind, string field, Func<Lot, string?> value)
    {
        var stated = latest.Find(found => value(found.Lot) is not null);
        return stated is null ? null : AwardFacts.Make(name, stated.Lot.Id, kind, value(stated.Lot)!, stated.Origin(field));
    }

    private static Fact? Quantity(List<LotIn> latest, string? lot)
    {
        var stated = latest.Find(found => found.Lot.Quantity is not null);
        return stated?.Lot.Quantity is { } quantity ? AwardFacts.Make(FactNames.Quantity, lot, FactKind.Number, quantity.Value.Plain(), stated.Origin("BT-25"), quantity.Unit) : null;
    }

    private static IEnumerable<Fact> Renewals(List<LotIn> latest, string? lot)
    {
        var counted = latest.Find(found => found.Lot.Renewals is not null);
        var described = latest.Find(found => RenewalTerms.Read(found.Lot.RenewalDescription) is not null);
        var terms = RenewalTerms.Read(described?.Lot.RenewalDescription);
        // A text that contradicts the number is not believed.
        if (terms is null || (counted is not null && counted.Lot.Renewals != terms.Count))
        {
            if (counted is not null)
            {
                yield return AwardFacts.Make(FactNames.Renewals, lot, FactKind.Number, ((decimal)counted.Lot.Renewals!.Value).Plain(), counted.Origin("BT-58"));
            }

            yield break;
        }

        IReadOnlyList<FactOrigin> origins = [.. counted is null ? (FactOrigin[])[] : [counted.Origin("BT-58")], described!.Origin("BT-57", terms.Quote)];
        yield return new Fact { Name = FactNames.Renewals, Subject = lot, Kind = FactKind.Duration, Value = terms.Interval, Origins = origins };
        var initial = latest.Find(found => found.Lot.Duration is not null);
        if (initial is null || terms.AddedTo(initial.Lot.Duration) is not { } longest) yield break;
        yield return new Fact
        {
            Name = FactNames.LongestDuration,
            Subject = lot,
            Kind = FactKind.Duration,
            Value = longest,
            Origins = [initial.Origin("BT-36"), .. origins],
            Derivation = $"{initial.Lot.Duration} + {((decimal)terms.Count).Plain()} × {terms.Period}",
        };
    }

    private static IEnumerable<Fact> Documents(List<LotIn> latest, string? lot)
    {
        var stated = latest.Find(found => found.Lot.DocumentsUrl.Count > 0);
        return stated is null ? [] : stated.Lot.DocumentsUrl.Select(url => AwardFacts.Make(FactNames.Documents, lot, FactKind.Text, url, stated.Origin("BT-15")));
    }

    private sealed record LotIn(CaseNotice Notice, Lot Lot)
    {
        public FactOrigin Origin(string field, string? quote = null) => Notice.Origin(field, Lot.Id, quote);
    }
}
