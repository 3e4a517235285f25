using System.Text.Json;
using TenderWatch.Core.Evidence;
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
    private readonly LedgerHead? _place;
    private readonly CancellationToken _cancellationToken;
    private int _step = TimeStep;

    private LocalReviewContext(
        ICaseInbox inbox,
        ActivityTable activities,
        string caseId,
        string eventId,
        IReadOnlyDictionary<int, RememberedResult> remembered,
        LedgerHead? place,
        DateTimeOffset now,
        CancellationToken cancellationToken)
    {
        (_inbox, _activities, _caseId, _eventId, _remembered, _place, _cancellationToken) = (inbox, activities, caseId, eventId, remembered, place, cancellationToken);
        CurrentUtcDateTime = now;
    }

    public DateTimeOffset CurrentUtcDateTime { get; }

    public static async Task<LocalReviewContext> StartAsync(
        ICaseInbox inbox, ICases cases, ActivityTable activities, string caseId, string eventId, bool afresh, TimeProvider time, CancellationToken cancellationToken)
    {
        var remembered = await inbox.RememberedAsync(caseId, eventId, cancellationToken);
        var loaded = remembered.Values.FirstOrDefault(step => step.Activity == CaseActivities.Load) is { } load ? JsonSerializer.Deserialize<CaseState>(load.Json, NoticeJson.Stored) : null;
        afresh |= loaded is not null && await IsOvertakenAsync(cases, loaded, remembered, cancellationToken);
        // Others moved the case since, so that what is remembered is out of date, but for the place in the ledger from where the event's
        // own entries are found again: that of the event, or the end that its first attempt began at.
        var place = afresh ? loaded?.Ledger : null;
        if (afresh) remembered = remembered.Where(step => step.Value.Activity == CaseActivities.RecordEvent).ToDictionary();
        if (remembered.TryGetValue(TimeStep, out var first))
            return new LocalReviewContext(inbox, activities, caseId, eventId, remembered, place, JsonSerializer.Deserialize<DateTimeOffset>(first.Json), cancellationToken);
        var now = time.GetUtcNow();
        await inbox.RememberAsync(caseId, eventId, TimeStep, new RememberedResult(nameof(CurrentUtcDateTime), JsonSerializer.Serialize(now)), cancellationToken);
        return new LocalReviewContext(inbox, activities, caseId, eventId, remembered, place, now, cancellationToken);
    }

    public async Task<TResult> CallActivityAsync<TInput, TResult>(string activity, TInput input)
    {
        var step = ++_step;
        // Another name at this step: the episode was begun by another version. Its activities may all run twice.
        if (_remembered.TryGetValue(step, out var known) && known.Activity == activity) return JsonSerializer.Deserialize<TResult>(known.Json, NoticeJson.Stored)!;
        object asked = input is RecordEvent record && _place is not null ? record with { After = _place } : input!;
        _cancellationToken.ThrowIfCancellationRequested();
        var result = (TResult)await _activities.CallAsync(activity, asked, _cancellationToken);
        // What the first attempt loaded stays: it is the place.
        if (activity == CaseActivities.Load && _place is not null) return result;
        var json = JsonSerializer.Serialize(result, NoticeJson.Stored);
        await _inbox.RememberAsync(_caseId, _eventId, step, new RememberedResult(activity, json), _cancellationToken);
        return result;
    }

    // An event that was raised later and happened earlier comes first, also before one that was begun. What this event saved itself ends
    // where one of its own activities said.
    private static async Task<bool> IsOvertakenAsync(
        ICases cases, CaseState loaded, IReadOnlyDictionary<int, RememberedResult> remembered, CancellationToken cancellationToken)
    {
        if (await cases.FindAsync(loaded.Id, cancellationToken) is not { } now || now.Revision == loaded.Revision) return false;
        var end = JsonSerializer.Serialize(now.Ledger, NoticeJson.Stored);
        return !remembered.Values.Any(step => step.Json == end);
    }
}
