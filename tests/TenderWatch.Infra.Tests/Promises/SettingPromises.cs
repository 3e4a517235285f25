using Microsoft.Extensions.Configuration;
using TenderWatch.Hosting.Settings;

namespace TenderWatch.Infra.Tests.Promises;

/// <summary>What holds of the settings.</summary>
internal static class SettingPromises
{
    public static IEnumerable<Promise> All => [new("the service starts with its settings", Valid), new("the host's storage is reached by identity", HostStorage)];

    /// <summary>The settings of the app.</summary>
    public static IEnumerable<KeyValuePair<string, string>> AppSettings(Deployment deployment) =>
        Config(deployment).Node["properties"]!.AsObject().Select(setting => KeyValuePair.Create(setting.Key, setting.Value!.ToString()));

    /// <summary>What they are called in messages.</summary>
    public static string Title(Deployment deployment) => Config(deployment).Title;

    private static Resource Config(Deployment deployment) => deployment.Of("Microsoft.Web/sites/config").Single(config => config.Name.EndsWith("/appsettings", StringComparison.Ordinal));

    private static IEnumerable<string> Valid(Deployment deployment)
    {
        var configuration = new ConfigurationBuilder().AddInMemoryCollection(AppSettings(deployment).Where(setting => setting.Key.StartsWith("TenderWatch__", StringComparison.Ordinal))
            .Select(setting => KeyValuePair.Create(setting.Key.Replace("__", ":", StringComparison.Ordinal), (string?)InDeployment(setting)))).Build();
        _ = SettingsLoader.Load(configuration, _ => false, out var faults);
        return faults.Select(fault => $"{Title(deployment)}: {fault}");
    }

    private static IEnumerable<string> HostStorage(Deployment deployment)
    {
        var settings = AppSettings(deployment).ToDictionary(StringComparer.Ordinal);
        if (settings.ContainsKey("AzureWebJobsStorage")) yield return $"{Title(deployment)}: AzureWebJobsStorage is a connection string";
        foreach (var name in new[] { "accountName", "credential", "clientId" })
        {
            if (!settings.ContainsKey("AzureWebJobsStorage__" + name)) yield return $"{Title(deployment)}: AzureWebJobsStorage__{name} is missing";
        }
    }

    // What only a deployment knows, and what is put in place of a reference to the vault.
    private static string InDeployment(KeyValuePair<string, string> setting) => setting.Key switch
    {
        _ when setting.Value.Contains("@Microsoft.KeyVault(", StringComparison.Ordinal) => setting.Key.EndsWith("__Webhook", StringComparison.Ordinal) ? "https://prod-1.westeurope.logic.azure.com/workflows/1" : "a secret",
        _ when setting.Value.StartsWith('[') && setting.Key.EndsWith("Uri", StringComparison.Ordinal) => "https://account.core.windows.net/",
        "TenderWatch__Evidence__SigningKey" => "https://tenderwatch.vault.azure.net/keys/checkpoints",
        "TenderWatch__Notifications__PublicBaseUrl" => "https://tenderwatch.azurewebsites.net",
        _ => setting.Value,
    };
}
