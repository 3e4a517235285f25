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

    // A page of another site must not come in under a name of its own that resolves to this machine, and a host that stands before this one hides who asks.
    private static readonly string[] NamesOfThisMachine = ["localhost", "127.0.0.1", "[::1]"];

    protected override Task<AuthenticateResult> HandleAuthenticateAsync()
    {
        if (Context.Connection.RemoteIpAddress is not { } from || !IPAddress.IsLoopback(from) || !NamesOfThisMachine.Contains(Request.Host.Host, StringComparer.OrdinalIgnoreCase)) return Task.FromResult(AuthenticateResult.NoResult());
        var identity = new ClaimsIdentity([new Claim("name", Options.User), new Claim(Roles.Claim, Roles.Admin)], Name, "name", Roles.Claim);
        return Task.FromResult(AuthenticateResult.Success(new AuthenticationTicket(new ClaimsPrincipal(identity), Name)));
    }

    internal sealed class Settings : AuthenticationSchemeOptions
    {
        public string User { get; set; } = "";
    }
}
