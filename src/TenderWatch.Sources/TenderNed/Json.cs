using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Text.Json;
using System.Text.Unicode;

namespace TenderWatch.Sources.TenderNed;

/// <summary>Reads JSON whose members change type between endpoints, without exceptions for bad input.</summary>
internal static class Json
{
    private static ReadOnlySpan<byte> ByteOrderMark => [0xEF, 0xBB, 0xBF];

    private static ReadOnlySpan<byte> Escape => "\\u"u8;

    public static JsonDocument? TryParse(ReadOnlyMemory<byte> bytes)
    {
        if (bytes.Span.StartsWith(ByteOrderMark)) bytes = bytes[3..];
        try
        {
            return Utf8.IsValid(bytes.Span) && HasReadableNames(bytes.Span) ? JsonDocument.Parse(bytes) : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }

    // RFC 8259, section 8.2: half of a surrogate pair has no meaning. In a value it is no text; in a name it would break every look-up of others.
    private static bool HasReadableNames(ReadOnlySpan<byte> bytes)
    {
        if (bytes.IndexOf(Escape) < 0) return true;
        var reader = new Utf8JsonReader(bytes);
        while (reader.Read())
        {
            if (reader.TokenType != JsonTokenType.PropertyName || !reader.ValueIsEscaped) continue;
            try
            {
                reader.GetString();
            }
            catch (InvalidOperationException)
            {
                return false;
            }
        }

        return true;
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
