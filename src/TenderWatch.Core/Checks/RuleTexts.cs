using System.Collections.Frozen;

namespace TenderWatch.Core.Checks;

/// <summary>The pages that explain the checks, as this program runs them: those of <c>docs/checks</c>, in Markdown and English. A check may have more than its own, such as one for the methods of each country.</summary>
public static class RuleTexts
{
    private const string Folder = "rules/";
    private const string Ending = ".md";

    private static readonly FrozenDictionary<string, string> Paths = typeof(RuleTexts).Assembly.GetManifestResourceNames()
        .Where(path => path.StartsWith(Folder, StringComparison.Ordinal)).ToFrozenDictionary(path => path[Folder.Length..^Ending.Length], StringComparer.Ordinal);

    /// <summary>Their names, in order: <c>alt</c>, <c>alt-methods</c>.</summary>
    public static IReadOnlyList<string> Names { get; } = [.. Paths.Keys.Order(StringComparer.Ordinal)];

    /// <summary>Whether there is such a page.</summary>
    public static bool Exists(string name) => Paths.ContainsKey(name);

    /// <summary>Whether a page belongs to a check.</summary>
    public static bool IsOf(string name, string check) => name == check || name.StartsWith(check + "-", StringComparison.Ordinal);

    /// <summary>Where a page stands in a dossier.</summary>
    public static string PathOf(string name) => Paths[name];

    /// <summary>The bytes of a page, UTF-8.</summary>
    /// <exception cref="KeyNotFoundException">There is no such page.</exception>
    public static byte[] Read(string name)
    {
        using var stream = typeof(RuleTexts).Assembly.GetManifestResourceStream(Paths[name])!;
        var content = new byte[stream.Length];
        stream.ReadExactly(content);
        return content;
    }
}
