using TenderWatch.Core.Evidence;
using TenderWatch.Core.Sources;
using TenderWatch.Sources.Http;

namespace TenderWatch.Sources.Mercell;

/// <summary>
/// One walk down Mercell's list, newest first, as far as it is needed. There is no filter by day, and tenders are added at the top while the list is
/// read: pages overlap, so that each must hold something of what was read before, and what has moved is neither missed nor doubled.
/// </summary>
internal sealed class MercellWalk(SourceClient client, Uri list, DateTimeOffset started)
{
    private const int PageSize = 100;
    private const int Overlap = 10;
    private const int MostPages = 400;
    private const int MostIdlePages = 3;

    private readonly Dictionary<string, MercellListItem> _tenders = new(StringComparer.Ordinal);
    private readonly HashSet<string> _entries = new(StringComparer.Ordinal);
    private int _next = 1;
    private int _pages;
    private int _idle;
    // The least that was counted: what is added on top meanwhile is for the next walk.
    private long _total = long.MaxValue;

    public DateTimeOffset Started { get; } = started;

    /// <summary>Whether the end of the list was reached.</summary>
    public bool Ended { get; private set; }

    /// <summary>The day of the oldest entry that was read.</summary>
    public DateOnly Oldest { get; private set; } = DateOnly.MaxValue;

    public MercellListItem? Find(string id) => _tenders.GetValueOrDefault(id);

    /// <summary>The tenders of a day, newest first. A tender that was published again stands on its latest day only.</summary>
    public IReadOnlyList<MercellListItem> On(DateOnly day) => [.. _tenders.Values.Where(item => item.Day == day).OrderByDescending(item => item.Created)];

    /// <summary>Goes on until the whole of a day has been read.</summary>
    /// <returns>Why it could not be.</returns>
    public async Task<SourceFailure?> ReachAsync(DateOnly day, bool mustBeComplete, CancellationToken cancellationToken)
    {
        if (await UntilAsync(() => Oldest < day, cancellationToken) is { } failure) return failure;
        return !mustBeComplete || !Ended || _entries.Count >= _total ? null : new SourceFailure("incomplete",
            $"Mercell counts {_total} tenders and listed {_entries.Count}: entries moved between the pages. The day is listed again at the next run.", []);
    }

    /// <summary>Goes on until something holds or the list ends.</summary>
    public async Task<SourceFailure?> UntilAsync(Func<bool> isEnough, CancellationToken cancellationToken)
    {
        while (!Ended && !isEnough())
        {
            if (await NextPageAsync(cancellationToken) is { } failure) return failure;
        }

        return null;
    }

    private async Task<SourceFailure?> NextPageAsync(CancellationToken cancellationToken)
    {
        if (++_pages > MostPages) return new SourceFailure("window", $"{list} did not come to an end after {MostPages} pages. Mercell's API may have changed.", []);
        var first = _next;
        var (page, document, failure) = await MercellList.WindowAsync(client, list, first, first + PageSize - 1, cancellationToken);
        if (page is null) return failure;
        _total = Math.Min(_total, page.Total);
        if (page.Items.Count == 0)
        {
            Ended = first > page.Total;
            return Ended ? null : new SourceFailure("incomplete", $"Mercell counts {page.Total} tenders and lists none from {first} on. It is asked again at the next run.", [document! with { Role = EvidenceRoles.Unread }]);
        }

        // More than the overlap was taken off the list above: what lies between is looked for further up.
        if (first > 1 && !page.Items.Any(item => _entries.Contains(item.Entry)))
        {
            _next = Math.Max(1, first - PageSize);
            return null;
        }

        var isNew = false;
        foreach (var item in page.Items)
        {
            isNew |= _entries.Add(item.Entry);
            _tenders.TryAdd(item.Id, item);
            if (item.Day < Oldest) Oldest = item.Day;
        }

        Ended = first + page.Items.Count > page.Total;
        _idle = isNew ? 0 : _idle + 1;
        if (!Ended && _idle >= MostIdlePages)
            return new SourceFailure("canary", $"{list} gives the same tenders wherever it is asked to begin, so its list cannot be trusted. Mercell's API may have changed.", [document! with { Role = EvidenceRoles.Unread }]);
        _next = first + page.Items.Count - Math.Min(Overlap, page.Items.Count / 2);
        return null;
    }
}
