namespace TenderWatch.Local.Hosting;

/// <summary>A lock between processes that the system releases when its holder ends, however that happens.</summary>
internal static class FileLock
{
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(50);

    /// <summary>Waits for the lock.</summary>
    /// <exception cref="UnavailableException">Another process holds it for too long.</exception>
    public static async Task<FileStream> TakeAsync(string path, TimeSpan longest, CancellationToken cancellationToken)
    {
        for (var waited = TimeSpan.Zero; ; waited += Pause)
        {
            try
            {
                return new FileStream(path, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
            }
            catch (IOException held) when (waited < longest && held is not (DirectoryNotFoundException or PathTooLongException))
            {
                await Task.Delay(Pause, cancellationToken);
            }
            catch (IOException held)
            {
                throw new UnavailableException($"Another program holds {path}. End it, or let it finish, and start again. ({held.Message})");
            }
        }
    }
}
