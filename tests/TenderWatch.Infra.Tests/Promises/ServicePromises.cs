namespace TenderWatch.Infra.Tests.Promises;

/// <summary>What holds of the app.</summary>
internal static class ServicePromises
{
    private const string Site = "Microsoft.Web/sites";

    public static IEnumerable<Promise> All =>
    [
        new("the app answers over https alone, with TLS 1.2", Promise.Every(Site, ("properties.httpsOnly", true), ("properties.siteConfig.minTlsVersion", "1.2"), ("properties.siteConfig.scmMinTlsVersion", "1.2"))),
        new("the app has the identity that was given its rights, and no other", Promise.Every(Site, ("identity.type", "UserAssigned"))),
        new("its package is fetched by identity", Promise.Every(Site, ("properties.functionAppConfig.deployment.storage.authentication.type", "UserAssignedIdentity"))),
        new("it runs .NET 10 in a process of its own", Promise.Every(Site, ("properties.functionAppConfig.runtime.name", "dotnet-isolated"), ("properties.functionAppConfig.runtime.version", "10.0"))),
        new("nobody publishes by password", Publishing),
        new("nobody gets in without signing in, but to ask whether it is well", SignIn),
        new("pages lead to the sign-in, and calls of programs to the app, which refuses them itself", Redirects),
        new("its name for azd is that of azure.yaml", Promise.Every(Site, ("tags.azd-service-name", "function"))),
    ];

    // The app answers these with 401 to whoever brings no valid token: AccessTests of the local host ask for every path of the API.
    private static readonly string[] RefusedByTheApp = ["/api/*", "/openapi.json"];

    private static readonly string[] Health = ["/health/live", "/health/ready"];

    private static IEnumerable<string> Publishing(Deployment deployment) => deployment.Of(Site).SelectMany(site => new[] { "ftp", "scm" }
        .Where(way => !deployment.Of(Site + "/basicPublishingCredentialsPolicies").Any(policy => policy.Name == $"{site.Name}/{way}" && policy.Has("properties.allow", false)))
        .Select(way => $"{site.Title} is published to by password ({way})"));

    private static IEnumerable<string> SignIn(Deployment deployment)
    {
        foreach (var site in deployment.Of(Site))
        {
            if (deployment.Of(Site + "/config").SingleOrDefault(config => config.Name == site.Name + "/authsettingsV2") is not { } signIn)
            {
                yield return $"{site.Title} asks nobody to sign in";
                continue;
            }

            foreach (var path in new[] { "platform.enabled", "globalValidation.requireAuthentication", "identityProviders.azureActiveDirectory.enabled", "httpSettings.requireHttps" })
            {
                if (!signIn.Has("properties." + path, true)) yield return $"{signIn.Title}: {path} is not true";
            }

            if (signIn.Has("properties.globalValidation.unauthenticatedClientAction", "AllowAnonymous")) yield return $"{signIn.Title} lets everybody in";
            foreach (var open in signIn.At("properties.globalValidation.excludedPaths")!.AsArray().Select(path => path!.ToString()).Except([.. Health, .. RefusedByTheApp], StringComparer.Ordinal))
                yield return $"{signIn.Title}: {open} is open to everybody";
        }
    }

    private static IEnumerable<string> Redirects(Deployment deployment)
    {
        foreach (var signIn in deployment.Of(Site + "/config").Where(config => config.Name.EndsWith("/authsettingsV2", StringComparison.Ordinal)))
        {
            if (!signIn.Has("properties.globalValidation.unauthenticatedClientAction", "RedirectToLoginPage")) yield return $"{signIn.Title} leads nobody to the sign-in";
            foreach (var path in RefusedByTheApp.Except(signIn.At("properties.globalValidation.excludedPaths")!.AsArray().Select(path => path!.ToString()), StringComparer.Ordinal))
                yield return $"{signIn.Title}: a call of {path} is redirected to a form";
        }
    }
}
