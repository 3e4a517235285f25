using TenderWatch.Core.Reviews.Explanations.Aids;
using TenderWatch.Core.Texts;
using TenderWatch.Extraction.Rules;

namespace TenderWatch.Extraction.Explanations;

/// <summary>A sentence of a document, with where it stands.</summary>
/// <param name="Text">The text it stands in.</param>
/// <param name="Sentence">The sentence.</param>
internal sealed record ReadSentence(SourceText Text, Sentence Sentence)
{
    private const int LongestQuote = 800;
    private const int FewestWords = 4;
    private const int FewestWordsWithoutEnd = 10;
    private const int MostWordsOfHeading = 6;
    private const int NearNegation = 3;

    private static readonly HashSet<string> Naming = Words.Set("artikel art article lid bijlage annex perceel lot nr no nummer number paragraaf section hoofdstuk chapter iso en nen sa verordening regulation richtlijn directive tabel table fase phase");

    public static IEnumerable<ReadSentence> Of(SourceText text) => TextRules.SentencesOf(text).Select(sentence => new ReadSentence(text, WithoutHeading(text.Text, sentence)));

    /// <summary>Its words alone: the same words with another layout are the same.</summary>
    public string Folded { get; } = string.Join(' ', Enumerable.Range(0, Sentence.Count).Where(at => Sentence[at].Kind != TokenKind.Sign).Select(Sentence.Text));

    /// <summary>Whether it says something: a heading or a single word does not. In a workbook a row is as good as a sentence, and so is an item of a list.</summary>
    public bool IsSentence => Text.At is not null || (WordCount >= FewestWords && (WordCount >= FewestWordsWithoutEnd || HasFigure || IsItem || Sentence.Text(Sentence.Count - 1) is "." or "!" or "?" or ";" or ":" or ")" or "\u201D"));

    /// <summary>Whether an amount, a percentage or a number stands in it, other than a year or the number of an article.</summary>
    public bool HasFigure { get; } = Enumerable.Range(0, Sentence.Count).Any(at => IsFigure(Sentence, at));

    /// <summary>Verbatim; the begin of one that is very long.</summary>
    public string Quote
    {
        get
        {
            var whole = Sentence.Quote(0, Sentence.Count).Quote;
            if (whole.Length <= LongestQuote) return whole;
            return whole[..(char.IsHighSurrogate(whole[LongestQuote - 1]) ? LongestQuote - 1 : LongestQuote)];
        }
    }

    public AidPassage Passage() => new(Quote, Text.Place(Sentence[0].Start, Quote.Length), Manner, HasFigure);

    private PassageManner Manner => !GroundTerms.Negations.In(Sentence) ? PassageManner.Plain : !HasFigure && IsDeclined ? PassageManner.Declined : PassageManner.Negated;

    private bool IsDeclined => Enumerable.Range(0, Sentence.Count).Where(at => GroundTerms.Negations.At(Sentence, at))
        .Any(at => Enumerable.Range(at - NearNegation, (2 * NearNegation) + 1).Any(near => GroundTerms.Telling.At(Sentence, near)));

    private int WordCount => Enumerable.Range(0, Sentence.Count).Count(at => Sentence[at].Kind == TokenKind.Word);

    private bool IsItem => Sentence.Text(0) is "-" or "\u2013" or "\u2022" or "\u25CF" or "\u25AA" or "\u00B7" or "\uF0B7" or "*";

    // On a page of a PDF no empty line stands between a heading and its text: a short line without an end, before one that begins with a capital.
    private static Sentence WithoutHeading(string text, Sentence sentence)
    {
        for (var at = 1; at < sentence.Count && at <= MostWordsOfHeading + 2; at++)
        {
            if (sentence[at - 1].Kind == TokenKind.Sign && sentence[at - 1].Text is not (")" or "\u201D")) continue;
            if (!text.AsSpan(sentence[at - 1].End, sentence[at].Start - sentence[at - 1].End).Contains('\n') || !char.IsUpper(text[sentence[at].Start])) continue;
            return WithoutHeading(text, new Sentence(text, [.. Enumerable.Range(at, sentence.Count - at).Select(index => sentence[index])], sentence.Style));
        }

        return sentence;
    }

    private static bool IsFigure(Sentence sentence, int at)
    {
        if (sentence[at].Kind != TokenKind.Number || sentence.Is(at - 1, Naming)) return false;
        if (sentence.Text(at + 1) is "%" or "procent" or "percent" or "euro" or "EUR" or "eur") return true;
        if (sentence.Text(at - 1) is "\u20AC" or "eur" or "euro" or "$") return true;
        // A number at the begin of a line is that of a heading or of a list.
        var isYear = sentence[at].Length == 4 && sentence.Text(at).All(char.IsAsciiDigit) && sentence.Text(at)[0] is '1' or '2';
        return at > 0 && !isYear && !(sentence.Text(at - 1) is "/" or "-" && sentence[at].Glued);
    }
}
