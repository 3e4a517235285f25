using TenderWatch.Core.Dossiers;
using TenderWatch.Core.Dossiers.Checking;
using TenderWatch.Core.Languages;

namespace TenderWatch.Storage;

/// <summary>A dossier that was unpacked into a folder. It is only read; links are not followed.</summary>
/// <param name="root">The folder that has its manifest.</param>
public sealed class UnpackedDossier(string root) : IDossierContent
{
    private static readonly EnumerationOptions Everything = new() { RecurseSubdirectories = true, AttributesToSkip = FileAttributes.ReparsePoint };

    private readonly Lazy<HashSet<string>> _paths = new(() => [.. Directory.EnumerateFiles(root, "*", Everything)
        .Select(path => Path.GetRelativePath(root, path).Replace(Path.DirectorySeparatorChar, '/'))]);

    /// <summary>Whether a folder has a dossier.</summary>
    public static bool IsIn(string folder) => File.Exists(Path.Combine(folder, DossierPaths.Manifest)) || File.Exists(Path.Combine(folder, DossierPaths.Signature));

    /// <inheritdoc/>
    public IReadOnlyList<string> Paths => [.. _paths.Value.Order(StringComparer.Ordinal)];

    /// <inheritdoc/>
    public bool IsOrdered => false;

    /// <inheritdoc/>
    public async Task<byte[]?> ReadAsync(string path, CancellationToken cancellationToken) =>
        _paths.Value.Contains(path) ? await File.ReadAllBytesAsync(Path.Combine(root, path.Replace('/', Path.DirectorySeparatorChar)), cancellationToken) : null;

    /// <summary>A folder has nothing beside its files.</summary>
    public void CheckContainer(Action<string, string, LocalizedText> fault)
    {
    }
}
