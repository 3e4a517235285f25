using System.Text.Json;
using DurableTask.Core;
using DurableTask.Core.History;
using Microsoft.DurableTask.Testing.Sidecar;

#pragma warning disable MA0134 // What the base does in memory has ended when it returns; its calls stand within locks.

namespace TenderWatch.Functions.Tests.Durable;

/// <summary>
/// A task hub that outlives the processes on it, as one in Azure Storage does: what a process had taken and not finished when it ended
/// is handed to the next one. It is in memory, which is all that Durable Task's test host has; its timers go by the clock of the test.
/// </summary>
internal sealed class TaskHub : InMemoryOrchestrationService, IOrchestrationService, IOrchestrationServiceClient
{
    // Whoever waits for so little, as between two attempts of an activity, goes on at once, with the clock set forward.
    private static readonly TimeSpan ShortWait = TimeSpan.FromSeconds(15);

    private readonly ShiftedTime _time;
    private readonly Func<string, string, string> _noted;
    private readonly Lock _lock = new();
    private readonly Work _work;
    private readonly HashSet<TaskOrchestrationWorkItem> _taken = [];
    private readonly HashSet<TaskOrchestrationWorkItem> _finished = [];
    private readonly List<TaskActivityWorkItem> _activities = [];
    private readonly Dictionary<string, IList<HistoryEvent>> _histories = new(StringComparer.Ordinal);
    private readonly List<TaskMessage> _timers = [];
    private bool _isDown;

    /// <param name="time">The clock of the test.</param>
    /// <param name="noted">What the result of an activity is noted as, by its name and JSON.</param>
    public TaskHub(ShiftedTime time, Func<string, string, string> noted) => (_time, _noted, _work) = (time, noted, new Work(_lock));

    /// <summary>As <c>host.json</c> says.</summary>
    int IOrchestrationService.MaxConcurrentTaskActivityWorkItems => 10;

    /// <inheritdoc cref="IOrchestrationService.MaxConcurrentTaskActivityWorkItems"/>
    int IOrchestrationService.MaxConcurrentTaskOrchestrationWorkItems => 20;

    /// <summary>Hands an activity out only when none is under way: the results of all before it are noted then.</summary>
    public bool OneActivityAtATime { get; set; }

    /// <summary>Ends when no orchestration has anything to do but to wait.</summary>
    public Task QuietAsync(CancellationToken cancellationToken) => _work.NoneAsync(cancellationToken);

    /// <summary>The process ends: nothing that it still finishes is noted.</summary>
    public void GoDown()
    {
        lock (_lock) _isDown = true;
    }

    /// <summary>Names the finished activities of each orchestration otherwise, as another version of the program did that began it.</summary>
    public void Rename(Func<string, string> called)
    {
        lock (_lock)
        {
            foreach (var history in _histories.Values)
            {
                var finished = history.OfType<TaskCompletedEvent>().Select(done => done.TaskScheduledId).ToHashSet();
                foreach (var activity in history.OfType<TaskScheduledEvent>().Where(activity => finished.Contains(activity.EventId))) activity.Name = called(activity.Name!);
            }
        }
    }

    /// <summary>The next process may begin: everything that the last one had taken waits again, and so does each timer that became due meanwhile.</summary>
    public void ComeUp()
    {
        lock (_lock)
        {
            _isDown = false;
            foreach (var activity in _activities) base.AbandonTaskActivityWorkItemAsync(activity);
            foreach (var turn in _taken) base.AbandonTaskOrchestrationWorkItemAsync(turn);
            foreach (var turn in _taken.Concat(_finished)) base.ReleaseTaskOrchestrationWorkItemAsync(turn);
            _activities.Clear();
            _taken.Clear();
            _finished.Clear();
            FireDueTimers();
        }
    }

    async Task<TaskOrchestrationWorkItem> IOrchestrationService.LockNextTaskOrchestrationWorkItemAsync(TimeSpan receiveTimeout, CancellationToken cancellationToken)
    {
        var turn = await base.LockNextTaskOrchestrationWorkItemAsync(receiveTimeout, cancellationToken);
        await WhileUpAsync(() => _taken.Add(turn), cancellationToken);
        return turn;
    }

    async Task<TaskActivityWorkItem> IOrchestrationService.LockNextTaskActivityWorkItem(TimeSpan receiveTimeout, CancellationToken cancellationToken)
    {
        var activity = await base.LockNextTaskActivityWorkItem(receiveTimeout, cancellationToken);
        await WhileUpAsync(() => _activities.Add(activity), cancellationToken);
        if (OneActivityAtATime) await _work.UntilAsync(() => !_isDown && _activities[0] == activity, cancellationToken);
        return activity;
    }

