using Azure.Core;
using Azure.Core.Pipeline;

namespace TenderWatch.Storage.Tests;

/// <summary>
/// Refuses what storage refuses to the role "evidence writer" of <c>infra/bicep</c>, which may add and read blobs, and nothing else:
/// creating containers, staging blocks, writing over a blob, deleting. Which request needs which right is the table "Permissions for Blob service operations" of the
/// Azure Storage REST reference.
/// </summary>
/// <param name="overwrite">With which code a blob that is there is refused: Azure knows two.</param>
internal sealed class EvidenceWriterPolicy(string overwrite) : HttpPipelinePolicy
{
    /// <inheritdoc/>
    public override async ValueTask ProcessAsync(HttpMessage message, ReadOnlyMemory<HttpPipelinePolicy> pipeline)
    {
        if (Refusal(message.Request) is { } code)
        {
            message.Response = new Refused(code);
            return;
        }

        await ProcessNextAsync(message, pipeline);
        // With the right to add alone, what a writer would be told as a failed condition is a missing right.
        if (IsPutBlob(message.Request) && message.Response.Status is 409 or 412) message.Response = new Refused(overwrite);
    }

    /// <inheritdoc/>
    public override void Process(HttpMessage message, ReadOnlyMemory<HttpPipelinePolicy> pipeline) => throw new NotSupportedException();

    private static string? Refusal(Request request)
    {
        if (request.Method == RequestMethod.Get || request.Method == RequestMethod.Head || !IsBlobService(request)) return null;
        return IsPutBlob(request) ? null : "AuthorizationPermissionMismatch";
    }

    private static bool IsPutBlob(Request request) => request.Method == RequestMethod.Put && IsBlobService(request) && !request.Uri.Query.Contains("comp=", StringComparison.Ordinal)
        && !request.Uri.Query.Contains("restype=container", StringComparison.Ordinal);

    private static bool IsBlobService(Request request) => request.Headers.TryGetValue("x-ms-version", out _) && !request.Headers.TryGetValue("DataServiceVersion", out _);
}
