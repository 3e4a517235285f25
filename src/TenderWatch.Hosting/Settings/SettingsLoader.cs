using Microsoft.Extensions.Configuration;
using TenderWatch.Core.Settings;
using TenderWatch.Sources;
using TenderWatch.Storage;

namespace TenderWatch.Hosting.Settings;

/// <summary>Reads the settings and checks them. An unknown key or a wrong value stops the start.</summary>
public static class SettingsLoader
{
    /// <summary>The settings file that is read when none is named.</summary>
    public const string DefaultFile = "local.settings.json";

    /// <summary>What all settings stand under.</summary>
    public const string Root = "TenderWatch";

    // A value can be a whole file that was pasted by mistake.
    private const int LongestShown = 200;

    /// <summary>
    /// Loads the settings of a command: from a settings file in the shape of Azure Functions (<c>local.settings.json</c>), then the
    /// environment. Where no storage is named, it is the development storage of this machine.
    /// </summary>
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
        if (File.Exists(path)) configuration.AddInMemoryCollection(SettingsFile.Read(path, found));
        else if (file is not null) found.Add($"The settings file {file.FullName} does not exist.");

        return Load(configuration.AddEnvironmentVariables().Build(), asksSources, UseDevelopmentStorageByDefault, _ => true, found);
    }

    /// <summary>Loads the settings of a service that watches sources, from its configuration alone: its storage must be named.</summary>
    /// <param name="configuration">The configuration.</param>
    /// <param name="isForThisMachine">Whether nobody on another machine can reach the service, by its storage and all else; others must sign in.</param>
    /// <param name="faults">Every fault as a sentence.</param>
    /// <returns>The settings; <see langword="null"/> when there are faults.</returns>
    public static TenderWatchSettings? Load(IConfiguration configuration, Func<StorageSettings, bool> isForThisMachine, out IReadOnlyList<string> faults)
    {
        var found = new List<string>();
        faults = found;
        return Load(configuration, asksSources: true, _ => { }, isForThisMachine, found);
    }

    private static TenderWatchSettings? Load(IConfiguration configuration, bool asksSources, Action<StorageSettings> complete, Func<StorageSettings, bool> isForThisMachine, List<string> found)
    {
        var section = configuration.GetSection(Root);
        found.AddRange(SettingKeys.Check(section, typeof(TenderWatchSettings)));
        if (found.Count > 0) return null;

        var settings = new TenderWatchSettings();
        section.Bind(settings);
        complete(settings.Storage);
        foreach (var part in typeof(TenderWatchSettings).GetProperties())
        {
            var wrong = ((ISettings)part.GetValue(settings)!).Validate().Where(fault => asksSources || fault.Name != nameof(SourcesSettings.Contact));
            found.AddRange(wrong.Select(fault => Sentence(section.GetSection(part.Name), fault)));
        }

        if (!isForThisMachine(settings.Storage)) found.AddRange(settings.Web.ValidateForOthers().Select(fault => Sentence(section.GetSection(nameof(TenderWatchSettings.Web)), fault)));
        HolidayFile.Load(settings.Checks.CommissionHolidays, out var unread);
        if (unread is not null) found.Add(Sentence(section.GetSection(nameof(TenderWatchSettings.Checks)), unread));
        return found.Count == 0 ? settings : null;
    }

    private static void UseDevelopmentStorageByDefault(StorageSettings storage)
    {
        if (string.IsNullOrEmpty(storage.ConnectionString) && string.IsNullOrEmpty(storage.BlobServiceUri) && string.IsNullOrEmpty(storage.TableServiceUri))
            storage.ConnectionString = StorageSettings.Development;
    }

    private static string Sentence(IConfigurationSection section, SettingFault fault)
    {
        // A fault without value is that of a setting that is absent, or one whose value must not be shown.
        var state = !string.IsNullOrEmpty(fault.Value) ? $"is '{Shown(fault.Value)}'"
            : string.IsNullOrEmpty(section[fault.Name]) ? "is not set"
            : "is wrong";
        return $"Setting {section.Path}:{fault.Name} {state}; allowed: {fault.Allowed}.";
    }

    /// <summary>A value as a message may repeat it: on one line and not endless.</summary>
    public static string Shown(string value)
    {
        var line = string.Concat(value.Select(character => char.IsControl(character) ? ' ' : character));
        return line.Length <= LongestShown ? line : line[..LongestShown] + "…";
    }
}
