using TenderWatch.Core.Cases;
using TenderWatch.Core.Languages;
using TenderWatch.Core.Summaries;
using TenderWatch.Extraction.Summaries;

namespace TenderWatch.Local.Output;

/// <summary>The five lines of a summary for a terminal, each sentence with its source.</summary>
internal static class SummaryText
{
    private const int MostOrigins = 4;

    public static void Write(Terminal terminal, IReadOnlyList<SummaryLine> lines, Language language)
    {
        foreach (var line in lines)
        {
            terminal.Heading(SummaryLine.Label(line.Topic).In(language));
            foreach (var sentence in line.Sentences)
            {
                terminal.Line("  " + sentence.Text.In(language));
                terminal.Line("      " + Source(sentence, language));
            }
        }
    }

    /// <summary>What a model picked: in the language of the source the sentence itself, in the other its translation with the sentence below it.</summary>
    public static void Write(Terminal terminal, ModelSummary picked, Language language)
    {
        terminal.Heading($"{PickedSentence.Marked.In(language)} ({picked.Extractor})");
        foreach (var line in picked.Lines)
        {
            if (line.Language != language) terminal.Line("  " + line.Translation);
            terminal.Line($"{(line.Language == language ? "  " : "      ")}\u201C{line.Quote.ReplaceLineEndings(" ")}\u201D ({line.Place.Part})");
        }

        if (picked.Lines.Count == 0) terminal.Line(language == Language.Nl ? "  Niets." : "  Nothing.");
    }

    private static string Source(SummarySentence sentence, Language language)
    {
        if (sentence.Sought.Count > 0) return new LocalizedText("gezocht in ", "looked for in ").In(language) + string.Join(", ", sentence.Sought);
        var more = sentence.Origins.Count > MostOrigins ? new LocalizedText($" en nog {sentence.Origins.Count - MostOrigins}", $" and {sentence.Origins.Count - MostOrigins} more").In(language) : "";
        return new LocalizedText("bron: ", "source: ").In(language) + string.Join("; ", sentence.Origins.Take(MostOrigins).Select(Place)) + more;
    }

    private static string Place(FactOrigin origin) =>
        $"{origin.Notice} {origin.Field}{(origin.At is null ? "" : " " + origin.At)}{(origin.Quote is null ? "" : $" \u201C{origin.Quote.ReplaceLineEndings(" ")}\u201D")}";
}
