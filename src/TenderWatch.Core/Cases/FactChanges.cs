using TenderWatch.Core.Notices;

namespace TenderWatch.Core.Cases;

/// <summary>What a later notice states otherwise than the one it changes, renews or modifies.</summary>
public static class FactChanges
{
    // Beyond that nobody reads on, and a hostile notice is not to fill pages and storage.
    private const int Most = 200;

    /// <summary>
    /// The changed facts, in the order of the fact sheet. Where both notices are of one kind and complete, what the later one leaves out was
    /// taken away; otherwise only what it states counts.
    /// </summary>
    public static IReadOnlyList<FactChange> Between(CaseNotice earlier, CaseNotice later)
    {
        var single = earlier.Notice.Lots.Count <= 1 && later.Notice.Lots.Count <= 1;
        var several = earlier.Notice.Bids.Count > 1 || later.Notice.Bids.Count > 1;
        var (old, current) = (ComparableFacts.Of(earlier, single, several), ComparableFacts.Of(later, single, several));
        var names = later.Notice.Bids.Concat(earlier.Notice.Bids).Select(ComparableFacts.NameOf).Where(name => name.Length > 0).DistinctBy(PartyNames.Fold).ToDictionary(PartyNames.Fold, StringComparer.Ordinal);
        var absenceCounts = SameKind(earlier.Notice, later.Notice) && !earlier.Record.Incomplete && !later.Record.Incomplete;
        return
        [
            .. old.Select(group => group.Key).Union(current.Select(group => group.Key))
                .Where(key => absenceCounts || current.Contains(key))
                .Where(key => !IsOfOneSidedLot(key, old, current))
                .SelectMany(key => Pairs(key, names, FactComparison.Differences(old[key], current[key])))
                .OrderBy(change => Order(change.Name))
                .Take(Most),
        ];
    }

    private static IEnumerable<FactChange> Pairs(ComparableKey key, Dictionary<string, string> names, (IReadOnlyList<Fact> Left, IReadOnlyList<Fact> Right) differences)
    {
        for (var i = 0; i < Math.Max(differences.Left.Count, differences.Right.Count); i++)
        {
            var bidder = key.Name != FactNames.Withheld && key.Field is { } folded ? names.GetValueOrDefault(folded) : null;
            var subject = string.Join(", ", new[] { key.Lot, bidder }.Where(part => !string.IsNullOrEmpty(part)));
            yield return new FactChange(key.Name, subject.Length > 0 ? subject : null, differences.Left.ElementAtOrDefault(i), differences.Right.ElementAtOrDefault(i));
        }
    }

    // A lot added or removed is one change, not one for each of its facts; its outcome is news of its own.
    private static bool IsOfOneSidedLot(ComparableKey key, ILookup<ComparableKey, Fact> old, ILookup<ComparableKey, Fact> current)
    {
        if (key.Lot is null || key.Name is FactNames.Lot or FactNames.Winner or FactNames.Result) return false;
        var lot = new ComparableKey(FactNames.Lot, key.Lot, null);
        return old.Contains(lot) != current.Contains(lot);
    }

    private static bool SameKind(Notice earlier, Notice later)
    {
        // A corrigendum states what it corrects and nothing else.
        if (earlier.Format != later.Format || later.Subtype == "F14" || (later.FormType == "change" && later.Subtype is null)) return false;
        return earlier.Subtype is not null ? earlier.Subtype == later.Subtype : earlier.FormType is not null && earlier.FormType == later.FormType;
    }

    // What people act on comes first.
    private static int Order(string name) => name switch
    {
        FactNames.Deadline => 0,
        FactNames.Lot => 1,
        FactNames.Result or FactNames.Winner => 2,
        FactNames.TotalValue or FactNames.TotalFrameworkMaximum or FactNames.EstimatedValue or FactNames.FrameworkMaximum or FactNames.BidValue => 3,
        FactNames.Title => 4,
        FactNames.Documents or FactNames.AdditionalInformation or FactNames.Withheld => 6,
        _ => 5,
    };
}
