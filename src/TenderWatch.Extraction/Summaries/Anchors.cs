using System.Globalization;
using TenderWatch.Core.Bids;
using TenderWatch.Core.Languages;
using TenderWatch.Extraction.Rules;

namespace TenderWatch.Extraction.Summaries;

/// <summary>What a sentence must share with its translation, in its order: numbers, dates, names, units and scales.</summary>
internal static class Anchors
{
    private static readonly string[] Large = ["honderd", "duizend", "miljoen", "miljard", "biljoen", "hundred", "thousand", "million", "billion", "trillion"];

    /// <summary>The anchors of a text in a language.</summary>
    public static IReadOnlyList<string> Of(string text, Language language)
    {
        var tokens = Tokens.Of(text, 0, text.Length);
        var sentence = new Sentence(text, tokens, language == Language.Nl ? NumberStyle.Dutch : NumberStyle.English);
        var numbers = language == Language.Nl ? NumberWords.Dutch : NumberWords.English;
        var found = new List<string>();
        for (var at = 0; at < sentence.Count; at++)
        {
            if (WrittenDate.At(sentence, at) is { } date)
            {
                found.Add(date.Date.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture));
                at = date.Until - 1;
                continue;
            }

            if (sentence[at].Kind == TokenKind.Number) found.Add(Number(sentence, at));
            else if (IsLarge(sentence.Text(at)) || IsTail(sentence, at)) found.Add("as written " + sentence.Text(at));
            else if (InWords(sentence, at, numbers, language) is { } words) (found, at) = (Add(found, words.Value), words.Until - 1);
            else if (Glossary.Anchors.TryGetValue(sentence.Text(at), out var anchor)) found.Add(anchor);
            else if (IsName(text, sentence[at]) && !Glossary.Terms.ContainsKey(sentence.Text(at))) found.Add("name " + sentence.Text(at));
        }

        return found;
    }

    // One that can mean two things is held to its very signs.
    private static string Number(Sentence sentence, int at)
    {
        var scaled = Words.Scales.ContainsKey(sentence.Text(at + 1));
        var below = sentence.Text(at - 1) is "-" or "\u2013" or "\u2212" && sentence[at].Glued && !sentence[at - 1].Glued ? "minus " : "";
        return below + (WrittenNumber.Value(sentence[at].Text, sentence.Style, scaled ? NumberUse.Scaled : NumberUse.Bare) is { } value
            ? (value / 1.000000000000000000000000000000m).ToString(CultureInfo.InvariantCulture)
            : "as written " + sentence[at].Text);
    }

    // "zeshonderd" is one word, and "740k" is another number than 740.
    private static bool IsLarge(string word) => !Glossary.Anchors.ContainsKey(word) && Large.Any(part => word.Contains(part, StringComparison.Ordinal));

    private static bool IsTail(Sentence sentence, int at) => sentence[at] is { Kind: TokenKind.Word, Glued: true } && sentence[at - 1].Kind == TokenKind.Number && !Glossary.Anchors.ContainsKey(sentence.Text(at));

    private static (int Value, int Until)? InWords(Sentence sentence, int at, IReadOnlyDictionary<string, int> numbers, Language language)
    {
        if (language == Language.Nl && sentence.Text(at) == "een") return sentence[at].Length > 3 || sentence.Quote(at, at + 1).Quote.AsSpan().ContainsAny('\u00e9', '\u00c9') ? (1, at + 1) : null;
        if (!numbers.TryGetValue(sentence.Text(at), out var first)) return null;
        var next = sentence.Text(at + 1) == "-" ? at + 2 : at + 1;
        return language == Language.En && first >= 20 && first % 10 == 0 && numbers.TryGetValue(sentence.Text(next), out var unit) && unit is > 0 and < 10 ? (first + unit, next + 1) : (first, at + 1);
    }

    private static List<string> Add(List<string> found, int value)
    {
        found.Add(value.ToString(CultureInfo.InvariantCulture));
        return found;
    }

    // A capital or a digit makes a name; whatever begins a translation is held to that too.
    private static bool IsName(string text, Token token) => token.Kind == TokenKind.Word && text.AsSpan(token.Start, token.Length).ContainsAnyExceptInRange('a', 'z')
        && (ContainsUpper(text.AsSpan(token.Start, token.Length)) || text.AsSpan(token.Start, token.Length).ContainsAnyInRange('0', '9'));

    private static bool ContainsUpper(ReadOnlySpan<char> word)
    {
        foreach (var sign in word)
        {
            if (char.IsUpper(sign)) return true;
        }

        return false;
    }
}
