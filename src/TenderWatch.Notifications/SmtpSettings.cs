using System.Globalization;
using System.Net;
using TenderWatch.Core.Settings;

namespace TenderWatch.Notifications;

/// <summary>How the connection to a mail server is protected.</summary>
public enum SmtpSecurity
{
    /// <summary>Not at all: for a server on this machine or in a closed network.</summary>
    None,

    /// <summary>Begins readable and must switch to TLS; usual on port 587.</summary>
    StartTls,

    /// <summary>TLS from the first byte; usual on port 465.</summary>
    Tls,
}

/// <summary>The mail server.</summary>
public sealed class SmtpSettings : ISettings
{
    /// <summary>Its name or address.</summary>
    public string Host { get; init; } = "";

    /// <summary>Its port.</summary>
    public int Port { get; init; } = 587;

    /// <summary>How the connection is protected.</summary>
    public SmtpSecurity Security { get; init; } = SmtpSecurity.StartTls;

    /// <summary>The user name; none where the server asks for none.</summary>
    public string? User { get; init; }

    /// <summary>The password: a secret.</summary>
    public string? Password { get; init; }

    /// <summary>How long sending one message may take, in seconds.</summary>
    public int TimeoutSeconds { get; init; } = 60;

    /// <inheritdoc/>
    public IEnumerable<SettingFault> Validate()
    {
        if (string.IsNullOrWhiteSpace(Host)) yield return new(nameof(Host), Host, "the name or address of a mail server");
        if (Port is < 1 or > 65535) yield return new(nameof(Port), Port.ToString(CultureInfo.InvariantCulture), "1 to 65535");
        if (TimeoutSeconds is < 1 or > 600) yield return new(nameof(TimeoutSeconds), TimeoutSeconds.ToString(CultureInfo.InvariantCulture), "1 to 600");
        if (string.IsNullOrEmpty(User) != string.IsNullOrEmpty(Password)) yield return new(nameof(User), User, "a user name and a password, or neither");
        if (!string.IsNullOrEmpty(Password) && Security == SmtpSecurity.None && !IsLoopback(Host))
            yield return new(nameof(Security), Security.ToString(), "StartTls or Tls, so that nobody on the way can read the password");
    }

    private static bool IsLoopback(string host) => host == "localhost" || (IPAddress.TryParse(host, out var address) && IPAddress.IsLoopback(address));
}
