using System.Text.Json;
using Microsoft.Extensions.Configuration;
using TenderWatch.Core.Settings;
using TenderWatch.Local.Hosting;
using TenderWatch.Sources;

namespace TenderWatch.Local.Settings;

/// <summary>
/// Reads settings from a settings file in the shape of Azure Functions (<c>local.settings.json</c>), then the environment. An unknown
/// key or a wrong value stops the start.
/// </summary>
internal static class SettingsLoader
{
    public const string DefaultFile = "local.settings.json";

    private const string Root = "TenderWatch";

    /// <summary>Loads and checks the settings.</summary>
    /// <param name="file">The settings file; the default one is read only where it exists.</param>
    /// <param name="asksSources">Whether sources on the network will be asked, which need to know whom to write to.</param>
    /// <param name="faults">Every fault as a sentence.</param>
    /// <returns>The settings; <see langword="null"/> when there are faults.</returns>
    public static TenderWatchSettings? Load(FileInfo? file, bool asksSources, out IReadOnlyList<string> faults)
    {
        var found = new List<string>();
        faults = found;
        var configuration = new ConfigurationBuilder();
        var path = file?.FullName ?? Path.GetFullPath(DefaultFile);
        if (File.Exists(path)) configuration.AddInMemoryCollection(ReadFile(path, found));
        else if (file is not null) found.Add($"The settings file {file.FullName} does not exist.");

        var section = configuration.AddEnvironmentVariables().Build().GetSection(Root);
        found.AddRange(SettingKeys.Check(section, typeof(TenderWatchSettings)).Select(fault => Sentence(Root, fault)));
        if (found.Count > 0) return null;

        var settings = new TenderWatchSettings();
        section.Bind(settings);
        if (string.IsNullOrEmpty(settings.Storage.ConnectionString) && string.IsNullOrEmpty(settings.Storage.BlobServiceUri)) settings.Storage.ConnectionString = DevelopmentStorage.ConnectionString;
        foreach (var part in typeof(TenderWatchSettings).GetProperties())
        {
            var name = $"{Root}:{part.Name}";
            var wrong = ((ISettings)part.GetValue(settings)!).Validate().Where(fault => asksSources || fault.Name != nameof(SourcesSettings.Contact));
            found.AddRange(wrong.Select(fault => Sentence(name, fault)));
        }

        return found.Count == 0 ? settings : null;
    }

    private static IEnumerable<KeyValuePair<string, string?>> ReadFile(string path, List<string> faults)
    {
        try
        {
            using var document = JsonDocument.Parse(File.ReadAllBytes(path), new JsonDocumentOptions { CommentHandling = JsonCommentHandling.Skip, AllowTrailingCommas = true });
            if (document.RootElement.ValueKind == JsonValueKind.Object && document.RootElement.TryGetProperty("Values", out var values) && values.ValueKind == JsonValueKind.Object)
            {
                return
                [
                    .. values.EnumerateObject().Select(value => KeyValuePair.Create(
                        value.Name.Replace("__", ":", StringComparison.Ordinal),
                        value.Value.ValueKind == JsonValueKind.String ? value.Value.GetString() : value.Value.GetRawText())),
                ];
            }

            faults.Add($"The settings file {path} has no object \"Values\" with the settings; see local.settings.sample.json.");
        }
        catch (Exception wrong) when (wrong is JsonException or IOException or UnauthorizedAccessException)
        {
            faults.Add($"The settings file {path} cannot be read: {wrong.Message}");
        }

        return [];
    }

    private static string Sentence(string section, SettingFault fault) =>
        $"Setting {section}:{fault.Name} is {(fault.Value is null ? "not set" : $"'{fault.Value}'")}; allowed: {fault.Allowed}.";
}
