namespace TenderWatch.Sources.TenderNed;

/// <summary>The ids in TenderNed's list of related publications, which may hold the publication itself.</summary>
internal static class RelatedPublications
{
    /// <returns>The ids without the publication itself; <see langword="null"/> when the bytes are no list.</returns>
    public static IReadOnlyList<string>? Read(ReadOnlyMemory<byte> bytes, string self)
    {
        using var json = Json.TryParse(bytes);
        if (json is not { RootElement.ValueKind: System.Text.Json.JsonValueKind.Array }) return null;
        var ids = new List<string>();
        foreach (var item in json.RootElement.EnumerateArray())
        {
            if (item.TryGetPublicationId(out var id) && id != self) ids.Add(id);
        }

        return [.. ids.Distinct(StringComparer.Ordinal)];
    }
}
