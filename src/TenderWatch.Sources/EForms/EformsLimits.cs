namespace TenderWatch.Sources.EForms;

/// <summary>How much of untrusted input is read. Real notices stay far below: the largest at hand has 1.8 million characters, the deepest 13 levels.</summary>
public sealed record EformsLimits
{
    /// <summary>The limits used where none are given.</summary>
    public static EformsLimits Default { get; } = new();

    /// <summary>How many characters a notice may have.</summary>
    public int MaxCharacters { get; init; } = 64 * 1024 * 1024;

    /// <summary>How deep elements may be nested.</summary>
    public int MaxDepth { get; init; } = 100;

    /// <summary>How many parties and owners a notice may list in all: a short notice can refer to the same long list again and again.</summary>
    public int MaxParties { get; init; } = 200_000;
}
