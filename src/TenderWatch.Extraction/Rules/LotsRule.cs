using TenderWatch.Core.Texts;

namespace TenderWatch.Extraction.Rules;

/// <summary>Into how many lots a purchase is divided: <c>verdeeld in 3 percelen</c>, <c>geen sprake van perceelvorming</c>, <c>divided into four lots</c>.</summary>
internal static class LotsRule
{
    internal static readonly HashSet<string> Lots = Words.Set("perceel percelen lot lots");

    private static readonly HashSet<string> Adjectives = Words.Set("( ) afzonderlijke verschillende separate different geografische");

    // How many lots one may bid for or be given is another figure.
    internal static readonly HashSet<string> Limits = Words.Set("maximaal max maximum hoogste most meer more inschrijven inschrijver inschrijvers gegund gunnen awarded award per elk either op tender tenders tenderer minimaal minste least winnen any");

    private static readonly HashSet<string> Dividing = Words.Set("verdeeld onderverdeeld opgedeeld gesplitst bestaat bestaan omvat divided split comprises consists er zijn in into bestaande consisting beschreven opdracht aanbesteding");

    public static IEnumerable<Candidate> In(Sentence sentence)
    {
        for (var at = 0; at < sentence.Count; at++)
        {
            if (Undivided(sentence, at) is { } one)
            {
                yield return one;
                at = one.Until - 1;
                continue;
            }

            if (Reading.Small(sentence, at, 200) is not { } number) continue;
            var noun = sentence.Skip(number.Until, Adjectives, 3);
            if (!sentence.Is(noun, Lots) || IsName(sentence, noun) || Reading.IsPart(sentence, at, number.Until)) continue;
            if (sentence.Any(at - 5, at, Limits) || !sentence.Any(at - 6, at, Dividing)) continue;
            var from = sentence.Last(at - 6, at, Dividing);
            yield return new Candidate(TextFactKind.Lots, number.Text, from, noun + 1);
            at = noun;
        }
    }

    private static Candidate? Undivided(Sentence sentence, int at)
    {
        if (sentence.Reads(at, "geen", "sprake", "van", "perceelvorming")) return One(at, 4);
        if (sentence.Reads(at, "geen", "sprake", "van", "percelen")) return One(at, 4);
        if (sentence.Reads(at, "niet", "in", "percelen", "verdeeld") || sentence.Reads(at, "niet", "verdeeld", "in", "percelen") || sentence.Reads(at, "niet", "opgedeeld", "in", "percelen")) return One(at, 4);
        if (sentence.Reads(at, "not", "divided", "into", "lots")) return One(at, 4);
        return null;
    }

    private static Candidate One(int at, int tokens) => new(TextFactKind.Lots, "1", at, at + tokens);

    // "Lot 1": the number belongs to the name.
    private static bool IsName(Sentence sentence, int noun) => sentence.Text(noun) is "lot" or "perceel" && sentence[noun + 1].Kind == TokenKind.Number;
}
