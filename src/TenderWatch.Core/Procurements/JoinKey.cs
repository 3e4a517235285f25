using System.Globalization;
using TenderWatch.Core.Notices;
using TenderWatch.Core.Sources;

namespace TenderWatch.Core.Procurements;

/// <summary>Something that two notices of one purchase have in common. Notices that share one belong to one procurement.</summary>
/// <param name="Value">Kind and value: <c>tenderned-kenmerk:567798</c>.</param>
public sealed record JoinKey(string Value)
{
    // Joint procurements have dozens of buyers; a notice that lists more is not to cost a write for each.
    private const int MostBuyers = 200;

    /// <summary>The keys of a notice: its own identities, and those of the notices it names.</summary>
    public static IReadOnlyList<JoinKey> Of(NoticeKey key, Notice notice, PublicationLinks links)
    {
        var keys = new List<string> { "publication:" + key };
        if (links.Kenmerk is { } kenmerk) keys.Add("tenderned-kenmerk:" + kenmerk.ToString(CultureInfo.InvariantCulture));
        keys.AddRange(links.RelatedPublications.Select(id => $"publication:{key.Source}:{id}"));
        keys.AddRange(links.TedNumbers.Select(number => "ted:" + number));
        keys.AddRange(links.MercellIds.Select(id => "mercell:" + id));
        if (notice.PublicationNumber is { } number) keys.Add("ted:" + number);
        keys.AddRange(notice.PreviousPublications.Select(Named));
        if (notice.NoticeId is { } id)
        {
            // Every version of a notice carries the same BT-701.
            keys.Add("notice:" + Fold(id));
        }

        if (notice.Changes is { } changed) keys.Add(Named(changed));
        if (notice.ProcedureId is { } procedure) keys.AddRange(notice.Buyers.Take(MostBuyers).SelectMany(buyer => OfBuyer(procedure, buyer)));
        return [.. keys.Distinct(StringComparer.Ordinal).Select(value => new JoinKey(value))];
    }

    // BT-758 and OPP-090 are a publication number ("454728-2023") or BT-701 and BT-757 joined by a hyphen ("uuid-01").
    private static string Named(string changes)
    {
        var dash = changes.LastIndexOf('-');
        var isNumber = dash > 0 && changes.AsSpan(0, dash).IndexOfAnyExceptInRange('0', '9') < 0;
        if (isNumber) return "ted:" + changes[..dash].TrimStart('0') + changes[dash..];
        return "notice:" + Fold(dash > 0 && changes.Length - dash <= 3 ? changes[..dash] : changes);
    }

    // BT-04 alone never joins: four real buyers carry the UUID of the SDK's example. With the buyer it is unique enough.
    private static IEnumerable<string> OfBuyer(string procedure, Party buyer)
    {
        var prefix = $"procedure:{Fold(procedure)}|";
        foreach (var id in buyer.Ids) yield return $"{prefix}id:{buyer.Country}:{Fold(id)}";
        if (buyer.Name is { } name) yield return $"{prefix}name:{Fold(name)}";
    }

    private static string Fold(string text) => string.Join(' ', text.ToLowerInvariant().Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
}
