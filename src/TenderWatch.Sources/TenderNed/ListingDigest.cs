using System.Text.Json;
using TenderWatch.Core.Evidence;

namespace TenderWatch.Sources.TenderNed;

/// <summary>The digest of a list item without what changes by itself every day.</summary>
internal static class ListingDigest
{
    public static Digest Of(JsonElement item)
    {
        try
        {
            using var buffer = new MemoryStream();
            using (var writer = new Utf8JsonWriter(buffer)) Write(writer, item);
            using var steady = JsonDocument.Parse(buffer.ToArray());
            return Digest.Of(CanonicalJson.Write(steady.RootElement));
        }
        catch (Exception exception) when (exception is ArgumentException or InvalidOperationException)
        {
            // Half of a surrogate pair has no canonical form. Its bytes still tell whether the item changed.
            return Digest.Of(item.GetRawText());
        }
    }

    private static bool IsVolatile(string name) =>
        name is "score" or "aantalDagenTotSluitingsDatum" || name.StartsWith("numberOfDays", StringComparison.Ordinal) || name.StartsWith("aantalDagen", StringComparison.Ordinal);

    private static void Write(Utf8JsonWriter writer, JsonElement element)
    {
        switch (element.ValueKind)
        {
            case JsonValueKind.Object:
                writer.WriteStartObject();
                // Of a repeated member the last counts, as for every reader of TenderNed's JSON.
                foreach (var member in element.EnumerateObject().Where(member => !IsVolatile(member.Name)).GroupBy(member => member.Name, StringComparer.Ordinal))
                {
                    writer.WritePropertyName(member.Key);
                    Write(writer, member.Last().Value);
                }

                writer.WriteEndObject();
                break;
            case JsonValueKind.Array:
                writer.WriteStartArray();
                foreach (var item in element.EnumerateArray()) Write(writer, item);
                writer.WriteEndArray();
                break;
            case JsonValueKind.Number:
                writer.WriteStringValue(element.GetRawText()); // canonical JSON has exact integers only
                break;
            default:
                element.WriteTo(writer);
                break;
        }
    }
}
