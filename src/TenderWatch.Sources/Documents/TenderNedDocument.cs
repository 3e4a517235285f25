using System.Text.Json;

namespace TenderWatch.Sources.Documents;

/// <summary>TenderNed's list of the documents of a publication.</summary>
/// <param name="Id">The id of a document.</param>
/// <param name="Name">Its name.</param>
/// <param name="HasVirus">Whether TenderNed found a virus in it.</param>
/// <param name="Length">Its length in bytes, where it is stated.</param>
internal sealed record TenderNedDocument(string Id, string Name, bool HasVirus, long? Length)
{
    private const int Most = 2_000;

    /// <summary>Reads the list; <see langword="null"/> where the bytes are none.</summary>
    public static IReadOnlyList<TenderNedDocument>? Read(ReadOnlyMemory<byte> content)
    {
        try
        {
            using var json = JsonDocument.Parse(content);
            if (json.RootElement.ValueKind != JsonValueKind.Object || !json.RootElement.TryGetProperty("documenten", out var list) || list.ValueKind != JsonValueKind.Array) return null;
            var documents = new List<TenderNedDocument>();
            foreach (var item in list.EnumerateArray())
            {
                if (documents.Count == Most || item.ValueKind != JsonValueKind.Object || IdOf(item) is not { } id) return null;
                documents.Add(new TenderNedDocument(id, Text(item, "documentNaam") ?? id, IsTrue(item, "virusIndicatie"), Number(item, "grootte")));
            }

            return documents;
        }
        catch (Exception wrong) when (wrong is JsonException or InvalidOperationException)
        {
            return null;
        }
    }

    // It becomes part of an address.
    private static string? IdOf(JsonElement item)
    {
        if (!item.TryGetProperty("documentId", out var value)) return null;
        var id = value.ValueKind == JsonValueKind.String ? value.GetString()! : value.ValueKind == JsonValueKind.Number ? value.GetRawText() : "";
        return id.Length is > 0 and <= 64 && id.All(sign => char.IsAsciiLetterOrDigit(sign) || sign == '-') ? id : null;
    }

    private static string? Text(JsonElement item, string name) => item.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String && value.GetString() is { Length: > 0 } text ? text.Length > 200 ? text[..200] : text : null;

    private static bool IsTrue(JsonElement item, string name) =>
        item.TryGetProperty(name, out var value) && (value.ValueKind == JsonValueKind.True || (value.ValueKind == JsonValueKind.String && value.GetString() is "true" or "J" or "JA"));

    private static long? Number(JsonElement item, string name) => item.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.Number && value.TryGetInt64(out var number) ? number : null;
}
