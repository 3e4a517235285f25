using System.Globalization;
using TenderWatch.Core.Cases;
using TenderWatch.Core.Languages;

namespace TenderWatch.Core.Summaries;

/// <summary>Where the purchase stands: its latest publication, and who won or until when one can tender.</summary>
internal static class OutcomeLine
{
    public static IEnumerable<SummarySentence> Of(SummaryFacts known)
    {
        if (Latest(known) is { } latest) yield return latest;
        var results = known.All(FactNames.Result);
        var winners = known.All(FactNames.Winner);
        if (winners.Count > 0) yield return Won(known, winners);
        if (Closed(results) is { } closed) yield return closed;
        if (winners.Count > 0 || results.Count > 0)
        {
            yield return Received(known) ?? SummaryFacts.Absent("Hoeveel inschrijvingen zijn ontvangen, noemen de publicaties niet.", "The publications do not state how many tenders were received.", "BT-759");
            foreach (var name in new[] { FactNames.Decided, FactNames.Concluded })
            {
                if (known.All(name) is { Count: > 0 } dates) yield return Dates(name, dates);
            }

            yield break;
        }

        yield return known.All(FactNames.Deadline) is { Count: > 0 } deadlines
            ? Dates(FactNames.Deadline, deadlines)
            : SummaryFacts.Absent("De publicaties noemen geen sluitingsdatum en geen resultaat.", "The publications state no deadline and no result.", "BT-131", "BT-1311", "BT-142");
    }

    private static SummarySentence? Latest(SummaryFacts known)
    {
        if (known.Notices is not [.., var last]) return null;
        var form = last.Notice.FormType;
        if (form is null && last.Record.Published is null) return null;
        var origins = new List<FactOrigin>();
        if (form is not null) origins.Add(last.Origin("BT-03"));
        if (last.Record.Published is not null) origins.Add(last.Origin("OPP-012"));
        return SummaryFacts.SayOf(
            language =>
            {
                var what = form is null ? "" : CodeWords.Of("form-type", form, language);
                var day = last.Record.Published is { } published ? Wording.For(language).Date(published) : "";
                return $"{new LocalizedText("Laatste publicatie", "Latest publication").In(language)}: {string.Join(", ", new[] { what, day }.Where(part => part.Length > 0))}.";
            },
            origins);
    }

    // A group of bidders is one winner, and the same bidder in several lots too.
    private static SummarySentence Won(SummaryFacts known, IReadOnlyList<Fact> winners)
    {
        var shares = known.All(FactNames.Share);
        string Names(Language language) => SummaryFacts.List(
            [.. winners.GroupBy(winner => winner.Subject).Select(bid => string.Join(" + ", bid.Select(member => SummaryFacts.Short(member.Value)))
                + (shares.FirstOrDefault(share => share.Subject == bid.Key) is { } share ? $" ({SummaryFacts.Value(share, language)})" : "")).Distinct(StringComparer.OrdinalIgnoreCase)],
            language);
        return SummaryFacts.Say(language => $"{FactNames.Label(FactNames.Winner).In(language)} {Names(language)}.", [.. winners, .. shares]);
    }

    private static SummarySentence? Closed(IReadOnlyList<Fact> results)
    {
        var others = results.Where(result => result.Value != "selec-w").ToList();
        if (others.Count == 0) return null;
        return SummaryFacts.Say(
            language => string.Join("; ", others.GroupBy(result => result.Value).Select(group => SummaryFacts.Value(group.First(), language)
                + (results.Count == 1 ? "" : new LocalizedText($" voor {group.Count()} van {results.Count} percelen", $" for {group.Count()} of {results.Count} lots").In(language)))) + ".",
            others);
    }

    private static SummarySentence? Received(SummaryFacts known)
    {
        var counts = known.All(FactNames.TendersReceived);
        if (counts.Count == 0) return null;
        var numbers = counts.Where(count => count.Kind == FactKind.Number).Select(count => decimal.Parse(count.Value, CultureInfo.InvariantCulture)).ToList();
        var label = FactNames.Label(FactNames.TendersReceived);
        if (counts is [var only]) return SummaryFacts.Say(language => $"{label.In(language)}: {SummaryFacts.Value(only, language)}.", only);
        // A tenderer on two lots is counted twice, so the counts of lots are no sum.
        return numbers.Count < counts.Count || numbers.Min() == numbers.Max()
            ? SummaryFacts.Say(language => $"{label.In(language)}: {SummaryFacts.List([.. counts.Select(count => SummaryFacts.Value(count, language)).Distinct(StringComparer.Ordinal)], language)} {new LocalizedText("per perceel", "for each lot").In(language)}.", counts)
            : SummaryFacts.Say(language => $"{label.In(language)}: {Wording.For(language).Exact(numbers.Min())} {new LocalizedText("tot", "to").In(language)} {Wording.For(language).Exact(numbers.Max())} {new LocalizedText("per perceel", "for each lot").In(language)}.", counts);
    }

    private static SummarySentence Dates(string name, IReadOnlyList<Fact> dates) => SummaryFacts.Say(
        language => $"{FactNames.Label(name).In(language)}: {SummaryFacts.List([.. dates.OrderBy(date => date.Value, StringComparer.Ordinal).Select(date => SummaryFacts.Value(date, language)).Distinct(StringComparer.Ordinal)], language)}.", dates);
}
