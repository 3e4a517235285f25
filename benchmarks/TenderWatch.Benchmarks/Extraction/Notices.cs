namespace TenderWatch.Benchmarks.Extraction;

/// <summary>Real notices in memory.</summary>
internal static class Notices
{
    public static List<byte[]> Load(string folder) =>
        [.. Directory.EnumerateFiles(folder, "*.xml", SearchOption.AllDirectories).Order(StringComparer.Ordinal).Select(File.ReadAllBytes)];
}
