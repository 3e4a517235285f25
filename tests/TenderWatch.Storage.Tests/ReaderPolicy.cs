using Azure.Core;
using Azure.Core.Pipeline;

namespace TenderWatch.Storage.Tests;

/// <summary>Refuses what storage refuses to those who may only read.</summary>
internal sealed class ReaderPolicy : HttpPipelinePolicy
{
    /// <inheritdoc/>
    public override ValueTask ProcessAsync(HttpMessage message, ReadOnlyMemory<HttpPipelinePolicy> pipeline)
    {
        if (message.Request.Method == RequestMethod.Get || message.Request.Method == RequestMethod.Head) return ProcessNextAsync(message, pipeline);
        message.Response = new Refused("AuthorizationPermissionMismatch");
        return ValueTask.CompletedTask;
    }

    /// <inheritdoc/>
    public override void Process(HttpMessage message, ReadOnlyMemory<HttpPipelinePolicy> pipeline) => throw new NotSupportedException();
}
