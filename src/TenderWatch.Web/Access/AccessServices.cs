using Microsoft.AspNetCore.Authentication.JwtBearer;
using Microsoft.AspNetCore.Authorization;
using Microsoft.Extensions.DependencyInjection;

namespace TenderWatch.Web.Access;

/// <summary>Who may come in, by the settings; nobody by default.</summary>
internal static class AccessServices
{
    private const string Nobody = "TenderWatch does not start: this host can be reached from other machines and no sign-in is configured. "
        + "Set TenderWatch:Web:Authentication:Tenant and TenderWatch:Web:Authentication:ClientId (docs/settings.md), or listen on this machine alone.";

    public static void AddAccess(this IServiceCollection services, AuthenticationSettings settings, bool listensOnLoopbackOnly)
    {
        if (settings.IsConfigured)
            services.AddAuthentication(JwtBearerDefaults.AuthenticationScheme).AddJwtBearer(options => EntraTokens.Configure(options, settings));
        else if (listensOnLoopbackOnly)
            services.AddAuthentication(DevelopmentIdentity.Name).AddScheme<DevelopmentIdentity.Settings, DevelopmentIdentity>(DevelopmentIdentity.Name, options => options.User = NameOf(settings));
        else
            throw new InvalidOperationException(Nobody);

        services.AddAuthorizationBuilder()
            .AddPolicy(Roles.Reader, policy => policy.RequireRole(Roles.All))
            .AddPolicy(Roles.Officer, policy => policy.RequireRole(Roles.Officer, Roles.Admin))
            .AddPolicy(Roles.Admin, policy => policy.RequireRole(Roles.Admin));
        services.AddSingleton<IAuthorizationMiddlewareResultHandler, AccessAnswers>();
    }

    private static string NameOf(AuthenticationSettings settings) =>
        !string.IsNullOrWhiteSpace(settings.DevelopmentUser) ? settings.DevelopmentUser.Trim() : Environment.UserName.Length > 0 ? Environment.UserName : "development";
}
