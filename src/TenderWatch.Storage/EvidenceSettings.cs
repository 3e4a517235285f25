using Cronos;
using TenderWatch.Core.Evidence.Timestamps;
using TenderWatch.Core.Settings;

namespace TenderWatch.Storage;

/// <summary>How the ledgers are held to what they were: who signs checkpoints and dossiers, and when.</summary>
public sealed class EvidenceSettings : ISettings
{
    /// <summary>The key of a vault that signs checkpoints (P-256): <c>https://vault.vault.azure.net/keys/name</c>, with or without a version.</summary>
    public string? SigningKey { get; set; }

    /// <summary>A file with the private key that signs checkpoints (PKCS #8 as PEM, P-256), for a machine without a vault.</summary>
    public string? SigningKeyFile { get; set; }

    /// <summary>When a checkpoint is made, as a cron expression in Dutch time.</summary>
    public string CheckpointCron { get; set; } = "15 5 * * *";

    /// <summary>The address of an authority that stamps each checkpoint with a time (RFC 3161 over HTTP); none for no time stamps.</summary>
    public string? TimestampAuthority { get; set; }

    /// <summary>The certificates of the roots to which the authority's must lead: PEM, or the path of a file with it.</summary>
    public string? TimestampRoots { get; set; }

    /// <summary>The policy under which the authority must stamp, as an object identifier; none for any.</summary>
    public string? TimestampPolicy { get; set; }

    /// <summary>Whose time stamps count; <see langword="null"/> when the settings name no roots. Of valid settings alone.</summary>
    public TimestampTrust? TimestampTrust() => string.IsNullOrEmpty(TimestampRoots)
        ? null
        : Core.Evidence.Timestamps.TimestampTrust.Parse(IsPem(TimestampRoots) ? TimestampRoots : File.ReadAllText(TimestampRoots), string.IsNullOrEmpty(TimestampPolicy) ? null : TimestampPolicy);

    /// <summary>The value of <see cref="Browser"/> for none.</summary>
    public const string NoBrowser = "none";

    /// <summary>The Chromium that prints dossiers: a file, <see cref="NoBrowser"/>, or empty for the first one on the PATH.</summary>
    public string? Browser { get; set; }

    /// <inheritdoc/>
    public IEnumerable<SettingFault> Validate()
    {
        if (!string.IsNullOrEmpty(Browser) && Browser != NoBrowser && !File.Exists(Browser))
            yield return new SettingFault(nameof(Browser), Browser, "the file of a Chromium, 'none', or empty for the first one on the PATH");
        if (!string.IsNullOrEmpty(SigningKey) && !IsKeyAddress(SigningKey))
            yield return new SettingFault(nameof(SigningKey), SigningKey, "the address of a key in a vault, such as https://vault.vault.azure.net/keys/checkpoints");
        if (!string.IsNullOrEmpty(SigningKey) && !string.IsNullOrEmpty(SigningKeyFile))
            yield return new SettingFault(nameof(SigningKeyFile), SigningKeyFile, "either SigningKey or SigningKeyFile, not both");
        if (!CronExpression.TryParse(CheckpointCron, out _))
            yield return new SettingFault(nameof(CheckpointCron), CheckpointCron, "a cron expression with five fields, such as 15 5 * * *");
        if (!string.IsNullOrEmpty(TimestampAuthority) && !IsAuthorityAddress(TimestampAuthority))
            yield return new SettingFault(nameof(TimestampAuthority), TimestampAuthority, "an https address without user, query and fragment; http on this machine");
        if (!string.IsNullOrEmpty(TimestampAuthority) && string.IsNullOrEmpty(TimestampRoots))
            yield return new SettingFault(nameof(TimestampRoots), TimestampRoots, "the certificates of the authority's roots (PEM, or a file with it), for a time stamp of anybody proves nothing");
        if (RootsFault() is { } fault) yield return fault;
        if (!string.IsNullOrEmpty(TimestampPolicy) && !IsObjectIdentifier(TimestampPolicy))
            yield return new SettingFault(nameof(TimestampPolicy), TimestampPolicy, "an object identifier, such as 1.2.3.4.1");
    }

    private SettingFault? RootsFault()
    {
        try
        {
            _ = TimestampTrust();
            return null;
        }
        catch (Exception fault) when (fault is FormatException or IOException or UnauthorizedAccessException or ArgumentException or NotSupportedException)
        {
            return new SettingFault(nameof(TimestampRoots), IsPem(TimestampRoots!) ? null : TimestampRoots, $"certificates of roots as PEM, or a file with it ({fault.Message.TrimEnd('.')})");
        }
    }

    private static bool IsPem(string text) => text.TrimStart().StartsWith("-----BEGIN ", StringComparison.Ordinal);

    private static bool IsAuthorityAddress(string text) =>
        Uri.TryCreate(text, UriKind.Absolute, out var address)
        && (address.Scheme == Uri.UriSchemeHttps || (address.Scheme == Uri.UriSchemeHttp && address.IsLoopback))
        && address is { Query: "", Fragment: "", UserInfo: "" };

    private static bool IsObjectIdentifier(string text) =>
        text.Length <= 100 && text.Split('.') is { Length: > 1 } arcs && arcs.All(arc => arc.Length > 0 && arc.All(char.IsAsciiDigit) && (arc.Length == 1 || arc[0] != '0'));

    private static bool IsKeyAddress(string text) =>
        Uri.TryCreate(text, UriKind.Absolute, out var address)
        && (address.Scheme == Uri.UriSchemeHttps || (address.Scheme == Uri.UriSchemeHttp && address.IsLoopback))
        && address is { Query: "", UserInfo: "", Segments: [_, "keys/", var name, ..] and { Length: 3 or 4 } }
        && name.Trim('/').Length > 0;
}
