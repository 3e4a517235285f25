using TenderWatch.Core.Evidence;

namespace TenderWatch.Storage;

/// <summary>A copy of an installation's containers, one folder each, as copying tools leave it. It is only read.</summary>
/// <param name="root">The folder that has the containers.</param>
public sealed class StoredCopy(string root)
{
    private static readonly EnumerationOptions Everything = new() { RecurseSubdirectories = true, AttributesToSkip = FileAttributes.ReparsePoint };

    /// <summary>Whether there is anything of an installation in it.</summary>
    public bool Exists => Directory.Exists(Path.Combine(root, FolderLedger.Name));

    /// <summary>Verifies it.</summary>
    /// <param name="time">Tells which checkpoints are of the future.</param>
    public Verification Verification(TimeProvider time) => new(new FolderLedger(this), new FolderEvidence(this), new FolderCheckpoints(this), time, tombstones: new FolderTombstones(this));

    /// <summary>The names of the blobs of a container as the folder gives them, one after the other: there may be millions.</summary>
    /// <param name="container">The container.</param>
    /// <param name="within">The folder in it whose blobs alone are wanted; empty for all.</param>
    internal IEnumerable<string> List(string container, string within = "")
    {
        var folder = Path.Combine(root, container);
        var searched = Path.Combine(folder, within);
        return Directory.Exists(searched)
            ? Directory.EnumerateFiles(searched, "*", Everything).Select(path => Path.GetRelativePath(folder, path).Replace(Path.DirectorySeparatorChar, '/'))
            : [];
    }

    /// <summary>The names of what lies in a container's folder itself, folders and files.</summary>
    internal IEnumerable<string> ListTop(string container)
    {
        var folder = Path.Combine(root, container);
        return Directory.Exists(folder) ? Directory.EnumerateFileSystemEntries(folder).Select(path => Path.GetFileName(path)) : [];
    }

    /// <summary>The bytes of a blob; <see langword="null"/> when there is none. The name is one that <see cref="List"/> gave, or made of numbers and thumbprints.</summary>
    internal async Task<byte[]?> ReadAsync(string container, string name, CancellationToken cancellationToken)
    {
        var path = PathOf(container, name);
        return File.Exists(path) ? await File.ReadAllBytesAsync(path, cancellationToken) : null;
    }

    /// <summary>The digest of a blob, without holding its bytes in memory.</summary>
    internal async Task<Digest?> HashAsync(string container, string name, CancellationToken cancellationToken)
    {
        var path = PathOf(container, name);
        if (!File.Exists(path)) return null;
        await using var content = File.OpenRead(path);
        return await Digest.OfAsync(content, cancellationToken);
    }

    private string PathOf(string container, string name) => Path.Combine(root, container, name.Replace('/', Path.DirectorySeparatorChar));
}
