using TenderWatch.Core.Watching;

namespace TenderWatch.Sources.Ted;

/// <summary>
/// What TED is asked for, in its expert query language: notices of utilities, and what the watch profiles look for, of buyers in given
/// countries. Wider than the profiles, never narrower: a profile decides over the notice itself.
/// </summary>
public static class ExpertQuery
{
    private const string UtilitiesDirective = "32014L0025";

    /// <summary>The part of the query beside the day.</summary>
    /// <param name="settings">Countries, or a query of one's own.</param>
    /// <param name="profiles">What is watched for.</param>
    public static string Of(TedSettings settings, IReadOnlyList<WatchProfile> profiles)
    {
        if (settings.Query.Trim() is { Length: > 0 } own) return own;
        var subjects = profiles.Select(Of).OfType<string>().Prepend($"legal-basis = {UtilitiesDirective}").Distinct(StringComparer.Ordinal);
        return $"buyer-country IN ({string.Join(' ', settings.CountriesInUse)}) AND ({string.Join(" OR ", subjects)})";
    }

    /// <summary>The query of one day.</summary>
    public static string On(DateOnly day, string query) => FormattableString.Invariant($"publication-date = {day:yyyyMMdd} AND ({query})");

    /// <summary>A query that nothing can answer.</summary>
    public static string Nothing(string query) => $"publication-date >= 20990101 AND ({query})";

    private static string? Of(WatchProfile profile)
    {
        string?[] subject = [Any("FT ~ ", profile.Phrases.Select(Quoted)), Any("classification-cpv = ", profile.Cpv.Select(code => code.Length == 8 ? code : code + "*"))];
        string?[] criteria =
        [
            profile.PhrasesAndCpv ? All(subject) : OneOf(subject),
            // A buyer or supplier is named or numbered; which of the two, the full text does not mind.
            Any("FT ~ ", profile.Buyers.Select(Quoted)),
            Any("FT ~ ", profile.Suppliers.Select(Quoted)),
            profile.LegalBasis.Count > 0 ? $"legal-basis IN ({string.Join(' ', profile.LegalBasis.Select(Word))})" : null,
        ];
        return All(criteria);
    }

    private static string? Any(string field, IEnumerable<string> values) => OneOf([.. values.Where(value => value.Any(char.IsLetterOrDigit)).Select(value => field + value)]);

    private static string? OneOf(IReadOnlyList<string?> alternatives) => Joined(" OR ", alternatives);

    private static string? All(IReadOnlyList<string?> criteria) => Joined(" AND ", criteria);

    private static string? Joined(string word, IReadOnlyList<string?> parts) => parts.OfType<string>().ToArray() switch
    {
        [] => null,
        [var only] => only,
        var several => $"({string.Join(word, several)})",
    };

    // What stands between quotes is searched as it is; nothing in it may end them or act as a wildcard.
    private static string Quoted(string phrase) => $"\"{string.Join(' ', Plain(phrase).Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries))}\"";

    private static string Plain(string text) => new([.. text.Select(letter => letter is '"' or '\\' or '*' or '?' or '~' || char.IsControl(letter) ? ' ' : letter)]);

    private static string Word(string text) => new([.. text.Where(char.IsAsciiLetterOrDigit)]);
}
