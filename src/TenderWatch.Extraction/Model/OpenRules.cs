using TenderWatch.Core.Texts;
using TenderWatch.Extraction.Rules;

namespace TenderWatch.Extraction.Model;

/// <summary>
/// What a model may point at. The rules themselves read it, value and unit, in the sentence where it stands; only whether it is meant is left open. What is not among
/// these can never become a fact, whatever a model answers: no range, no part of a number, no date, no amount (the rules leave none open but doubtful ones).
/// </summary>
internal static class OpenRules
{
    private static readonly HashSet<string> NoThings = [.. Words.TimeUnits.Keys, .. Words.Scales.Keys, .. LotsRule.Lots, .. SuppliersRule.Suppliers, .. SuppliersRule.Bidders, .. Words.Set(
        """
        euro euros eur procent percent punten points werkdagen uren uur hours minuten minutes sterren bladzijden pagina's pages artikelen articles leden referenties references criteria keren malen times meters-per
        binnen tussen tegen boven worden zijn kunnen moeten dienen zullen hebben mogen willen gaan komen maken bestaan omvatten between within then when often even open samen alleen gegadigden deelnemers candidates
        jaarlijks is was has this its as plus as us thus minus decennia decennien eeuwen seconden seconds kwartalen quarters
        augustus fois talen languages fasen fases phases stages stappen steps verlengingen opties renewals extensions options verlengingsopties contracten contracts overeenkomsten raamovereenkomsten agreements landen countries nations
        """.ReplaceLineEndings(" "))];

    private static readonly HashSet<string> Naming = Words.Set(
        "perceel lot fase phase bijlage annex artikel art article nr no nummer number type klasse class zone nen iso en versie version paragraaf section hoofdstuk chapter stap step tabel table figuur figure lid categorie category windows per of van");

    public static IEnumerable<Candidate> In(Sentence sentence)
    {
        for (var at = 0; at < sentence.Count; at++)
        {
            if (Duration(sentence, at) is { } duration) yield return duration;
            if (Reading.Number(sentence, at) is not { } number) continue;
            if (!Reading.IsPart(sentence, at, number.Until) && !sentence.Any(at - 6, at, Words.Set("tussen between")) && number is { IsWhole: true, Value: > 1 })
            {
                if (Lots(sentence, number) is { } lots) yield return lots;
                if (Suppliers(sentence, number) is { } suppliers) yield return suppliers;
                if (Quantity(sentence, number) is { } quantity) yield return quantity;
            }

            at = number.Until - 1;
        }
    }

    private static Candidate? Duration(Sentence sentence, int at)
    {
        if (RenewalsRule.Length(sentence, at) is not { } length || !DurationRule.IsOfMonths(length.Period) || Reading.IsPart(sentence, at, length.Until)) return null;
        if (sentence.Any(0, sentence.Count, DurationRule.Others) || sentence.Any(0, at, DurationRule.Over) || sentence.Any(at - 6, at, Words.Set("tussen between"))) return null;
        if (!sentence.Any(0, at, DurationRule.Terms) || !sentence.Any(0, sentence.Count, DurationRule.Contracts) || DurationRule.IsProlonging(sentence, 0, at)) return null;
        // Of two lengths of time, which is which cannot be told apart.
        for (var other = 0; other < sentence.Count; other++)
        {
            if ((other < at || other >= length.Until) && RenewalsRule.Length(sentence, other) is not null) return null;
        }

        var (sense, from) = Senses.Before(sentence, at);
        return new Candidate(TextFactKind.Duration, length.Period, from, length.Until) { Sense = sense };
    }

    private static Candidate? Lots(Sentence sentence, NumberRead number)
    {
        if (number.Value > 200 || !(sentence.Text(number.Until) is "percelen" or "lots") || sentence.Any(0, sentence.Count, LotsRule.Limits) || sentence.Text(number.From - 1) is "de" or "the" or "deze" or "van" or "of") return null;
        return new Candidate(TextFactKind.Lots, number.Text, number.From, number.Until + 1);
    }

    private static Candidate? Suppliers(Sentence sentence, NumberRead number)
    {
        if (number.Value > 50 || !sentence.Is(number.Until, SuppliersRule.Suppliers) || sentence.Any(0, sentence.Count, SuppliersRule.Inviting) || !sentence.Any(0, sentence.Count, SuppliersRule.Concluding)) return null;
        var (sense, from) = Senses.Before(sentence, number.From, 2);
        return new Candidate(TextFactKind.Suppliers, number.Text, from, number.Until + 1) { Sense = sense };
    }

    // "ten allen" is no number: in Dutch the English word is another one.
    private static Candidate? Quantity(Sentence sentence, NumberRead number)
    {
        if (sentence.Is(number.From - 1, Naming) || (sentence.Text(number.From - 1) is "-" or "/" or "." or ":" && sentence[number.From].Glued) || sentence.Text(number.From) == "ten" || IsYear(sentence, number) || IsNamed(sentence, number.From - 1)) return null;
        var noun = IsThing(sentence, number.Until) ? number.Until : IsAdjective(sentence, number.Until) && IsThing(sentence, number.Until + 1) ? number.Until + 1 : -1;
        if (noun < 0 || (sentence.Text(noun + 1) is "/" or "-" && sentence[noun + 1].Glued)) return null;
        var (per, until) = Pers.After(sentence, noun + 1);
        var (sense, from) = Senses.Before(sentence, number.From);
        return per == "" ? null : new Candidate(TextFactKind.Quantity, number.Text, from, until) { Unit = sentence.Text(noun), Per = per, Sense = sense };
    }

    private static bool IsYear(Sentence sentence, NumberRead number) => number.Value is >= 1900 and <= 2100 && sentence[number.From].Length == 4;

    // A plural in Dutch or English; verbs and prepositions that end alike are none.
    private static bool IsThing(Sentence sentence, int at) =>
        sentence[at] is { Kind: TokenKind.Word, Length: >= 4 } && !sentence.Is(at, NoThings) && (sentence.Text(at).EndsWith("en", StringComparison.Ordinal) || sentence.Text(at)[^1] == 's') && sentence.Text(at).All(sign => char.IsLetter(sign) || sign == '\'');

    private static bool IsAdjective(Sentence sentence, int at) =>
        sentence[at] is { Kind: TokenKind.Word, Length: >= 4 } && !sentence.Is(at, NoThings) && !sentence.Is(at, Words.Set("door voor with from into each elke deze onder over naar binnen meer more than")) && sentence.Text(at)[^1] == 'e';

    // "Windows 11 licenties", "Lot 3": the number is that of a name.
    private static bool IsNamed(Sentence sentence, int before) => before > 0 && sentence[before].Kind == TokenKind.Word && char.IsUpper(sentence.Quote(before, before + 1).Quote[0]);
}
