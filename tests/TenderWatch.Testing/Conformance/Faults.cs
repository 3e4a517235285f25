namespace TenderWatch.Testing.Conformance;

/// <summary>What is made to go wrong with activities. A host under test lets every call of an activity pass through here.</summary>
public sealed class Faults
{
    /// <summary>What a broken activity says.</summary>
    public const string Reason = "the activity is broken";

    private readonly Lock _lock = new();
    private Func<string, string, bool> _breaks = (_, _) => false;
    private int _left;
    private int _untilCrash;

    /// <summary>Told when the process is to end.</summary>
    public event EventHandler? Crashed;

    /// <summary>Whether the process has ended: nothing that it still does may reach storage.</summary>
    public bool HasCrashed { get; private set; }

    /// <summary>Makes an activity fail some times, then work again.</summary>
    public void Fail(string activity, int times) => Break((name, _) => name == activity, times);

    /// <summary>Makes an activity fail for ever where its input names an event.</summary>
    public void Poison(string activity, string eventId) => Break((name, input) => name == activity && input.Contains(eventId, StringComparison.Ordinal), int.MaxValue);

    /// <summary>What the result of an activity is remembered as, by its name and JSON: an earlier version of the program wrote it otherwise.</summary>
    public Func<string, string, string> Noted { get; set; } = (_, json) => json;

    /// <summary>What happens right before an activity, by its name.</summary>
    public Func<string, Task> Before { get; set; } = _ => Task.CompletedTask;

    /// <summary>The name that an activity is remembered by: an earlier version may have had others.</summary>
    public Func<string, string> Called { get; set; } = name => name;

    /// <summary>Everything works again.</summary>
    public void Heal() => Break((_, _) => false, 0);

    /// <summary>Ends the process after so many activities; 0 for never.</summary>
    public void CrashAfter(int activities)
    {
        lock (_lock) (_untilCrash, HasCrashed) = (activities, false);
    }

    /// <summary>Calls an activity.</summary>
    /// <param name="activity">Its name.</param>
    /// <param name="input">Its input as JSON.</param>
    /// <param name="call">The call.</param>
    public async Task<T> CallAsync<T>(string activity, string input, Func<Task<T>> call)
    {
        lock (_lock)
        {
            if (HasCrashed) throw new CrashException();
            if (_left > 0 && _breaks(activity, input))
            {
                _left--;
                throw new InvalidOperationException(Reason);
            }
        }

        await Before(activity);
        var result = await call();
        lock (_lock)
        {
            if (_untilCrash == 0 || --_untilCrash > 0) return result;
            HasCrashed = true;
        }

        Crashed?.Invoke(this, EventArgs.Empty);
        throw new CrashException();
    }

    private void Break(Func<string, string, bool> breaks, int times)
    {
        lock (_lock) (_breaks, _left) = (breaks, times);
    }
}
