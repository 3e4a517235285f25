using System.Globalization;
using TenderWatch.Core.Texts;

namespace TenderWatch.Extraction.Rules;

/// <summary>How often and by how long a contract may be prolonged: <c>3 x 2 jaar</c>, <c>drie keer met telkens twee jaar</c>, <c>three 2-year options</c>.</summary>
internal static class RenewalsRule
{
    private static readonly HashSet<string> Multiplied = Words.Set("x \u00D7 * maal keer time times malen");
    private static readonly HashSet<string> Filler = Words.Set(
        "met for by of telkens steeds each a an period periods periode periodes van verlengbaar verlengd verlengen worden te tot verlenging verlengingen de het duur voor after termijn termijnen maximaal een ieder elk optie option another further additional , once");

    private static readonly HashSet<string> Options = Words.Set(
        "optie opties verlenging verlengingen verlengingsoptie verlengingsopties verlengopties verlengoptie verlengingsperiodes verlengingstermijnen option options extension extensions renewal renewals prolongations");

    private static readonly HashSet<string> Prolonging = Words.Set(
        "optie opties verlenging verlengingen verlengd verlengen verlengbaar verlengingsoptie verlengingsopties optioneel optional mogelijkheid extension extensions extend extended extending extendable option options renew renewal renewals renewed renewable prolong prolonged prolongation plus + looptijd initial initiele");

    private static readonly HashSet<string> Each = Words.Set("telkens steeds elk ieder each");

    public static IEnumerable<Candidate> In(Sentence sentence)
    {
        for (var at = 0; at < sentence.Count; at++)
        {
            if ((Repeated(sentence, at) ?? Counted(sentence, at) ?? Summed(sentence, at)) is not { } found) continue;
            yield return found;
            at = found.Until - 1;
        }
    }

    // "3 x 2 jaar", "twee maal één jaar", "tweemaal met 12 maanden", "maximaal 3 maal verlengbaar met een periode van 3 jaar"
    private static Candidate? Repeated(Sentence sentence, int at)
    {
        int count, next;
        if (Words.Times.TryGetValue(sentence.Text(at), out var times))
        {
            (count, next) = (times, at + 1);
        }
        else if (Small(sentence, at) is { } number && sentence.Is(number.Until, Multiplied))
        {
            (count, next) = ((int)number.Value, number.Until + 1);
        }
        else
        {
            return null;
        }

        next = sentence.Skip(next, Filler, 8);
        // The article, or "één", was skipped with the rest.
        if ((Length(sentence, next) ?? Length(sentence, next - 1)) is not { } length || (!sentence.Any(0, sentence.Count, Prolonging) && !IsAlone(sentence, at, length.Until))) return null;
        var (sense, from) = Senses.Before(sentence, at, 3);
        return Of(count, length.Period, sense == TextSense.Maximum ? from : at, length.Until, sense);
    }

    // "drie opties van telkens twee jaar", "three 2-year extension options", "3 extensions of 24 months"
    private static Candidate? Counted(Sentence sentence, int at)
    {
        if (Small(sentence, at) is not { } number) return null;
        // "optional 4 periods of 1 year each"
        if (sentence.Text(number.Until) is "period" or "periods" or "periodes" or "termijnen" && sentence.Any(0, sentence.Count, Prolonging) && Length(sentence, sentence.Skip(number.Until + 1, Filler, 4)) is { } term && sentence.Text(number.Until + 1) is "of" or "van")
            return Of((int)number.Value, term.Period, at, term.Until);
        if (sentence.Is(number.Until, Options) || (sentence.Text(number.Until) is "extra" or "optionele" or "aanvullende" or "optional" or "additional" or "further" && sentence.Is(number.Until + 1, Options)))
        {
            var next = number.Until + (sentence.Is(number.Until, Options) ? 1 : 2);
            if (sentence.Text(next) is "tot" or "to" or "for" && sentence.Is(next + 1, Prolonging)) next += 2;
            var filled = sentence.Skip(next, Filler, 6);
            if ((Length(sentence, filled) ?? (filled > next ? Length(sentence, filled - 1) : null)) is { } length && (number.Value == 1 || sentence.Any(number.Until, length.Until + 2, Each) || filled > next)) return Of((int)number.Value, length.Period, at, length.Until, sentence.Any(number.Until, filled, Words.AtMost) ? TextSense.Maximum : TextSense.Stated);
        }

        var optional = number.Until + (sentence.Text(number.Until) is "optional" or "additional" or "further" or "x" or "\u00D7" ? 1 : 0);
        if (Length(sentence, optional) is { } each && sentence[optional].Kind != TokenKind.Sign && sentence.Is(each.Until, Options)) return Of((int)number.Value, each.Period, at, each.Until + (sentence.Is(each.Until + 1, Options) ? 2 : 1));
        return null;
    }

