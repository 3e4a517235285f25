using System.Globalization;
using System.Text;
using System.Text.Json;
using TenderWatch.Core.Evidence;
using TenderWatch.Core.Notices;
using TenderWatch.Core.Sources;
using TenderWatch.Sources.Http;
using TenderWatch.Sources.TenderNed;

namespace TenderWatch.Sources.Ted;

/// <summary>
/// TED's search, version 3, in its iterating mode, which has no window of 15,000 results. It only finds numbers: arrays of different
/// fields are not aligned across lots, so every fact is read from the notice itself.
/// </summary>
internal sealed class TedSearch(SourceClient client, TedSettings settings)
{
    private const int PageSize = 250;
    private const int MostPages = 400;

    private readonly Uri _address = new(settings.SearchAddress.TrimEnd('/') + "/v3/notices/search");

    /// <summary>The notices of a day that a query finds.</summary>
    /// <param name="query">The expert query, the day included.</param>
    /// <param name="day">The day that every one of them must have; <see langword="null"/> where none is expected.</param>
    /// <param name="mustBeComplete">Whether as many must come as TED counts.</param>
    /// <param name="cancellationToken">Stops the call.</param>
    public async Task<SourceResult<DayListing>> FindAsync(string query, DateOnly? day, bool mustBeComplete, CancellationToken cancellationToken)
    {
        var found = new Dictionary<string, Listing>(StringComparer.Ordinal);
        var received = new List<SourceDocument>();
        string? token = null;
        for (var page = 0; page < MostPages; page++)
        {
            var answer = await client.PostJsonAsync(_address, Body(query, token), EvidenceRoles.Unread, cancellationToken);
            if (answer.Value is not { } document) return Explained(answer.Failure!);
            received.Add(document);
            if (TedSearchPage.Read(document.Content) is not { } read)
                return new SourceFailure("shape", $"{_address} gave no list of notices. TED's search may have changed; its answer is kept.", [document]);
            if (read.TimedOut)
                return new SourceFailure("timeout", $"{_address} ran out of time and gave a part of its results (timedOut). It is asked again at the next run.", received);
            if (read.Notices.FirstOrDefault(notice => notice.Published != day) is { } stray)
            {
                return new SourceFailure("canary",
                    $"{_address} found notice {stray.Number} of {stray.Published:yyyy-MM-dd}, for which it was not asked: TED no longer filters as the query says. Compare the query with TED's documentation.", [document]);
            }

            foreach (var notice in read.Notices) found.TryAdd(notice.Number, notice.ToListing());
            if (read.Token is { } next && next != token && read.Notices.Count > 0)
            {
                token = next;
                continue;
            }

            if (!mustBeComplete || found.Count == read.Total) return new DayListing([.. found.Values.OrderByDescending(listing => NumberOf(listing.Key))]);
            return new SourceFailure("incomplete",
                $"TED counts {read.Total} notices on {day:yyyy-MM-dd} and gave {found.Count}. The day is listed again at the next run.", received);
        }

        return new SourceFailure("shape", $"{_address} did not come to an end after {MostPages} pages. TED's search may have changed.", [received[^1]]);
    }

    private static byte[] Body(string query, string? token) => JsonSerializer.SerializeToUtf8Bytes(new Dictionary<string, object?>
    {
        ["query"] = query,
        ["fields"] = TedSearchPage.Fields,
        ["limit"] = PageSize,
        ["scope"] = "ALL",
        ["paginationMode"] = "ITERATION",
        ["iterationNextToken"] = token,
    });

    private static SourceFailure Explained(SourceFailure failure) => failure.Documents is [{ HttpStatus: 400 }]
        ? failure with { Code = "query", Text = "TED refused the search (400). Its answer, which is kept, names the fault; correct Sources:Ted:Query or the watch profile." }
        : failure;

    private static long NumberOf(NoticeKey key) =>
        long.Parse(key.Id[(key.Id.IndexOf('-', StringComparison.Ordinal) + 1)..], CultureInfo.InvariantCulture) * 1_000_000_000
        + long.Parse(key.Id[..key.Id.IndexOf('-', StringComparison.Ordinal)], CultureInfo.InvariantCulture);
}

/// <summary>One page of results.</summary>
/// <param name="Notices">The notices.</param>
/// <param name="Total">How many TED counts in all.</param>
/// <param name="Token">What leads to the next page.</param>
/// <param name="TimedOut">Whether results are missing.</param>
internal sealed record TedSearchPage(IReadOnlyList<TedFound> Notices, long Total, string? Token, bool TimedOut)
{
    private const string Number = "publication-number";
    private const string Published = "publication-date";

    public static IReadOnlyList<string> Fields { get; } = [Number, Published];

    /// <summary>Reads a page; <see langword="null"/> when the bytes are none.</summary>
    public static TedSearchPage? Read(ReadOnlyMemory<byte> bytes)
    {
        using var json = Json.TryParse(bytes);
        if (json?.RootElement.Member("notices") is not { ValueKind: JsonValueKind.Array } items || json.RootElement.Integer("totalNoticeCount") is not { } total || total < 0) return null;
        var notices = new List<TedFound>();
        foreach (var item in items.EnumerateArray())
        {
            if (TedNumbers.Normal(item.Text(Number)) is not { } number || DayOf(item.Text(Published)) is not { } day) return null;
            notices.Add(new TedFound(number, day));
        }

        return new TedSearchPage(notices, total, json.RootElement.Text("iterationNextToken"), json.RootElement.Member("timedOut") is { ValueKind: JsonValueKind.True });
    }

    // "2026-04-17+02:00": the day in Luxembourg, whatever the offset.
    private static DateOnly? DayOf(string? text) =>
        text is { Length: >= 10 } && DateOnly.TryParseExact(text.AsSpan(0, 10), "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? day : null;
}

/// <summary>A notice that the search found.</summary>
internal sealed record TedFound(string Number, DateOnly Published)
{
    // A published notice never changes; a change is another notice.
    public Listing ToListing() => new(new NoticeKey(TedSource.SourceName, Number), Published, Digest.Of(Encoding.UTF8.GetBytes("ted|" + Number)));
}
