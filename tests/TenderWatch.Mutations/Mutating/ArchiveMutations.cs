using System.Formats.Tar;
using System.IO.Compression;

namespace TenderWatch.Mutations.Mutating;

/// <summary>What can happen to a compressed archive: its compressed bytes change, or what was compressed does.</summary>
public static class ArchiveMutations
{
    private const int HeaderSize = 512;

    /// <summary>A tar.gz of files.</summary>
    public static byte[] Pack(IEnumerable<(string Name, byte[] Content)> files)
    {
        using var bytes = new MemoryStream();
        using (var tar = new TarWriter(bytes, leaveOpen: true))
        {
            foreach (var (name, content) in files) tar.WriteEntry(new UstarTarEntry(TarEntryType.RegularFile, name) { DataStream = new MemoryStream(content) });
        }

        return Compress(bytes.ToArray());
    }

    /// <summary>Bytes as gzip.</summary>
    public static byte[] Compress(byte[] bytes)
    {
        using var compressed = new MemoryStream();
        using (var gzip = new GZipStream(compressed, CompressionLevel.Fastest, leaveOpen: true)) gzip.Write(bytes);
        return compressed.ToArray();
    }

    /// <summary>One mutation of a tar.gz.</summary>
    public static byte[] Mutate(byte[] package, Random random)
    {
        if (random.Next(2) == 0) return ByteMutations.Mutate(package, random);
        if (TryExpand(package) is not { Length: > HeaderSize } tar) return ByteMutations.Mutate(package, random);
        switch (random.Next(4))
        {
            case 0:
                // A field of the first header that the check sum does not give away.
                var header = random.Next(100, HeaderSize - 12);
                tar[header] = (byte)random.Next(256);
                Sign(tar.AsSpan(0, HeaderSize));
                return Compress(tar);
            case 1:
                // A size that the file does not have: octal, twelve places.
                random.Pick((byte[][])[[.. "77777777777\0"u8], [.. "00000000000\0"u8], [.. "-0000000001\0"u8], [0x80, 0, 0, 0, 0x7F, 255, 255, 255, 255, 255, 255, 255], [255, 255, 255, 255, 255, 255, 255, 255, 255, 255, 255, 255]]).CopyTo(tar, 124);
                Sign(tar.AsSpan(0, HeaderSize));
                return Compress(tar);
            case 2:
                return [.. package, .. package];
            default:
                return Compress(ByteMutations.Mutate(tar, random));
        }
    }

    private static byte[]? TryExpand(byte[] package)
    {
        try
        {
            using var gzip = new GZipStream(new MemoryStream(package), CompressionMode.Decompress);
            using var expanded = new MemoryStream();
            gzip.CopyTo(expanded);
            return expanded.ToArray();
        }
        catch (InvalidDataException)
        {
            return null;
        }
    }

    private static void Sign(Span<byte> header)
    {
        header.Slice(148, 8).Fill((byte)' ');
        var sum = 0;
        foreach (var one in header) sum += one;
        System.Text.Encoding.ASCII.GetBytes(Convert.ToString(sum, 8).PadLeft(6, '0') + "\0 ", header.Slice(148, 8));
    }
}
