using System.Globalization;
using System.Net;
using System.Text.RegularExpressions;
using TenderWatch.Core.Notices;

namespace TenderWatch.Mutations.Parsers;

/// <summary>Whether every amount of a notice is written in its rendering, digit by digit, and not put together over tags.</summary>
internal static partial class RenderedAmounts
{
    public static string? Check(string html, Notice notice)
    {
        HashSet<string>? written = null;
        foreach (var amount in Of(notice).Where(amount => !amount.IsWithheld))
        {
            written ??= DigitsIn(html);
            var digits = amount.Amount.ToString(CultureInfo.InvariantCulture).Replace(".", "", StringComparison.Ordinal);
            if (!written.Contains(digits)) return "an amount of the notice is not written in the rendering";
            if (amount.Kind != MoneyKind.Stated && !notice.Problems.Any(problem => problem.Code == "placeholder-amount")) return "a placeholder has no problem entry";
        }

        return null;
    }

    private static HashSet<string> DigitsIn(string html) =>
        [.. Number().Matches(Invisible().Replace(WebUtility.HtmlDecode(html), "")).Select(match => new string([.. match.Value.Where(char.IsAsciiDigit)]))];

    private static IEnumerable<Money> Of(Notice notice)
    {
        Money?[] all =
        [
            notice.EstimatedValue, notice.FrameworkMaximum, notice.TotalValue, notice.TotalFrameworkMaximum, notice.TotalFrameworkApproximate,
            .. notice.Lots.SelectMany(lot => new[] { lot.EstimatedValue, lot.FrameworkMaximum }),
            .. notice.Results.SelectMany(result => new[] { result.EstimatedValue, result.Lowest, result.Highest, result.FrameworkMaximum, result.FrameworkReestimated }),
            .. notice.Bids.SelectMany(bid => new[] { bid.Value, bid.Subcontracting?.Value }),
        ];
        return all.OfType<Money>();
    }

    [GeneratedRegex(@"[\p{Cc}\u00AD\u200B\u2060\uFEFF-[\t\n]]", RegexOptions.NonBacktracking)]
    private static partial Regex Invisible();

    [GeneratedRegex(@"[0-9][0-9.,\s]*", RegexOptions.NonBacktracking)]
    private static partial Regex Number();
}
