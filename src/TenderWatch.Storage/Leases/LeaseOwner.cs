namespace TenderWatch.Storage;

/// <summary>
/// Who holds leases: this process, under a name with its machine. It keeps a file locked as long as it lives, which the system unlocks
/// when it ends, however that happens: so another host on the same machine need not wait for the lease of a process that was killed.
/// </summary>
public sealed class LeaseOwner : IDisposable
{
    private readonly string _path;
    private readonly FileStream? _alive;
    private int _held;
    private long _requests;

    /// <summary>Locks its file. Where there is no folder for it, leases end by their time alone.</summary>
    public LeaseOwner()
    {
        var folder = Path.Combine(Path.GetTempPath(), "tenderwatch-hosts");
        var file = Path.GetRandomFileName();
        _path = Path.Combine(folder, file);
        Name = $"{Environment.MachineName}|{file}";
        try
        {
            Directory.CreateDirectory(folder);
            _alive = new FileStream(_path, FileMode.CreateNew, FileAccess.ReadWrite, FileShare.None);
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            _alive = null;
        }
    }

    /// <summary>The name that stands in a lease: no part of it names the person or the folder.</summary>
    public string Name { get; }

    /// <summary>Notes that a lease is asked for (1), or that it was not given or is handed back (-1).</summary>
    /// <returns>A number that no other request of this process has.</returns>
    internal long Count(int change)
    {
        Interlocked.Add(ref _held, change);
        return Interlocked.Increment(ref _requests);
    }

    /// <summary>Whether the holder of a lease was a process of this machine that has ended.</summary>
    internal static bool HasEnded(string name)
    {
        if (name.Split('|') is not [var machine, var file] || machine != Environment.MachineName || file != Path.GetFileName(file)) return false;
        try
        {
            // Opens only where nobody holds it. A file that is not there says nothing.
            using var free = new FileStream(Path.Combine(Path.GetTempPath(), "tenderwatch-hosts", file), FileMode.Open, FileAccess.ReadWrite, FileShare.None);
            return true;
        }
        catch (Exception held) when (held is IOException or UnauthorizedAccessException)
        {
            return false;
        }
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        _alive?.Dispose();
        // A lease that is left behind has to be found free.
        if (_alive is not null && Volatile.Read(ref _held) == 0) File.Delete(_path);
    }
}
