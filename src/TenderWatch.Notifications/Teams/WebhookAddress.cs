namespace TenderWatch.Notifications.Teams;

/// <summary>Where a card may be posted: Microsoft's hosts for Workflows and connectors, so that a setting cannot aim at others.</summary>
internal static class WebhookAddress
{
    public const string Allowed = "an https address of *.logic.azure.com, *.powerplatform.com, *.powerautomate.com or *.webhook.office.com";

    private static readonly string[] Suffixes = [".logic.azure.com", ".powerplatform.com", ".powerautomate.com", ".webhook.office.com"];

    public static bool IsAllowed(string address, bool allowLoopback) =>
        Uri.TryCreate(address, UriKind.Absolute, out var uri) && uri.UserInfo.Length == 0
        && ((allowLoopback && uri is { IsLoopback: true, Scheme: "http" or "https" })
            || (uri is { Scheme: "https", IsDefaultPort: true } && Suffixes.Any(suffix => uri.IdnHost.EndsWith(suffix, StringComparison.OrdinalIgnoreCase))));
}
