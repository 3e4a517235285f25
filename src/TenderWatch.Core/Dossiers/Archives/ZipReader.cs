using System.Buffers.Binary;
using System.Text;

namespace TenderWatch.Core.Dossiers.Archives;

/// <summary>
/// Finds the files of an archive that may have been damaged. The headers before the files and the directory at the end say the same twice: where one of them
/// cannot be followed the other leads.
/// </summary>
internal static class ZipReader
{
    /// <summary>The files, and whether either the headers or the directory can be followed to the end.</summary>
    public static (IReadOnlyList<ZipItem> Items, bool IsWhole) Read(Stream archive)
    {
        var (byHeaders, isWhole) = ByHeaders(archive);
        if (isWhole) return (byHeaders, true);
        return ByDirectory(archive) is { } byDirectory ? (byDirectory, true) : (byHeaders, false);
    }

    /// <summary>Bytes of the archive, fewer where it ends before.</summary>
    public static byte[] Bytes(Stream archive, long offset, long length)
    {
        var bytes = new byte[Math.Max(0, Math.Min(length, archive.Length - offset))];
        archive.Position = offset;
        archive.ReadExactly(bytes);
        return bytes;
    }

    private static (IReadOnlyList<ZipItem> Items, bool IsWhole) ByHeaders(Stream archive)
    {
        var items = new List<ZipItem>();
        // By its length the directory is known even where its first byte was changed.
        long offset = 0, directory = ZipFormat.EndLength;
        while (items.Count <= ZipFormat.MostFiles)
        {
            var header = Bytes(archive, offset, ZipFormat.LocalLength);
            if (header.Length < ZipFormat.LocalLength) break;
            if (items.Count > 0 && (BinaryPrimitives.ReadUInt32LittleEndian(header) == ZipFormat.CentralSignature || archive.Length - offset == directory)) return (items, true);
            var name = Name(archive, offset + ZipFormat.LocalLength, BinaryPrimitives.ReadUInt16LittleEndian(header.AsSpan(26)));
            if (name is null) break;
            var item = new ZipItem(name, BinaryPrimitives.ReadUInt32LittleEndian(header.AsSpan(14)), BinaryPrimitives.ReadUInt32LittleEndian(header.AsSpan(18)), offset);
            if (!ZipFormat.Local(item).AsSpan(0, ZipFormat.LocalLength).SequenceEqual(header) || item.End > archive.Length || item.Size > Array.MaxLength) break;
            items.Add(item);
            offset = item.End;
            directory += ZipFormat.CentralLength + name.Length;
        }

        return (items, false);
    }

    private static List<ZipItem>? ByDirectory(Stream archive)
    {
        var end = Bytes(archive, Math.Max(0, archive.Length - ZipFormat.EndLength), ZipFormat.EndLength);
        if (end.Length < ZipFormat.EndLength) return null;
        var (count, length, start) = (BinaryPrimitives.ReadUInt16LittleEndian(end.AsSpan(8)), BinaryPrimitives.ReadUInt32LittleEndian(end.AsSpan(12)), BinaryPrimitives.ReadUInt32LittleEndian(end.AsSpan(16)));
        if (!ZipFormat.End(count, start, length).AsSpan().SequenceEqual(end) || start + (long)length + ZipFormat.EndLength != archive.Length) return null;

        var items = new List<ZipItem>(count);
        long at = start, offset = 0;
        for (var i = 0; i < count; i++)
        {
            var record = Bytes(archive, at, ZipFormat.CentralLength);
            if (record.Length < ZipFormat.CentralLength) return null;
            if (Name(archive, at + ZipFormat.CentralLength, BinaryPrimitives.ReadUInt16LittleEndian(record.AsSpan(28))) is not { } name) return null;
            var item = new ZipItem(name, BinaryPrimitives.ReadUInt32LittleEndian(record.AsSpan(16)), BinaryPrimitives.ReadUInt32LittleEndian(record.AsSpan(20)), offset);
            if (!ZipFormat.Central(item).AsSpan(0, ZipFormat.CentralLength).SequenceEqual(record) || item.Size > Array.MaxLength) return null;
            items.Add(item);
            at += ZipFormat.CentralLength + name.Length;
            offset = item.End;
        }

        return at == start + length && offset == start ? items : null;
    }

    private static string? Name(Stream archive, long offset, int length)
    {
        var bytes = Bytes(archive, offset, length);
        return bytes.Length == length && Encoding.ASCII.GetString(bytes) is var name && DossierPaths.IsPath(name) ? name : null;
    }
}
