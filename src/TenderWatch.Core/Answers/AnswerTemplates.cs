using System.Text.Json;
using System.Text.Json.Serialization;
using TenderWatch.Core.Checks;
using TenderWatch.Core.Languages;
using TenderWatch.Core.Notices;

namespace TenderWatch.Core.Answers;

/// <summary>The templates in use: those that ship, then the user's own, each id once.</summary>
public sealed class AnswerTemplates
{
    /// <summary>The largest file that is read, in bytes.</summary>
    public const int LargestFile = 1024 * 1024;

    private const string Suffix = ".answers.json";

    private static readonly JsonSerializerOptions Strict = new(NoticeJson.Stored)
    {
        UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
        ReadCommentHandling = JsonCommentHandling.Skip,
        AllowTrailingCommas = true,
        MaxDepth = 8,
    };

    // Before the templates that ship, which are held against it.
    internal static IReadOnlyDictionary<string, LocalizedText> CheckNames { get; } =
        CheckList.All(new CheckSettings()).ToDictionary(check => check.Id, check => check.Name, StringComparer.Ordinal);

    /// <summary>The templates in use.</summary>
    /// <param name="own">The user's own; see <see cref="Clash"/>.</param>
    public AnswerTemplates(IReadOnlyList<AnswerTemplate>? own = null) => All = [.. Shipped, .. own ?? []];

    /// <summary>The templates that ship with the product.</summary>
    public static IReadOnlyList<AnswerTemplate> Shipped { get; } = [.. typeof(AnswerTemplates).Assembly.GetManifestResourceNames()
        .Where(name => name.EndsWith(Suffix, StringComparison.Ordinal)).Order(StringComparer.Ordinal).Select(ReadShipped)];

    /// <summary>All templates, those that ship first.</summary>
    public IReadOnlyList<AnswerTemplate> All { get; }

    /// <summary>A template; <see langword="null"/> where there is none of that id.</summary>
    public AnswerTemplate? Find(string id) => All.FirstOrDefault(template => template.Id == id);

    /// <summary>The first id that two templates have, those that ship among them; <see langword="null"/> where there is none.</summary>
    /// <param name="own">The user's own templates.</param>
    public static string? Clash(IReadOnlyList<AnswerTemplate> own) =>
        Shipped.Concat(own).GroupBy(template => template.Id, StringComparer.Ordinal).FirstOrDefault(same => same.Count() > 1)?.Key;

    /// <summary>Reads a template.</summary>
    /// <param name="json">The bytes of its file.</param>
    /// <param name="faults">What is wrong, each with the path of the member; empty where the template can be used.</param>
    /// <returns>The template; <see langword="null"/> where there are faults.</returns>
    public static AnswerTemplate? Read(ReadOnlySpan<byte> json, out IReadOnlyList<string> faults)
    {
        if (json.Length > LargestFile)
        {
            faults = [$"The file is larger than {LargestFile / 1024} KiB."];
            return null;
        }

        try
        {
            var template = JsonSerializer.Deserialize<AnswerTemplate>(WithoutMark(json), Strict);
            faults = template is null ? ["The file holds null instead of an object."] : [.. TemplateFaults.Of(template)];
            return faults.Count == 0 ? template : null;
        }
        catch (JsonException wrong)
        {
            faults = [$"{wrong.Path ?? "$"} (line {((wrong.LineNumber ?? 0) + 1).ToString(System.Globalization.CultureInfo.InvariantCulture)}): not what a template has there; docs/answers.md describes the members, whose names are case-sensitive."];
            return null;
        }
    }

    // Editors put a byte order mark before the text.
    private static ReadOnlySpan<byte> WithoutMark(ReadOnlySpan<byte> json) => json.StartsWith("\uFEFF"u8) ? json[3..] : json;

    private static AnswerTemplate ReadShipped(string name)
    {
        using var stream = typeof(AnswerTemplates).Assembly.GetManifestResourceStream(name)!;
        var bytes = new byte[stream.Length];
        stream.ReadExactly(bytes);
        return Read(bytes, out var faults) ?? throw new InvalidOperationException($"The template {name} that ships is wrong: {faults[0]}");
    }
}
