namespace TenderWatch.Core.Notices;

/// <summary>Whether two names are the same: case, spaces and punctuation aside, and nothing like similarity.</summary>
internal static class PartyNames
{
    public static bool Same(string? one, string? other) => one is not null && other is not null && Fold(one) == Fold(other);

    /// <summary>A name without what writers change about it.</summary>
    public static string Fold(string name) => string.Concat(name.Where(char.IsLetterOrDigit)).ToUpperInvariant();
}
