using TenderWatch.Testing;

namespace TenderWatch.Mutations.Parsers;

/// <summary>The inputs that are mutated: real ones where they lie beside the project, else those of the demonstration.</summary>
internal static class Samples
{
    private const int LongestXml = 120_000;

    /// <summary>Every n-th file of a folder of the shared data; none where it is absent. Long ones are left out: they only cost time.</summary>
    public static IEnumerable<byte[]> Shared(string folder, int each) => SharedData.Root is null
        ? []
        : Directory.GetFiles(SharedData.File(folder), "*.xml", SearchOption.AllDirectories).Order(StringComparer.Ordinal)
            .Where((file, index) => index % each == 0 && new FileInfo(file).Length < LongestXml).Select(File.ReadAllBytes);

    /// <summary>A file of the demonstration.</summary>
    public static byte[] Demonstration(string file) => File.ReadAllBytes(Path.Combine(SharedData.Repository, "samples", "dsmr6", file));

    /// <summary>The notices of the demonstration as TED would publish them.</summary>
    public static IReadOnlyList<byte[]> DemonstrationXml { get; } =
        [.. Directory.GetFiles(Path.Combine(SharedData.Repository, "samples", "dsmr6", "ted"), "*.xml").Order(StringComparer.Ordinal).Select(File.ReadAllBytes)];
}
