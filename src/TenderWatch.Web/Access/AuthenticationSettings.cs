using TenderWatch.Core.Settings;

namespace TenderWatch.Web.Access;

/// <summary>Microsoft Entra ID: whose tokens are taken, and for which application they must be.</summary>
public sealed record AuthenticationSettings : ISettings
{
    private const string PublicCloud = "https://login.microsoftonline.com/";

    /// <summary>The id of the tenant, a GUID: people of other tenants stay out.</summary>
    public string? Tenant { get; init; }

    /// <summary>The id of the application (client) that tokens must be for; <c>api://{ClientId}</c> is taken as the same.</summary>
    public string? ClientId { get; init; }

    /// <summary>Where the tenant's metadata is found, for sovereign clouds; that of the public cloud without it.</summary>
    public string? Authority { get; init; }

    /// <summary>The name of the development identity on a host that listens on this machine alone; without it that of the operating system's user.</summary>
    public string? DevelopmentUser { get; init; }

    internal bool IsConfigured => !string.IsNullOrEmpty(ClientId) && (!string.IsNullOrEmpty(Tenant) || !string.IsNullOrEmpty(Authority));

    internal string AuthorityInUse => string.IsNullOrEmpty(Authority) ? $"{PublicCloud}{Tenant}/v2.0" : Authority;

    /// <inheritdoc/>
    public IEnumerable<SettingFault> Validate()
    {
        if (!string.IsNullOrEmpty(Tenant) && !Guid.TryParseExact(Tenant, "D", out _)) yield return new SettingFault(nameof(Tenant), Tenant, "the tenant's id, a GUID; 'common' and 'organizations' would let everybody in");
        if (!string.IsNullOrEmpty(ClientId) && !Guid.TryParseExact(ClientId, "D", out _)) yield return new SettingFault(nameof(ClientId), ClientId, "the application's client id, a GUID");
        if (!string.IsNullOrEmpty(Authority) && !IsSafe(Authority)) yield return new SettingFault(nameof(Authority), Authority, "an https address (http only on this machine), such as https://login.microsoftonline.us/TENANT/v2.0");
        if (string.IsNullOrEmpty(ClientId) && (!string.IsNullOrEmpty(Tenant) || !string.IsNullOrEmpty(Authority))) yield return new SettingFault(nameof(ClientId), null, "the application's client id: without it nobody knows for whom a token is");
        if (!string.IsNullOrEmpty(ClientId) && string.IsNullOrEmpty(Tenant) && string.IsNullOrEmpty(Authority)) yield return new SettingFault(nameof(Tenant), null, "the tenant's id, a GUID; or set Authority");
        if (DevelopmentUser is { Length: > 100 }) yield return new SettingFault(nameof(DevelopmentUser), DevelopmentUser, "a name of at most 100 characters");
    }

    /// <summary>What is missing on a host that others can reach; one that is half set is told of by <see cref="Validate"/>.</summary>
    public IEnumerable<SettingFault> ValidateForOthers()
    {
        if (!string.IsNullOrEmpty(Tenant) || !string.IsNullOrEmpty(ClientId) || !string.IsNullOrEmpty(Authority)) yield break;
        yield return new SettingFault(nameof(Tenant), null, "the tenant's id, a GUID: others can reach this host, and without sign-in each of them would have every role");
        yield return new SettingFault(nameof(ClientId), null, "the application's client id, a GUID");
    }

    private static bool IsSafe(string address) => Uri.TryCreate(address, UriKind.Absolute, out var uri) && uri.UserInfo.Length == 0 && uri.Query.Length == 0
        && (uri.Scheme == Uri.UriSchemeHttps || (uri.Scheme == Uri.UriSchemeHttp && uri.IsLoopback));
}
