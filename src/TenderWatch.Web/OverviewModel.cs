using TenderWatch.Core.Cases;
using TenderWatch.Core.Checks;
using TenderWatch.Core.Languages;
using TenderWatch.Core.Messages;
using TenderWatch.Core.Reviews;
using TenderWatch.Core.Watching;
using TenderWatch.Web.Weeks;

namespace TenderWatch.Web;

/// <summary>What the overview shows.</summary>
public sealed record OverviewModel
{
    internal const int RowsPerPage = 25;
    private const int MostBuyers = 200;

    /// <summary>What was asked for.</summary>
    public required OverviewQuery Query { get; init; }

    /// <summary>All cases, last updated first.</summary>
    public required IReadOnlyList<CaseState> All { get; init; }

    /// <summary>Those that were asked for.</summary>
    public required IReadOnlyList<CaseState> Found { get; init; }

    /// <summary>The page of them that is shown, each with its value.</summary>
    public required IReadOnlyList<(CaseState State, Fact? Value)> Rows { get; init; }

    /// <summary>Cases whose notices miss a counterpart, with what is missing.</summary>
    public required IReadOnlyList<(CaseState State, ProcurementProblem Problem)> Orphans { get; init; }

    /// <summary>How the sources do.</summary>
    public required IReadOnlyList<SourceHealth> Sources { get; init; }

    /// <summary>How many notices could not be read.</summary>
    public required int Quarantined { get; init; }

    /// <summary>Messages that were not sent.</summary>
    public required IReadOnlyList<OutboxMessage> Unsent { get; init; }

    /// <summary>All cases by the week they were opened in.</summary>
    public required WeekFigures CasesByWeek { get; init; }

    /// <summary>The publications of each source by week.</summary>
    public required WeekFigures NoticesByWeek { get; init; }

    internal int Pages => Math.Max(1, (Found.Count + RowsPerPage - 1) / RowsPerPage);

    internal IEnumerable<CaseState> Stuck => All.Where(state => state.Stuck is not null);

    internal int Count(Verdict? verdict) => All.Count(state => OverviewQuery.GravestOf(state) == verdict);

    internal IReadOnlyList<string> SourcesOfCases => [.. All.SelectMany(state => state.Sources).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)];

    // A page is small: of more buyers a reader types the name.
    internal IReadOnlyList<string> Buyers => [.. All.SelectMany(state => state.Buyers).Distinct(StringComparer.OrdinalIgnoreCase).Order(StringComparer.CurrentCultureIgnoreCase).Take(MostBuyers)];

    internal static async Task<OverviewModel> LoadAsync(
        OverviewQuery query, CaseViews views, bool confidential, IWatchState watch, SourceReport sources, IOutbox outbox, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var all = await views.ListAsync(cancellationToken, confidential);
        CaseState[] found = [.. all.Where(state => query.Holds(state, now))];
        var last = Math.Max(1, (found.Length + RowsPerPage - 1) / RowsPerPage);
        query = query with { Page = Math.Min(query.Page, last) };
        var shown = found.Skip((query.Page - 1) * RowsPerPage).Take(RowsPerPage);
        var (health, today) = (await sources.ReadAsync(cancellationToken), DutchTime.DateOf(now));
        return new OverviewModel
        {
            Query = query,
            All = all,
            Found = found,
            Rows = await Task.WhenAll(shown.Select(async state => (state, CasePageModel.ValueOf(await views.FactsAsync(state, cancellationToken))))),
            Orphans = [.. all.SelectMany(state => views.OrphansOf(state).Select(problem => (state, problem)))],
            Sources = health,
            Quarantined = (await watch.ListQuarantinedAsync(cancellationToken)).Count,
            CasesByWeek = CaseWeeks.Of(all, today),
            NoticesByWeek = NoticeWeeks.Of(await watch.ListSourcesAsync(cancellationToken), health.Select(source => source.Source), today),
            Unsent = await outbox.UnsentAsync(cancellationToken),
        };
    }
}
