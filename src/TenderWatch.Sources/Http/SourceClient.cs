using System.Net.Http.Headers;
using Polly.CircuitBreaker;
using Polly.Timeout;
using TenderWatch.Core.Sources;

namespace TenderWatch.Sources.Http;

/// <summary>Asks for one document. Whatever is not the document is a failure with a code, a text and the bytes.</summary>
internal sealed class SourceClient(IHttpClientFactory factory, TimeProvider time, string clientName = SourceHttpClient.Name)
{
    public async Task<SourceResult<SourceDocument>> GetAsync(
        Uri address, BodyKind kind, string role, CancellationToken cancellationToken, AuthenticationHeaderValue? authorization = null)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, address);
        request.Headers.Authorization = authorization;
        return await SendAsync(request, address, kind, role, cancellationToken);
    }

    /// <summary>Asks a search with a JSON body. It is repeated like any other request, so it must change nothing.</summary>
    public async Task<SourceResult<SourceDocument>> PostJsonAsync(Uri address, ReadOnlyMemory<byte> body, string role, CancellationToken cancellationToken)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, address) { Content = new ReadOnlyMemoryContent(body) };
        request.Content.Headers.ContentType = new MediaTypeHeaderValue("application/json");
        return await SendAsync(request, address, BodyKind.Json, role, cancellationToken);
    }

    private async Task<SourceResult<SourceDocument>> SendAsync(HttpRequestMessage request, Uri address, BodyKind kind, string role, CancellationToken cancellationToken)
    {
        using var client = factory.CreateClient(clientName);
        request.Headers.Accept.ParseAdd(kind switch { BodyKind.Json => "application/json", BodyKind.Xml => "application/xml", BodyKind.Any => "*/*", _ => "text/plain" });
        try
        {
            using var response = await client.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, cancellationToken);
            return AnswerCheck.Of(response, (ReceivedContent)response.Content, address, kind, role, time.GetUtcNow());
        }
        catch (BrokenCircuitException)
        {
            return new SourceFailure("open-circuit", $"{address.Authority} kept failing and is left alone for a while; {address} was not asked for. Nothing to do unless this lasts.", []);
        }
        catch (TimeoutRejectedException)
        {
            return new SourceFailure("timeout", $"{address} did not answer in time, in no attempt. It is tried again at the next run; if this lasts, raise Sources:Timeout.", []);
        }
        catch (HttpRequestException exception) when (exception.InnerException is Documents.ForbiddenAddressException forbidden)
        {
            return new SourceFailure("forbidden-address", $"{address} was not asked for: {forbidden.Message}", []);
        }
        catch (HttpRequestException exception)
        {
            return new SourceFailure("unreachable", $"{address} could not be reached or broke off ({exception.HttpRequestError}). It is tried again at the next run; if this lasts, check network, name resolution and certificates.", []);
        }
    }
}
