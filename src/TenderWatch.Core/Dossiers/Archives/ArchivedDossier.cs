using TenderWatch.Core.Dossiers.Checking;
using TenderWatch.Core.Languages;

namespace TenderWatch.Core.Dossiers.Archives;

/// <summary>A dossier as an archive (ZIP).</summary>
public sealed class ArchivedDossier : IDossierContent
{
    private readonly Stream _archive;
    private readonly IReadOnlyList<ZipItem> _items;
    private readonly ILookup<string, ZipItem> _byName;
    private readonly bool _isWhole;

    /// <summary>Finds the files in an archive.</summary>
    /// <param name="archive">The archive; it can seek, and stays open.</param>
    public ArchivedDossier(Stream archive)
    {
        _archive = archive;
        (_items, _isWhole) = ZipReader.Read(archive);
        _byName = _items.ToLookup(item => item.Name, StringComparer.Ordinal);
        Paths = [.. _items.Select(item => item.Name)];
    }

    /// <inheritdoc/>
    public IReadOnlyList<string> Paths { get; }

    /// <inheritdoc/>
    public bool IsOrdered => true;

    /// <inheritdoc/>
    public Task<byte[]?> ReadAsync(string path, CancellationToken cancellationToken) =>
        Task.FromResult(_byName[path].FirstOrDefault() is { } item ? ZipReader.Bytes(_archive, item.Start, item.Size) : null);

    /// <inheritdoc/>
    public void CheckContainer(Action<string, string, LocalizedText> fault)
    {
        if (_isWhole) ZipCheck.Run(_archive, _items, fault);
        else
        {
            fault(ZipCheck.Archive, "container", new(
                "Dit is geen archief zoals TenderWatch het schrijft, of er is iets af. Is het opnieuw ingepakt, pak het dan uit en controleer de map met --folder.",
                "This is no archive as TenderWatch writes it, or a part of it is gone. If it was packed anew, unpack it and verify the folder with --folder."));
        }
    }
}
