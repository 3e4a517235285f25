namespace TenderWatch.Infra.Tests.Promises;

/// <summary>What holds of a private network, where there is one.</summary>
internal static class NetworkPromises
{
    private static readonly (string Type, string[] Parts)[] Private =
        [("Microsoft.Storage/storageAccounts", ["blob", "queue", "table"]), ("Microsoft.KeyVault/vaults", ["vault"]), ("Microsoft.CognitiveServices/accounts", ["account"])];

    public static IEnumerable<Promise> All =>
    [
        new("on a private network nothing but the app is reached from outside", Closed),
        new("on a private network everything the app uses is reached inside", Reached),
    ];

    private static IEnumerable<string> Closed(Deployment deployment) => IsPrivate(deployment)
        ? Private.SelectMany(kind => deployment.Of(kind.Type)).Where(one => !one.Has("properties.publicNetworkAccess", "Disabled") || !one.Has("properties.networkAcls.defaultAction", "Deny")).Select(one => $"{one.Title} is open")
        : [];

    private static IEnumerable<string> Reached(Deployment deployment)
    {
        if (!IsPrivate(deployment)) yield break;
        var reached = deployment.Of("Microsoft.Network/privateEndpoints").Select(endpoint => endpoint.Text("properties.privateLinkServiceConnections.0.properties.privateLinkServiceId")).ToHashSet(StringComparer.OrdinalIgnoreCase);
        foreach (var one in Private.SelectMany(kind => deployment.Of(kind.Type)).Where(one => !reached.Contains(one.Id))) yield return $"{one.Title} is reached by nobody";
        foreach (var endpoint in deployment.Of("Microsoft.Network/privateEndpoints"))
        {
            if (!deployment.Of("Microsoft.Network/privateEndpoints/privateDnsZoneGroups").Any(names => names.Name == endpoint.Name + "/default")) yield return $"{endpoint.Title} has no name in the network";
        }

        foreach (var site in deployment.Of("Microsoft.Web/sites").Where(site => string.IsNullOrEmpty(site.Text("properties.virtualNetworkSubnetId")))) yield return $"{site.Title} is not in the network";
    }

    private static bool IsPrivate(Deployment deployment) => deployment.Of("Microsoft.Network/virtualNetworks").Any();
}
