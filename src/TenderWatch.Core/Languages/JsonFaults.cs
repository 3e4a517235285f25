using System.Text.Json;

namespace TenderWatch.Core.Languages;

/// <summary>What is wrong with JSON that a person wrote, each with the path of the member.</summary>
public static class JsonFaults
{
    /// <summary>The file holds nothing.</summary>
    public static LocalizedText Null { get; } = new("Het bestand bevat null in plaats van een object.", "The file holds null instead of an object.");

    /// <summary>What is wrong at a place.</summary>
    /// <param name="path">The path of the member.</param>
    /// <param name="nl">What is wrong, in Dutch.</param>
    /// <param name="en">The same in English.</param>
    public static LocalizedText At(string path, string nl, string en) => new($"{path}: {nl}", $"{path}: {en}");

    /// <summary>What is wrong at a place.</summary>
    /// <param name="path">The path of the member.</param>
    /// <param name="words">What is wrong.</param>
    public static LocalizedText At(string path, LocalizedText words) => At(path, words.Nl, words.En);

    /// <summary>The JSON cannot be read, or a member is not what belongs there.</summary>
    /// <param name="wrong">What the reader said.</param>
    /// <param name="allowed">What members with names for values may say, by name.</param>
    /// <param name="what">What the file holds, with its article.</param>
    /// <param name="described">The page that describes the members.</param>
    public static LocalizedText Of(JsonException wrong, IReadOnlyDictionary<string, LocalizedText> allowed, LocalizedText what, string described)
    {
        var (path, line) = (PathOf(wrong), (wrong.LineNumber ?? 0) + 1);
        return allowed.TryGetValue(path[(path.LastIndexOf('.') + 1)..], out var words)
            ? new($"{path} (regel {line}): {words.Nl}", $"{path} (line {line}): {words.En}")
            : new(
                $"{path} (regel {line}): niet wat {what.Nl} daar heeft. {described} beschrijft de velden; namen zijn hoofdlettergevoelig, dagen zijn als 2026-01-31, bedragen en percentages zijn getallen.",
                $"{path} (line {line}): not what {what.En} has there. {described} describes the members; names are case-sensitive, dates are like 2026-01-31, amounts and percentages are numbers.");
    }

    /// <summary>The path of the member. One that is missing is named by the message alone.</summary>
    /// <param name="wrong">What the reader said.</param>
    public static string PathOf(JsonException wrong)
    {
        if (wrong.Path is { Length: > 1 } path) return path;
        var named = wrong.Message.LastIndexOf("including: '", StringComparison.Ordinal);
        return named >= 0 ? "$." + wrong.Message[(named + 12)..].Split('\'')[0] : "$";
    }
}
