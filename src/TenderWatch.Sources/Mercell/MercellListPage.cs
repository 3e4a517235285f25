using System.Runtime.InteropServices;
using System.Text.Json;
using TenderWatch.Core.Evidence;
using TenderWatch.Core.Languages;
using TenderWatch.Core.Notices;
using TenderWatch.Core.Sources;
using TenderWatch.Sources.TenderNed;

namespace TenderWatch.Sources.Mercell;

/// <summary>One page of Mercell's list.</summary>
/// <param name="Items">The tenders on it.</param>
/// <param name="Total">How many the whole list has.</param>
internal sealed record MercellListPage(IReadOnlyList<MercellListItem> Items, long Total)
{
    /// <summary>Reads a page. What has another shape gives the reason in words.</summary>
    public static (MercellListPage? Page, string? Fault) Read(SourceDocument document)
    {
        using var json = Json.TryParse(document.Content);
        if (json is null) return (null, "it is no JSON");
        if (json.RootElement.Member("CurrentPageResults") is not { ValueKind: JsonValueKind.Array } results) return (null, "it has no array 'CurrentPageResults'");
        if (json.RootElement.Integer("ResultsCount") is not (>= 0 and var total)) return (null, "it has no number 'ResultsCount'");
        var items = new List<MercellListItem>();
        foreach (var item in results.EnumerateArray())
        {
            if (MercellId.Of(item) is not { } id) return (null, $"item {items.Count + 1} has no 'TenderId' of digits");
            if (MercellTime.Read(item.Text("CreatedDate")) is not { } created) return (null, $"tender {id} has no time in UTC 'CreatedDate'");
            items.Add(new MercellListItem(id, item.Text("Id") ?? id, created, ListingDigest.Of(item), document with
            {
                Role = EvidenceRoles.MercellListing,
                Content = JsonMarshal.GetRawUtf8Value(item).ToArray(),
            }));
        }

        return (new MercellListPage(items, total), null);
    }
}

/// <summary>A tender in Mercell's list.</summary>
/// <param name="Id">The tender's id.</param>
/// <param name="Entry">The id of the entry: a tender that is published again has another.</param>
/// <param name="Created">When the entry was made.</param>
/// <param name="Digest">The digest of the entry.</param>
/// <param name="Document">The bytes of the entry as they stand in the list.</param>
internal sealed record MercellListItem(string Id, string Entry, DateTimeOffset Created, Digest Digest, SourceDocument Document)
{
    /// <summary>The day in Dutch time.</summary>
    public DateOnly Day { get; } = DutchTime.DateOf(Created);

    public Listing ToListing() => new(new NoticeKey(MercellSource.SourceName, Id), Day, Digest);
}

/// <summary>Ids of Mercell's tenders: they become part of addresses and keys, so nothing but digits passes.</summary>
internal static class MercellId
{
    /// <summary>The id of a tender in Mercell's JSON; <see langword="null"/> where it has none.</summary>
    public static string? Of(JsonElement tender) => tender.Text("TenderId") is { } id && IsValid(id) ? id : null;

    public static bool IsValid(string id) => id is { Length: > 0 and <= 12 } && id.All(char.IsAsciiDigit) && id[0] != '0';
}

/// <summary>Times as Mercell writes them: in UTC, which they must say.</summary>
internal static class MercellTime
{
    public static DateTimeOffset? Read(string? text) =>
        Dates.TryRead(text, out var read) && read is { Time: not null, Offset: not null } stated ? stated.TryInstant(DutchTime.Zone) : null;
}
