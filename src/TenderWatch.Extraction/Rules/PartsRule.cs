using TenderWatch.Core.Texts;

namespace TenderWatch.Extraction.Rules;

/// <summary>Percentages, and two that make the whole: <c>60 % en 40 %</c>, <c>60/40</c>.</summary>
internal static class PartsRule
{
    private const int Apart = 24;

    private static readonly HashSet<string> Percent = Words.Set("% procent percent pct");

    // The weight of award criteria adds up to 100 as well.
    private static readonly HashSet<string> Criteria = Words.Set(
        "prijs kwaliteit criterium criteria gunningscriterium gunningscriteria gunningcriteria weging wegingsfactor weegt punten score price quality criterion weighting weight points award-criteria prijs-kwaliteit");

    public static IEnumerable<Candidate> In(Sentence sentence)
    {
        var percentages = Percentages(sentence).ToList();
        foreach (var (number, until) in percentages)
        {
            var (sense, from) = Senses.Before(sentence, number.From, 3);
            yield return new Candidate(TextFactKind.Percentage, number.Text, from, until) { Unit = "%", Sense = sense };
        }

        if (sentence.Any(0, sentence.Count, Criteria)) yield break;
        if (percentages is [var one, var other] && one.Number.Value + other.Number.Value == 100 && one.Number.Value is > 0 and < 100 && other.Number.From - one.Until <= Apart)
            yield return new Candidate(TextFactKind.Shares, $"{one.Number.Text}/{other.Number.Text}", one.Number.From, other.Until) { Unit = "%" };

        for (var at = 0; at + 2 < sentence.Count; at++)
        {
            if (sentence.Text(at + 1) != "/" || Whole(sentence, at) is not { } left || Whole(sentence, at + 2) is not { } right || left + right != 100) continue;
            if (sentence.Text(at - 1) == "/" || sentence.Text(at + 3) == "/" || sentence.Text(at + 3) == "EU") continue;
            yield return new Candidate(TextFactKind.Shares, $"{sentence.Text(at)}/{sentence.Text(at + 2)}", at, at + (sentence.Is(at + 3, Percent) ? 4 : 3)) { Unit = "%" };
        }
    }

    private static IEnumerable<(NumberRead Number, int Until)> Percentages(Sentence sentence)
    {
        for (var at = 0; at < sentence.Count; at++)
        {
            if (Reading.Number(sentence, at) is not { IsScaled: false } number) continue;
            var until = sentence.Is(number.Until, Percent) ? number.Until + 1 : sentence.Reads(number.Until, "per", "cent") ? number.Until + 2 : 0;
            if (until > 0 && !Reading.IsPart(sentence, at, until) && !Reading.IsPart(sentence, at, number.Until)) yield return (number, until);
            at = number.Until - 1;
        }
    }

    private static decimal? Whole(Sentence sentence, int at) =>
        sentence[at] is { Kind: TokenKind.Number, Length: <= 2 } && Reading.Number(sentence, at) is { IsWhole: true, Value: > 0 and < 100 } number ? number.Value : null;
}
