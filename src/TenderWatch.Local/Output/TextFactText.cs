using TenderWatch.Core.Languages;
using TenderWatch.Core.Texts;

namespace TenderWatch.Local.Output;

/// <summary>A fact from running text as lines for a terminal.</summary>
internal static class TextFactText
{
    /// <summary>What counts of it and how it stands, then its words and their place.</summary>
    public static void Write(Terminal terminal, StandingFact fact)
    {
        Write(terminal, fact.Counting);
        if (fact.Standing == FactStanding.Rule) return;
        var read = fact.Standing == FactStanding.Corrected ? $"; read was {TextFactWords.Value(fact.Read, Language.En)}" : "";
        terminal.Line($"      {StandingWords.Of(fact, Language.En, names: true)}{read}{(fact.Review?.Reason is { } reason ? $": {reason}" : "")}");
        if (StandingWords.LookAgain(fact) is { } again) terminal.Line("      " + again.En);
    }

    /// <summary>What it says, then its words and their place.</summary>
    public static void Write(Terminal terminal, TextFact fact)
    {
        var place = string.Join(", ", new[] { fact.Place.Part, fact.Place.At, fact.Place.Page is { } page ? $"page or paragraph {page}" : null, $"character {fact.Place.Offset}" }.Where(part => !string.IsNullOrEmpty(part)));
        terminal.Line($"  {TextFactWords.Label(fact.Kind).En}: {TextFactWords.Value(fact, Language.En)}");
        terminal.Line($"      \"{fact.Quote.ReplaceLineEndings(" ")}\"  ({place}; {fact.Extractor})");
    }
}
