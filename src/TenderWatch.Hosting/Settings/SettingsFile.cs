using System.Text.Json;

namespace TenderWatch.Hosting.Settings;

/// <summary>A settings file in the shape of Azure Functions: names and texts in one object <c>Values</c>.</summary>
internal static class SettingsFile
{
    private const string Values = "Values";
    private const string IsEncrypted = "IsEncrypted";

    // Host and ConnectionStrings are the Functions runtime's own.
    private static readonly string[] Members = [IsEncrypted, Values, "Host", "ConnectionStrings"];

    /// <summary>Reads the values, each under its name with colons.</summary>
    /// <param name="path">The file.</param>
    /// <param name="faults">Takes every fault as a sentence.</param>
    public static IReadOnlyDictionary<string, string?> Read(string path, ICollection<string> faults)
    {
        var found = new Dictionary<string, string?>(StringComparer.OrdinalIgnoreCase);
        try
        {
            using var file = File.OpenRead(path);
            using var document = JsonDocument.Parse(file, new JsonDocumentOptions { CommentHandling = JsonCommentHandling.Skip, AllowTrailingCommas = true });
            foreach (var fault in Read(document.RootElement, found)) faults.Add($"The settings file {path} {fault}");
        }
        catch (Exception wrong) when (wrong is JsonException or IOException or UnauthorizedAccessException)
        {
            faults.Add($"The settings file {path} cannot be read: {wrong.Message}");
        }

        return found;
    }

    private static IEnumerable<string> Read(JsonElement root, Dictionary<string, string?> found)
    {
        if (root.ValueKind != JsonValueKind.Object || !root.TryGetProperty(Values, out var values) || values.ValueKind != JsonValueKind.Object)
            return ["has no object \"Values\" with the settings; see local.settings.sample.json."];
        if (root.TryGetProperty(IsEncrypted, out var encrypted) && encrypted.ValueKind == JsonValueKind.True)
            return ["is encrypted (\"IsEncrypted\": true); decrypt it with 'func settings decrypt'."];
        return
        [
            .. root.EnumerateObject().Where(member => !Members.Contains(member.Name, StringComparer.Ordinal))
                .Select(member => $"has an unknown member \"{member.Name}\" beside \"Values\"; settings stand in \"Values\"."),
            .. values.EnumerateObject().Select(value => Take(value, found)).OfType<string>(),
        ];
    }

    private static string? Take(JsonProperty value, Dictionary<string, string?> found)
    {
        var name = value.Name.Replace("__", ":", StringComparison.Ordinal);
        switch (value.Value.ValueKind)
        {
            // A null says as much as a name that is left out.
            case JsonValueKind.Null:
                return null;
            case JsonValueKind.Array or JsonValueKind.Object:
                return $"gives {value.Name} an array or object, which it cannot hold; write each value by itself: \"{value.Name}__0\" for the first of a list, \"{value.Name}__Name\" for a member.";
        }

        if (name.StartsWith(SettingsLoader.Root, StringComparison.OrdinalIgnoreCase) && !name.StartsWith(SettingsLoader.Root + ":", StringComparison.OrdinalIgnoreCase))
            return $"has an unknown setting {value.Name}; names begin with {SettingsLoader.Root}__ (two underscores).";
        var text = value.Value.ValueKind == JsonValueKind.String ? value.Value.GetString() : value.Value.GetRawText();
        return found.TryAdd(name, text) ? null : $"has the setting {value.Name} twice.";
    }
}
