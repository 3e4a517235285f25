using TenderWatch.Core.Evidence.Checkpoints;
using TenderWatch.Core.Languages;
using TenderWatch.Core.Leases;
using TenderWatch.Core.Messages;
using TenderWatch.Core.Reviews;
using TenderWatch.Core.Reviews.Explanations;
using TenderWatch.Core.Watching;

namespace TenderWatch.Notifications.Daily;

/// <summary>
/// Makes the message of the day for everybody who wants one: what is new, what is due, which sources are in trouble, and the digest of the latest checkpoint. It covers
/// all that happened since the one before; a day without anything to tell has none.
/// </summary>
public sealed class DailyMessages
{
    private static readonly TimeSpan Ahead = TimeSpan.FromDays(7);

    private readonly NotificationSettings _settings;
    private readonly ICases _cases;
    private readonly SourceReport _sources;
    private readonly ICheckpointStore _checkpoints;
    private readonly IOutbox _outbox;
    private readonly BundleQueue _queue;
    private readonly ILeases _leases;
    private readonly TimeProvider _time;

    private DateOnly? _done;

    internal DailyMessages(
        NotificationSettings settings, ICases cases, SourceReport sources, ICheckpointStore checkpoints, IOutbox outbox, BundleQueue queue, ILeases leases, TimeProvider time) =>
        (_settings, _cases, _sources, _checkpoints, _outbox, _queue, _leases, _time) = (settings, cases, sources, checkpoints, outbox, queue, leases, time);

    /// <summary>Queues the messages of today, if their time has come and they were not queued before.</summary>
    /// <param name="cancellationToken">Stops the call; the next one goes on.</param>
    /// <returns>How many were queued.</returns>
    public async Task<int> RunAsync(CancellationToken cancellationToken)
    {
        var now = _time.GetUtcNow();
        var today = DutchTime.DateOf(now);
        Subscriber[] wanting = _settings.PublicBaseUrl is null ? [] : [.. _settings.Subscribers.Where(subscriber => subscriber.IsDaily)];
        if (wanting.Length == 0 || _done == today || DutchTime.TimeOf(now) < QuietHours.Time(_settings.DailyAt)) return 0;
        // Two hosts would gather two different messages of one day.
        await using var lease = (await _leases.TryTakeAsync("daily", cancellationToken)).Lease;
        if (lease is null) return 0;

        var earlier = new List<OutboxMessage>();
        foreach (var month in new[] { today.AddMonths(-1), today }) earlier.AddRange(await _outbox.AboutAsync(MessageSubject.OfMonth(month), cancellationToken));
        var gathered = await GatherAsync(cancellationToken);
        var queued = 0;
        foreach (var subscriber in wanting)
        {
            var latest = earlier.Where(message => message.Channel == subscriber.Channel && message.Recipient == subscriber.Address).Select(message => (DateTimeOffset?)message.QueuedAt).Max();
            if (latest is { } last && DutchTime.DateOf(last) == today) continue;
            var bundle = BundleOf(gathered, subscriber, latest ?? now.AddDays(-1), now);
            if (bundle.IsEmpty) continue;
            await _queue.QueueAsync(MessageSubject.OfMonth(today), today.ToString("O", System.Globalization.CultureInfo.InvariantCulture), bundle, subscriber, cancellationToken);
            queued++;
        }

        _done = today;
        return queued;
    }

    private async Task<Gathered> GatherAsync(CancellationToken cancellationToken)
    {
        var number = await _checkpoints.LatestAsync(cancellationToken);
        var bytes = number == 0 ? null : await _checkpoints.ReadAsync(CheckpointNames.Of(number), cancellationToken);
        return new Gathered(
            [.. (await _cases.ListAsync(cancellationToken)).Where(state => state.OpenedAt is not null && state.MergedInto is null)],
            [.. (await _sources.ReadAsync(cancellationToken)).Where(source => source.IsTroubled)],
            CheckpointReference.Of(bytes is null ? null : SignedCheckpoint.Parse(bytes)));
    }

    private static Bundle BundleOf(Gathered gathered, Subscriber subscriber, DateTimeOffset since, DateTimeOffset now)
    {
        CaseState[] followed = [.. gathered.Cases.Where(state => subscriber.Follows(state.Matches))];
        CaseState[] told = [.. followed.Where(state => subscriber.IsGrave(state.Checks)).OrderByDescending(Subscriber.Gravest).ThenByDescending(state => state.UpdatedAt)];
        return new Bundle
        {
            At = now,
            Opened = [.. told.Where(state => state.OpenedAt > since)],
            Changed = [.. told.Where(state => state.OpenedAt <= since && state.UpdatedAt > since)],
            Due =
            [
                .. followed.Select(state => state with { Term = state.Term?.ForMessages() ?? state.PublicTerm })
                    .Where(state => state.Term is { Kind: not CaseTermKind.Release } term && term.End > now && term.End <= now + Ahead).OrderBy(state => state.Term!.End),
            ],
            Waiting = [.. followed.Where(state => state.Explanations.Count > 0 && CaseNext.Of(state, now).Actor == ExplanationActor.Buyer)],
            Sources = subscriber.Alarms ? gathered.Sources : [],
            Checkpoint = gathered.Checkpoint is { } checkpoint && checkpoint.At > since ? checkpoint : null,
        };
    }

    private sealed record Gathered(IReadOnlyList<CaseState> Cases, IReadOnlyList<SourceHealth> Sources, CheckpointReference? Checkpoint);
}
