using Azure.Core;
using Azure.Core.Pipeline;

namespace TenderWatch.Testing;

/// <summary>
/// The process is killed at one of its writes: before it leaves, or after it arrived and before the answer is seen. Killed between
/// two writes is the same as killed before the second, whatever was read meanwhile. Nothing reaches storage any more then.
/// </summary>
/// <param name="at">The number of the write, from 1.</param>
/// <param name="afterArrival">Whether the write arrives.</param>
/// <param name="kind">Which kind of writes are counted; <see langword="null"/> for all.</param>
public sealed class CrashingPolicy(int at, bool afterArrival, string? kind = null) : HttpPipelinePolicy, IDisposable
{
    private readonly CancellationTokenSource _killed = new();
    private int _writes;
    private volatile bool _dead;

    /// <summary>Ends what the process waits for when it is killed.</summary>
    public CancellationToken Killed => _killed.Token;

    /// <inheritdoc/>
    public override async ValueTask ProcessAsync(HttpMessage message, ReadOnlyMemory<HttpPipelinePolicy> pipeline)
    {
        if (_dead) throw new CrashException();
        var counts = StorageRequest.IsWriting(message.Request) && (kind is null || StorageRequest.Of(message.Request).Kind == kind);
        var isLast = counts && Interlocked.Increment(ref _writes) == at;
        if (isLast) _dead = true;
        if (isLast && afterArrival) await ProcessNextAsync(message, pipeline);
        if (isLast) await _killed.CancelAsync();
        if (isLast) throw new CrashException();
        await ProcessNextAsync(message, pipeline);
        // What was under way when the process was killed may have arrived; its answer is seen by nobody.
        if (_dead) throw new CrashException();
    }

    /// <inheritdoc/>
    public override void Process(HttpMessage message, ReadOnlyMemory<HttpPipelinePolicy> pipeline) => throw new NotSupportedException();

    /// <inheritdoc/>
    public void Dispose() => _killed.Dispose();
}

/// <summary>The process was killed.</summary>
public sealed class CrashException : Exception
{
    /// <summary>Whether an exception comes from the kill.</summary>
    public static bool IsBehind(Exception exception) =>
        exception is CrashException || exception.InnerException is { } inner && IsBehind(inner)
        || exception is AggregateException several && several.InnerExceptions.Any(IsBehind);
}
