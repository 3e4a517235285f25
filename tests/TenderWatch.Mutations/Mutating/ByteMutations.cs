using System.Text;

namespace TenderWatch.Mutations.Mutating;

/// <summary>What can happen to any bytes on their way.</summary>
public static class ByteMutations
{
    private static readonly byte[][] Splices =
    [
        .. ((string[])["\0", "<", ">", "\"", "'", "&", "]]>", "-->", "{", "}", "[", "]", ",", ":", "\\", "\uFEFF", "\uFFFE", "é", "\r", "\n", "\t", "0", "9", "-1", "."]).Select(Encoding.UTF8.GetBytes),
        [0xFF], [0xC0, 0x80], [0xED, 0xA0, 0x80], [0xF4, 0x90, 0x80, 0x80], [0x80], [0x1F, 0x8B],
    ];

    /// <summary>Flips, cuts, removes, repeats, moves or inserts.</summary>
    public static byte[] Mutate(byte[] bytes, Random random)
    {
        if (bytes.Length == 0) return Splices[0];
        var at = random.Next(bytes.Length);
        var length = random.Next(1, Math.Min(1 << random.Next(1, 13), bytes.Length - at) + 1);
        return random.Next(8) switch
        {
            0 => Flip(bytes, random),
            1 => bytes[..at],
            2 => bytes[at..],
            3 => Replace(bytes, at, length, []),
            4 => Replace(bytes, random.Next(bytes.Length), 0, bytes.AsSpan(at, length)),
            5 => Replace(bytes, at, 0, random.Pick(Splices)),
            6 => Replace(bytes, at, 1, random.Pick(Splices)),
            _ => Fill(bytes, at, length, random),
        };
    }

    /// <summary>The bytes with a range of them replaced.</summary>
    public static byte[] Replace(byte[] bytes, int at, int length, ReadOnlySpan<byte> by) => [.. bytes.AsSpan(0, at), .. by, .. bytes.AsSpan(at + length)];

    private static byte[] Flip(byte[] bytes, Random random)
    {
        var flipped = bytes.ToArray();
        for (var times = random.Next(1, 9); times > 0; times--) flipped[random.Next(flipped.Length)] ^= (byte)(1 << random.Next(8));
        return flipped;
    }

    private static byte[] Fill(byte[] bytes, int at, int length, Random random)
    {
        var filled = bytes.ToArray();
        filled.AsSpan(at, length).Fill((byte)random.Next(256));
        return filled;
    }
}
