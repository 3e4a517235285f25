using System.Text.Json.Serialization;
using TenderWatch.Core.Evidence;

namespace TenderWatch.Core.Watching;

/// <summary>What people are told about a source: that something is wrong with it, then that it is well again. The latest one of each source is kept.</summary>
public sealed record SourceAlarm
{
    /// <summary>How the source did when the alarm was raised.</summary>
    public required SourceHealth Health { get; init; }

    /// <summary>When it was raised: messages are dated with it.</summary>
    public required DateTimeOffset At { get; init; }

    /// <summary>When the source was well again; <see langword="null"/> while it is not.</summary>
    public DateTimeOffset? EndedAt { get; init; }

    /// <summary>Whether the messages about the latest of the two are in the outbox. They are queued again, to no effect, where that is not sure.</summary>
    public bool Told { get; init; }

    /// <summary>The end of the source's ledger.</summary>
    public LedgerHead Ledger { get; init; } = LedgerHead.Start;

    /// <summary>The same for the same trouble of the same source: what identifiers of messages and entries are made from.</summary>
    [JsonIgnore]
    public string Id => Digest.Of(FormattableString.Invariant($"source-alarm|{Health.Source}|{Health.Condition}|{Health.Since?.ToUniversalTime():O}|{(EndedAt is null ? "raised" : "ended")}")).Hex[..32];

    /// <summary>Whether this alarm stands and is about the trouble that a source is in.</summary>
    public bool IsAbout(SourceHealth health) => EndedAt is null && Health.Condition == health.Condition && Health.Since == health.Since;
}

/// <summary>When people are told that something is wrong with a source.</summary>
/// <param name="FailingAfter">For how long a source must have been failing: most failures pass by themselves.</param>
public sealed record AlarmRule(TimeSpan FailingAfter)
{
    /// <summary>Whether people must be told.</summary>
    /// <param name="health">How the source does.</param>
    /// <param name="now">The present.</param>
    public bool Holds(SourceHealth health, DateTimeOffset now) => health.Condition switch
    {
        SourceCondition.Failing => health.Since is not { } since || now - since >= FailingAfter,
        SourceCondition.Unread => true,
        _ => health.IsTroubled,
    };
}
