using System.IO.Compression;
using TenderWatch.Mutations.Mutating;
using TenderWatch.Sources;
using TenderWatch.Sources.Http;

namespace TenderWatch.Mutations.Parsers;

/// <summary>The reading of a body that comes compressed (Content-Encoding), for each way that is asked for.</summary>
internal static class BodyParsers
{
    private const int Largest = 4 * 1024 * 1024;

    public static IReadOnlyList<Parser> All { get; } =
    [
        Of("body-gzip", "gzip", stream => new GZipStream(stream, CompressionLevel.Fastest, leaveOpen: true)),
        Of("body-deflate", "deflate", stream => new ZLibStream(stream, CompressionLevel.Fastest, leaveOpen: true)),
        Of("body-br", "br", stream => new BrotliStream(stream, CompressionLevel.Fastest, leaveOpen: true)),
    ];

    private static Parser Of(string name, string encoding, Func<Stream, Stream> compress)
    {
        byte[][] originals = [Compressed(Samples.DemonstrationXml[0], compress), Compressed(new byte[8 * 1024 * 1024], compress), Compressed([], compress)];
        return new Parser(name, originals, ByteMutations.Mutate, input => Read(input, encoding), ["broken", "cut"], (_, answer) => answer.Wrong);
    }

    private static byte[] Compressed(byte[] content, Func<Stream, Stream> compress)
    {
        using var bytes = new MemoryStream();
        using (var stream = compress(bytes)) stream.Write(content);
        return bytes.ToArray();
    }

    private static Answer Read(byte[] input, string encoding)
    {
        using var handler = new BodyHandler(new SourcesSettings { MaximumDocumentBytes = Largest }) { InnerHandler = new Canned(input, encoding) };
        using var invoker = new HttpMessageInvoker(handler);
        using var request = new HttpRequestMessage(HttpMethod.Get, "http://127.0.0.1/");
        try
        {
            using var response = invoker.SendAsync(request, CancellationToken.None).GetAwaiter().GetResult();
            var content = (ReceivedContent)response.Content;
            if (content.Bytes.Length > Largest) return new Answer(null, Wrong: "more was kept than allowed");
            return content.Cut == Cut.None ? Answer.Read : new Answer("cut");
        }
        catch (HttpRequestException)
        {
            // What the retries, and in the end SourceClient, take for "broke off".
            return new Answer("broken");
        }
    }

    private sealed class Canned(byte[] body, string encoding) : HttpMessageHandler
    {
        protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            var content = new ByteArrayContent(body);
            content.Headers.ContentEncoding.Add(encoding);
            return Task.FromResult(new HttpResponseMessage { Content = content, RequestMessage = request });
        }
    }
}
