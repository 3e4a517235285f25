using System.Text;

namespace TenderWatch.Core.Evidence;

/// <summary>
/// A confidential document. It is stored with a first line <c>TenderWatch confidential NONCE</c> before its content: whoever knows all of a short table except
/// one price could else try prices until the public digest fits. What was stored before there were nonces is the content alone.
/// </summary>
/// <param name="Content">What it says, byte for byte.</param>
/// <param name="Nonce">Its nonce; <see langword="null"/> in a document from before there were any, and in what is made of such.</param>
public sealed record ConfidentialDocument(byte[] Content, Nonce? Nonce)
{
    private const string Name = "TenderWatch confidential ";
    private static readonly int LineLength = Name.Length + (2 * Evidence.Nonce.Bytes) + 1;

    /// <summary>The digest by which it is known: that of its stored bytes.</summary>
    public Digest Sha256 => Digest.Of(ToBytes());

    /// <summary>Reads stored bytes.</summary>
    /// <param name="stored">The bytes.</param>
    public static ConfidentialDocument Of(byte[] stored)
    {
        if (stored.Length < LineLength || stored[LineLength - 1] != '\n') return new(stored, null);
        var line = Encoding.ASCII.GetString(stored, 0, LineLength - 1);
        return line.StartsWith(Name, StringComparison.Ordinal) && Evidence.Nonce.Parse(line[Name.Length..]) is { } nonce ? new(stored[LineLength..], nonce) : new(stored, null);
    }

    /// <summary>The bytes that are stored.</summary>
    public byte[] ToBytes() => Nonce is { } nonce ? [.. Encoding.ASCII.GetBytes($"{Name}{nonce.Hex}\n"), .. Content] : Content;
}
