using TenderWatch.Core.Checks;
using TenderWatch.Core.Languages;
using TenderWatch.Core.Messages;
using TenderWatch.Core.Reviews;
using TenderWatch.Core.Settings;

namespace TenderWatch.Notifications;

/// <summary>When somebody is told about cases.</summary>
public enum Delivery
{
    /// <summary>At once, of each case by itself.</summary>
    AtOnce,

    /// <summary>Once a day, of all cases together.</summary>
    Daily,

    /// <summary>At once, and once a day of all together.</summary>
    Both,
}

/// <summary>Somebody who is told, and of what.</summary>
public abstract class Subscriber
{
    /// <summary>The language.</summary>
    public Language Language { get; init; } = Language.Nl;

    /// <summary>When.</summary>
    public Delivery Delivery { get; init; } = Delivery.AtOnce;

    /// <summary>The watch profiles whose cases are told; all where there are none.</summary>
    public IReadOnlyList<string> Profiles { get; init; } = [];

    /// <summary>The least verdict that is told: with <see cref="Verdict.Flagged"/> only cases in which a check asks for attention, or did until now. A decision and a deadline are always told.</summary>
    public Verdict Least { get; init; } = Verdict.Clear;

    /// <summary>Whether troubles of sources are told.</summary>
    public bool Alarms { get; init; } = true;

    /// <summary>The channel; see <see cref="Channels"/>.</summary>
    internal abstract string Channel { get; }

    /// <summary>What the outbox calls it.</summary>
    internal abstract string Address { get; }

    internal bool IsDaily => Delivery is Delivery.Daily or Delivery.Both;

    /// <summary>Whether the case is one of those that are told, whatever happened to it.</summary>
    internal bool Follows(IEnumerable<Core.Watching.ProfileMatch> matches) => Profiles.Count == 0 || matches.Any(match => Profiles.Contains(match.Profile, StringComparer.Ordinal));

    /// <summary>Whether a message is sent at once.</summary>
    internal bool Wants(CaseMessage message) =>
        Delivery != Delivery.Daily && Follows(message.State.Matches)
        && (message.Reason is not (MessageReason.Opened or MessageReason.VerdictChanged)
            || IsGrave([.. message.State.Checks, .. message.Previous]));

    /// <summary>Whether the gravest verdict is one that is told.</summary>
    internal bool IsGrave(IReadOnlyList<CheckResult> checks) => checks.Select(check => check.Verdict).Append(Verdict.Clear).Max() >= Least;

    internal static Verdict Gravest(CaseState state) => state.Checks.Select(check => check.Verdict).Append(Verdict.Clear).Max();

    internal IEnumerable<SettingFault> Validate(string prefix)
    {
        for (var i = 0; i < Profiles.Count; i++)
        {
            if (string.IsNullOrWhiteSpace(Profiles[i]))
                yield return new(string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{prefix}Profiles:{i}"), Profiles[i], "the id of a watch profile: smart-meters");
        }
    }
}

/// <summary>Somebody who gets mail.</summary>
public sealed class MailRecipient : Subscriber
{
    /// <summary>The address.</summary>
    public string Email { get; init; } = "";

    internal override string Channel => Channels.Email;

    internal override string Address => Email;
}

/// <summary>A Teams channel.</summary>
public sealed class TeamsTarget : Subscriber
{
    /// <summary>What it is called in outbox, ledger and logs.</summary>
    public string Name { get; init; } = "";

    /// <summary>The address of its Workflows webhook. Whoever knows it can post: a secret.</summary>
    public string Webhook { get; init; } = "";

    internal override string Channel => Channels.Teams;

    internal override string Address => Name;
}
