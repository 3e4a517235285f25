using System.Globalization;
using System.Net.Http.Headers;
using System.Security.Cryptography;
using System.Security.Cryptography.Pkcs;
using TenderWatch.Core.Evidence;
using TenderWatch.Core.Evidence.Timestamps;
using TenderWatch.Core.Languages;

namespace TenderWatch.Storage;

/// <summary>Asks an authority over HTTP (RFC 3161 section 3.4), once: the next checkpoint asks again. It is sent the digest of a checkpoint and nothing else.</summary>
/// <param name="address">Where it is asked.</param>
/// <param name="trust">What its time stamps must lead to.</param>
/// <param name="clients">Makes clients named <see cref="ClientName"/>.</param>
/// <param name="time">The clock that its time is held against.</param>
public sealed class HttpTimestampAuthority(Uri address, TimestampTrust trust, IHttpClientFactory clients, TimeProvider time) : ITimestampAuthority
{
    /// <summary>The name of its HTTP client.</summary>
    public const string ClientName = "timestamp-authority";

    /// <summary>The most that is read of an answer; time stamps with their certificates have under ten thousand bytes.</summary>
    public const int LargestAnswer = 256 * 1024;

    private const int NonceLength = 16;

    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    /// <summary>Follows no redirection and keeps nothing.</summary>
    public static HttpMessageHandler CreateHandler() => new SocketsHttpHandler { AllowAutoRedirect = false, UseCookies = false, ConnectTimeout = TimeSpan.FromSeconds(10) };

    /// <inheritdoc/>
    public async Task<TimestampAnswer> StampAsync(Digest sha256, DateTimeOffset notBefore, CancellationToken cancellationToken)
    {
        using var limit = new CancellationTokenSource(Patience, time);
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(limit.Token, cancellationToken);
        try
        {
            return await AskAsync(sha256, notBefore, stop.Token);
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            return Failed("timeout", new($"De instantie antwoordde niet binnen {Patience.TotalSeconds} seconden.", $"The authority did not answer within {Patience.TotalSeconds} seconds."));
        }
        catch (Exception fault) when (fault is HttpRequestException or IOException)
        {
            return Failed("unreachable", new($"De instantie is niet bereikbaar: {fault.Message}", $"The authority cannot be reached: {fault.Message}"));
        }
    }

    private async Task<TimestampAnswer> AskAsync(Digest sha256, DateTimeOffset notBefore, CancellationToken cancellationToken)
    {
        var nonce = RandomNumberGenerator.GetBytes(NonceLength);
        // An integer of exactly this length: neither a sign nor zeros that its encoding would drop.
        nonce[0] = (byte)((nonce[0] & 0x7f) | 0x40);
        var hash = new byte[SHA256.HashSizeInBytes];
        sha256.CopyTo(hash);
        var query = Rfc3161TimestampRequest.CreateFromHash(hash, HashAlgorithmName.SHA256, trust.Policy is null ? null : new Oid(trust.Policy), nonce, requestSignerCertificates: true);

        using var client = clients.CreateClient(ClientName);
        using var content = new ByteArrayContent(query.Encode());
        content.Headers.ContentType = new MediaTypeHeaderValue("application/timestamp-query");
        using var request = new HttpRequestMessage(HttpMethod.Post, address) { Content = content };
        request.Headers.Accept.Add(new MediaTypeWithQualityHeaderValue("application/timestamp-reply"));
        using var answer = await client.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, cancellationToken);
        if (!answer.IsSuccessStatusCode)
        {
            var status = ((int)answer.StatusCode).ToString(CultureInfo.InvariantCulture);
            return Failed("http-status", new($"De instantie antwoordde met HTTP {status}.", $"The authority answered with HTTP {status}."));
        }

        return await ReadAsync(answer.Content, cancellationToken) is { } bytes
            ? Judge(bytes, sha256, nonce, notBefore)
            : Failed("too-large", new($"Het antwoord heeft meer dan {LargestAnswer} bytes.", $"The answer has more than {LargestAnswer} bytes."));
    }

    private static async Task<byte[]?> ReadAsync(HttpContent content, CancellationToken cancellationToken)
    {
        await using var stream = await content.ReadAsStreamAsync(cancellationToken);
        var bytes = new byte[LargestAnswer + 1];
        var length = await stream.ReadAtLeastAsync(bytes, bytes.Length, throwOnEndOfStream: false, cancellationToken);
        return length > LargestAnswer ? null : bytes[..length];
    }

    private TimestampAnswer Judge(byte[] bytes, Digest sha256, byte[] nonce, DateTimeOffset notBefore)
    {
        if (TimestampResponse.Read(bytes) is not { } response)
            return Failed("not-a-response", new("Het antwoord is geen antwoord van RFC 3161.", "The answer is no response of RFC 3161."));
        if (!response.IsGranted)
        {
            var said = response.Reason.Length == 0 ? "." : $": {response.Reason}";
            return Failed("refused", new($"De instantie weigert (status {response.Status}){said}", $"The authority refuses (status {response.Status}){said}"));
        }

        var token = response.Token!.Value.ToArray();
        if (Timestamp.Read(token) is not { } stamp)
            return Failed("not-a-token", new("In het antwoord zit geen leesbaar tijdstempel.", "There is no readable time stamp in the answer."));
        if (stamp.Nonce is not { } echoed || !echoed.Span.SequenceEqual(nonce))
            return Failed("wrong-nonce", new("Het tijdstempel hoort bij een andere vraag.", "The time stamp belongs to another request."));
        return stamp.Check(sha256, notBefore, time.GetUtcNow(), trust) is { } fault ? new TimestampAnswer(null, fault) : new TimestampAnswer(token, null) { At = stamp.At };
    }

    private static TimestampAnswer Failed(string code, LocalizedText what) => new(null, new TimestampFault(code, what));
}
