using TenderWatch.Core.Evidence;
using TenderWatch.Core.Notices;

namespace TenderWatch.Core.Watching;

/// <summary>How far a source has been read, what could not be read, and how the source does.</summary>
public interface IWatchState
{
    /// <summary>The state of a source; an empty one before its first run.</summary>
    Task<SourceState> GetSourceAsync(string source, CancellationToken cancellationToken);

    /// <summary>Saves it.</summary>
    Task SaveSourceAsync(SourceState state, CancellationToken cancellationToken);

    /// <summary>The states of all sources.</summary>
    Task<IReadOnlyList<SourceState>> ListSourcesAsync(CancellationToken cancellationToken);

    /// <summary>The latest alarm about a source, or <see langword="null"/>.</summary>
    Task<SourceAlarm?> FindAlarmAsync(string source, CancellationToken cancellationToken);

    /// <summary>Saves it in place of the one before.</summary>
    Task SaveAlarmAsync(SourceAlarm alarm, CancellationToken cancellationToken);

    /// <summary>Sets when a publication is to be asked for again; the same publication again replaces it.</summary>
    Task ScheduleRereadAsync(Reread reread, CancellationToken cancellationToken);

    /// <summary>Forgets that a publication was to be asked for again.</summary>
    Task ForgetRereadAsync(NoticeKey key, CancellationToken cancellationToken);

    /// <summary>The publications of a source whose time to be asked for again has come, longest due first.</summary>
    Task<IReadOnlyList<Reread>> DueRereadsAsync(string source, DateTimeOffset now, CancellationToken cancellationToken);

    /// <summary>When the next publication of a source is to be asked for again.</summary>
    Task<DateTimeOffset?> NextRereadAsync(string source, CancellationToken cancellationToken);

    /// <summary>A quarantined publication, or <see langword="null"/>.</summary>
    Task<QuarantinedNotice?> FindQuarantinedAsync(NoticeKey key, CancellationToken cancellationToken);

    /// <summary>Saves it; the same key again replaces it.</summary>
    Task QuarantineAsync(QuarantinedNotice notice, CancellationToken cancellationToken);

    /// <summary>Takes it out: it could be read after all.</summary>
    Task ReleaseAsync(NoticeKey key, CancellationToken cancellationToken);

    /// <summary>Everything in quarantine, newest first.</summary>
    Task<IReadOnlyList<QuarantinedNotice>> ListQuarantinedAsync(CancellationToken cancellationToken);
}

/// <summary>How far a source has been read and how it does.</summary>
public sealed record SourceState
{
    /// <summary>The source.</summary>
    public required string Source { get; init; }

    /// <summary>Per day that was read to its end: the digest over its list. The same digest again means nothing to do.</summary>
    public IReadOnlyDictionary<DateOnly, Digest> Days { get; init; } = new Dictionary<DateOnly, Digest>();

    /// <summary>The last run that changed something or failed.</summary>
    public DateTimeOffset? LastRun { get; init; }

    /// <summary>The last run without a failure that changed something.</summary>
    public DateTimeOffset? LastSuccess { get; init; }

    /// <summary>When a new publication was last seen.</summary>
    public DateTimeOffset? LastNew { get; init; }

    /// <summary>Why the last run failed; <see langword="null"/> when it did not.</summary>
    public string? Failure { get; init; }

    /// <summary>The code of that failure.</summary>
    public string? FailureCode { get; init; }

    /// <summary>When the first of the present row of failures happened.</summary>
    public DateTimeOffset? FailingSince { get; init; }

    /// <summary>Publications by day; bounded, see <see cref="DayCount.Kept"/>.</summary>
    public IReadOnlyDictionary<DateOnly, DayCount> Counts { get; init; } = new Dictionary<DateOnly, DayCount>();

    /// <summary>When the next known publication is to be asked for again; until then a poll need not look.</summary>
    public DateTimeOffset? NextReread { get; init; }

    /// <summary>Past days whose list never was complete, with when each is to be listed again.</summary>
    public IReadOnlyDictionary<DateOnly, DateTimeOffset> UnreadDays { get; init; } = new Dictionary<DateOnly, DateTimeOffset>();

    /// <summary>Publications to be asked for again: refused, unreachable, or without the XML that is to come.</summary>
    public IReadOnlyList<Retry> Retries { get; init; } = [];
}

/// <summary>A publication to be asked for again.</summary>
/// <param name="Key">The publication.</param>
/// <param name="ListingDigest">The list item it is read for.</param>
/// <param name="First">When it was first asked for.</param>
/// <param name="Next">When to ask again.</param>
public sealed record Retry(NoticeKey Key, Digest ListingDigest, DateTimeOffset First, DateTimeOffset Next)
{
    private static readonly TimeSpan GiveUpAfter = TimeSpan.FromDays(8);

    /// <summary>The retry after this one failed too: hourly at first, daily in the end; <see langword="null"/> after eight days.</summary>
    public Retry? After(DateTimeOffset now) => (now - First) switch
    {
        var age when age >= GiveUpAfter => null,
        var age when age >= TimeSpan.FromDays(1) => this with { Next = now.AddDays(1) },
        var age when age >= TimeSpan.FromHours(3) => this with { Next = now.AddHours(6) },
        _ => this with { Next = now.AddHours(1) },
    };
}

/// <summary>A publication that could not be read. Its bytes are kept.</summary>
/// <param name="Key">The publication.</param>
/// <param name="Fault">Why.</param>
/// <param name="Documents">The stored bytes.</param>
/// <param name="At">When it was first quarantined.</param>
/// <param name="ExtractorVersion">What tried to read it last.</param>
/// <param name="ListingDigest">The list item it was read for.</param>
/// <param name="AskAgain">Whether the source failed to give it, so that asking again may help.</param>
public sealed record QuarantinedNotice(
    NoticeKey Key,
    ReadingFault Fault,
    IReadOnlyList<EvidenceReference> Documents,
    DateTimeOffset At,
    string ExtractorVersion,
    Digest ListingDigest,
    bool AskAgain = false);
