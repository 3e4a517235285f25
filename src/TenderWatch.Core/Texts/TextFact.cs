using System.Globalization;
using System.Text.Json.Serialization;
using TenderWatch.Core.Evidence;

namespace TenderWatch.Core.Texts;

/// <summary>
/// A fact that was read from running text. It never takes the place of a field of a notice: it stands beside it, with the words it was read from, and no
/// verdict rests on it.
/// </summary>
public sealed record TextFact
{
    /// <summary>What it is about.</summary>
    public required TextFactKind Kind { get; init; }

    /// <summary>The value in the invariant form of its <see cref="Kind"/>.</summary>
    public required string Value { get; init; }

    /// <summary>Currency, <c>%</c>, or the unit as written; <see langword="null"/> where the kind has none.</summary>
    public string? Unit { get; init; }

    /// <summary>For what the value is each time: <c>year</c>, <c>month</c>, <c>week</c>, <c>day</c>, <c>hour</c>, <c>unit</c>; <see langword="null"/> for the whole.</summary>
    public string? Per { get; init; }

    /// <summary>How the text says that it is meant.</summary>
    public TextSense Sense { get; init; }

    /// <summary>The words, verbatim. They are found at <see cref="Place"/>.</summary>
    public required string Quote { get; init; }

    /// <summary>Where the words stand.</summary>
    public required TextPlace Place { get; init; }

    /// <summary>What read it, with its version: <c>rules/1</c>; for a model also which, and by which prompt: <c>model/NAME/PROMPT</c>.</summary>
    public required string Extractor { get; init; }

    /// <summary>What names it in a case: 16 hex digits of its kind and place, so that another reading of the same words has the same name.</summary>
    [JsonIgnore]
    public string Id => Digest.Of(string.Create(CultureInfo.InvariantCulture, $"{Kind}\n{Place.Document.Hex}\n{Place.Part}\n{Place.At}\n{Place.Page}\n{Place.Offset}\n{Place.Length}")).Hex[..16];

    /// <summary>Whether a model pointed it out.</summary>
    [JsonIgnore]
    public bool IsByModel => Extractor.StartsWith("model/", StringComparison.Ordinal);
}
