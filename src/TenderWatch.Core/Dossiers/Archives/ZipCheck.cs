using System.IO.Hashing;
using TenderWatch.Core.Languages;

namespace TenderWatch.Core.Dossiers.Archives;

/// <summary>Holds an archive against the one that its files give, record by record, and names the file whose record differs.</summary>
internal static class ZipCheck
{
    /// <summary>What is said of the archive as a whole.</summary>
    public const string Archive = "zip";

    /// <param name="archive">The archive.</param>
    /// <param name="items">The files found in it.</param>
    /// <param name="fault">Told of each difference.</param>
    public static void Run(Stream archive, IReadOnlyList<ZipItem> items, Action<string, string, LocalizedText> fault)
    {
        foreach (var item in items)
        {
            if (!Holds(archive, item.Offset, ZipFormat.Local(item))) Differs(item.Name, item.Offset, fault);
            else if (Crc32.HashToUInt32(ZipReader.Bytes(archive, item.Start, item.Size)) != item.Crc)
                fault(item.Name, "altered", new("De controlesom in het archief is niet die van de bytes.", "The checksum in the archive is not that of the bytes."));
        }

        var start = items.Count == 0 ? 0 : items[^1].End;
        var at = start;
        foreach (var item in items)
        {
            var record = ZipFormat.Central(item);
            if (!Holds(archive, at, record)) Differs(item.Name, at, fault);
            at += record.Length;
        }

        var end = ZipFormat.End(items.Count, start, at - start);
        if (!Holds(archive, at, end) || archive.Length != at + end.Length) Differs(Archive, at, fault);
    }

    private static bool Holds(Stream archive, long offset, byte[] expected) => offset <= archive.Length && ZipReader.Bytes(archive, offset, expected.Length).AsSpan().SequenceEqual(expected);

    private static void Differs(string name, long offset, Action<string, string, LocalizedText> fault) => fault(name, "container", new(
        $"Het archief zelf is bij byte {offset} anders dan zijn bestanden het geven.",
        $"The archive itself differs at byte {offset} from what its files give."));
}
