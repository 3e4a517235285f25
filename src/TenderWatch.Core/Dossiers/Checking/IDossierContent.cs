namespace TenderWatch.Core.Dossiers.Checking;

/// <summary>The files of a dossier as they are, in an archive or unpacked.</summary>
public interface IDossierContent
{
    /// <summary>Their paths as they stand; in an archive one may stand there twice.</summary>
    IReadOnlyList<string> Paths { get; }

    /// <summary>Whether their order means something.</summary>
    bool IsOrdered { get; }

    /// <summary>The bytes of a file; <see langword="null"/> where there is none.</summary>
    /// <param name="path">Its path: one of <see cref="Paths"/>, or any other.</param>
    /// <param name="cancellationToken">Stops the call.</param>
    Task<byte[]?> ReadAsync(string path, CancellationToken cancellationToken);

    /// <summary>Checks what holds the files together, beside the files themselves.</summary>
    /// <param name="fault">Told of each fault: the file, a code, what is wrong.</param>
    void CheckContainer(Action<string, string, Languages.LocalizedText> fault);
}
