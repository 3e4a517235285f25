namespace TenderWatch.Core.Settings;

/// <summary>A setting that stops the start.</summary>
/// <param name="Name">Its name within its section: <c>Smtp:Port</c>.</param>
/// <param name="Value">What it is; never the value of a secret.</param>
/// <param name="Allowed">What it may be.</param>
public sealed record SettingFault(string Name, string? Value, string Allowed);

/// <summary>A section of settings that can say what is wrong with it.</summary>
public interface ISettings
{
    /// <summary>Every wrong setting; none when all is well.</summary>
    IEnumerable<SettingFault> Validate();
}
