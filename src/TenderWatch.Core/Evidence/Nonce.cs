using System.Buffers;

namespace TenderWatch.Core.Evidence;

/// <summary>Gives random bytes that nobody can foresee.</summary>
/// <param name="count">How many.</param>
public delegate byte[] RandomBytes(int count);

/// <summary>
/// 32 bytes in 64 lower-case hexadecimal digits that stand in a confidential document and nowhere else, so that its digest, which is public, does not
/// tell whether somebody has guessed the rest of it.
/// </summary>
public readonly record struct Nonce
{
    /// <summary>How many bytes it has.</summary>
    public const int Bytes = 32;

    private static readonly SearchValues<char> LowerHexDigits = SearchValues.Create("0123456789abcdef");

    private Nonce(string hex) => Hex = hex;

    /// <summary>Its digits.</summary>
    public string Hex { get; }

    /// <summary>A new one.</summary>
    /// <param name="random">Where its bytes come from.</param>
    public static Nonce New(RandomBytes random) => new(Convert.ToHexStringLower(random(Bytes)));

    /// <summary>The one of a document that is made of others: the same each time it is made, and as hard to guess as theirs.</summary>
    /// <param name="sources">Those of the others; the ones that have none, from before there were any, add nothing.</param>
    /// <returns><see langword="null"/> where none of the others has one.</returns>
    public static Nonce? Of(IEnumerable<Nonce?> sources)
    {
        string[] known = [.. sources.OfType<Nonce>().Select(source => source.Hex)];
        return known.Length == 0 ? null : new Nonce(Digest.Of("nonce of\n" + string.Join('\n', known)).Hex);
    }

    /// <summary>Reads 64 lower-case hexadecimal digits; <see langword="null"/> where the text is something else.</summary>
    /// <param name="hex">The text.</param>
    public static Nonce? Parse(string hex) => hex.Length == 2 * Bytes && hex.AsSpan().IndexOfAnyExcept(LowerHexDigits) < 0 ? new Nonce(hex) : null;
}