    Task IOrchestrationService.CompleteTaskActivityWorkItemAsync(TaskActivityWorkItem workItem, TaskMessage responseMessage)
    {
        lock (_lock)
        {
            if (_isDown || !_activities.Remove(workItem)) return Task.CompletedTask;
            if (responseMessage.Event is TaskCompletedEvent { Result: { } result } done) responseMessage.Event = new TaskCompletedEvent(done.EventId, done.TaskScheduledId, NotedAs(workItem, result));
            base.CompleteTaskActivityWorkItemAsync(workItem, responseMessage);
            _work.Changed();
        }

        return Task.CompletedTask;
    }

    Task IOrchestrationService.CompleteTaskOrchestrationWorkItemAsync(
        TaskOrchestrationWorkItem workItem,
        OrchestrationRuntimeState newOrchestrationRuntimeState,
        IList<TaskMessage> outboundMessages,
        IList<TaskMessage> orchestratorMessages,
        IList<TaskMessage> timerMessages,
        TaskMessage continuedAsNewMessage,
        OrchestrationState orchestrationState)
    {
        lock (_lock)
        {
            if (_isDown || !_taken.Remove(workItem)) return Task.CompletedTask;
            _finished.Add(workItem);
            base.CompleteTaskOrchestrationWorkItemAsync(
                workItem, newOrchestrationRuntimeState, outboundMessages, orchestratorMessages, [], continuedAsNewMessage, orchestrationState);
            var generation = newOrchestrationRuntimeState.OrchestrationInstance!.ExecutionId;
            _timers.RemoveAll(timer => timer.OrchestrationInstance.InstanceId == workItem.InstanceId && timer.OrchestrationInstance.ExecutionId != generation);
            _timers.AddRange(timerMessages);
            foreach (var soon in timerMessages.Select(FireAt).Where(moment => moment <= _time.GetUtcNow() + ShortWait)) _time.AdvanceTo(soon);
            FireDueTimers();
            _histories[workItem.InstanceId] = newOrchestrationRuntimeState.Events;
            _work.Done(workItem, newOrchestrationRuntimeState);
        }

        return Task.CompletedTask;
    }

    Task IOrchestrationService.AbandonTaskActivityWorkItemAsync(TaskActivityWorkItem workItem)
    {
        lock (_lock)
        {
            if (_isDown || !_activities.Remove(workItem)) return Task.CompletedTask;
            _work.Changed();
            return base.AbandonTaskActivityWorkItemAsync(workItem);
        }
    }

    Task IOrchestrationService.AbandonTaskOrchestrationWorkItemAsync(TaskOrchestrationWorkItem workItem)
    {
        lock (_lock)
        {
            if (_isDown || !_taken.Remove(workItem)) return Task.CompletedTask;
            _finished.Add(workItem);
            return base.AbandonTaskOrchestrationWorkItemAsync(workItem);
        }
    }

    Task IOrchestrationService.ReleaseTaskOrchestrationWorkItemAsync(TaskOrchestrationWorkItem workItem)
    {
        lock (_lock) return !_isDown && _finished.Remove(workItem) ? base.ReleaseTaskOrchestrationWorkItemAsync(workItem) : Task.CompletedTask;
    }

    Task IOrchestrationServiceClient.CreateTaskOrchestrationAsync(TaskMessage creationMessage, OrchestrationStatus[] dedupeStatuses)
    {
        lock (_lock)
        {
            base.CreateTaskOrchestrationAsync(creationMessage, dedupeStatuses);
            _work.Came(creationMessage);
        }

        return Task.CompletedTask;
    }

    Task IOrchestrationServiceClient.SendTaskOrchestrationMessageAsync(TaskMessage message)
    {
        lock (_lock) Send(message);
        return Task.CompletedTask;
    }

    private static DateTimeOffset FireAt(TaskMessage timer) => new(DateTime.SpecifyKind(((TimerFiredEvent)timer.Event).FireAt, DateTimeKind.Utc));

    // Results are JSON as text, so JSON within JSON.
    private string NotedAs(TaskActivityWorkItem activity, string result) =>
        JsonSerializer.Serialize(_noted(((TaskScheduledEvent)activity.TaskMessage.Event).Name!, JsonSerializer.Deserialize<string>(result)!));

    private void FireDueTimers()
    {
        var due = _timers.Where(timer => FireAt(timer) <= _time.GetUtcNow()).ToList();
        foreach (var timer in due)
        {
            _timers.Remove(timer);
            // The base would hold it back where the system's clock is behind that of the test.
            ((TimerFiredEvent)timer.Event).FireAt = DateTime.UnixEpoch;
            Send(timer);
        }
    }

    private void Send(TaskMessage message)
    {
        _work.Came(message);
        base.SendTaskOrchestrationMessageAsync(message);
    }

    private async Task WhileUpAsync(Action take, CancellationToken cancellationToken)
    {
        bool isDown;
        lock (_lock)
        {
            take();
            isDown = _isDown;
        }

        // A process that is ending gets nothing more to do.
        if (isDown) await Task.Delay(Timeout.Infinite, cancellationToken);
    }
}
