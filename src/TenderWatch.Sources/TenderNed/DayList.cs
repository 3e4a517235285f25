using TenderWatch.Core.Evidence;
using TenderWatch.Core.Sources;
using TenderWatch.Sources.Http;

namespace TenderWatch.Sources.TenderNed;

/// <summary>
/// The list of one day, page by page. TenderNed shows the first 10,000 results of a query, moves items between pages while it is
/// being read and ignores parameters it does not know: each of these is noticed here.
/// </summary>
internal sealed class DayList(SourceClient client, TenderNedAddresses addresses)
{
    private const int PageSize = 100;
    private const int PageLimit = 100;

    public async Task<SourceResult<DayListing>> ReadAsync(DateOnly day, bool mustBeComplete, CancellationToken cancellationToken)
    {
        var found = new Dictionary<string, Listing>(StringComparer.Ordinal);
        var order = new List<Listing>();
        var received = new List<SourceDocument>();
        for (var number = 0; ; number++)
        {
            var address = addresses.Page(day, day, number, PageSize);
            var answer = await client.GetAsync(address, BodyKind.Json, EvidenceRoles.Unread, cancellationToken);
            if (answer.Value is not { } document) return answer.Failure!;
            received.Add(document);
            var (page, fault) = ListPage.Read(document.Content);
            if (page is null) return Shape(address, fault!, document);
            if (page.Total > PageSize * PageLimit)
            {
                return new SourceFailure("window",
                    $"{address} has {page.Total} results and TenderNed shows {PageSize * PageLimit} at most: the rest of {day:yyyy-MM-dd} is out of reach. The filter by day may have stopped working.", [document]);
            }

            if (page.Items.FirstOrDefault(item => item.Published != day) is { } stray)
            {
                return new SourceFailure("canary",
                    $"{address} lists publication {stray.Key.Id} of {stray.Published:yyyy-MM-dd}: TenderNed no longer filters by day, so its lists cannot be trusted. Compare the parameters with tenderned.nl.", [document]);
            }

            order.AddRange(page.Items.Where(item => found.TryAdd(item.Key.Id, item)));
            if (number + 1 < page.Pages && number + 1 < PageLimit && page.Items.Count > 0) continue;
            if (!mustBeComplete || order.Count == page.Total) return new DayListing(order);
            return new SourceFailure("incomplete",
                $"TenderNed counts {page.Total} publications on {day:yyyy-MM-dd} and listed {order.Count}: items moved between the pages. The day is listed again at the next run.", received);
        }
    }

    public static SourceFailure Shape(Uri address, string fault, SourceDocument document) =>
        new("shape", $"{address} is no list of publications: {fault}. TenderNed's API may have changed; its answer is kept.", [document]);
}
