using TenderWatch.Core.Evidence;
using TenderWatch.Core.Evidence.Checkpoints;

namespace TenderWatch.Local.Commands;

/// <summary>What somebody who verifies brings along: public keys, and the digest of a checkpoint.</summary>
internal static class Trusted
{
    /// <returns><see langword="null"/> when something cannot be read, which has been said.</returns>
    public static Trust? Read(IReadOnlyList<FileInfo> keys, string? checkpoint)
    {
        var read = new List<SigningKey>();
        foreach (var file in keys)
        {
            try
            {
                read.Add(SigningKey.Parse(File.ReadAllBytes(file.FullName).AsMemory().TrimEnd("\r\n"u8)));
            }
            catch (Exception fault) when (fault is FormatException or IOException or UnauthorizedAccessException)
            {
                Console.Error.WriteLine($"--key {file}: {fault.Message.TrimEnd('.')}. Give the file keys/THUMBPRINT.json of the container of checkpoints, as it was handed to you.");
                return null;
            }
        }

        if (checkpoint is null) return new Trust(read.Count > 0 ? read : null);
        if (Digest.TryParse(checkpoint.Trim().ToLowerInvariant(), out var digest)) return new Trust(read.Count > 0 ? read : null, digest);
        Console.Error.WriteLine($"--checkpoint is '{checkpoint}'; allowed: the 64 hexadecimal digits of a SHA-256.");
        return null;
    }
}
