using System.Text.Json;

namespace TenderWatch.Sources.Mercell;

/// <summary>The addresses of what is read at Mercell S2C.</summary>
internal sealed class MercellAddresses(MercellSettings settings)
{
    private readonly string _api = settings.BaseAddress.TrimEnd('/') + "/api/v1/PublishedTender";

    /// <summary>The API's host.</summary>
    public Uri Host { get; } = new(settings.BaseAddress);

    /// <summary>The site's host.</summary>
    public Uri Site { get; } = new(settings.SiteAddress);

    public Uri List => new($"{_api}/GetPublishedTendersBySpecified");

    public Uri Detail(string id) => new($"{_api}/GetPublishedTenderDetails?tenderId={id}");

    /// <summary>The page for people.</summary>
    public static string Page(string id) => $"https://s2c.mercell.com/today/{id}";

    /// <summary>Asks for the items from a place to a place, both included and counted from 1, newest first.</summary>
    public static byte[] Window(int first, int last) => JsonSerializer.SerializeToUtf8Bytes(new
    {
        SearchParameters = new
        {
            StartIndex = first,
            EndIndex = last,
            PropertyFilters = Array.Empty<string>(),
            SearchText = (string?)null,
            SearchProperty = (string?)null,
            OrderAscending = false,
            OrderColumn = "CreatedDate",
            Keywords = Array.Empty<string>(),
            UserId = (string?)null,
        },
    });
}
