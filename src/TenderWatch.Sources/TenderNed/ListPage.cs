using System.Text.Json;
using TenderWatch.Core.Notices;
using TenderWatch.Core.Sources;

namespace TenderWatch.Sources.TenderNed;

/// <summary>One page of TenderNed's list.</summary>
/// <param name="Items">The publications on it.</param>
/// <param name="Total">How many the whole answer has.</param>
/// <param name="Pages">On how many pages.</param>
internal sealed record ListPage(IReadOnlyList<Listing> Items, long Total, long Pages)
{
    /// <summary>Reads a page. What has another shape gives the reason in words.</summary>
    public static (ListPage? Page, string? Fault) Read(ReadOnlyMemory<byte> bytes)
    {
        using var json = Json.TryParse(bytes);
        if (json is null) return (null, "it is no JSON");
        var root = json.RootElement;
        if (root.Member("content") is not { ValueKind: JsonValueKind.Array } content) return (null, "it has no array 'content'");
        if (root.Integer("totalElements") is not (>= 0 and var total)) return (null, "it has no number 'totalElements'");
        if (root.Integer("totalPages") is not (>= 0 and var pages)) return (null, "it has no number 'totalPages'");
        var items = new List<Listing>();
        foreach (var item in content.EnumerateArray())
        {
            if (!item.TryGetPublicationId(out var id)) return (null, $"item {items.Count + 1} has no 'publicatieId' of digits");
            if (!Dates.TryRead(item.Text("publicatieDatum"), out var published) || published is null) return (null, $"publication {id} has no date 'publicatieDatum'");
            items.Add(new Listing(new NoticeKey(TenderNedSource.SourceName, id), published.Value.Date, ListingDigest.Of(item)));
        }

        return (new ListPage(items, total, pages), null);
    }
}
