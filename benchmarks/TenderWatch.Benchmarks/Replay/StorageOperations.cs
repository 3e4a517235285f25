using Azure.Core;
using Azure.Core.Pipeline;

namespace TenderWatch.Benchmarks.Replay;

/// <summary>Counts the requests to storage by kind. It keeps counts only: the memory of the process is measured.</summary>
internal sealed class StorageOperations : HttpPipelineSynchronousPolicy
{
    private readonly Lock _lock = new();
    private readonly SortedDictionary<string, int> _counts = new(StringComparer.Ordinal);

    /// <summary>How many requests of each kind there were so far: <c>read registry</c>, <c>write transaction</c>.</summary>
    public IReadOnlyDictionary<string, int> Counts
    {
        get
        {
            lock (_lock) return _counts.ToDictionary(StringComparer.Ordinal);
        }
    }

    /// <summary>How many changed something.</summary>
    public int Writes { get; private set; }

    /// <summary>How many did not.</summary>
    public int Reads { get; private set; }

    /// <inheritdoc/>
    public override void OnSendingRequest(HttpMessage message)
    {
        var isRead = message.Request.Method == RequestMethod.Get || message.Request.Method == RequestMethod.Head;
        // /account/container/blob, /account/table(key) or /account/$batch, which names its table in the body only.
        var place = message.Request.Uri.Path.Split('/', StringSplitOptions.RemoveEmptyEntries) is [_, var second, ..] ? second.Split('(')[0] : "account";
        var kind = (isRead ? "read " : "write ") + (place == "$batch" ? "transaction" : place);
        lock (_lock)
        {
            _counts[kind] = _counts.GetValueOrDefault(kind) + 1;
            if (isRead) Reads++;
            else Writes++;
        }
    }
}
