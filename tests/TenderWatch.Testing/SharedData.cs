namespace TenderWatch.Testing;

/// <summary>The real notices that lie beside the project, where they are present.</summary>
public static class SharedData
{
    /// <summary>The message of a test that is skipped because the data is absent.</summary>
    public const string Absent = "the real notices (../shared/data) are not beside this checkout";

    /// <summary>The root of the repository.</summary>
    public static string Repository { get; } = FindUp("TenderWatch.sln");

    /// <summary>The folder, or <see langword="null"/> where it is absent.</summary>
    public static string? Root { get; } =
        Path.Combine(Repository, "..", "shared", "data") is var folder && Directory.Exists(folder) ? Path.GetFullPath(folder)
            : Environment.GetEnvironmentVariable("TENDERWATCH_SHARED_DATA") is { Length: > 0 } named && Directory.Exists(named) ? named : null;

    /// <summary>A file of it.</summary>
    public static string File(string relative) => Path.Combine(Root ?? throw new InvalidOperationException(Absent), relative);

    private static string FindUp(string marker)
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            if (System.IO.File.Exists(Path.Combine(folder.FullName, marker))) return folder.FullName;
        }

        throw new InvalidOperationException($"{marker} is in no folder above {AppContext.BaseDirectory}.");
    }
}
