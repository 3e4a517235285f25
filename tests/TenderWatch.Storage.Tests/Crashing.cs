using TenderWatch.Testing;

namespace TenderWatch.Storage.Tests;

internal static class Crashing
{
    /// <summary>Kills an operation at every one of its writes in turn, and lets it run again each time.</summary>
    /// <param name="run">The operation on a fresh installation: its first argument is the account to use.</param>
    /// <param name="check">What must hold whenever it ran again.</param>
    public static async Task EverywhereAsync(Func<StorageAccount, Task> run, Func<StorageAccount, Task> check, Func<StorageAccount, Task>? prepare = null)
    {
        foreach (var afterArrival in new[] { false, true })
        {
            var ended = false;
            for (var at = 1; !ended; at++)
            {
                var storage = await TestStorage.CreateAsync();
                if (prepare is not null) await prepare(storage.Account);
                using var crashing = new CrashingPolicy(at, afterArrival);
                try
                {
                    await run(storage.Through(crashing));
                    ended = true;
                }
                catch (Exception crash) when (CrashException.IsBehind(crash))
                {
                    await run(storage.Account);
                }

                await check(storage.Account);
                Assert.True(at < 100, "The operation never ends.");
            }
        }
    }
}
