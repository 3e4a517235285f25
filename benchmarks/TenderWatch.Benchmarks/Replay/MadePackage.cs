using System.Formats.Tar;
using System.Globalization;
using System.IO.Compression;

namespace TenderWatch.Benchmarks.Replay;

/// <summary>Made notices in a package as TED publishes one for each day, in a file for temporary use.</summary>
internal sealed class MadePackage : IDisposable
{
    private MadePackage(string path) => Path = path;

    public string Path { get; }

    public static async Task<MadePackage> CreateAsync(MadeNotices notices, int first, int count, CancellationToken cancellationToken)
    {
        var package = new MadePackage(System.IO.Path.GetTempFileName());
        await using var file = File.Create(package.Path);
        await using var gzip = new GZipStream(file, CompressionLevel.Fastest);
        await using var tar = new TarWriter(gzip);
        for (var index = first; index < first + count; index++)
        {
            using var content = new MemoryStream(notices.Make(index));
            await tar.WriteEntryAsync(new PaxTarEntry(TarEntryType.RegularFile, string.Create(CultureInfo.InvariantCulture, $"{index:00000}.xml")) { DataStream = content }, cancellationToken);
        }

        return package;
    }

    public void Dispose() => File.Delete(Path);
}
