using Azure.Core;
using Azure.Core.Pipeline;

namespace TenderWatch.Testing;

/// <summary>Counts the requests to storage that change something, and those that do not.</summary>
public sealed class CountingPolicy : HttpPipelineSynchronousPolicy
{
    private readonly Lock _lock = new();
    private readonly List<StorageRequest> _requests = [];

    /// <summary>All requests so far, in order.</summary>
    public IReadOnlyList<StorageRequest> Requests
    {
        get
        {
            lock (_lock) return [.. _requests];
        }
    }

    /// <summary>How many changed something.</summary>
    public int Writes => Requests.Count(request => request.IsWrite);

    /// <summary>How many did not.</summary>
    public int Reads => Requests.Count(request => !request.IsWrite);

    /// <inheritdoc/>
    public override void OnSendingRequest(HttpMessage message)
    {
        var request = StorageRequest.Of(message.Request);
        lock (_lock) _requests.Add(request);
    }
}
