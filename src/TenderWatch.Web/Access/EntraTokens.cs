using Microsoft.AspNetCore.Authentication.JwtBearer;
using Microsoft.AspNetCore.Http;
using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Tokens;

namespace TenderWatch.Web.Access;

/// <summary>
/// How tokens of Microsoft Entra ID are validated, in the app itself whatever stands before it: signature, issuer, audience, lifetime. They come in
/// Authorization, or from the platform's sign-in in the header that it sets and takes from callers
/// (https://learn.microsoft.com/azure/app-service/configure-authentication-oauth-tokens).
/// </summary>
internal static class EntraTokens
{
    public const string PlatformHeader = "X-MS-TOKEN-AAD-ID-TOKEN";

    private static readonly TimeSpan MostClockSkew = TimeSpan.FromMinutes(2);

    public static void Configure(JwtBearerOptions options, AuthenticationSettings settings)
    {
        options.Authority = settings.AuthorityInUse;
        options.RequireHttpsMetadata = !new Uri(settings.AuthorityInUse).IsLoopback;
        options.MapInboundClaims = false;
        options.IncludeErrorDetails = false;
        options.TokenValidationParameters = new TokenValidationParameters
        {
            ValidAudiences = [settings.ClientId!, "api://" + settings.ClientId],
            ValidateIssuer = true,
            ValidateAudience = true,
            ValidateLifetime = true,
            ValidateIssuerSigningKey = true,
            RequireSignedTokens = true,
            RequireExpirationTime = true,
            // What Entra signs with; an algorithm that the token chooses is no protection.
            ValidAlgorithms = [SecurityAlgorithms.RsaSha256],
            ClockSkew = MostClockSkew,
            NameClaimType = "name",
            RoleClaimType = Roles.Claim,
        };
        options.Events = new JwtBearerEvents { OnMessageReceived = context => { TakePlatformToken(context); return Task.CompletedTask; } };
    }

    /// <summary>Whether the platform's sign-in handed on a token whose time is over. It is believed in nothing else.</summary>
    public static bool HasExpired(HttpRequest request, DateTimeOffset now)
    {
        if (request.Headers[PlatformHeader] is not [{ Length: > 0 } token]) return false;
        try
        {
            return new JsonWebToken(token).ValidTo < now.UtcDateTime;
        }
        catch (Exception wrong) when (wrong is ArgumentException or SecurityTokenException)
        {
            return false;
        }
    }

    private static void TakePlatformToken(MessageReceivedContext context)
    {
        if (context.Request.Headers.Authorization.Count == 0 && context.Request.Headers[PlatformHeader] is [{ Length: > 0 } token]) context.Token = token;
    }
}
