using MimeKit;
using TenderWatch.Core.Languages;
using TenderWatch.Core.Reviews;
using TenderWatch.Core.Settings;
using TenderWatch.Notifications.Teams;

namespace TenderWatch.Notifications;

/// <summary>Whom to tell, and how. With no recipient and no target nobody is told.</summary>
/// <remarks>Classes, not records: a record would print its secrets wherever it is logged.</remarks>
public sealed class NotificationSettings : ISettings
{
    /// <summary>The mail server.</summary>
    public SmtpSettings Smtp { get; init; } = new();

    /// <summary>The address that mails come from: <c>TenderWatch &lt;tenderwatch@example.org&gt;</c>.</summary>
    public string From { get; init; } = "";

    /// <summary>Who gets mail.</summary>
    public IReadOnlyList<MailRecipient> Recipients { get; init; } = [];

    /// <summary>Which Teams channels get cards.</summary>
    public IReadOnlyList<TeamsTarget> Teams { get; init; } = [];

    /// <summary>Where people reach the case pages; messages link there.</summary>
    public Uri? PublicBaseUrl { get; init; }

    /// <summary>A line above every message, such as that it is a demonstration; none by default.</summary>
    public LocalizedText? Banner { get; init; }

    /// <summary>Whether a webhook may be on this machine, for demonstrations and tests.</summary>
    public bool AllowLoopback { get; init; }

    /// <summary>After how many failed attempts a message is given up. The default takes about three days.</summary>
    public int MaximumAttempts { get; init; } = 20;

    /// <summary>So many messages about cases an hour each recipient gets at most; what is more waits and comes as one message. 0 for no such limit.</summary>
    public int MostPerHour { get; init; } = 30;

    /// <summary>When the daily message is made, in Dutch time: <c>07:30</c>.</summary>
    public string DailyAt { get; init; } = "07:30";

    /// <summary>When nobody is told about cases, in Dutch time: <c>22:00-07:00</c>; never where it is empty. Troubles of sources are told at once.</summary>
    public string QuietHours { get; init; } = "";

    /// <summary>So many days before the last day of a term people are reminded of it, at nine in the morning; 0 for no reminder.</summary>
    public int RemindDaysBefore { get; init; } = ReminderRule.Default.DaysBefore;

    internal IEnumerable<Subscriber> Subscribers => [.. Recipients, .. Teams];

    /// <inheritdoc/>
    public IEnumerable<SettingFault> Validate()
    {
        if (RemindDaysBefore is < 0 or > 60) yield return new(nameof(RemindDaysBefore), RemindDaysBefore.ToString(System.Globalization.CultureInfo.InvariantCulture), "0 to 60");
        if (MostPerHour is < 0 or > 10_000) yield return new(nameof(MostPerHour), MostPerHour.ToString(System.Globalization.CultureInfo.InvariantCulture), "0 to 10000");
        if (Notifications.QuietHours.Time(DailyAt) is null) yield return new(nameof(DailyAt), DailyAt, "a time such as 07:30");
        if (QuietHours.Length > 0 && Notifications.QuietHours.Parse(QuietHours) is null) yield return new(nameof(QuietHours), QuietHours, "two times such as 22:00-07:00, or nothing");
        if (MaximumAttempts is < 1 or > 1000) yield return new(nameof(MaximumAttempts), MaximumAttempts.ToString(System.Globalization.CultureInfo.InvariantCulture), "1 to 1000");
        if (Recipients.Count == 0 && Teams.Count == 0) yield break;
        if (PublicBaseUrl is not { IsAbsoluteUri: true, Scheme: "http" or "https", Query: "", Fragment: "", UserInfo: "" })
            yield return new(nameof(PublicBaseUrl), Shown(PublicBaseUrl), "the address of the case pages, without user and query, such as https://tenderwatch.example.org");
        foreach (var fault in ValidateMail().Concat(ValidateTeams())) yield return fault;
    }

    private IEnumerable<SettingFault> ValidateMail()
    {
        if (Recipients.Count == 0) yield break;
        foreach (var fault in Smtp.Validate()) yield return fault with { Name = "Smtp:" + fault.Name };
        if (!IsAddress(From)) yield return new(nameof(From), From, "a mail address, perhaps with a name: TenderWatch <tenderwatch@example.org>");
        var seen = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
        for (var i = 0; i < Recipients.Count; i++)
        {
            var email = Recipients[i].Email;
            var name = string.Create(System.Globalization.CultureInfo.InvariantCulture, $"Recipients:{i}:Email");
            if (!IsAddress(email)) yield return new(name, email, "a mail address: inkoop@example.org");
            else if (!seen.Add(email)) yield return new(name, email, "an address that is not in the list already");
            foreach (var fault in Recipients[i].Validate(name[..^nameof(MailRecipient.Email).Length])) yield return fault;
        }
    }

    private IEnumerable<SettingFault> ValidateTeams()
    {
        var seen = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
        for (var i = 0; i < Teams.Count; i++)
        {
            var prefix = string.Create(System.Globalization.CultureInfo.InvariantCulture, $"Teams:{i}:");
            if (string.IsNullOrWhiteSpace(Teams[i].Name)) yield return new(prefix + "Name", Teams[i].Name, "a name for the channel, shown where its address must not be");
            else if (!seen.Add(Teams[i].Name)) yield return new(prefix + "Name", Teams[i].Name, "a name that is not in the list already");
            if (!WebhookAddress.IsAllowed(Teams[i].Webhook, AllowLoopback)) yield return new(prefix + "Webhook", null, WebhookAddress.Allowed);
            foreach (var fault in Teams[i].Validate(prefix)) yield return fault;
        }
    }

    // An address with a user holds a password, one with a query perhaps a signature.
    private static string? Shown(Uri? address) => address is { IsAbsoluteUri: true, UserInfo: not "" } or { IsAbsoluteUri: true, Query: not "" } ? null : address?.OriginalString;

    private static bool IsAddress(string text) =>
        !text.Any(char.IsControl) && MailboxAddress.TryParse(text, out var address) && address.Domain.Length > 0 && address.LocalPart.Length > 0;
}
