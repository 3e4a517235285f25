using TenderWatch.Core.Settings;

namespace TenderWatch.Sources.Mercell;

/// <summary>How Mercell S2C is reached. Its robots.txt forbids crawling, so nothing is asked of it without its operator's written permission.</summary>
public sealed class MercellSettings
{
    private const int LongestPermission = 200;

    /// <summary>Why Mercell is left alone, and what would turn it on.</summary>
    internal const string WhyOff =
        "The robots.txt of s2c.mercell.com forbids crawling, so Mercell is asked for nothing. With its operator's written permission, put the date and reference of that letter into Sources:Mercell:WrittenPermission.";

    /// <summary>
    /// Date and reference of the letter in which Mercell allows TenderWatch to read its public tenders. Empty without one, and then no request is ever
    /// made. With one, the rules of robots.txt for everybody do not hold for us; rules that name TenderWatch still do.
    /// </summary>
    public string WrittenPermission { get; set; } = "";

    /// <summary>The API behind the site.</summary>
    public string BaseAddress { get; set; } = "https://api.s2c.mercell.com";

    /// <summary>The site, whose robots.txt speaks for what the API gives too.</summary>
    public string SiteAddress { get; set; } = "https://s2c.mercell.com";

    /// <summary>How many past days are listed again in each run.</summary>
    public int DaysBack { get; set; } = 7;

    /// <summary>Whether Mercell is asked.</summary>
    internal bool IsOn => !string.IsNullOrWhiteSpace(WrittenPermission);

    /// <summary>The faults of these settings; addresses are looked at with those of the other sources.</summary>
    internal IEnumerable<SettingFault> Validate()
    {
        var permission = WrittenPermission.Trim();
        if (permission.Length > LongestPermission || permission.Any(char.IsControl) || IsSwitch(permission))
            yield return new SettingFault("WrittenPermission", WrittenPermission, $"date and reference of Mercell's written permission, at most {LongestPermission} characters; empty without one");
        if (DaysBack is < 1 or > 366) yield return new SettingFault("DaysBack", $"{DaysBack}", "1 to 366 days");
    }

    // Whoever writes "true" has not read what the setting states.
    private static bool IsSwitch(string text) => text.ToLowerInvariant() is "true" or "false" or "yes" or "no" or "on" or "off" or "ja" or "nee" or "1" or "0";
}
