using TenderWatch.Storage;

namespace TenderWatch.Testing.Conformance;

/// <summary>
/// A host that moves cases, over storage and a clock of its own. The suite knows no more of a host than this; what it keeps is read
/// through the ports of the core.
/// </summary>
public interface ICaseHost : IAsyncDisposable
{
    /// <summary>Goes around every call of an activity, by the host that was started.</summary>
    Faults Faults { get; }

    /// <summary>Where everything is kept: real tables and blobs.</summary>
    StorageSettings Storage { get; }

    /// <summary>The time of the product.</summary>
    DateTimeOffset Now { get; }

    /// <summary>The ids of the messages that people got, in order.</summary>
    IReadOnlyList<string> Sent { get; }

    /// <summary>A port of the core, as the running process has it.</summary>
    T Get<T>()
        where T : notnull;

    /// <summary>Lets time pass while no process runs.</summary>
    Task AdvanceToAsync(DateTimeOffset moment);

    /// <summary>Raises due deadlines, handles every event that waits and can be handled now, and sends messages, until nothing is left to do.</summary>
    Task SettleAsync();

    /// <summary>Settles in a process that ends right after one of its activities has done its work and before anybody took note; the next process is started then.</summary>
    /// <param name="afterActivity">The number of the activity, from 1.</param>
    /// <returns>Whether it came so far; otherwise everything is settled.</returns>
    Task<bool> SettleAndCrashAsync(int afterActivity);
}
