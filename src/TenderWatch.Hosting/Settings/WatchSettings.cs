using System.Globalization;
using Cronos;
using TenderWatch.Core.Settings;
using TenderWatch.Core.Watching;

namespace TenderWatch.Hosting.Settings;

/// <summary>What is watched, and when.</summary>
public sealed class WatchSettings : ISettings
{
    /// <summary>Names of profiles that ship with the product, or paths of profile files.</summary>
    public IList<string> Profiles { get; set; } = [];

    /// <summary>When TenderNed is watched: a cron expression in Dutch time. The default is every 20 minutes on the hours that it publishes.</summary>
    public string TenderNedCron { get; set; } = "*/20 6-22 * * *";

    /// <summary>When TED is watched, likewise. It publishes on working days, and may rewrite the day's notices until half past nine.</summary>
    public string TedCron { get; set; } = "40 9-18/3 * * 1-5";

    /// <summary>When Mercell is watched, likewise, where its operator has allowed it.</summary>
    public string MercellCron { get; set; } = "50 8-20/4 * * *";

    /// <summary>For how long a source must have been failing before people are told; and how long after its start the service may take to read each source.</summary>
    public TimeSpan AlarmAfter { get; set; } = TimeSpan.FromHours(6);

    /// <summary>The profiles in use: those named, or smart-meters when none is.</summary>
    public IReadOnlyList<string> ProfilesInUse => Profiles.Count > 0 ? [.. Profiles] : ["smart-meters"];

    /// <inheritdoc/>
    public IEnumerable<SettingFault> Validate()
    {
        if (!CronExpression.TryParse(TenderNedCron, out _))
            yield return new SettingFault(nameof(TenderNedCron), TenderNedCron, "a cron expression of five fields (minute hour day month weekday), for example */20 6-22 * * *");
        if (!CronExpression.TryParse(TedCron, out _))
            yield return new SettingFault(nameof(TedCron), TedCron, "a cron expression of five fields (minute hour day month weekday), for example 40 9-18/3 * * 1-5");
        if (!CronExpression.TryParse(MercellCron, out _))
            yield return new SettingFault(nameof(MercellCron), MercellCron, "a cron expression of five fields (minute hour day month weekday), for example 50 8-20/4 * * *");
        if (AlarmAfter < TimeSpan.FromMinutes(10) || AlarmAfter > TimeSpan.FromDays(7))
            yield return new SettingFault(nameof(AlarmAfter), AlarmAfter.ToString("c", CultureInfo.InvariantCulture), "00:10:00 to 7.00:00:00");
        LoadProfiles(ProfilesInUse, out var faults);
        foreach (var fault in faults) yield return fault with { Name = fault.Name["Watch:".Length..] };
    }

    /// <summary>When a source is watched: a cron expression in Dutch time.</summary>
    /// <param name="source">Its name.</param>
    public string CronOf(string source) => source switch { "ted" => TedCron, "mercell" => MercellCron, _ => TenderNedCron };

    /// <summary>Loads profiles by name or file.</summary>
    /// <param name="namesOrFiles">Names of profiles that ship, or paths of files.</param>
    /// <param name="faults">What is wrong with them.</param>
    public static IReadOnlyList<WatchProfile> LoadProfiles(IReadOnlyList<string> namesOrFiles, out IReadOnlyList<SettingFault> faults)
    {
        var (profiles, wrong) = (new List<WatchProfile>(), new List<SettingFault>());
        foreach (var name in namesOrFiles.Distinct(StringComparer.Ordinal))
        {
            if (WatchProfiles.FindBuiltIn(name) is { } builtIn) profiles.Add(builtIn);
            else if (!File.Exists(name))
                wrong.Add(new SettingFault("Watch:Profiles", name, $"the path of a profile file, or one of: {string.Join(", ", WatchProfiles.BuiltIn)}"));
            else if (Read(name, out var fault) is { } profile) profiles.Add(profile);
            else wrong.Add(fault!);
        }

        faults = wrong;
        return profiles;
    }

    private static WatchProfile? Read(string file, out SettingFault? fault)
    {
        try
        {
            return WatchProfiles.Read(File.ReadAllText(file), file, out fault);
        }
        catch (Exception wrong) when (wrong is IOException or UnauthorizedAccessException)
        {
            fault = new SettingFault("Watch:Profiles", file, $"a file that can be read ({wrong.Message})");
            return null;
        }
    }
}
