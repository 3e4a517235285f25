using DurableTask.Core;
using DurableTask.Core.History;

namespace TenderWatch.Functions.Tests.Durable;

/// <summary>What the orchestrations of a task hub still have to do: messages to take and activities to hear of.</summary>
/// <param name="sync">Held by whoever changes it.</param>
internal sealed class Work(Lock sync)
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    private readonly Dictionary<string, int> _messages = new(StringComparer.Ordinal);
    private readonly Dictionary<string, int> _activities = new(StringComparer.Ordinal);
    private readonly HashSet<string> _ended = new(StringComparer.Ordinal);
    private TaskCompletionSource _changed = new(TaskCreationOptions.RunContinuationsAsynchronously);

    /// <summary>A message came for an orchestration. One that has ended takes none but that it begins anew.</summary>
    public void Came(TaskMessage message)
    {
        var id = message.OrchestrationInstance.InstanceId;
        lock (sync)
        {
            if (message.Event is ExecutionStartedEvent) _ended.Remove(id);
            if (!_ended.Contains(id)) _messages[id] = _messages.GetValueOrDefault(id) + 1;
        }
    }

    /// <summary>An orchestration took its messages and came to where it waits, or to its end.</summary>
    public void Done(TaskOrchestrationWorkItem turn, OrchestrationRuntimeState state)
    {
        lock (sync)
        {
            _messages[turn.InstanceId] -= turn.NewMessages.Count(message => message.Event is ExecutionStartedEvent or EventRaisedEvent or TimerFiredEvent);
            _activities[turn.InstanceId] = state.Events.Count(each => each is TaskScheduledEvent) - state.Events.Count(each => each is TaskCompletedEvent or TaskFailedEvent);
            if (state.OrchestrationStatus != OrchestrationStatus.Running)
            {
                _ended.Add(turn.InstanceId);
                _messages.Remove(turn.InstanceId);
                _activities.Remove(turn.InstanceId);
            }
        }

        Changed();
    }

    /// <summary>Ends when there is nothing to do.</summary>
    public Task NoneAsync(CancellationToken cancellationToken) => UntilAsync(() => _messages.Values.All(count => count == 0) && _activities.Values.All(count => count == 0), cancellationToken);

    /// <summary>Ends when a condition holds; it is looked at after each change.</summary>
    public async Task UntilAsync(Func<bool> holds, CancellationToken cancellationToken)
    {
        while (true)
        {
            Task changed;
            lock (sync)
            {
                if (holds()) return;
                changed = _changed.Task;
            }

            try
            {
                await changed.WaitAsync(Patience, cancellationToken);
            }
            catch (TimeoutException still)
            {
                throw new TimeoutException($"Nothing happened for {Patience}. Messages not taken: {Told(_messages)}; activities not heard of: {Told(_activities)}.", still);
            }
        }
    }

    private static string Told(Dictionary<string, int> counts) => string.Join(", ", counts.Where(count => count.Value != 0).Select(count => $"{count.Value} of {count.Key}"));

    /// <summary>Something changed.</summary>
    public void Changed()
    {
        lock (sync)
        {
            _changed.TrySetResult();
            _changed = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        }
    }
}
