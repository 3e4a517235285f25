namespace TenderWatch.Notifications;

/// <summary>The names of the channels.</summary>
public static class Channels
{
    /// <summary>Mail over SMTP.</summary>
    public const string Email = "email";

    /// <summary>A card to a Teams Workflows webhook.</summary>
    public const string Teams = "teams";
}
