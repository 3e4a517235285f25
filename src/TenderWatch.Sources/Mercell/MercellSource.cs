using TenderWatch.Core.Evidence;
using TenderWatch.Core.Languages;
using TenderWatch.Core.Notices;
using TenderWatch.Core.Sources;
using TenderWatch.Sources.Http;

namespace TenderWatch.Sources.Mercell;

/// <summary>
/// Mercell S2C through the JSON behind its pages. Registered only with its operator's written permission. A day is the Dutch day on which the entry of a
/// tender was made in the list.
/// </summary>
internal sealed class MercellSource(SourceClient client, SourcesSettings settings, TimeProvider time) : INoticeSource
{
    public const string SourceName = "mercell";

    private const int DaysSearched = 366;

    // All days of a run are read from one walk.
    private static readonly TimeSpan WalkServes = TimeSpan.FromMinutes(30);

    private readonly MercellAddresses _addresses = new(settings.Mercell);
    private MercellWalk? _walk;

    public string Name => SourceName;

    public int DaysBack => settings.Mercell.DaysBack;

    /// <summary>Reads what robots.txt says, then asks for the newest tender alone: more, or none at all, means that the list cannot be trusted.</summary>
    public async Task<SourceFailure?> ProbeAsync(CancellationToken cancellationToken)
    {
        var refusal = await RobotsCheck.RefusalAsync(client, _addresses.Site, ["/today"], cancellationToken)
            ?? await RobotsCheck.RefusalAsync(client, _addresses.Host, [_addresses.List.AbsolutePath, _addresses.Detail("1").AbsolutePath], cancellationToken);
        if (refusal is not null) return refusal;
        var (page, document, failure) = await MercellList.WindowAsync(client, _addresses.List, 1, 1, cancellationToken);
        return failure ?? (page!.Items.Count == 1 ? null : new SourceFailure("canary",
            $"{_addresses.List} lists no tender at all, though it counts {page.Total}: its list cannot be trusted. Compare with s2c.mercell.com.", [document!]));
    }

    public async Task<SourceResult<DayListing>> ListAsync(DateOnly day, bool mustBeComplete, CancellationToken cancellationToken)
    {
        var walk = Walk();
        if (await walk.ReachAsync(day, mustBeComplete, cancellationToken) is { } failure) return Abandoned(failure);
        return new DayListing([.. walk.On(day).Select(item => item.ToListing())]);
    }

    public async Task<SourceResult<Publication>> ReadAsync(NoticeKey key, CancellationToken cancellationToken)
    {
        if (key.Source != SourceName || !MercellId.IsValid(key.Id)) throw new ArgumentException($"'{key}' is no tender of Mercell.", nameof(key));
        var detail = await client.GetAsync(_addresses.Detail(key.Id), BodyKind.Json, EvidenceRoles.MercellDetail, cancellationToken);
        if (detail.Value is not { } found) return detail.Failure!;
        if (MercellDetail.Read(found.Content) is not { } facts || facts.Id != key.Id)
            return new SourceFailure("shape", $"{found.Origin} is not the detail of tender {key.Id}. Mercell's API may have changed; its answer is kept.", [found with { Role = EvidenceRoles.Unread }]);
        if (facts.Platform.Status == PlatformTender.Removed) return new Publication(key, [found]);

        // The deadline stands in the list alone.
        var walk = Walk();
        var oldest = DutchTime.DateOf(time.GetUtcNow()).AddDays(-DaysSearched);
        if (await walk.UntilAsync(() => walk.Find(key.Id) is not null || walk.Oldest < oldest, cancellationToken) is { } failure) return Abandoned(failure);
        if (walk.Find(key.Id) is { } item) return new Publication(key, [found, item.Document]);
        return walk.Oldest < oldest
            ? new Publication(key, [found], new SourceFailure("not-searched", $"Tender {key.Id} is older than the {DaysSearched} days over which Mercell's list was searched for its deadline.", []))
            : new Publication(key, [found]);
    }

    private MercellWalk Walk()
    {
        var now = time.GetUtcNow();
        if (_walk is null || now - _walk.Started > WalkServes) _walk = new MercellWalk(client, _addresses.List, now);
        return _walk;
    }

    private SourceFailure Abandoned(SourceFailure failure)
    {
        _walk = null;
        return failure;
    }
}
