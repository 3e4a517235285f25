using System.Diagnostics;
using System.Globalization;
using TenderWatch.Core.Telemetry;

namespace TenderWatch.Sources.Http;

/// <summary>One request to a source, with its span and its duration. Of the address only the host is named.</summary>
internal sealed class ObservedRequestHandler : DelegatingHandler
{
    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        var host = request.RequestUri!.Host;
        using var span = Traces.Start(Spans.SourceRequest, ActivityKind.Client).With(Attributes.Server, host).With(Attributes.Method, request.Method.Method);
        var since = Stopwatch.GetTimestamp();
        try
        {
            var response = await base.SendAsync(request, cancellationToken);
            var status = (int)response.StatusCode;
            span?.SetTag(Attributes.Status, status);
            if (!response.IsSuccessStatusCode) span.Failed(status.ToString(CultureInfo.InvariantCulture));
            Measures.Requested(host, status, null, since);
            return response;
        }
        catch (Exception fault)
        {
            span.Failed(fault);
            Measures.Requested(host, null, fault.GetType().Name, since);
            throw;
        }
    }
}
