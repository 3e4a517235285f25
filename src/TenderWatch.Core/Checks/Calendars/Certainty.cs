using TenderWatch.Core.Languages;

namespace TenderWatch.Core.Checks.Calendars;

/// <summary>How well a statement about the law is founded.</summary>
public enum Certainty
{
    /// <summary>The text was read in an official mirror.</summary>
    Text,

    /// <summary>Secondary sources say it, or an official page that is not the text.</summary>
    Secondary,

    /// <summary>Believed to be so; the text was not at hand.</summary>
    Unconfirmed,
}

/// <summary>A certainty in words.</summary>
public static class CertaintyWords
{
    /// <summary>What people read.</summary>
    public static LocalizedText Of(Certainty certainty) => certainty switch
    {
        Certainty.Text => new("wettekst gelezen", "text read"),
        Certainty.Secondary => new("secundaire bron", "secondary source"),
        _ => new("onbevestigd", "unconfirmed"),
    };
}
