using Azure.Core;
using Azure.Core.Pipeline;

namespace TenderWatch.Storage.Tests;

/// <summary>Counts the requests that change something, and those that do not.</summary>
internal sealed class CountingPolicy : HttpPipelineSynchronousPolicy
{
    private int _writes;
    private int _reads;

    public int Writes => _writes;

    public int Reads => _reads;

    public override void OnSendingRequest(HttpMessage message)
    {
        if (message.Request.Method == RequestMethod.Get || message.Request.Method == RequestMethod.Head)
            Interlocked.Increment(ref _reads);
        else
            Interlocked.Increment(ref _writes);
    }
}

/// <summary>
/// The process is killed at one of its writes: before it leaves, or after it arrived and before the answer is seen. Killed between
/// two writes is the same as killed before the second, whatever was read meanwhile.
/// </summary>
internal sealed class CrashingPolicy(int at, bool afterArrival) : HttpPipelinePolicy
{
    private int _writes;

    public override async ValueTask ProcessAsync(HttpMessage message, ReadOnlyMemory<HttpPipelinePolicy> pipeline)
    {
        var reads = message.Request.Method == RequestMethod.Get || message.Request.Method == RequestMethod.Head;
        var number = reads ? Volatile.Read(ref _writes) : Interlocked.Increment(ref _writes);
        if (number > at || (number == at && (reads || !afterArrival))) throw new CrashException();
        await ProcessNextAsync(message, pipeline);
        if (number == at) throw new CrashException();
    }

    public override void Process(HttpMessage message, ReadOnlyMemory<HttpPipelinePolicy> pipeline) => throw new NotSupportedException();
}

internal sealed class CrashException : Exception;

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
                try
                {
                    await run(storage.Through(new CrashingPolicy(at, afterArrival)));
                    ended = true;
                }
                catch (Exception crash) when (IsCrash(crash))
                {
                    await run(storage.Account);
                }

                await check(storage.Account);
                Assert.True(at < 100, "The operation never ends.");
            }
        }
    }

    private static bool IsCrash(Exception exception) =>
        exception is CrashException || exception.InnerException is { } inner && IsCrash(inner)
        || exception is AggregateException several && several.InnerExceptions.Any(IsCrash);
}
