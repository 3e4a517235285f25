using Azure.Core;
using Azure.Core.Pipeline;

namespace TenderWatch.Testing.Conformance;

/// <summary>The way of one process to storage. Once it has ended, nothing that it still does arrives.</summary>
internal sealed class Cut : HttpPipelinePolicy
{
    private volatile bool _hasEnded;

    /// <summary>The process has ended.</summary>
    public void End() => _hasEnded = true;

    public override ValueTask ProcessAsync(HttpMessage message, ReadOnlyMemory<HttpPipelinePolicy> pipeline) =>
        _hasEnded ? throw new CrashException() : ProcessNextAsync(message, pipeline);

    public override void Process(HttpMessage message, ReadOnlyMemory<HttpPipelinePolicy> pipeline) => throw new NotSupportedException();
}
