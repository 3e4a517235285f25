using TenderWatch.Core.Evidence;

namespace TenderWatch.Core.Dossiers.Checking;

/// <summary>The files that the manifest names and that are there: the digest of each, and the bytes of those that are read further.</summary>
internal sealed class DossierFiles
{
    private static readonly string[] Read = [DossierPaths.LedgerFolder, DossierPaths.CheckpointFolder, DossierPaths.ProofFolder, DossierPaths.TombstoneFolder];

    private readonly SortedSet<string> _paths = new(StringComparer.Ordinal);
    private readonly Dictionary<string, (Digest Sha256, byte[]? Content)> _files = new(StringComparer.Ordinal);

    public int Count => _files.Count;

    public void Add(string path, Digest sha256, byte[] content)
    {
        _paths.Add(path);
        _files[path] = (sha256, Read.Any(folder => path.StartsWith(folder, StringComparison.Ordinal)) ? content : null);
    }

    public bool Contains(string path) => _files.ContainsKey(path);

    public byte[]? Content(string path) => _files.TryGetValue(path, out var file) ? file.Content : null;

    /// <summary>The files whose path begins so, in order: no path has a character beyond ASCII.</summary>
    public IEnumerable<(string Path, Digest Sha256)> In(string folder) => _paths.GetViewBetween(folder, folder + '\u007f').Select(path => (path, _files[path].Sha256));
}
