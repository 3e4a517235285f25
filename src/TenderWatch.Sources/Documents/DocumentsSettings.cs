using TenderWatch.Core.Settings;

namespace TenderWatch.Sources;

/// <summary>Whether procurement documents are retrieved, and from where.</summary>
public sealed class DocumentsSettings
{
    /// <summary>Whether documents are retrieved at all: from TenderNed, and from the hosts below.</summary>
    public bool Retrieve { get; set; }

    /// <summary>
    /// The hosts beside TenderNed's from which documents may be retrieved that a notice links to (BT-15): <c>documents.example.nl</c>, with its port where it is not 443. A host that is
    /// named by its address on this machine (<c>127.0.0.1:8080</c>) may be asked without https.
    /// </summary>
    public IList<string> Hosts { get; set; } = [];

    /// <summary>So many documents of one notice are retrieved.</summary>
    public int MostPerNotice { get; set; } = 50;

    /// <summary>What is wrong with the values.</summary>
    public IEnumerable<SettingFault> Validate()
    {
        foreach (var host in Hosts)
        {
            if (!Uri.TryCreate("https://" + host, UriKind.Absolute, out var address) || address.PathAndQuery != "/" || address.UserInfo.Length > 0 || address.Fragment.Length > 0 || host.Contains('/', StringComparison.Ordinal))
                yield return new SettingFault("Hosts", host, "names of hosts without scheme and path, for example documents.example.nl");
        }

        if (MostPerNotice is < 1 or > 100) yield return new SettingFault("MostPerNotice", $"{MostPerNotice}", "1 to 100");
    }
}
