using System.Net;
using System.Security.Cryptography;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;
using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Tokens;
using TenderWatch.Web.Access;

namespace TenderWatch.Local.Tests.Api;

/// <summary>An OpenID Connect issuer on this machine, with a key of its own.</summary>
internal sealed class Issuer : IAsyncDisposable
{
    public const string ClientId = "11111111-2222-3333-4444-555555555555";

    private readonly RSA _rsa = RSA.Create(2048);
    private readonly WebApplication _app;

    private Issuer(WebApplication app) => _app = app;

    public string Address { get; private set; } = "";

    public AuthenticationSettings Settings => new() { ClientId = ClientId, Authority = Address };

    public RsaSecurityKey Key => new(_rsa) { KeyId = "key-1" };

    public static async Task<Issuer> StartAsync()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.ConfigureKestrel(kestrel => kestrel.Listen(IPAddress.Loopback, 0));
        var app = builder.Build();
        var issuer = new Issuer(app);
        app.MapGet("/tenant/v2.0/.well-known/openid-configuration", () => Results.Json(new { issuer = issuer.Address, jwks_uri = issuer.Address + "/keys" }));
        app.MapGet("/tenant/v2.0/keys", () =>
        {
            var key = issuer._rsa.ExportParameters(includePrivateParameters: false);
            return Results.Json(new { keys = new[] { new { kty = "RSA", use = "sig", kid = "key-1", n = Base64UrlEncoder.Encode(key.Modulus), e = Base64UrlEncoder.Encode(key.Exponent) } } });
        });
        await app.StartAsync(TestContext.Current.CancellationToken);
        issuer.Address = app.Urls.Single() + "/tenant/v2.0";
        return issuer;
    }

    public string Token(string? role = "reader", string? audience = null, string? issuer = null, TimeSpan? validFor = null, SigningCredentials? credentials = null)
    {
#pragma warning disable RS0030 // Tokens are held against the clock of the host.
        var now = DateTime.UtcNow;
#pragma warning restore RS0030
        var until = now + (validFor ?? TimeSpan.FromHours(1));
        var claims = new Dictionary<string, object>(StringComparer.Ordinal) { ["name"] = "B. Inkoper", ["oid"] = "0d5c2f8a-0000-4000-8000-000000000001" };
        if (role is not null) claims["roles"] = new[] { role };
        return new JsonWebTokenHandler { SetDefaultTimesOnTokenCreation = false }.CreateToken(new SecurityTokenDescriptor
        {
            Issuer = issuer ?? Address,
            Audience = audience ?? ClientId,
            Claims = claims,
            IssuedAt = until.AddHours(-2),
            NotBefore = until.AddHours(-2),
            Expires = until,
            SigningCredentials = credentials ?? new SigningCredentials(Key, SecurityAlgorithms.RsaSha256),
        });
    }

    public async ValueTask DisposeAsync()
    {
        await _app.DisposeAsync();
        _rsa.Dispose();
    }
}
