using System.Net;
using System.Security.Claims;
using System.Text.Encodings.Web;
using Microsoft.AspNetCore.Authentication;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace TenderWatch.Web.Access;

/// <summary>Everybody at this machine is one person with every role. Only for a host that listens on this machine alone.</summary>
internal sealed class DevelopmentIdentity(IOptionsMonitor<DevelopmentIdentity.Settings> options, ILoggerFactory loggers, UrlEncoder encoder)
    : AuthenticationHandler<DevelopmentIdentity.Settings>(options, loggers, encoder)
{
    public const string Name = "development";

    protected override Task<AuthenticateResult> HandleAuthenticateAsync()
    {
        if (Context.Connection.RemoteIpAddress is not { } from || !IPAddress.IsLoopback(from)) return Task.FromResult(AuthenticateResult.NoResult());
        var identity = new ClaimsIdentity([new Claim("name", Options.User), new Claim(Roles.Claim, Roles.Admin)], Name, "name", Roles.Claim);
        return Task.FromResult(AuthenticateResult.Success(new AuthenticationTicket(new ClaimsPrincipal(identity), Name)));
    }

    internal sealed class Settings : AuthenticationSchemeOptions
    {
        public string User { get; set; } = "";
    }
}
