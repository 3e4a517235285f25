using System.Diagnostics.CodeAnalysis;
using System.Text.Json;
using Azure;
using Azure.Core;

namespace TenderWatch.Storage.Tests;

/// <summary>What storage answers to who lacks a right.</summary>
/// <param name="code">Its error code.</param>
internal sealed class Refused(string code) : Response
{
    public override int Status => 403;

    public override bool IsError => true;

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
