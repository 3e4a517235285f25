using TenderWatch.Testing;

namespace TenderWatch.Infra.Tests;

/// <summary>The templates, and what is deployed from each of their parameter files.</summary>
internal static class Templates
{
    /// <summary>Where they are.</summary>
    public static readonly string Folder = Path.Combine(SharedData.Repository, "infra", "bicep");

    /// <summary>What azd or the person who deploys sets.</summary>
    public static readonly IReadOnlyDictionary<string, string> Environment = new Dictionary<string, string>(StringComparer.Ordinal)
    {
        ["AZURE_ENV_NAME"] = "test",
        ["AZURE_LOCATION"] = "westeurope",
        ["TENDERWATCH_CONTACT"] = "inkoop@example.org",
        ["TENDERWATCH_SIGN_IN_CLIENT_ID"] = "11111111-1111-1111-1111-111111111111",
        ["TENDERWATCH_ALERT_EMAIL"] = "beheer@example.org",
        ["TENDERWATCH_BUDGET_START"] = "2027-01-01",
    };

    // Everything that can be switched on.
    private const string Full = """

        param mail = { host: 'smtp.example.org', port: 587, security: 'StartTls', user: 'tenderwatch', from: 'TenderWatch <tenderwatch@example.org>' }
        param recipients = [{ email: 'inkoop@example.org', language: 'Nl' }, { email: 'legal@example.org', language: 'En' }]
        param teams = [{ name: 'Inkoop', language: 'Nl' }, { name: 'Legal', language: 'En' }]
        param settings = { TenderWatch__Checks__Alt__GapToNextPercent: '25' }
        param publicEvidenceReaders = ['44444444-4444-4444-4444-444444444444']
        param confidentialEvidenceReaders = ['55555555-5555-5555-5555-555555555555']
        param evidenceRemovers = ['66666666-6666-6666-6666-666666666666']
        param openAi = { name: 'gpt-5-mini', version: '2025-08-07', capacity: 10 }
        param alwaysReady = [{ name: 'durable', instanceCount: 1 }]
        """;

    private static readonly Lazy<Task<string>> Template = new(() => SucceedAsync(Folder, Environment, "build", "main.bicep", "--stdout"));

    private static readonly Dictionary<string, Lazy<Task<Deployment>>> Deployments = new(StringComparer.Ordinal)
    {
        ["dev"] = new(() => PredictAsync("dev")),
        ["prod"] = new(() => PredictAsync("prod")),
        ["prod, locked"] = new(() => PredictAsync("prod", locked: true)),
        ["prod, everything"] = new(() => PredictAsync("prod", Full)),
    };

    /// <summary>The deployments that are looked at.</summary>
    public static IEnumerable<string> Names => Deployments.Keys;

    /// <summary>What is deployed.</summary>
    /// <param name="name">One of <see cref="Names"/>.</param>
    public static Task<Deployment> DeploymentAsync(string name) => Deployments[name].Value;

    private static async Task<Deployment> PredictAsync(string parameters, string more = "", bool locked = false)
    {
        var folder = Directory.CreateTempSubdirectory("tenderwatch-infra-").FullName;
        try
        {
            foreach (var file in Directory.EnumerateFiles(Folder, "*", SearchOption.AllDirectories))
            {
                var copy = Path.Combine(folder, Path.GetRelativePath(Folder, file));
                Directory.CreateDirectory(Path.GetDirectoryName(copy)!);
                File.Copy(file, copy);
            }

            await File.AppendAllTextAsync(Path.Combine(folder, parameters + ".bicepparam"), more);
            var environment = new Dictionary<string, string>(Environment, StringComparer.Ordinal) { ["TENDERWATCH_LOCK_EVIDENCE"] = locked ? "true" : "false" };
            // The compiler's own forecast: loops unrolled, conditions and nested deployments resolved, functions computed where they can be before a deployment.
            await SucceedAsync(folder, environment, "snapshot", parameters + ".bicepparam", "--mode", "overwrite", "--location", "westeurope",
                "--subscription-id", "22222222-2222-2222-2222-222222222222", "--tenant-id", "33333333-3333-3333-3333-333333333333");
            return Deployment.Parse(await File.ReadAllTextAsync(Path.Combine(folder, parameters + ".snapshot.json")), await Template.Value);
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    private static async Task<string> SucceedAsync(string folder, IReadOnlyDictionary<string, string> environment, params string[] arguments)
    {
        var (code, output, error) = await Bicep.RunAsync(folder, environment, arguments);
        Assert.True(code == 0 && error.Length == 0, error);
        return output;
    }
}
