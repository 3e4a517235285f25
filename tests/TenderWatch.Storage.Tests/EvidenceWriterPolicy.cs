using System.Diagnostics.CodeAnalysis;
using System.Text.Json;
using Azure;
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

    private sealed class Refused(string code) : Response
    {
        public override int Status => 403;

        public override string ReasonPhrase => code;

        // The code is read from the body: the part of the pipeline that knows storage's header comes after this policy.
        public override Stream? ContentStream { get; set; } = new MemoryStream(JsonSerializer.SerializeToUtf8Bytes(new { error = new { code, message = "refused" } }));

        public override string ClientRequestId { get; set; } = "";

        public override void Dispose()
        {
        }

        protected override bool ContainsHeader(string name) => TryGetHeader(name, out _);

        protected override IEnumerable<HttpHeader> EnumerateHeaders() => [new HttpHeader("x-ms-error-code", code)];

        protected override bool TryGetHeader(string name, [NotNullWhen(true)] out string? value) =>
            (value = name.Equals("x-ms-error-code", StringComparison.OrdinalIgnoreCase) ? code : null) is not null;

        protected override bool TryGetHeaderValues(string name, [NotNullWhen(true)] out IEnumerable<string>? values) =>
            (values = TryGetHeader(name, out var value) ? [value] : null) is not null;
    }
}
