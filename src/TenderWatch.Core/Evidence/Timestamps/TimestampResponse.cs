using System.Formats.Asn1;
using System.Numerics;

namespace TenderWatch.Core.Evidence.Timestamps;

/// <summary>An authority's answer (TimeStampResp, RFC 3161 section 2.4.2): a status, and a token where it granted one.</summary>
/// <param name="Status">0 granted, 1 granted with changes, 2 and more refused.</param>
/// <param name="Reason">What the authority says of it; empty when it says nothing.</param>
/// <param name="Token">The token as it stands; <see langword="null"/> when there is none.</param>
public sealed record TimestampResponse(BigInteger Status, string Reason, ReadOnlyMemory<byte>? Token)
{
    private const int LongestReason = 200;

    /// <summary>Whether it has a token.</summary>
    public bool IsGranted => Status <= 1 && Token is not null;

    /// <summary>Reads an answer; its token is not looked into.</summary>
    /// <returns><see langword="null"/> when the bytes are something else.</returns>
    public static TimestampResponse? Read(ReadOnlyMemory<byte> bytes)
    {
        try
        {
            var reader = new AsnReader(bytes, AsnEncodingRules.BER);
            var answer = reader.ReadSequence();
            reader.ThrowIfNotEmpty();
            var about = answer.ReadSequence();
            var status = about.ReadInteger();
            var said = about.HasData && about.PeekTag() == Asn1Tag.Sequence ? Said(about.ReadSequence()) : "";
            var token = answer.HasData ? answer.ReadEncodedValue() : (ReadOnlyMemory<byte>?)null;
            answer.ThrowIfNotEmpty();
            return new TimestampResponse(status, said, token);
        }
        catch (AsnContentException)
        {
            return null;
        }
    }

    // It goes into logs: no line breaks, no more than a sentence.
    private static string Said(AsnReader texts)
    {
        var parts = new List<string>();
        while (texts.HasData) parts.Add(texts.ReadCharacterString(UniversalTagNumber.UTF8String));
        var all = string.Concat(string.Join("; ", parts).Select(character => char.IsControl(character) ? ' ' : character));
        return all.Length > LongestReason ? all[..LongestReason] : all;
    }
}
