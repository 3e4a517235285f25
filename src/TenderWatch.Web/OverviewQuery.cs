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
    internal const string NoDeadline = "none";
    private const int Longest = 200;

    /// <summary>Only cases with a notice of this source.</summary>
    public string Source { get; private init; } = "";

    /// <summary>Only cases of a buyer with this in its name.</summary>
    public string Buyer { get; private init; } = "";

    /// <summary>Only cases of which a term ends within so many days: <c>7</c>; those without one: <c>none</c>.</summary>
    public string Deadline { get; private init; } = "";

    /// <summary>What was carried out just now.</summary>
    internal string? Done { get; init; }

    /// <summary>The filters that were asked for with a value that they do not know, and which they know; they are left out.</summary>
    internal IReadOnlyList<(string Name, string Allowed)> Faults { get; private init; } = [];

    internal static IReadOnlyList<string> Deadlines { get; } = ["7", "30", "90", NoDeadline];

    internal static OverviewQuery Of(HttpRequest request)
    {
        string Text(string name) => request.Query[name].ToString().Trim() is var text && text.Length <= Longest ? text : text[..Longest];
        var (verdict, deadline) = (Parse(request.Query["verdict"]), Text("deadline"));
        return new OverviewQuery(
            verdict, Text("q"), int.TryParse(request.Query[PageParameter], NumberStyles.None, CultureInfo.InvariantCulture, out var page) && page > 0 ? page : 1)
        {
            Source = Text("source"),
            Buyer = Text("buyer"),
            Deadline = Deadlines.Contains(deadline, StringComparer.Ordinal) ? deadline : "",
            Done = request.Query["done"].ToString(),
            Faults =
            [
                .. verdict is null && request.Query["verdict"].ToString().Length > 0 ? [("verdict", string.Join(", ", Enum.GetValues<Verdict>().OrderDescending().Select(NameOf)))] : Array.Empty<(string, string)>(),
                .. deadline.Length > 0 && !Deadlines.Contains(deadline, StringComparer.Ordinal) ? [("deadline", string.Join(", ", Deadlines))] : Array.Empty<(string, string)>(),
            ],
        };
    }

    internal static string NameOf(Verdict verdict) => verdict switch
    {
        Core.Checks.Verdict.Flagged => "flagged",
        Core.Checks.Verdict.NotAssessable => "notAssessable",
        _ => "clear",
    };

    internal bool IsNarrowed => Verdict is not null || Search.Length + Source.Length + Buyer.Length + Deadline.Length > 0;

    internal static Verdict? GravestOf(CaseState state) => state.Checks.Count == 0 ? null : state.Checks.Max(check => check.Verdict);

    internal bool Holds(CaseState state, DateTimeOffset now) => (Verdict is null || GravestOf(state) == Verdict)
        && (Source.Length == 0 || state.Sources.Contains(Source, StringComparer.Ordinal))
        && (Buyer.Length == 0 || state.Buyers.Any(buyer => buyer.Contains(Buyer, StringComparison.OrdinalIgnoreCase)))
        && IsDue(state, now)
        && Search.Split(' ', StringSplitOptions.RemoveEmptyEntries).All(word => Mentions(state, word));

    private bool IsDue(CaseState state, DateTimeOffset now) => Deadline switch
    {
        "" => true,
        NoDeadline => state.Term is null,
        var days => state.Term?.End is { } end && end >= now && end <= now.AddDays(int.Parse(days, CultureInfo.InvariantCulture)),
    };

    private static bool Mentions(CaseState state, string word) =>
        new[] { state.Title, state.Id }.Concat(state.Buyers).Concat(state.Matches.Select(match => match.Profile))
            .Any(text => text.Contains(word, StringComparison.OrdinalIgnoreCase));

    private static Verdict? Parse(string? name) => Enum.GetValues<Verdict>().Cast<Verdict?>().FirstOrDefault(verdict => NameOf(verdict!.Value) == name);
}
