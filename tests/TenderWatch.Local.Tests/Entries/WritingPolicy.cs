using System.Text;
using Azure.Core;
using Azure.Core.Pipeline;

namespace TenderWatch.Local.Tests.Entries;

/// <summary>Keeps what is ever written to storage, also what is deleted again.</summary>
internal sealed class WritingPolicy : HttpPipelineSynchronousPolicy
{
    private readonly Lock _lock = new();
    private readonly List<(string Place, string Written)> _writes = [];

    public IReadOnlyList<(string Place, string Written)> Writes
    {
        get
        {
            lock (_lock) return [.. _writes];
        }
    }

    public override void OnSendingRequest(HttpMessage message)
    {
        if (message.Request.Method == RequestMethod.Get || message.Request.Method == RequestMethod.Head) return;
        using var body = new MemoryStream();
        message.Request.Content?.WriteTo(body, CancellationToken.None);
        var headers = string.Join('\n', message.Request.Headers.Select(header => $"{header.Name}: {header.Value}"));
        lock (_lock) _writes.Add((Uri.UnescapeDataString(message.Request.Uri.ToString()), headers + "\n" + Encoding.UTF8.GetString(body.ToArray())));
    }
}
