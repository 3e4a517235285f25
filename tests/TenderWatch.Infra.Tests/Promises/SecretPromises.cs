using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using TenderWatch.Testing;

namespace TenderWatch.Infra.Tests.Promises;

/// <summary>What holds of secrets.</summary>
internal static partial class SecretPromises
{
    // What docs/settings.md marks as secret; a test there holds the marks to the code.
    private static readonly IReadOnlyList<Regex> Secrets = [.. SecretRow().Matches(File.ReadAllText(Path.Combine(SharedData.Repository, "docs", "settings.md")))
        .Select(row => new Regex("^" + row.Groups["name"].Value.Replace("__0", "__[0-9]+", StringComparison.Ordinal) + "$", RegexOptions.CultureInvariant, TimeSpan.FromSeconds(1)))];

    public static IEnumerable<Promise> All =>
    [
        new("nothing asks for a key or a signature", NoKeys),
        new("nothing holds a connection string with a key", NoConnectionStrings),
        new("no output holds a secret", NoSecretOutputs),
        new("every secret setting is a reference to the vault", SettingsInVault),
        new("the vault keeps what was deleted, and its rights are roles", Promise.Every("Microsoft.KeyVault/vaults",
            ("properties.enablePurgeProtection", true), ("properties.enableSoftDelete", true), ("properties.enableRbacAuthorization", true))),
        new("the key that signs checkpoints cannot leave the vault", Promise.Every("Microsoft.KeyVault/vaults/keys", ("properties.attributes.exportable", false), ("properties.kty", "EC"), ("properties.curveName", "P-256"))),
        new("logs and models are sent to by identity alone", LocalAuth),
    ];

    private static IEnumerable<string> NoKeys(Deployment deployment) => Texts(deployment).Where(text => KeyFunction().IsMatch(text.Value)).Select(text => $"{text.Where} calls {KeyFunction().Match(text.Value).Value}");

    private static IEnumerable<string> NoConnectionStrings(Deployment deployment) => Texts(deployment).Where(text => KeyText().IsMatch(text.Value)).Select(text => $"{text.Where} holds {KeyText().Match(text.Value).Value}");

    private static IEnumerable<string> NoSecretOutputs(Deployment deployment) => Inner(deployment.Template).OfType<JsonObject>()
        .Where(node => node["outputs"] is JsonObject).SelectMany(node => node["outputs"]!.AsObject())
        .Where(output => output.Value is JsonObject value && (value["type"]?.ToString().StartsWith("secure", StringComparison.OrdinalIgnoreCase) == true || SecretName().IsMatch(output.Key)
            || SecretValue().IsMatch(value["value"]?.ToString() ?? "") || KeyFunction().IsMatch(value["value"]?.ToString() ?? "")))
        .Select(output => $"output {output.Key}");

    private static IEnumerable<string> SettingsInVault(Deployment deployment) => SettingPromises.AppSettings(deployment)
        .Where(setting => Secrets.Any(secret => secret.IsMatch(setting.Key)) && !VaultReference().IsMatch(setting.Value) && !VaultExpression().IsMatch(setting.Value))
        .Select(setting => $"{SettingPromises.Title(deployment)}: {setting.Key} is no reference to the vault");

    private static IEnumerable<string> LocalAuth(Deployment deployment) =>
    [
        .. Promise.Every("Microsoft.Insights/components", ("properties.DisableLocalAuth", true))(deployment),
        .. Promise.Every("Microsoft.OperationalInsights/workspaces", ("properties.features.disableLocalAuth", true))(deployment),
        .. deployment.Of("Microsoft.CognitiveServices/accounts").Where(account => !account.Has("properties.disableLocalAuth", true)).Select(account => $"{account.Title} takes keys"),
    ];

    // Every text of every resource, and of the whole compiled template with its nested ones.
    private static IEnumerable<(string Where, string Value)> Texts(Deployment deployment) =>
        deployment.Resources.SelectMany(resource => Inner(resource.Node).OfType<JsonValue>().Select(value => (resource.Title, value.ToString())))
            .Concat(Inner(deployment.Template).OfType<JsonValue>().Select(value => (value.GetPath(), value.ToString())));

    private static IEnumerable<JsonNode> Inner(JsonNode? node) => node switch
    {
        null => [],
        JsonObject inner => [inner, .. inner.SelectMany(member => Inner(member.Value))],
        JsonArray list => [list, .. list.SelectMany(Inner)],
        _ => [node],
    };

    [GeneratedRegex(@"^\| `(?<name>TenderWatch__\w+)` \|[^|]*\*\*Secret\*\*", RegexOptions.Multiline | RegexOptions.CultureInvariant, 1000)]
    private static partial Regex SecretRow();

    [GeneratedRegex(@"\blist\w*(?:Keys?|Secrets?|Credentials|Sas|ConnectionStrings?)(?=\()", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, 1000)]
    private static partial Regex KeyFunction();

    [GeneratedRegex("AccountKey=|SharedAccessSignature=|SharedAccessKey=|DefaultEndpointsProtocol=|[?&]sig=", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, 1000)]
    private static partial Regex KeyText();

    [GeneratedRegex("secret|password|connectionstring|webhook", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, 1000)]
    private static partial Regex SecretValue();

    [GeneratedRegex("secret|password|connectionstring|webhook|key", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, 1000)]
    private static partial Regex SecretName();

    [GeneratedRegex(@"^@Microsoft\.KeyVault\(SecretUri=https://[\w.-]+/secrets/[\w-]+/\)$", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex VaultReference();

    // The address of the vault is known in a deployment only.
    [GeneratedRegex(@"^\[format\('@Microsoft\.KeyVault\(SecretUri=\{0\}secrets/\{1\}/\)'", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex VaultExpression();
}
