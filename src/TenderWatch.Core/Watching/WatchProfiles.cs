using System.Text.Json;
using System.Text.Json.Serialization;
using TenderWatch.Core.Settings;

namespace TenderWatch.Core.Watching;

/// <summary>Reads watch profiles: those that ship with the product, and files of the user's own.</summary>
public static class WatchProfiles
{
    private static readonly JsonSerializerOptions Json = new()
    {
        PropertyNamingPolicy = JsonNamingPolicy.CamelCase,
        UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
        ReadCommentHandling = JsonCommentHandling.Skip,
        AllowTrailingCommas = true,
        RespectNullableAnnotations = true,
    };

    /// <summary>The names of the profiles that ship with the product.</summary>
    public static IReadOnlyList<string> BuiltIn { get; } =
        [.. typeof(WatchProfiles).Assembly.GetManifestResourceNames().Where(name => name.EndsWith(".profile.json", StringComparison.Ordinal)).Select(name => name[..^".profile.json".Length]).Order(StringComparer.Ordinal)];

    /// <summary>A profile that ships with the product; <see langword="null"/> where there is none of that name.</summary>
    public static WatchProfile? FindBuiltIn(string name)
    {
        using var stream = typeof(WatchProfiles).Assembly.GetManifestResourceStream(name + ".profile.json");
        return stream is null ? null : JsonSerializer.Deserialize<WatchProfile>(stream, Json);
    }

    /// <summary>Reads a profile, or says what is wrong with it.</summary>
    /// <param name="json">The file's text.</param>
    /// <param name="file">Its name, for messages.</param>
    /// <param name="fault">What is wrong.</param>
    public static WatchProfile? Read(string json, string file, out SettingFault? fault)
    {
        WatchProfile? profile;
        try
        {
            profile = JsonSerializer.Deserialize<WatchProfile>(json, Json);
        }
        catch (JsonException wrong)
        {
            fault = new SettingFault("Watch:Profiles", file, $"the file of a watch profile: {wrong.Message}");
            return null;
        }

        fault = profile is null ? new SettingFault("Watch:Profiles", file, "a JSON object with a name and at least one criterion") : Fault(profile, file);
        return fault is null ? profile : null;
    }

    private static SettingFault? Fault(WatchProfile profile, string file)
    {
        SettingFault Wrong(string member, string? value, string allowed) => new($"Watch:Profiles ({file}): {member}", value, allowed);
        if (string.IsNullOrWhiteSpace(profile.Name)) return Wrong("name", profile.Name, "a name");
        if (profile.Cpv.FirstOrDefault(code => code is not { Length: >= 2 and <= 8 } || code.AsSpan().IndexOfAnyExceptInRange('0', '9') >= 0) is { } cpv)
            return Wrong("cpv", cpv, "2 to 8 digits, without the check digit");
        if (profile.MinimumValue is <= 0) return Wrong("minimumValue", profile.MinimumValue.Value.ToString(System.Globalization.CultureInfo.InvariantCulture), "an amount above 0");
        var lists = profile.Phrases.Concat(profile.Cpv).Concat(profile.Buyers).Concat(profile.Suppliers).Concat(profile.LegalBasis).ToList();
        if (lists.Any(string.IsNullOrWhiteSpace)) return Wrong("criteria", "", "no empty text");
        return lists.Count == 0 && profile.MinimumValue is null ? Wrong("criteria", "none", "at least one of phrases, cpv, buyers, suppliers, minimumValue, legalBasis") : null;
    }
}
