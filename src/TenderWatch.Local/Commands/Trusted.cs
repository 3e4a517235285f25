using System.Text;
using TenderWatch.Core.Evidence;
using TenderWatch.Core.Evidence.Checkpoints;
using TenderWatch.Core.Evidence.Timestamps;

namespace TenderWatch.Local.Commands;

/// <summary>What somebody who verifies brings along: public keys, the digests of checkpoints, and the roots of an authority that stamps.</summary>
internal static class Trusted
{
    /// <returns><see langword="null"/> when something cannot be read, which has been said.</returns>
    public static Trust? Read(IReadOnlyList<FileInfo> keys, string? checkpoint, string? since, FileInfo? roots)
    {
        var read = new List<SigningKey>();
        foreach (var file in keys)
        {
            if (Read(file, "--key", "the file keys/THUMBPRINT.json of the container of checkpoints, as it was handed to you", bytes => SigningKey.Parse(bytes.AsMemory().TrimEnd("\r\n"u8))) is not { } key)
                return null;
            read.Add(key);
        }

        TimestampTrust? stamps = null;
        if (roots is not null && (stamps = Read(roots, "--stamp-roots", "the certificates of the authority's roots as PEM", bytes => TimestampTrust.Parse(Encoding.UTF8.GetString(bytes)))) is null) return null;
        return Digests(checkpoint, "--checkpoint", out var kept) && Digests(since, "--since", out var from)
            ? new Trust(read.Count > 0 ? read : null, kept) { Since = from, Stamps = stamps }
            : null;
    }

    private static T? Read<T>(FileInfo file, string option, string wanted, Func<byte[], T> parse) where T : class
    {
        try
        {
            return parse(File.ReadAllBytes(file.FullName));
        }
        catch (Exception fault) when (fault is FormatException or IOException or UnauthorizedAccessException)
        {
            Console.Error.WriteLine($"{option} {file}: {fault.Message.TrimEnd('.')}. Give {wanted}.");
            return null;
        }
    }

    private static bool Digests(string? text, string option, out Digest? digest)
    {
        digest = null;
        if (text is null) return true;
        if (Digest.TryParse(text.Trim().ToLowerInvariant(), out var read))
        {
            digest = read;
            return true;
        }

        Console.Error.WriteLine($"{option} is '{text}'; allowed: the 64 hexadecimal digits of a SHA-256.");
        return false;
    }
}
