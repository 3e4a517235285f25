using TenderWatch.Core.Texts;

namespace TenderWatch.Extraction.Rules;

/// <summary>
/// Reads facts from Dutch and English text by rules over words and numbers. No regular expression looks at the text: it is cut into sentences of a
/// bounded length, and every rule looks at each of their words a fixed number of times, so that time grows with the length of the text alone.
/// </summary>
public sealed class TextRules : ITextFactReader
{
    /// <summary>So much of one text is read: more than any description or page has.</summary>
    public const int MostCharacters = 2_000_000;

    private const int MostFacts = 2_000;
    private const int Window = 16_384;

    // In order: of two that overlap the first counts.
    private static readonly Func<Sentence, IEnumerable<Candidate>>[] Exclusive =
    [
        MoneyRule.In, RenewalsRule.In, DurationRule.In, DatesRule.In, LotsRule.In, SuppliersRule.In, QuantityRule.In,
    ];

    // These say something else of the same words.
    private static readonly Func<Sentence, IEnumerable<Candidate>>[] Beside = [PartsRule.In, OriginRule.In, DurationRule.Summed];

    /// <inheritdoc/>
    public string Version => "rules/1";

    /// <inheritdoc/>
    public IReadOnlyList<TextFact> Read(SourceText text)
    {
        ArgumentNullException.ThrowIfNull(text);
        var facts = new List<TextFact>();
        foreach (var sentence in SentencesOf(text))
        {
            if (facts.Count >= MostFacts) break;
            foreach (var found in Of(sentence)) facts.Add(Fact(text, sentence, found));
        }

        return facts.Count > MostFacts ? facts[..MostFacts] : facts;
    }

    /// <summary>The sentences that a text is read in.</summary>
    internal static IEnumerable<Sentence> SentencesOf(SourceText text)
    {
        var content = text.Text.Length > MostCharacters ? text.Text[..MostCharacters] : text.Text;
        var style = Languages.StyleOf(text.Language, content);
        for (var from = 0; from < content.Length;)
        {
            var until = EndOfWindow(content, from);
            foreach (var sentence in Sentences.Of(content, Tokens.Of(content, from, until), style)) yield return sentence;
            from = until;
        }
    }

    private static IEnumerable<Candidate> Of(Sentence sentence)
    {
        var found = new List<Candidate>();
        foreach (var rule in Exclusive)
        {
            foreach (var candidate in rule(sentence))
            {
                if (!found.Exists(candidate.Overlaps)) found.Add(candidate);
            }
        }

        foreach (var rule in Beside) found.AddRange(rule(sentence));
        return found.OrderBy(candidate => candidate.From).ThenBy(candidate => candidate.Kind);
    }

    private TextFact Fact(SourceText text, Sentence sentence, Candidate found)
    {
        var (offset, quote) = sentence.Quote(found.From, found.Until);
        return new TextFact
        {
            Kind = found.Kind,
            Value = found.Value,
            Unit = found.Unit,
            Per = found.Per,
            Sense = found.Sense,
            Quote = quote,
            Place = text.Place(offset, quote.Length),
            Extractor = Version,
        };
    }

    // At an empty line if there is one, else at any white space: no word and no number is cut.
    private static int EndOfWindow(string text, int from)
    {
        if (text.Length - from <= Window) return text.Length;
        var end = from + Window;
        var line = text.LastIndexOf("\n\n", end - 1, Window / 2, StringComparison.Ordinal);
        if (line > from) return line + 1;
        for (var at = end; at > end - 200; at--)
        {
            if (char.IsWhiteSpace(text[at - 1]) && !char.IsAsciiDigit(text[at])) return at;
        }

        return end;
    }
}
