using System.Buffers;
using System.Security.Cryptography;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace TenderWatch.Core.Evidence;

/// <summary>A SHA-256 digest, written as 64 lower-case hexadecimal digits.</summary>
[JsonConverter(typeof(DigestJsonConverter))]
public readonly record struct Digest
{
    private static readonly SearchValues<char> LowerHexDigits = SearchValues.Create("0123456789abcdef");

    private readonly string? _hex;

    // The zeros are the default value, so that they equal themselves after a round trip through JSON.
    private Digest(string hex) => _hex = hex.AsSpan().IndexOfAnyExcept('0') < 0 ? null : hex;

    /// <summary>The 64 hexadecimal digits; 64 zeros for the default value, which precedes the first entry of a ledger.</summary>
    public string Hex => _hex ?? new string('0', 64);

    /// <summary>The digest of bytes.</summary>
    public static Digest Of(ReadOnlySpan<byte> content) => new(Convert.ToHexStringLower(SHA256.HashData(content)));

    /// <summary>The digest of text in UTF-8.</summary>
    public static Digest Of(string text) => Of(System.Text.Encoding.UTF8.GetBytes(text));

    /// <summary>The digest of a stream from its position to its end.</summary>
    public static async Task<Digest> OfAsync(Stream content, CancellationToken cancellationToken) =>
        new(Convert.ToHexStringLower(await SHA256.HashDataAsync(content, cancellationToken)));

    /// <summary>Reads 64 lower-case hexadecimal digits.</summary>
    /// <exception cref="FormatException">The text is something else.</exception>
    public static Digest Parse(string hex) => TryParse(hex, out var digest) ? digest : throw new FormatException("A SHA-256 digest has 64 lower-case hexadecimal digits.");

    /// <summary>Reads 64 lower-case hexadecimal digits.</summary>
    public static bool TryParse(string? hex, out Digest digest)
    {
        var well = hex is { Length: 64 } && hex.AsSpan().IndexOfAnyExcept(LowerHexDigits) < 0;
        digest = well ? new Digest(hex!) : default;
        return well;
    }

    /// <inheritdoc/>
    public override string ToString() => Hex;
}

internal sealed class DigestJsonConverter : JsonConverter<Digest>
{
    public override Digest Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) => Digest.Parse(reader.GetString()!);

    public override void Write(Utf8JsonWriter writer, Digest value, JsonSerializerOptions options) => writer.WriteStringValue(value.Hex);
}
