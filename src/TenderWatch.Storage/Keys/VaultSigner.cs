using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text.Json;
using Azure;
using Azure.Core;
using Azure.Core.Pipeline;
using TenderWatch.Core.Evidence.Checkpoints;

namespace TenderWatch.Storage;

/// <summary>Signs with a key that never leaves its vault, over the vault's HTTP interface (operations <i>get key</i> and <i>sign</i>).</summary>
public sealed class VaultSigner : ICheckpointSigner
{
    private const string Version = "?api-version=7.4";

    private readonly string _key;
    private readonly HttpPipeline _pipeline;

    /// <summary>Asks nothing yet.</summary>
    /// <param name="key">The address of the key, with or without a version.</param>
    /// <param name="identity">Signs in at the vault.</param>
    public VaultSigner(Uri key, TokenCredential identity)
    {
        _key = key.GetLeftPart(UriPartial.Path).TrimEnd('/');
        _pipeline = HttpPipelineBuilder.Build(new VaultOptions(), new SignIn(identity, $"https://{Service(key.Host)}/.default"));
    }

    /// <inheritdoc/>
    /// <exception cref="SigningKeyException">The vault refuses, or has another kind of key.</exception>
    public async Task<SigningKey> KeyAsync(CancellationToken cancellationToken)
    {
        using var answer = await SendAsync(RequestMethod.Get, _key + Version, null, cancellationToken);
        var key = answer.RootElement.GetProperty("key");
        try
        {
            return key.GetProperty("crv").GetString() == "P-256"
                ? new SigningKey(Base64Url.DecodeFromChars(key.GetProperty("x").GetString()), Base64Url.DecodeFromChars(key.GetProperty("y").GetString()))
                : throw new FormatException("It is on another curve.");
        }
        catch (Exception fault) when (fault is FormatException or KeyNotFoundException)
        {
            throw new SigningKeyException($"The key {_key} is no key on the curve P-256. Make one (type EC, curve P-256) and name it in TenderWatch:Evidence:SigningKey.", fault);
        }
    }

    /// <inheritdoc/>
    /// <exception cref="SigningKeyException">The vault refuses.</exception>
    public async Task<byte[]> SignAsync(ReadOnlyMemory<byte> input, CancellationToken cancellationToken)
    {
        var body = JsonSerializer.SerializeToUtf8Bytes(new { alg = "ES256", value = Base64Url.EncodeToString(SHA256.HashData(input.Span)) });
        using var answer = await SendAsync(RequestMethod.Post, $"{_key}/sign{Version}", body, cancellationToken);
        return Base64Url.DecodeFromChars(answer.RootElement.GetProperty("value").GetString());
    }

    private async Task<JsonDocument> SendAsync(RequestMethod method, string address, byte[]? body, CancellationToken cancellationToken)
    {
        using var message = _pipeline.CreateMessage();
        message.Request.Method = method;
        message.Request.Uri.Reset(new Uri(address));
        message.Request.Headers.Add(HttpHeader.Names.Accept, "application/json");
        if (body is not null)
        {
            message.Request.Content = RequestContent.Create(body);
            message.Request.Headers.Add(HttpHeader.Names.ContentType, "application/json");
        }

        await _pipeline.SendAsync(message, cancellationToken);
        if (message.Response.Status == 200) return JsonDocument.Parse(message.Response.Content);
        var refusal = new RequestFailedException(message.Response);
        throw new SigningKeyException(
            $"The vault answered {message.Response.Status} for the key {_key}. The service's identity needs the rights to read the key and to sign with it (role Key Vault Crypto User).", refusal);
    }

    // Vaults of every cloud, and managed HSMs, are asked for by the name of their service.
    private static string Service(string host) => host.Contains('.', StringComparison.Ordinal) ? host[(host.IndexOf('.', StringComparison.Ordinal) + 1)..] : host;

    private sealed class VaultOptions : ClientOptions;

    private sealed class SignIn(TokenCredential identity, string scope) : HttpPipelinePolicy
    {
        public override async ValueTask ProcessAsync(HttpMessage message, ReadOnlyMemory<HttpPipelinePolicy> pipeline)
        {
            var token = await identity.GetTokenAsync(new TokenRequestContext([scope]), message.CancellationToken);
            message.Request.Headers.SetValue(HttpHeader.Names.Authorization, "Bearer " + token.Token);
            await ProcessNextAsync(message, pipeline);
        }

        public override void Process(HttpMessage message, ReadOnlyMemory<HttpPipelinePolicy> pipeline) => throw new NotSupportedException("It is asked asynchronously alone.");
    }
}
