using System.Text.Json;
using TenderWatch.Core.Notices;
using TenderWatch.Core.Reviews;

namespace TenderWatch.Local.Hosting;

/// <summary>
/// The context of an episode on one machine: it remembers what each activity gave, so that an episode that runs again after a crash
/// skips what is done. Activities are numbered in the order in which the episode calls them.
/// </summary>
internal sealed class LocalReviewContext : IReviewContext
{
    private const int TimeStep = 0;

    private readonly ICaseInbox _inbox;
    private readonly ActivityTable _activities;
    private readonly string _caseId;
    private readonly string _eventId;
    private readonly IReadOnlyDictionary<int, RememberedResult> _remembered;
    private readonly CancellationToken _cancellationToken;
    private int _step = TimeStep;

    private LocalReviewContext(
        ICaseInbox inbox,
        ActivityTable activities,
        string caseId,
        string eventId,
        IReadOnlyDictionary<int, RememberedResult> remembered,
        DateTimeOffset now,
        CancellationToken cancellationToken)
    {
        (_inbox, _activities, _caseId, _eventId, _remembered, _cancellationToken) = (inbox, activities, caseId, eventId, remembered, cancellationToken);
        CurrentUtcDateTime = now;
    }

    public DateTimeOffset CurrentUtcDateTime { get; }

    public static async Task<LocalReviewContext> StartAsync(
        ICaseInbox inbox, ActivityTable activities, string caseId, string eventId, bool afresh, TimeProvider time, CancellationToken cancellationToken)
    {
        var remembered = await inbox.RememberedAsync(caseId, eventId, cancellationToken);
        // The event was set aside: others may have moved the case since, so that what is remembered is out of date, but for the place of
        // the event in the ledger, from where its own entries are found again.
        if (afresh) remembered = remembered.Where(step => step.Value.Activity == CaseActivities.RecordEvent).ToDictionary();
        if (remembered.TryGetValue(TimeStep, out var first))
            return new LocalReviewContext(inbox, activities, caseId, eventId, remembered, JsonSerializer.Deserialize<DateTimeOffset>(first.Json), cancellationToken);
        var now = time.GetUtcNow();
        await inbox.RememberAsync(caseId, eventId, TimeStep, new RememberedResult(nameof(CurrentUtcDateTime), JsonSerializer.Serialize(now)), cancellationToken);
        return new LocalReviewContext(inbox, activities, caseId, eventId, remembered, now, cancellationToken);
    }

    public async Task<TResult> CallActivityAsync<TInput, TResult>(string activity, TInput input)
    {
        var step = ++_step;
        // Another name at this step: the episode was begun by another version. Its activities may all run twice.
        if (_remembered.TryGetValue(step, out var known) && known.Activity == activity) return JsonSerializer.Deserialize<TResult>(known.Json, NoticeJson.Stored)!;
        var result = (TResult)await _activities.CallAsync(activity, input!, _cancellationToken);
        var json = JsonSerializer.Serialize(result, NoticeJson.Stored);
        await _inbox.RememberAsync(_caseId, _eventId, step, new RememberedResult(activity, json), _cancellationToken);
        return result;
    }
}
