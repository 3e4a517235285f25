using Azure.Core;
using Azure.Core.Pipeline;
using TenderWatch.Core.Telemetry;

namespace TenderWatch.Storage;

/// <summary>Counts the requests to storage.</summary>
/// <param name="storage"><c>blob</c> or <c>table</c>.</param>
internal sealed class MeasuringPolicy(string storage) : HttpPipelinePolicy
{
    public override void Process(HttpMessage message, ReadOnlyMemory<HttpPipelinePolicy> pipeline)
    {
        try
        {
            ProcessNext(message, pipeline);
        }
        finally
        {
            Count(message);
        }
    }

    public override async ValueTask ProcessAsync(HttpMessage message, ReadOnlyMemory<HttpPipelinePolicy> pipeline)
    {
        try
        {
            await ProcessNextAsync(message, pipeline);
        }
        finally
        {
            Count(message);
        }
    }

    private void Count(HttpMessage message) => Measures.Stored(storage, message.Request.Method.Method, message.HasResponse ? message.Response.Status : null);
}
