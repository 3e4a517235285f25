using TenderWatch.Core.Evidence;
using TenderWatch.Core.Notices;
using TenderWatch.Core.Sources;
using TenderWatch.Core.Watching;
using TenderWatch.Sources.Http;
using TenderWatch.Sources.TenderNed;

namespace TenderWatch.Sources.Ted;

/// <summary>TED: its search finds the numbers, its site gives the notices.</summary>
internal sealed class TedSource(SourceClient client, SourcesSettings settings, IReadOnlyList<WatchProfile> profiles) : INoticeSource
{
    public const string SourceName = "ted";

    private readonly string _query = ExpertQuery.Of(settings.Ted, profiles);
    private readonly TedSearch _search = new(client, settings.Ted);
    private readonly TenderNedAddresses _addresses = new(settings);

    public string Name => SourceName;

    public int DaysBack => settings.Ted.DaysBack;

    public async Task<SourceFailure?> ProbeAsync(CancellationToken cancellationToken) =>
        (await _search.FindAsync(ExpertQuery.Nothing(_query), day: null, mustBeComplete: true, cancellationToken)).Failure switch
        {
            { Code: "incomplete" } counted => counted with { Code = "canary", Text = "TED counts notices of the year 2099: its search does not filter as the query says. Compare the query with TED's documentation." },
            var failure => failure,
        };

    public Task<SourceResult<DayListing>> ListAsync(DateOnly day, bool mustBeComplete, CancellationToken cancellationToken) =>
        _search.FindAsync(ExpertQuery.On(day, _query), day, mustBeComplete, cancellationToken);

    public async Task<SourceResult<Publication>> ReadAsync(NoticeKey key, CancellationToken cancellationToken)
    {
        if (key.Source != SourceName || TedNumbers.Normal(key.Id) != key.Id) return new SourceFailure("not-found", $"'{key}' has not the form of a publication at TED (number-year), so it cannot be asked for.", []);
        var notice = await client.GetAsync(_addresses.TedXml(key.Id), BodyKind.Xml, EvidenceRoles.NoticeXml, cancellationToken);
        return notice.Value is { } document ? new Publication(key, [document]) : notice.Failure!;
    }
}
