using System.IO.Hashing;

namespace TenderWatch.Core.Dossiers.Archives;

/// <summary>Writes an archive: the same files give the same bytes.</summary>
internal static class ZipWriter
{
    /// <returns>Whether it was written: an archive of this format holds less than 4 GiB and 65,535 files.</returns>
    public static async Task<bool> WriteAsync(IReadOnlyList<DossierFile> files, Stream into, CancellationToken cancellationToken)
    {
        var central = files.Sum(file => (long)ZipFormat.CentralLength + file.Entry.Path.Length);
        var total = files.Sum(file => ZipFormat.LocalLength + file.Entry.Path.Length + file.Entry.Size) + central + ZipFormat.EndLength;
        if (files.Count > ZipFormat.MostFiles || total > ZipFormat.MostBytes) return false;

        var items = new List<ZipItem>(files.Count);
        long offset = 0;
        foreach (var file in files)
        {
            var content = await file.ReadAsync(cancellationToken);
            if (content.Length != file.Entry.Size) throw new InvalidOperationException($"{file.Entry.Path} has {content.Length} bytes and not {file.Entry.Size}.");
            var item = new ZipItem(file.Entry.Path, Crc32.HashToUInt32(content), content.Length, offset);
            await into.WriteAsync(ZipFormat.Local(item), cancellationToken);
            await into.WriteAsync(content, cancellationToken);
            items.Add(item);
            offset = item.End;
        }

        foreach (var item in items) await into.WriteAsync(ZipFormat.Central(item), cancellationToken);
        await into.WriteAsync(ZipFormat.End(items.Count, offset, central), cancellationToken);
        return true;
    }
}
