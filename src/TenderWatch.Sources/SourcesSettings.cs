using TenderWatch.Core.Settings;
using TenderWatch.Sources.Mercell;

namespace TenderWatch.Sources;

/// <summary>The section <c>Sources</c>: where notices come from and how politely they are asked for.</summary>
public sealed class SourcesSettings : ISettings
{
    /// <summary>TenderNed.</summary>
    public TenderNedSettings TenderNed { get; set; } = new();

    /// <summary>TED.</summary>
    public TedSettings Ted { get; set; } = new();

    /// <summary>Mercell S2C, which is left alone without its operator's permission.</summary>
    public MercellSettings Mercell { get; set; } = new();

    /// <summary>Procurement documents, which are left alone unless this is switched on.</summary>
    public DocumentsSettings Documents { get; set; } = new();

    /// <summary>
    /// A web page or e-mail address where a source's operator can reach whoever runs this: part of the User-Agent. Required unless
    /// every source is on this machine.
    /// </summary>
    public string Contact { get; set; } = "";

    /// <summary>The least time between two requests to one host.</summary>
    public TimeSpan MinimumInterval { get; set; } = TimeSpan.FromSeconds(1);

    /// <summary>The largest document that is read; of a larger one the first bytes are kept.</summary>
    public int MaximumDocumentBytes { get; set; } = 64 * 1024 * 1024;

    /// <summary>The longest that one attempt may take, its body included.</summary>
    public TimeSpan Timeout { get; set; } = TimeSpan.FromSeconds(60);

    /// <summary>How often a request is tried in all.</summary>
    public int Attempts { get; set; } = 5;

    /// <summary>The wait before the second attempt, before jitter; it doubles for each further one.</summary>
    public TimeSpan FirstRetryAfter { get; set; } = TimeSpan.FromSeconds(2);

    /// <summary>The longest wait that a source may ask for (Retry-After); a longer one ends the request.</summary>
    public TimeSpan LongestRetryAfter { get; set; } = TimeSpan.FromMinutes(5);

    /// <summary>How long a host that keeps failing is left alone.</summary>
    public TimeSpan BreakDuration { get; set; } = TimeSpan.FromMinutes(5);

    /// <inheritdoc/>
    public IEnumerable<SettingFault> Validate()
    {
        if (BaseAddressFault("TenderNed:BaseAddress", TenderNed.BaseAddress) is { } tenderNed) yield return tenderNed;
        if (BaseAddressFault("Ted:BaseAddress", Ted.BaseAddress) is { } ted) yield return ted;
        if (BaseAddressFault("Ted:SearchAddress", Ted.SearchAddress) is { } search) yield return search;
        foreach (var fault in Mercell.Validate()) yield return fault with { Name = "Mercell:" + fault.Name };
        foreach (var fault in Documents.Validate()) yield return fault with { Name = "Documents:" + fault.Name };
        if (BaseAddressFault("Mercell:BaseAddress", Mercell.BaseAddress) is { } mercell) yield return mercell;
        if (BaseAddressFault("Mercell:SiteAddress", Mercell.SiteAddress) is { } site) yield return site;
        if (Ted.DaysBack is < 1 or > 366) yield return new SettingFault("Ted:DaysBack", $"{Ted.DaysBack}", "1 to 366 days");
        foreach (var country in Ted.Countries.Where(country => country.Length != 3 || !country.All(char.IsAsciiLetterUpper)))
            yield return new SettingFault("Ted:Countries", country, "ISO 3166-1 codes of three capital letters, for example NLD");
        if (string.IsNullOrEmpty(TenderNed.User) != string.IsNullOrEmpty(TenderNed.Password))
            yield return new SettingFault("TenderNed:Password", null, "both TenderNed:User and TenderNed:Password, or neither");
        if (TenderNed.User.Contains(':', StringComparison.Ordinal))
            yield return new SettingFault("TenderNed:User", null, "a name without a colon (RFC 7617)");
        if (TenderNed.DaysBack is < 1 or > 366) yield return new SettingFault("TenderNed:DaysBack", $"{TenderNed.DaysBack}", "1 to 366 days");
        if (!Http.UserAgent.IsContact(Contact) && !(Contact.Length == 0 && IsLocal))
            yield return new SettingFault("Contact", Contact, "an https address or an e-mail address of whoever runs this, at most 200 characters");
        if (MinimumInterval < TimeSpan.Zero || MinimumInterval > TimeSpan.FromMinutes(10))
            yield return new SettingFault("MinimumInterval", $"{MinimumInterval}", "0 to 10 minutes");
        if (MinimumInterval < TimeSpan.FromSeconds(1) && !IsLocal)
            yield return new SettingFault("MinimumInterval", $"{MinimumInterval}", "at least 1 second where a source is not on this machine");
        if (MaximumDocumentBytes is < 64 * 1024 or > 1024 * 1024 * 1024)
            yield return new SettingFault("MaximumDocumentBytes", $"{MaximumDocumentBytes}", "65536 to 1073741824 bytes");
        if (Timeout < TimeSpan.FromSeconds(1) || Timeout > TimeSpan.FromHours(1)) yield return new SettingFault("Timeout", $"{Timeout}", "1 second to 1 hour");
        if (Attempts is < 1 or > 10) yield return new SettingFault("Attempts", $"{Attempts}", "1 to 10");
        if (FirstRetryAfter < TimeSpan.Zero || FirstRetryAfter > TimeSpan.FromMinutes(10))
            yield return new SettingFault("FirstRetryAfter", $"{FirstRetryAfter}", "0 to 10 minutes");
        if (LongestRetryAfter < TimeSpan.Zero || LongestRetryAfter > TimeSpan.FromHours(1))
            yield return new SettingFault("LongestRetryAfter", $"{LongestRetryAfter}", "0 to 1 hour");
        if (BreakDuration < TimeSpan.FromSeconds(1) || BreakDuration > TimeSpan.FromHours(24))
            yield return new SettingFault("BreakDuration", $"{BreakDuration}", "1 second to 1 day");
    }

