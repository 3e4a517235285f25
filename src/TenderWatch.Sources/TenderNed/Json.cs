using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Text.Json;

namespace TenderWatch.Sources.TenderNed;

/// <summary>Reads JSON whose members change type between endpoints, without exceptions for bad input.</summary>
internal static class Json
{
    private static ReadOnlySpan<byte> ByteOrderMark => [0xEF, 0xBB, 0xBF];

    public static JsonDocument? TryParse(ReadOnlyMemory<byte> bytes)
    {
        try
        {
            return JsonDocument.Parse(bytes.Span.StartsWith(ByteOrderMark) ? bytes[3..] : bytes);
        }
        catch (JsonException)
        {
            return null;
        }
    }

    /// <summary>A member of an object; absent and <c>null</c> are the same.</summary>
    public static JsonElement? Member(this JsonElement element, string name) =>
        element.ValueKind == JsonValueKind.Object && element.TryGetProperty(name, out var value) && value.ValueKind is not (JsonValueKind.Null or JsonValueKind.Undefined) ? value : null;

    /// <summary>A text or a number as text.</summary>
    public static string? Text(this JsonElement element, string name) => element.Member(name) is { } value ? Text(value) : null;

    public static string? Text(JsonElement value)
    {
        switch (value.ValueKind)
        {
            case JsonValueKind.Number:
                return value.GetRawText();
            case JsonValueKind.String:
                try
                {
                    return value.GetString();
                }
                catch (InvalidOperationException)
                {
                    return null; // half of a surrogate pair: no text
                }

            default:
                return null;
        }
    }

    /// <summary>A code that is a text here and <c>{code, omschrijving}</c> there.</summary>
    public static string? Code(this JsonElement element, string name) => element.Member(name) switch
    {
        { ValueKind: JsonValueKind.Object } coded => coded.Text("code"),
        { } plain => Text(plain),
        _ => null,
    };

    /// <summary>A whole number, written as a number or as text.</summary>
    public static long? Integer(this JsonElement element, string name) =>
        long.TryParse(element.Text(name), NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var value) ? value : null;

    /// <summary>The items of an array; none where it is something else.</summary>
    public static IEnumerable<JsonElement> Items(this JsonElement? element) => element is { ValueKind: JsonValueKind.Array } array ? array.EnumerateArray() : [];

    /// <summary>The id of a publication: a text in lists, a number in details.</summary>
    public static bool TryGetPublicationId(this JsonElement element, [NotNullWhen(true)] out string? id)
    {
        id = element.Text("publicatieId")?.Trim();
        return PublicationId.IsValid(id);
    }
}

/// <summary>Ids of TenderNed's publications: they become part of addresses and keys, so nothing but digits passes.</summary>
internal static class PublicationId
{
    public static bool IsValid([NotNullWhen(true)] string? id) => id is { Length: > 0 and <= 18 } && id.All(char.IsAsciiDigit);
}
