using System.Buffers;
using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace TenderWatch.Core.Evidence;

/// <summary>A SHA-256 digest, written as 64 lower-case hexadecimal digits.</summary>
[JsonConverter(typeof(DigestJsonConverter))]
public readonly record struct Digest
{
    private static readonly SearchValues<char> LowerHexDigits = SearchValues.Create("0123456789abcdef");

    // Its 32 bytes in place: whoever verifies or signs 100,000 ledgers holds many.
    private readonly UInt128 _left;
    private readonly UInt128 _right;

    private Digest(ReadOnlySpan<byte> bytes)
    {
        _left = BinaryPrimitives.ReadUInt128BigEndian(bytes);
        _right = BinaryPrimitives.ReadUInt128BigEndian(bytes[16..]);
    }

    /// <summary>The 64 hexadecimal digits; 64 zeros for the default value, which precedes the first entry of a ledger.</summary>
    public string Hex
    {
        get
        {
            Span<byte> bytes = stackalloc byte[SHA256.HashSizeInBytes];
            CopyTo(bytes);
            return Convert.ToHexStringLower(bytes);
        }
    }

    /// <summary>The digest of bytes.</summary>
    public static Digest Of(ReadOnlySpan<byte> content)
    {
        Span<byte> bytes = stackalloc byte[SHA256.HashSizeInBytes];
        SHA256.HashData(content, bytes);
        return new Digest(bytes);
    }

    /// <summary>The digest of text in UTF-8.</summary>
    public static Digest Of(string text) => Of(System.Text.Encoding.UTF8.GetBytes(text));

    /// <summary>The digest of a stream from its position to its end.</summary>
    public static async Task<Digest> OfAsync(Stream content, CancellationToken cancellationToken) => new(await SHA256.HashDataAsync(content, cancellationToken));

    /// <summary>Reads 64 lower-case hexadecimal digits.</summary>
    /// <exception cref="FormatException">The text is something else.</exception>
    public static Digest Parse(string hex) => TryParse(hex, out var digest) ? digest : throw new FormatException("A SHA-256 digest has 64 lower-case hexadecimal digits.");

    /// <summary>Reads 64 lower-case hexadecimal digits.</summary>
    public static bool TryParse(string? hex, out Digest digest)
    {
        var well = hex is { Length: 64 } && hex.AsSpan().IndexOfAnyExcept(LowerHexDigits) < 0;
        digest = well ? new Digest(Convert.FromHexString(hex!)) : default;
        return well;
    }

    /// <summary>Writes its 32 bytes.</summary>
    public void CopyTo(Span<byte> bytes)
    {
        BinaryPrimitives.WriteUInt128BigEndian(bytes, _left);
        BinaryPrimitives.WriteUInt128BigEndian(bytes[16..], _right);
    }

    /// <summary>Reads what <see cref="CopyTo"/> wrote.</summary>
    public static Digest FromBytes(ReadOnlySpan<byte> bytes) => bytes.Length == SHA256.HashSizeInBytes
        ? new Digest(bytes)
        : throw new ArgumentException($"A SHA-256 digest has {SHA256.HashSizeInBytes} bytes.", nameof(bytes));

    /// <inheritdoc/>
    public override string ToString() => Hex;
}

internal sealed class DigestJsonConverter : JsonConverter<Digest>
{
    public override Digest Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) => Digest.Parse(reader.GetString()!);

    public override void Write(Utf8JsonWriter writer, Digest value, JsonSerializerOptions options) => writer.WriteStringValue(value.Hex);
}
