namespace TenderWatch.Local.Commands;

/// <summary>The notice files of a folder.</summary>
internal static class NoticeFiles
{
    /// <summary>Every file of a kind below the folder, notices where none is named, in ordinal order of the relative path.</summary>
    public static IReadOnlyList<string> In(string folder, string kind = "*.xml") =>
        [.. Directory.EnumerateFiles(folder, kind, SearchOption.AllDirectories).OrderBy(path => Relative(folder, path), StringComparer.Ordinal)];

    /// <summary>The path below the folder, with forward slashes on every system.</summary>
    public static string Relative(string folder, string path) => Path.GetRelativePath(folder, path).Replace('\\', '/');
}
