using TenderWatch.Core.Evidence;

namespace TenderWatch.Core.Dossiers;

/// <summary>A file that goes into a dossier. Its bytes are read when they are written, so that a large dossier needs no more memory than its largest file.</summary>
/// <param name="Entry">Its line in the manifest.</param>
/// <param name="ReadAsync">Reads its bytes.</param>
public sealed record DossierFile(ManifestFile Entry, Func<CancellationToken, Task<byte[]>> ReadAsync)
{
    /// <summary>A file whose bytes are there.</summary>
    public static DossierFile Of(string path, byte[] content) => new(new ManifestFile(path, content.Length, Digest.Of(content)), _ => Task.FromResult(content));
}