    /// <summary><c>4 + 2 + 2 jaar</c>: the prolongations behind the first term, which is <see cref="DurationRule.Summed"/>.</summary>
    public static Candidate? Summed(Sentence sentence, int at)
    {
        if (sentence[at].Kind != TokenKind.Number || sentence.Text(at - 1) == "+" || sentence.Text(at + 1) != "+") return null;
        var parts = new List<decimal>();
        for (var next = at; ; next += 2)
        {
            if (Small(sentence, next) is not { } part || part.Until != next + 1) return null;
            parts.Add(part.Value);
            if (sentence.Text(next + 1) == "+") continue;
            if (!Words.TimeUnits.TryGetValue(sentence.Text(next + 1), out var unit) || parts.Count < 2 || parts.Skip(1).Distinct().Count() != 1) return null;
            return Of(parts.Count - 1, string.Create(CultureInfo.InvariantCulture, $"P{parts[1]:0}{unit}"), at, next + 2);
        }
    }

    /// <summary>A length of time: <c>twee jaar</c>, <c>12 maanden</c>, <c>2-year</c>.</summary>
    public static (string Period, int Until)? Length(Sentence sentence, int at)
    {
        var number = Small(sentence, at);
        // "drie keer een jaar": here the article counts.
        if (number is null && sentence.Text(at) == "een" && Words.TimeUnits.ContainsKey(sentence.Text(at + 1))) number = new NumberRead(1, at, at + 1, false);
        if (number is not { } read) return null;
        var unit = sentence.Text(read.Until) == "-" && sentence[read.Until].Glued ? read.Until + 1 : read.Until;
        if (sentence.Text(unit) is "extra" or "additional" or "further") unit++;
        if (!Words.TimeUnits.TryGetValue(sentence.Text(unit), out var letter)) return null;
        // "twee jaar en negen maanden"
        if (letter == 'Y' && sentence.Text(unit + 1) is "en" or "and" && Small(sentence, unit + 2) is { } rest && Words.TimeUnits.TryGetValue(sentence.Text(rest.Until), out var months) && months == 'M')
            return (string.Create(CultureInfo.InvariantCulture, $"P{read.Value:0}Y{rest.Value:0}M"), rest.Until + 1);
        return (string.Create(CultureInfo.InvariantCulture, $"P{read.Value:0}{letter}"), unit + 1);
    }

    // "3 x 2 jaar" as a whole text of renewals.
    private static bool IsAlone(Sentence sentence, int from, int until) => from <= 1 && until >= sentence.Count - 2;

    private static NumberRead? Small(Sentence sentence, int at) => Reading.Small(sentence, at, 99);

    private static Candidate Of(int count, string period, int from, int until, TextSense sense = TextSense.Stated) =>
        new(TextFactKind.Renewals, string.Create(CultureInfo.InvariantCulture, $"R{count}/{period}"), from, until) { Sense = sense == TextSense.Maximum ? sense : TextSense.Stated };
}
