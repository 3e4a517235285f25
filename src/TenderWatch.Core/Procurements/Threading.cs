namespace TenderWatch.Core.Procurements;

/// <summary>Which procurement goes on when several turn out to be the same purchase.</summary>
public static class Threading
{
    /// <summary>The one that has a case, for people know it by its id; of several, or of none, the one with the ordinally smallest id.</summary>
    /// <param name="same">At least one procurement.</param>
    public static Procurement Survivor(IReadOnlyCollection<Procurement> same) =>
        same.OrderByDescending(one => one.HasCase).ThenBy(one => one.Id, StringComparer.Ordinal).First();

    /// <summary>The procurement after the merge: it has a case if any has, and names every procurement that is now part of it.</summary>
    /// <param name="same">At least one procurement.</param>
    /// <param name="openCase">Whether it is to have a case from now on.</param>
    public static Procurement Merge(IReadOnlyCollection<Procurement> same, bool openCase)
    {
        var survivor = Survivor(same);
        var others = same.Where(one => one.Id != survivor.Id).SelectMany(one => one.Merged.Prepend(one.Id));
        return new Procurement(
            survivor.Id,
            openCase || same.Any(one => one.HasCase),
            [.. survivor.Merged.Concat(others).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)]);
    }
}
