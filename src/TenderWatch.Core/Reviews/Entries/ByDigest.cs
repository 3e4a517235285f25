using TenderWatch.Core.Evidence;
using TenderWatch.Core.Languages;

namespace TenderWatch.Core.Reviews.Entries;

/// <summary>Finds what a person means by the first digits of a SHA-256.</summary>
internal static class ByDigest
{
    private const int FewestDigits = 8;

    /// <summary>The one item meant, or why there is none.</summary>
    /// <param name="items">What the case has.</param>
    /// <param name="digest">The digest of an item.</param>
    /// <param name="typed">The digits.</param>
    /// <param name="caseId">The case.</param>
    /// <param name="what">What the items are, as in <c>statement</c>.</param>
    public static (T? Item, EntryFault? Fault) Find<T>(IReadOnlyList<T> items, Func<T, Digest> digest, string typed, string caseId, LocalizedText what)
        where T : class
    {
        var wanted = typed.Trim().ToLowerInvariant();
        var same = items.Where(item => wanted.Length >= FewestDigits && digest(item).Hex.StartsWith(wanted, StringComparison.Ordinal)).ToList();
        if (same is [var one]) return (one, null);
        var known = string.Join(", ", items.Select(item => digest(item).Hex[..12]));
        return (null, new("not-found", "sha256",
            $"Zaak {caseId} heeft niet precies één {what.Nl} waarvan de SHA-256 begint met '{typed}' (geef {FewestDigits} cijfers of meer); {(items.Count == 0 ? "zij heeft er geen" : known)}.",
            $"Case {caseId} has no one {what.En} whose SHA-256 begins with '{typed}' (give {FewestDigits} digits or more); {(items.Count == 0 ? "it has none" : known)}."));
    }
}
