namespace TenderWatch.Sources.EForms;

/// <summary>How much of untrusted input is read. Real notices stay far below: the largest at hand has 1.8 million characters, the deepest 13 levels.</summary>
public sealed record EformsLimits
{
    /// <summary>The limits used where none are given.</summary>
    public static EformsLimits Default { get; } = new();

    /// <summary>How many characters a notice may have.</summary>
    public int MaxCharacters { get; init; } = 32 * 1024 * 1024;

    /// <summary>How many characters a tag with the text behind it may have; the most at hand is ten thousand. XmlReader takes the square of a tag's length.</summary>
    public int MaxTagCharacters { get; init; } = 1024 * 1024;

    /// <summary>How deep elements may be nested.</summary>
    public int MaxDepth { get; init; } = 100;

    /// <summary>How many lots, bids, organisations, problems and other parts a notice may have in all: each costs more memory than its characters do.</summary>
    public int MaxParts { get; init; } = 100_000;

    /// <summary>How many parties and owners a notice may list in all: a short notice can refer to the same long list again and again.</summary>
    public int MaxParties { get; init; } = 200_000;
}
