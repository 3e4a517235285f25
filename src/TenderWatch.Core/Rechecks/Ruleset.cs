using System.Buffers;
using System.Globalization;

namespace TenderWatch.Core.Rechecks;

/// <summary>Which rules of the past are meant, as a person writes it.</summary>
public abstract record Ruleset
{
    private const string Forms = "a day (2026-03-01), a ledger entry with findings (CASE@12), or checks with their versions (alt=1,fsr-scope=1+ab12cd34)";

    private static readonly SearchValues<char> IdCharacters = SearchValues.Create("0123456789abcdefghijklmnopqrstuvwxyz-");
    private static readonly SearchValues<char> VersionCharacters = SearchValues.Create("0123456789abcdefghijklmnopqrstuvwxyz-.+");

    private Ruleset()
    {
    }

    /// <summary>The rules that a case was last judged by on a Dutch calendar day or before it.</summary>
    /// <param name="Day">The day.</param>
    public sealed record OnDay(DateOnly Day) : Ruleset;

    /// <summary>The rules that an entry of a ledger names.</summary>
    /// <param name="Case">The case.</param>
    /// <param name="Sequence">The number of the entry.</param>
    public sealed record OfEntry(string Case, long Sequence) : Ruleset;

    /// <summary>Rules by name.</summary>
    /// <param name="Rules">One version of each check.</param>
    public sealed record Named(IReadOnlyList<RuleName> Rules) : Ruleset;

    /// <summary>Reads what a person wrote.</summary>
    /// <param name="text">The text.</param>
    /// <param name="fault">What is wrong with it, as a sentence.</param>
    public static Ruleset? Parse(string text, out string? fault)
    {
        fault = null;
        if (DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day)) return new OnDay(day);
        if (text.Split('@') is [var caseId, var number] && Is(caseId, IdCharacters) && long.TryParse(number, NumberStyles.None, CultureInfo.InvariantCulture, out var sequence) && sequence > 0)
            return new OfEntry(caseId, sequence);

        var rules = new List<RuleName>();
        foreach (var part in text.Split(','))
        {
            if (part.Trim().Split('=') is not [var check, var version] || !Is(check, IdCharacters) || !Is(version, VersionCharacters))
            {
                fault = $"'{text}' names no rules; allowed: {Forms}.";
                return null;
            }

            rules.Add(new RuleName(check, version));
        }

        if (rules.GroupBy(rule => rule.Check).FirstOrDefault(group => group.Count() > 1) is not { } twice) return new Named(rules);
        fault = $"'{text}' names {twice.Key} twice; name one version of each check.";
        return null;
    }

    private static bool Is(string text, SearchValues<char> characters) => text.Length is > 0 and <= 64 && text.AsSpan().IndexOfAnyExcept(characters) < 0;
}

/// <summary>A rule in one of its versions.</summary>
/// <param name="Check">The check: <c>alt</c>.</param>
/// <param name="Version">The number of its rule, with a digest of its thresholds where they are not the default ones: <c>1+ab12cd34</c>.</param>
public sealed record RuleName(string Check, string Version)
{
    /// <summary>The number of the rule alone.</summary>
    public string Number => Version.Split('+')[0];

    /// <summary>Whether the thresholds are other than the default ones of the program that had the rule.</summary>
    public bool HasOwnThresholds => Number != Version;

    /// <inheritdoc/>
    public override string ToString() => $"{Check}={Version}";
}
