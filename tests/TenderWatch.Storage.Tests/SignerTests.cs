using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text.Json;
using Azure.Core;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;
using TenderWatch.Core.Evidence.Checkpoints;

namespace TenderWatch.Storage.Tests;

public sealed class SignerTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("tenderwatch-keys-").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public async Task A_key_file_is_made_once_and_only_its_owner_can_read_it()
    {
        var path = Path.Combine(_folder, "new", "key.pem");
        var keys = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => new FileSigner(path).KeyAsync(CancellationToken.None)));
        Assert.Single(keys.Select(key => key.Id).Distinct());
        var signature = await new FileSigner(path).SignAsync("x"u8.ToArray(), CancellationToken.None);
        Assert.True(keys[0].Verify("x"u8, signature));
        Assert.Equal([path], Directory.GetFiles(Path.GetDirectoryName(path)!));
        if (!OperatingSystem.IsWindows()) Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, File.GetUnixFileMode(path));
    }

    [Fact]
    public async Task A_file_that_holds_another_kind_of_key_is_refused_and_left_as_it_is()
    {
        using var rsa = RSA.Create(2048);
        using var curve = ECDsa.Create(ECCurve.NamedCurves.nistP384);
        foreach (var content in new[] { "", "hello", rsa.ExportPkcs8PrivateKeyPem(), curve.ExportPkcs8PrivateKeyPem(), curve.ExportSubjectPublicKeyInfoPem() })
        {
            var path = Path.Combine(_folder, "wrong.pem");
            await File.WriteAllTextAsync(path, content);
            var fault = await Assert.ThrowsAsync<SigningKeyException>(() => new FileSigner(path).KeyAsync(CancellationToken.None));
            Assert.Contains(path, fault.Message, StringComparison.Ordinal);
            Assert.Contains("TenderWatch:Evidence:SigningKeyFile", fault.Message, StringComparison.Ordinal);
            Assert.Equal(content, await File.ReadAllTextAsync(path));
        }
    }

    [Fact]
    public async Task A_vault_signs_without_giving_its_key()
    {
        using var pair = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        await using var vault = await Vault.StartAsync(pair);
        var signer = new VaultSigner(vault.Key, new Identity());
        var key = await signer.KeyAsync(CancellationToken.None);
        Assert.Equal(SigningKey.Of(pair).Id, key.Id);
        var signature = await signer.SignAsync("checkpoint"u8.ToArray(), CancellationToken.None);
        Assert.True(key.Verify("checkpoint"u8, signature));
        Assert.All(vault.Authorizations, authorization => Assert.Equal("Bearer token for https://0.0.1/.default", authorization));
    }

    [Fact]
    public async Task A_vault_that_refuses_is_told_with_the_right_that_is_missing()
    {
        using var pair = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        await using var vault = await Vault.StartAsync(pair);
        var fault = await Assert.ThrowsAsync<SigningKeyException>(() => new VaultSigner(new Uri(vault.Key, "other"), new Identity()).KeyAsync(CancellationToken.None));
        Assert.Contains("403", fault.Message, StringComparison.Ordinal);
        Assert.Contains("Key Vault Crypto User", fault.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_vault_with_another_kind_of_key_is_told()
    {
        using var pair = ECDsa.Create(ECCurve.NamedCurves.nistP384);
        await using var vault = await Vault.StartAsync(pair);
        var fault = await Assert.ThrowsAsync<SigningKeyException>(() => new VaultSigner(vault.Key, new Identity()).KeyAsync(CancellationToken.None));
        Assert.Contains("P-256", fault.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("https://vault.vault.azure.net/keys/checkpoints", true)]
    [InlineData("https://vault.vault.azure.net/keys/checkpoints/0123456789abcdef0123456789abcdef", true)]
    [InlineData("http://vault.vault.azure.net/keys/checkpoints", false)]
    [InlineData("https://vault.vault.azure.net/secrets/checkpoints", false)]
    [InlineData("https://vault.vault.azure.net/", false)]
    [InlineData("https://vault.vault.azure.net/keys/a?sig=b", false)]
    [InlineData("checkpoints", false)]
    public void The_address_of_a_key_is_checked(string address, bool isRight) =>
        Assert.Equal(isRight, !new EvidenceSettings { SigningKey = address }.Validate().Any());

    [Fact]
    public void A_key_in_a_vault_and_one_in_a_file_do_not_go_together() =>
        Assert.Equal("SigningKeyFile", Assert.Single(new EvidenceSettings { SigningKey = "https://v.vault.azure.net/keys/a", SigningKeyFile = "a.pem" }.Validate()).Name);

    [Fact]
    public void The_cron_expression_is_checked() => Assert.Equal("CheckpointCron", Assert.Single(new EvidenceSettings { CheckpointCron = "daily" }.Validate()).Name);

    private sealed class Identity : TokenCredential
    {
        public override AccessToken GetToken(TokenRequestContext requestContext, CancellationToken cancellationToken) => throw new NotSupportedException();

        public override ValueTask<AccessToken> GetTokenAsync(TokenRequestContext requestContext, CancellationToken cancellationToken) =>
            ValueTask.FromResult(new AccessToken("token for " + requestContext.Scopes.Single(), DateTimeOffset.MaxValue));
    }

    /// <summary>Answers as Key Vault does for its operations "get key" and "sign".</summary>
    private sealed class Vault : IAsyncDisposable
    {
        private readonly WebApplication _app;

        private Vault(WebApplication app) => _app = app;

        public List<string> Authorizations { get; } = [];

        public Uri Key => new(new Uri(_app.Urls.Single()), "keys/checkpoints");

        public static async Task<Vault> StartAsync(ECDsa pair)
        {
            var builder = WebApplication.CreateSlimBuilder();
            builder.WebHost.UseUrls("http://127.0.0.1:0");
            builder.Logging.ClearProviders();
            var vault = new Vault(builder.Build());
            vault._app.MapGet("/keys/checkpoints", (HttpRequest request) => vault.Answer(request, KeyOf(pair)));
            vault._app.MapPost("/keys/checkpoints/sign", async (HttpRequest request) =>
            {
                using var body = await JsonDocument.ParseAsync(request.Body);
                if (body.RootElement.GetProperty("alg").GetString() != "ES256") return Results.BadRequest();
                var signature = pair.SignHash(Base64Url.DecodeFromChars(body.RootElement.GetProperty("value").GetString()));
                return vault.Answer(request, new { kid = "checkpoints", value = Base64Url.EncodeToString(signature) });
            });
            vault._app.MapFallback(() => Results.StatusCode(403));
            await vault._app.StartAsync();
            return vault;
        }

        public ValueTask DisposeAsync() => _app.DisposeAsync();

        private IResult Answer(HttpRequest request, object content)
        {
            Authorizations.Add(request.Headers.Authorization.ToString());
            return request.Query["api-version"] == "7.4" ? Results.Json(content) : Results.BadRequest();
        }

        private static object KeyOf(ECDsa pair)
        {
            var point = pair.ExportParameters(includePrivateParameters: false).Q;
            return new { key = new { kid = "checkpoints", kty = "EC", crv = pair.KeySize == 256 ? "P-256" : "P-384", x = Base64Url.EncodeToString(point.X), y = Base64Url.EncodeToString(point.Y) } };
        }
    }
}
