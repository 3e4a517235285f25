using System.IO.Compression;
using System.Net.Http.Headers;

namespace TenderWatch.Sources.Http;

/// <summary>
/// Reads the whole body within its limits, decompressed. It sits inside the retries, so that a body that breaks off is asked for
/// again and the time-out holds for the body too.
/// </summary>
internal sealed class BodyHandler(SourcesSettings settings) : DelegatingHandler
{
    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        var response = await base.SendAsync(request, cancellationToken);
        try
        {
            var received = await ReadAsync(response.Content, cancellationToken);
            received.Headers.ContentType = response.Content.Headers.ContentType;
            response.Content.Dispose();
            response.Content = received;
            return response;
        }
        catch (Exception exception) when (exception is IOException or InvalidDataException)
        {
            response.Dispose();
            throw new HttpRequestException("The body broke off or is not compressed as declared.", exception);
        }
        catch
        {
            response.Dispose();
            throw;
        }
    }

    private async Task<ReceivedContent> ReadAsync(HttpContent content, CancellationToken cancellationToken)
    {
        await using var raw = new CountingStream(await content.ReadAsStreamAsync(cancellationToken));
        await using var body = Decompress(raw, content.Headers.ContentEncoding);
        var isCompressed = !ReferenceEquals(raw, body);
        using var kept = new MemoryStream();
        var buffer = new byte[81920];
        while (true)
        {
            var count = await ReadAsync(body, buffer, cancellationToken);
            if (count == 0) return new ReceivedContent(kept.ToArray(), Cut.None);
            var room = settings.MaximumDocumentBytes - (int)kept.Length;
            await kept.WriteAsync(buffer.AsMemory(0, Math.Min(count, room)), cancellationToken);
            if (count > room) return new ReceivedContent(kept.ToArray(), Cut.Size);
            if (isCompressed && IsBomb(raw.Count, kept.Length)) return new ReceivedContent(kept.ToArray(), Cut.Ratio);
        }
    }

    private static async ValueTask<int> ReadAsync(Stream body, Memory<byte> buffer, CancellationToken cancellationToken)
    {
        try
        {
            return await body.ReadAsync(buffer, cancellationToken);
        }
        catch (InvalidOperationException fault) when (body is BrotliStream)
        {
            // Unlike the other two, it says so of invalid data.
            throw new InvalidDataException("The body is not compressed as declared.", fault);
        }
    }

    // Markup compresses 10 to 40 times; DEFLATE's limit is about 1032.
    private static bool IsBomb(long compressed, long expanded) => expanded > 1024 * 1024 && expanded / Math.Max(1, compressed) > 200;

    private static Stream Decompress(Stream raw, ICollection<string> encodings)
    {
        if (encodings.Count > 1) throw new InvalidDataException("The body is compressed more than once.");
        return encodings.FirstOrDefault()?.ToLowerInvariant() switch
        {
            null or "identity" => raw,
            "gzip" or "x-gzip" => new GZipStream(raw, CompressionMode.Decompress),
            "deflate" => new ZLibStream(raw, CompressionMode.Decompress),
            "br" => new BrotliStream(raw, CompressionMode.Decompress),
            _ => throw new InvalidDataException("The body is compressed in a way that was not asked for."),
        };
    }

    public static void Accept(HttpRequestHeaders headers)
    {
        foreach (var encoding in (ReadOnlySpan<string>)["gzip", "deflate", "br"]) headers.AcceptEncoding.Add(new StringWithQualityHeaderValue(encoding));
    }
}
