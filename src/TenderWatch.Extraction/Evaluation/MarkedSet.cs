using System.Text.Json;
using System.Text.Json.Serialization;
using TenderWatch.Core.Texts;

namespace TenderWatch.Extraction.Evaluation;

/// <summary>Texts whose facts people marked by hand.</summary>
/// <param name="Publication">The notice it is of: its texts, where none is given.</param>
/// <param name="Facts">Every fact that its texts state, and none besides.</param>
public sealed record MarkedTexts(string Publication, IReadOnlyList<MarkedFact> Facts)
{
    /// <summary>The text itself; <see langword="null"/> where it is looked up in the notice.</summary>
    public string? Text { get; init; }

    /// <summary>Its language, ISO 639-3.</summary>
    public string? Language { get; init; }
}

/// <summary>A fact as a person marked it.</summary>
/// <param name="Kind">Its kind.</param>
/// <param name="Value">Its value in the form of the kind.</param>
/// <param name="Quote">Its words; the words of a fact that was read must contain them or lie within them.</param>
public sealed record MarkedFact(TextFactKind Kind, string Value, string Quote)
{
    /// <summary>The field of the notice that it stands in; <see langword="null"/> for a text that is given itself.</summary>
    public string? Field { get; init; }

    /// <summary>The lot.</summary>
    public string? At { get; init; }

    /// <summary>See <see cref="TextFact.Unit"/>.</summary>
    public string? Unit { get; init; }

    /// <summary>See <see cref="TextFact.Per"/>.</summary>
    public string? Per { get; init; }

    /// <summary>See <see cref="TextFact.Sense"/>.</summary>
    public TextSense Sense { get; init; }

    /// <summary>Whether a fact that was read is this one.</summary>
    public bool IsRead(TextFact fact) =>
        fact.Kind == Kind && fact.Value == Value && fact.Unit == Unit && fact.Per == Per && fact.Sense == Sense && fact.Place.At == At && (Field is null || fact.Place.Part == Field)
        && (fact.Quote.Contains(Quote, StringComparison.Ordinal) || Quote.Contains(fact.Quote, StringComparison.Ordinal));
}

/// <summary>Reads marked sets.</summary>
public static class MarkedSet
{
    private static readonly JsonSerializerOptions Options = new(JsonSerializerDefaults.Web)
    {
        Converters = { new JsonStringEnumConverter(JsonNamingPolicy.CamelCase) },
        UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
        RespectNullableAnnotations = true,
        RespectRequiredConstructorParameters = true,
    };

    /// <summary>Reads a JSON array of <see cref="MarkedTexts"/>; <see langword="null"/> with the reason where it is none.</summary>
    public static IReadOnlyList<MarkedTexts>? Read(ReadOnlySpan<byte> json, out string? fault)
    {
        fault = null;
        try
        {
            return JsonSerializer.Deserialize<List<MarkedTexts>>(json, Options);
        }
        catch (JsonException wrong)
        {
            fault = $"It is no set of marked texts: {wrong.Path} (line {wrong.LineNumber + 1}) is not as docs/extraction.md describes it.";
            return null;
        }
    }
}
