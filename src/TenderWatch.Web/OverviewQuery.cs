using System.Globalization;
using Microsoft.AspNetCore.Http;
using TenderWatch.Core.Checks;
using TenderWatch.Core.Reviews;

namespace TenderWatch.Web;

/// <summary>What the reader of the overview asks for.</summary>
/// <param name="Verdict">Only cases whose gravest verdict this is.</param>
/// <param name="Search">Only cases with all these words in title, buyers, profiles or id.</param>
/// <param name="Page">Which page of the list, from 1.</param>
public sealed record OverviewQuery(Verdict? Verdict, string Search, int Page)
{
    internal const string PageParameter = "page";
    private const int LongestSearch = 200;

    /// <summary>What was carried out just now.</summary>
    internal string? Done { get; init; }

    internal static OverviewQuery Of(HttpRequest request)
    {
        var search = request.Query["q"].ToString().Trim();
        return new OverviewQuery(
            Parse(request.Query["verdict"]),
            search.Length <= LongestSearch ? search : search[..LongestSearch],
            int.TryParse(request.Query[PageParameter], NumberStyles.None, CultureInfo.InvariantCulture, out var page) && page > 0 ? page : 1)
        {
            Done = request.Query["done"].ToString(),
        };
    }

    internal static string NameOf(Verdict verdict) => verdict switch
    {
        Core.Checks.Verdict.Flagged => "flagged",
        Core.Checks.Verdict.NotAssessable => "notAssessable",
        _ => "clear",
    };

    internal bool IsNarrowed => Verdict is not null || Search.Length > 0;

    internal static Verdict? GravestOf(CaseState state) => state.Checks.Count == 0 ? null : state.Checks.Max(check => check.Verdict);

    internal bool Holds(CaseState state) => (Verdict is null || GravestOf(state) == Verdict)
        && Search.Split(' ', StringSplitOptions.RemoveEmptyEntries).All(word => Mentions(state, word));

    private static bool Mentions(CaseState state, string word) =>
        new[] { state.Title, state.Id }.Concat(state.Buyers).Concat(state.Matches.Select(match => match.Profile))
            .Any(text => text.Contains(word, StringComparison.OrdinalIgnoreCase));

    private static Verdict? Parse(string? name) => Enum.GetValues<Verdict>().Cast<Verdict?>().FirstOrDefault(verdict => NameOf(verdict!.Value) == name);
}
