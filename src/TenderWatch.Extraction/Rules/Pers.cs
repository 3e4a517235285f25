namespace TenderWatch.Extraction.Rules;

/// <summary>For what a value holds each time: <c>per jaar</c>, <c>a year</c>, <c>yearly</c>.</summary>
internal static class Pers
{
    private static readonly Dictionary<string, string> Units = new(StringComparer.Ordinal)
    {
        ["jaar"] = "year",
        ["annum"] = "year",
        ["year"] = "year",
        ["contractjaar"] = "year",
        ["kalenderjaar"] = "year",
        ["maand"] = "month",
        ["month"] = "month",
        ["week"] = "week",
        ["dag"] = "day",
        ["day"] = "day",
        ["uur"] = "hour",
        ["hour"] = "hour",
        ["seconde"] = "second",
        ["second"] = "second",
        ["minuut"] = "minute",
        ["minute"] = "minute",
        ["stuk"] = "unit",
        ["eenheid"] = "unit",
        ["unit"] = "unit",
        ["piece"] = "unit",
        ["meter"] = "unit",
    };

    private static readonly Dictionary<string, string> Adverbs = new(StringComparer.Ordinal)
    {
        ["jaarlijks"] = "year",
        ["yearly"] = "year",
        ["annually"] = "year",
        ["maandelijks"] = "month",
        ["monthly"] = "month",
        ["wekelijks"] = "week",
        ["weekly"] = "week",
        ["dagelijks"] = "day",
        ["daily"] = "day",
    };

    private static readonly HashSet<string> Between = Words.Set("excl exclusief incl inclusief btw vat excluding including ex exclusive . , ( ) - van the of plus pieces pcs");

    /// <summary>What it holds for, and the token after the words that say so.</summary>
    public static (string? Per, int Until) After(Sentence sentence, int at)
    {
        var next = sentence.Skip(at, Between, 7);
        if (Adverbs.TryGetValue(sentence.Text(next), out var adverb)) return (adverb, next + 1);
        if (sentence.Text(next) is "per" or "a" or "each" or "/" && Units.TryGetValue(sentence.Text(next + 1), out var unit)) return (unit, next + 2);
        // "per whatever else": it is not the value of the whole, and what it is of is not known.
        return sentence.Text(next) is "per" or "/" && sentence[next + 1].Kind != TokenKind.Sign && next + 1 < sentence.Count ? ("", next) : (null, at);
    }
}
