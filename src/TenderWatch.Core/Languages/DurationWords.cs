using System.Globalization;
using System.Text.RegularExpressions;

namespace TenderWatch.Core.Languages;

/// <summary>ISO 8601 periods as notices use them: years, months, weeks and days.</summary>
internal static partial class DurationWords
{
    private static readonly (string Group, LocalizedText One, LocalizedText Many)[] Parts =
    [
        ("y", new("jaar", "year"), new("jaar", "years")),
        ("m", new("maand", "month"), new("maanden", "months")),
        ("w", new("week", "week"), new("weken", "weeks")),
        ("d", new("dag", "day"), new("dagen", "days")),
    ];

    public static string Of(string value, Language language)
    {
        if (value is "UNLIMITED") return new LocalizedText("onbepaalde tijd", "unlimited").In(language);
        if (value is "UNKNOWN") return new LocalizedText("onbekend", "unknown").In(language);
        if (Repeated().Match(value) is { Success: true } repeated) return $"{repeated.Groups["count"].Value} × {Of(repeated.Groups["period"].Value, language)}";
        var match = Period().Match(value);
        if (!match.Success || value.Length < 3) return value;
        return string.Join(' ', Parts.Where(part => match.Groups[part.Group].Success).Select(part =>
        {
            var number = decimal.Parse(match.Groups[part.Group].ValueSpan, NumberStyles.None, CultureInfo.InvariantCulture);
            return $"{Wording.For(language).Number(number)} {(number == 1 ? part.One : part.Many).In(language)}";
        }));
    }

    [GeneratedRegex("^R(?<count>[0-9]{1,3})/(?<period>P[0-9YMWD]{2,20})$", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture | RegexOptions.NonBacktracking)]
    private static partial Regex Repeated();

    [GeneratedRegex("^P((?<y>[0-9]{1,6})Y)?((?<m>[0-9]{1,6})M)?((?<w>[0-9]{1,6})W)?((?<d>[0-9]{1,6})D)?$", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture | RegexOptions.NonBacktracking)]
    private static partial Regex Period();
}
