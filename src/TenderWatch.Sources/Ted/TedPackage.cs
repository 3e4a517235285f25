using System.Formats.Tar;
using System.IO.Compression;
using System.Runtime.CompilerServices;
using TenderWatch.Core.Notices;
using TenderWatch.Sources.Http;

namespace TenderWatch.Sources.Ted;

/// <summary>
/// The notices of a package as TED publishes it for a day or a month (tar.gz): read as a stream, one notice at a time, never unpacked.
/// </summary>
public static class TedPackage
{
    private const long Grace = 64L * 1024 * 1024;
    private const int HighestRatio = 200;

    /// <summary>Reads the notices in the order of the package. What cannot be read is a fault in its place; a broken package ends with one.</summary>
    /// <param name="package">The bytes of the package; left open.</param>
    /// <param name="maximumNoticeBytes">The largest notice that is read.</param>
    /// <param name="cancellationToken">Stops the reading.</param>
    public static async IAsyncEnumerable<PackagedNotice> ReadAsync(Stream package, int maximumNoticeBytes, [EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        await using var compressed = new CountingStream(package);
        await using var expanded = new CountingStream(new GZipStream(compressed, CompressionMode.Decompress));
        await using var tar = new TarReader(expanded, leaveOpen: true);
        while (true)
        {
            var (notice, ended) = await NextAsync(tar, maximumNoticeBytes, cancellationToken);
            if (ended) yield break;
            if (expanded.Count > Grace && expanded.Count / Math.Max(1, compressed.Count) > HighestRatio)
            {
                yield return new PackagedNotice("", null, new ReadingFault("too-large", $"The package expands more than {HighestRatio} times, as none of TED does. What came before was read."));
                yield break;
            }

            if (notice is null) continue;
            yield return notice;
            if (notice.Fault?.Code == "broken-package") yield break;
        }
    }

    private static async Task<(PackagedNotice? Notice, bool Ended)> NextAsync(TarReader tar, int maximum, CancellationToken cancellationToken)
    {
        try
        {
            if (await tar.GetNextEntryAsync(copyData: false, cancellationToken) is not { } entry) return (null, true);
            if (entry.DataStream is not { } data || !entry.Name.EndsWith(".xml", StringComparison.OrdinalIgnoreCase)) return (null, false);
            if (entry.Length > maximum)
            {
                return (new PackagedNotice(Path.GetFileName(entry.Name), null,
                    new ReadingFault("too-large", $"The notice has {entry.Length} bytes; one may have {maximum} (setting Sources:MaximumDocumentBytes).")), false);
            }

            var content = new byte[entry.Length];
            await data.ReadExactlyAsync(content, cancellationToken);
            return (new PackagedNotice(Path.GetFileName(entry.Name), content, null), false);
        }
        // The last two are what TarReader makes of a header with a time or a number that cannot be.
        catch (Exception fault) when (fault is InvalidDataException or EndOfStreamException or FormatException or IOException or ArithmeticException or ArgumentException)
        {
            return (new PackagedNotice("", null, new ReadingFault("broken-package",
                "The package is no tar.gz, or it breaks off. What came before was read; fetch the package again and take it in once more.")), false);
        }
    }
}

/// <summary>A notice in a package.</summary>
/// <param name="Name">Its file name, without folders; empty for a fault of the package itself.</param>
/// <param name="Content">Its bytes.</param>
/// <param name="Fault">Why there are none.</param>
public sealed record PackagedNotice(string Name, byte[]? Content, ReadingFault? Fault);
