using Cronos;
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
    }

    private static bool IsKeyAddress(string text) =>
        Uri.TryCreate(text, UriKind.Absolute, out var address)
        && (address.Scheme == Uri.UriSchemeHttps || (address.Scheme == Uri.UriSchemeHttp && address.IsLoopback))
        && address is { Query: "", UserInfo: "", Segments: [_, "keys/", var name, ..] and { Length: 3 or 4 } }
        && name.Trim('/').Length > 0;
}
