using Azure.Data.Tables;
using Azure.Storage.Blobs;
using TenderWatch.Core.Settings;

namespace TenderWatch.Storage;

/// <summary>
/// Where everything is kept. Either <see cref="ConnectionString"/> (one machine, Azurite), or both addresses, at which the service
/// signs in with its own identity.
/// </summary>
public sealed class StorageSettings : ISettings
{
    /// <summary>The connection string of the storage emulator on this machine, at its usual ports.</summary>
    public const string Development = "UseDevelopmentStorage=true";

    /// <summary>A connection string. It holds a key: never logged, never shown.</summary>
    public string? ConnectionString { get; set; }

    /// <summary><c>https://account.blob.core.windows.net</c>.</summary>
    public string? BlobServiceUri { get; set; }

    /// <summary><c>https://account.table.core.windows.net</c>, of that account or of another.</summary>
    public string? TableServiceUri { get; set; }

    /// <summary>Stands before the names of all containers and tables, so that several installations can share an account.</summary>
    public string? Prefix { get; set; }

    /// <summary>Whether everything is kept on this machine, in an emulator.</summary>
    public bool IsOnThisMachine => !string.IsNullOrEmpty(ConnectionString) && IsConnectionString(ConnectionString) && new BlobServiceClient(ConnectionString).Uri.IsLoopback;

    /// <inheritdoc/>
    public IEnumerable<SettingFault> Validate()
    {
        if (!string.IsNullOrEmpty(ConnectionString))
        {
            if (!IsConnectionString(ConnectionString))
                yield return new SettingFault("ConnectionString", null, "a storage connection string (its value is not shown), or empty with BlobServiceUri and TableServiceUri set");
            if (!string.IsNullOrEmpty(BlobServiceUri) || !string.IsNullOrEmpty(TableServiceUri))
                yield return new SettingFault("ConnectionString", null, "either a connection string or BlobServiceUri and TableServiceUri, not both");
        }
        else
        {
            foreach (var fault in ValidateUri(nameof(BlobServiceUri), BlobServiceUri)) yield return fault;
            foreach (var fault in ValidateUri(nameof(TableServiceUri), TableServiceUri)) yield return fault;
        }

        if (!string.IsNullOrEmpty(Prefix) && !IsPrefix(Prefix))
            yield return new SettingFault("Prefix", Prefix, "up to 20 lower-case letters and digits, a letter first");
    }

    private static IEnumerable<SettingFault> ValidateUri(string name, string? value)
    {
        if (string.IsNullOrEmpty(value))
        {
            yield return new SettingFault(name, value, "an https address, or set ConnectionString instead");
        }
        else if (!Uri.TryCreate(value, UriKind.Absolute, out var uri) || (uri.Scheme != Uri.UriSchemeHttps && !(uri.Scheme == Uri.UriSchemeHttp && uri.IsLoopback)))
        {
            // It may be a connection string, or a signature, in the wrong place.
            yield return new SettingFault(name, null, "an https address such as https://account.blob.core.windows.net (its value is not shown)");
        }
        else if (uri.Query.Length > 0 || uri.UserInfo.Length > 0)
        {
            yield return new SettingFault(name, null, "an address without signature or key: the service signs in with its own identity (its value is not shown)");
        }
    }

    private static bool IsPrefix(string prefix) =>
        prefix.Length <= 20 && char.IsAsciiLetterLower(prefix[0]) && prefix.All(character => char.IsAsciiLetterLower(character) || char.IsAsciiDigit(character));

    private static bool IsConnectionString(string text)
    {
        try
        {
            _ = new BlobServiceClient(text);
            _ = new TableServiceClient(text);
            return true;
        }
        catch (Exception wrong) when (wrong is FormatException or ArgumentException or InvalidOperationException)
        {
            return false;
        }
    }
}
