namespace TenderWatch.Core.Cases;

/// <summary>The life of a procurement: plan, call, changes, outcome, modifications, each notice once whoever published it.</summary>
public static class Timeline
{
    /// <summary>The entries by day, then stage; those without a day last.</summary>
    /// <param name="notices">The notices by day of publication.</param>
    public static IReadOnlyList<TimelineEntry> Of(IReadOnlyList<CaseNotice> notices)
    {
        var entries = Grouped(notices).Select(Entry)
            .OrderBy(entry => entry.Day ?? DateOnly.MaxValue).ThenBy(entry => entry.Stage).ThenBy(entry => entry.Main.IsSecondHand)
            .ThenBy(entry => NoticeIdentity.VersionOf(entry.Main.Notice)).ThenBy(entry => entry.Publications[0].Key.ToString(), StringComparer.Ordinal)
            .ToList();
        return [.. entries.Select((entry, place) => WithChanges(entry, TimelineChain.Before(entry, entries.Take(place).ToList())))];
    }

    private static TimelineEntry WithChanges(TimelineEntry entry, TimelineEntry? earlier) =>
        earlier is null ? entry : entry with { Follows = earlier.Main.Record.Key, Changes = FactChanges.Between(earlier.Main, entry.Main) };

    private static TimelineEntry Entry(IReadOnlyList<CaseNotice> notices)
    {
        CaseNotice[] ordered = [.. notices.OrderBy(notice => DayOf(notice) ?? DateOnly.MaxValue).ThenBy(notice => notice.Record.Key.ToString(), StringComparer.Ordinal)];
        var entry = new TimelineEntry(
            TimelineStage.Other,
            DayOf(ordered[0]),
            null,
            [.. ordered.Select(notice => new TimelinePublication(notice.Record.Key, DayOf(notice), notice.Record.Page))],
            null,
            [])
        {
            Notices = ordered,
        };
        return entry with { Revisions = [.. ordered.SelectMany(Revisions).OrderBy(revision => revision.At)], Stage = TimelineStages.Of(entry.Main.Notice), Title = entry.Main.Notice.Title ?? ordered.Select(notice => notice.Notice.Title).FirstOrDefault(title => title is not null) };
    }

    private static IEnumerable<Revision> Revisions(CaseNotice notice)
    {
        CaseNotice[] versions = [.. notice.Earlier.Select(earlier => new CaseNotice(notice.Record with { Documents = earlier.Documents }, earlier.Notice)), notice];
        return versions.Zip(versions.Skip(1))
            .Select(pair => new Revision(notice.Record.Key, pair.Second.Record.Documents[0].RetrievedAt, FactChanges.Between(pair.First, pair.Second)))
            .Where(revision => revision.Changes.Count > 0);
    }

    private static DateOnly? DayOf(CaseNotice notice) => notice.Record.Published ?? notice.Notice.PublicationDate;

    // One publication may tie two groups together: it knows the number that one has and the id that the other has.
    private static IEnumerable<IReadOnlyList<CaseNotice>> Grouped(IReadOnlyList<CaseNotice> notices)
    {
        var groups = new List<(HashSet<string> Names, List<CaseNotice> Notices)>();
        foreach (var notice in notices)
        {
            (HashSet<string> Names, List<CaseNotice> Notices) group = ([.. NoticeIdentity.Of(notice.Notice)], [notice]);
            foreach (var same in groups.Where(known => known.Names.Overlaps(group.Names)).ToList())
            {
                groups.Remove(same);
                group.Names.UnionWith(same.Names);
                group.Notices.InsertRange(0, same.Notices);
            }

            groups.Add(group);
        }

        return groups.Select(group => group.Notices);
    }
}
