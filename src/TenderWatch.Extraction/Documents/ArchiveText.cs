using System.IO.Compression;

namespace TenderWatch.Extraction.Documents;

/// <summary>What a ZIP archive holds: documents, or one document of Office. Every file is unpacked into memory once, counted as it comes out.</summary>
internal static class ArchiveText
{
    public static void Read(byte[] content, string path, int depth, TextCollector collector)
    {
        using var archive = Open(content);
        if (archive.Entries.Count > collector.Limits.Entries)
            throw new DocumentException("too-many-files", $"the archive holds {archive.Entries.Count} files, and {collector.Limits.Entries} are read at most. Nothing more was read; split it.");
        if (OfficeText.IsOffice(archive))
        {
            // All of it is unpacked and counted before the library sees it: a part that becomes too large ends here.
            foreach (var entry in archive.Entries) UnpackOffice(entry, collector);
            OfficeText.Read(content, archive, path, collector);
            return;
        }

        if (depth >= collector.Limits.Nesting) throw new DocumentException("nested", $"it is an archive within {depth} others, and {collector.Limits.Nesting} are opened at most. Unpack it by hand.");
        foreach (var entry in archive.Entries)
        {
            if (entry.FullName.EndsWith('/') || entry.FullName.EndsWith('\\')) continue;
            var inner = path.Length == 0 ? Named(entry) : $"{path}/{Named(entry)}";
            if (entry.IsEncrypted)
            {
                collector.Fault("encrypted", inner, "The file was not read: it has a password. Ask the buyer for one without.");
                continue;
            }

            try
            {
                DocumentReader.ReadFile(Unpack(entry, collector), inner, depth + 1, collector);
            }
            catch (InvalidDataException)
            {
                collector.Fault("damaged", inner, "The file was not read: it is damaged in the archive. Retrieve it again.");
            }
        }
    }

    private static void UnpackOffice(ZipArchiveEntry entry, TextCollector collector)
    {
        try
        {
            Unpack(entry, collector);
        }
        catch (InvalidDataException)
        {
            throw new DocumentException("damaged", "it is a damaged file of Office. Open it and save it again.");
        }
    }

    private static ZipArchive Open(byte[] content)
    {
        try
        {
            var archive = new ZipArchive(new MemoryStream(content, writable: false), ZipArchiveMode.Read);
            _ = archive.Entries.Count;
            return archive;
        }
        catch (Exception wrong) when (IsDamage(wrong))
        {
            throw new DocumentException("damaged", "the archive is damaged or cut short. Retrieve it again.");
        }
    }

    private static byte[] Unpack(ZipArchiveEntry entry, TextCollector collector)
    {
        using var kept = new MemoryStream();
        try
        {
            using var packed = entry.Open();
            var buffer = new byte[81920];
            for (int read; (read = packed.Read(buffer)) > 0;)
            {
                collector.Unpacked(read);
                kept.Write(buffer, 0, read);
                // What an entry says of its length is not believed.
                if (kept.Length > 1024 * 1024 && kept.Length / Math.Max(1, entry.CompressedLength) > collector.Limits.Ratio)
                    throw new DocumentException("bomb", $"a file in the archive becomes more than {collector.Limits.Ratio} times larger when it is unpacked, as no document does. It was not unpacked, and nothing more was read.");
                if (kept.Length > collector.Limits.Bytes) throw new DocumentException("bomb", $"a file in the archive is larger than {collector.Limits.Bytes / 1024 / 1024} MiB when it is unpacked. Nothing more was read.");
            }
        }
        catch (Exception wrong) when (wrong is not DocumentException && IsDamage(wrong))
        {
            throw new InvalidDataException("The entry is damaged.", wrong);
        }

        return kept.ToArray();
    }

    private static bool IsDamage(Exception wrong) => wrong is InvalidDataException or IOException or NotSupportedException or ArgumentException or OverflowException or FormatException;

    // Only a label: nothing is ever written under it.
    private static string Named(ZipArchiveEntry entry)
    {
        var name = new string([.. entry.FullName.Where(sign => !char.IsControl(sign))]);
        return name.Length > 200 ? name[..200] : name;
    }
}
