using TenderWatch.Core.Languages;
using TenderWatch.Core.Texts;
using TenderWatch.Extraction.Explanations;
using TenderWatch.Extraction.Rules;

namespace TenderWatch.Extraction.Summaries;

/// <summary>
/// Holds a translation against the sentence it is of. Numbers, dates, names and units must be the same in the same order, terms the same, and what the rules read in it they must
/// read in the sentence too. A sentence with a negation is not taken: where it stands decides what is denied, and that cannot be checked. Nor can the meaning of other words be.
/// </summary>
internal static class TranslationCheck
{
    private const int Longest = 900;

    private static readonly string[] Addresses = ["http", "www.", "@", "://"];

    private static readonly HashSet<string> Dutch = Words.Set("de het een van en voor met is worden wordt aan bij door om te op in tot zijn dat die deze dit als ook");
    private static readonly HashSet<string> English = Words.Set("the of and for with is to by on a an in that which this these are be as from it shall will");

    private static readonly Terms Negations = new(
        """
        niet, geen, nooit, noch, zonder, niets, niemand, nergens, evenmin, behalve, tenzij, uitgezonderd, uitzondering*, afgezien, buiten beschouwing, onmogelijk, ongeldig, uitgesloten,
        no, not, never, neither, nor, without, none, nothing, nobody, nowhere, cannot, non, except, excepted, unless, exception*, apart from, min, minus, impossible, invalid, t
        """);

    // A summary gives no verdict and accuses nobody, and nothing of it speaks to its reader.
    private static readonly Terms Verdicts = new(
        """
        fraud*, corrupt*, illega*, unlawful*, onrechtmatig*, suspicio*, suspect*, verdacht*, dumping, collu*, kartel*, cartel*, mislei*, mislead*, oneerlijk*, unfair*, dishonest*, schuld, schuldig*, guilt*, betrouwbaar*, onbetrouwbaar*,
        reliable, unreliable, abnorma*, volstaa*, toereikend*, voldoende, suffic*, insufficient*, goedgekeurd*, approved, afgekeurd*, aanbevol*, recommend*, te laag, too low, te duur, too expensive, beste keuze, best choice,
        negeer, negeren, instructie*, ignore, disregard, instruction*, prompt, taalmodel*, language model, assistent, assistant, zeg dat, say that, antwoord*, answer*, oordeel*, judge*, verdict*
        """);

    /// <summary>Why a translation is dropped; <see langword="null"/> where it is kept.</summary>
    /// <param name="quote">The sentence.</param>
    /// <param name="translation">The translation.</param>
    /// <param name="language">The language of the sentence.</param>
    public static string? Fault(string quote, string translation, Language language)
    {
        var other = language == Language.Nl ? Language.En : Language.Nl;
        if (translation.Length is 0 or > Longest || translation.Length > 2.2 * quote.Length || translation.Length < 0.45 * quote.Length || translation.Any(char.IsControl)) return "other-length";
        if (Addresses.Any(sign => translation.Contains(sign, StringComparison.OrdinalIgnoreCase))) return "address";
        if (translation.Any(sign => !IsPlain(sign) && !quote.Contains(sign, StringComparison.Ordinal))) return "other-signs";
        var (said, translated) = (Whole(quote), Whole(translation));
        if (!IsIn(said, language) || !IsIn(translated, other)) return "other-language";
        if (Negations.In(said) || Negations.In(translated)) return "negation";
        if (Verdicts.In(said) || Verdicts.In(translated)) return "verdict";
        if (!Anchors.Of(Begun(quote, translation), language).SequenceEqual(Anchors.Of(translation, other), StringComparer.Ordinal)) return "other-figures-or-names";
        if (!TermsOf(said).SetEquals(TermsOf(translated))) return "other-terms";
        return FactsOf(translation, other).IsSubsetOf(FactsOf(quote, language)) ? null : "not-read-again";
    }

    // The first word of a sentence has its capital from where it stands; one that is a name is all capitals, or stands in the translation as it is.
    private static string Begun(string quote, string translation)
    {
        var first = Tokens.Of(quote, 0, quote.Length).FirstOrDefault(token => token.Kind != TokenKind.Sign);
        if (first.Kind != TokenKind.Word || first.Length < 2 || quote.AsSpan(first.Start + 1, first.Length - 1).ContainsAnyExceptInRange('a', 'z')) return quote;
        if (translation.Contains(quote.Substring(first.Start, first.Length), StringComparison.Ordinal)) return quote;
        return quote[..first.Start] + char.ToLowerInvariant(quote[first.Start]) + quote[(first.Start + 1)..];
    }

    // Letters of other scripts look like those of this one, digits of other scripts are read by nobody here, and some signs are not seen at all.
    private static bool IsPlain(char sign) => sign is >= ' ' and <= '~' or >= '\u00C0' and <= '\u017F' or '\u2013' or '\u2018' or '\u2019' or '\u201C' or '\u201D' or '\u20AC';

    private static bool IsIn(Sentence sentence, Language language)
    {
        var (dutch, english) = (Count(sentence, Dutch), Count(sentence, English));
        return language == Language.Nl ? dutch > english : english > dutch;
    }

    private static int Count(Sentence sentence, HashSet<string> words) => Enumerable.Range(0, sentence.Count).Count(at => sentence.Is(at, words));

    private static HashSet<string> TermsOf(Sentence sentence) => [.. Enumerable.Range(0, sentence.Count).Select(at => Glossary.Terms.GetValueOrDefault(sentence.Text(at))).OfType<string>().Select(Merged)];

    // "raamovereenkomst" is one word and "framework agreement" two.
    private static string Merged(string term) => term == "framework" ? "agreement" : term;

    private static HashSet<(TextFactKind, string, string?, TextSense)> FactsOf(string text, Language language) =>
        [.. new TextRules().Read(new SourceText(default, "", null, null, language == Language.Nl ? "nld" : "eng", text)).Select(fact => (fact.Kind, fact.Value, fact.Per, fact.Sense))];

    private static Sentence Whole(string text) => new(text, Tokens.Of(text, 0, text.Length), null);
}