    private bool IsLocal => IsLoopback(TenderNed.BaseAddress) && IsLoopback(Ted.BaseAddress) && IsLoopback(Ted.SearchAddress)
        && (!Mercell.IsOn || (IsLoopback(Mercell.BaseAddress) && IsLoopback(Mercell.SiteAddress)));

    private static bool IsLoopback(string address) => Uri.TryCreate(address, UriKind.Absolute, out var uri) && uri.IsLoopback;

    // Credentials in an address would end up in logs and in the origin of evidence, so the value is not repeated then.
    private static SettingFault? BaseAddressFault(string name, string address)
    {
        const string Allowed = "an https address without user, query and fragment (http only on this machine)";
        if (!Uri.TryCreate(address, UriKind.Absolute, out var uri)) return new SettingFault(name, address, Allowed);
        if (uri.UserInfo.Length > 0 || uri.Query.Length > 0) return new SettingFault(name, null, Allowed);
        var isSafe = uri.Scheme == Uri.UriSchemeHttps || (uri.Scheme == Uri.UriSchemeHttp && uri.IsLoopback);
        return isSafe && uri.Fragment.Length == 0 ? null : new SettingFault(name, address, Allowed);
    }
}

/// <summary>How TenderNed is reached.</summary>
public sealed class TenderNedSettings
{
    /// <summary>The API behind tenderned.nl.</summary>
    public string BaseAddress { get; set; } = "https://www.tenderned.nl/papi/tenderned-rs-tns/v2";

    /// <summary>The user of the XML API; empty without one: then the XML is taken from TED.</summary>
    public string User { get; set; } = "";

    /// <summary>The password of that user.</summary>
    public string Password { get; set; } = "";

    /// <summary>How many past days are listed again in each full run.</summary>
    public int DaysBack { get; set; } = 7;
}

/// <summary>How TED is reached.</summary>
public sealed class TedSettings
{
    /// <summary>The site of TED.</summary>
    public string BaseAddress { get; set; } = "https://ted.europa.eu";

    /// <summary>The search of TED, version 3.</summary>
    public string SearchAddress { get; set; } = "https://api.ted.europa.eu";

    /// <summary>Whether TED is watched. Notices that TenderNed names are read from TED in any case.</summary>
    public bool Watch { get; set; } = true;

    /// <summary>The countries of the buyers that are watched, ISO 3166-1 alpha-3; none means NLD.</summary>
    public IList<string> Countries { get; set; } = [];

    /// <summary>An expert query in place of the one made from the countries and the watch profiles; empty for that one.</summary>
    public string Query { get; set; } = "";

    /// <summary>How many past days are listed again in each run.</summary>
    public int DaysBack { get; set; } = 7;

    /// <summary>The countries, or the Netherlands where none is named.</summary>
    public IReadOnlyList<string> CountriesInUse => Countries.Count > 0 ? [.. Countries] : ["NLD"];
}
