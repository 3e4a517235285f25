using System.Globalization;
using TenderWatch.Storage;

namespace TenderWatch.Infra.Tests.Promises;

/// <summary>What holds of storage.</summary>
internal static class StoragePromises
{
    private const string Account = "Microsoft.Storage/storageAccounts";
    private const string Container = Account + "/blobServices/containers";

    public static IEnumerable<Promise> All =>
    [
        new("no account takes keys", Promise.Every(Account, ("properties.allowSharedKeyAccess", false))),
        new("every account wants TLS 1.2 and https", Promise.Every(Account, ("properties.minimumTlsVersion", "TLS1_2"), ("properties.supportsHttpsTrafficOnly", true))),
        new("no account has public blobs", Promise.Every(Account, ("properties.allowBlobPublicAccess", false))),
        new("no container is public", Promise.Every(Container, ("properties.publicAccess", "None"))),
        new("evidence has versions and is brought back when it was deleted", Recoverable),
        new("every container of the product is there", Complete),
        new("evidence can be neither changed nor deleted for a time", Retained),
        new("who reads, stores or deletes evidence is logged", Logged),
    ];

    private static IEnumerable<string> Recoverable(Deployment deployment)
    {
        var service = deployment.Of(Account + "/blobServices").Single(one => one.Name.StartsWith(deployment.EvidenceAccount.Name + "/", StringComparison.Ordinal));
        foreach (var path in new[] { "isVersioningEnabled", "deleteRetentionPolicy.enabled", "containerDeleteRetentionPolicy.enabled" })
        {
            if (!service.Has("properties." + path, true)) yield return $"{service.Title}: {path} is not true";
        }

        if (!service.Has("properties.deleteRetentionPolicy.allowPermanentDelete", false)) yield return $"{service.Title}: what was deleted can be deleted for good";
    }

    private static IEnumerable<string> Complete(Deployment deployment)
    {
        var settings = new StorageSettings { ConnectionString = StorageSettings.Development };
        return new StorageAccount(settings).AllContainers.Select(container => $"{deployment.EvidenceAccount.Name}/default/{container.Name}")
            .Except(deployment.Of(Container).Select(container => container.Name), StringComparer.Ordinal)
            .Select(name => $"{Container} {name} is missing, and the service may not create it");
    }

    // A locked retention is left alone by the template: infra/lock-evidence.sh sees to it.
    private static IEnumerable<string> Retained(Deployment deployment)
    {
        if (deployment.Outputs["TENDERWATCH_EVIDENCE_LOCKED"]!.GetValue<bool>()) yield break;
        foreach (var container in deployment.Of(Container).Where(one => one.Name.StartsWith(deployment.EvidenceAccount.Name + "/", StringComparison.Ordinal)))
        {
            var policy = deployment.Of(Container + "/immutabilityPolicies").SingleOrDefault(one => one.Name == container.Name + "/default");
            if (policy is null) yield return $"{container.Title} has no retention";
            else if (!int.TryParse(policy.Text("properties.immutabilityPeriodSinceCreationInDays"), CultureInfo.InvariantCulture, out var days) || days < 1) yield return $"{policy.Title} keeps nothing";
            else if (!policy.Has("properties.allowProtectedAppendWrites", false) || !policy.Has("properties.allowProtectedAppendWritesAll", false)) yield return $"{policy.Title} lets blobs grow";
        }
    }

    private static IEnumerable<string> Logged(Deployment deployment)
    {
        var service = deployment.EvidenceAccount.Id + "/blobServices/default";
        var setting = deployment.Of("Microsoft.Insights/diagnosticSettings").SingleOrDefault(one => one.Scope.Equals(service, StringComparison.OrdinalIgnoreCase));
        if (setting is null)
        {
            yield return $"{deployment.EvidenceAccount.Title}: nothing logs who reads its blobs";
            yield break;
        }

        var workspace = deployment.Of("Microsoft.OperationalInsights/workspaces").Single();
        if (!setting.Has("properties.workspaceId", workspace.Id)) yield return $"{setting.Title} does not log to {workspace.Title}";
        var logged = setting.At("properties.logs")!.AsArray().Where(log => log!["enabled"]!.GetValue<bool>()).Select(log => log!["category"]!.GetValue<string>());
        foreach (var missing in new[] { "StorageRead", "StorageWrite", "StorageDelete" }.Except(logged, StringComparer.Ordinal)) yield return $"{setting.Title} leaves out {missing}";
    }
}
