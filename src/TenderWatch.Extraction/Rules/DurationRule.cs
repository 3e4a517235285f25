using TenderWatch.Core.Texts;

namespace TenderWatch.Extraction.Rules;

/// <summary>How long a contract lasts: <c>een looptijd van 8 jaar</c>, <c>acht jaar met de mogelijkheid tot verlenging</c>, <c>an initial term of four years</c>.</summary>
internal static class DurationRule
{
    internal static readonly HashSet<string> Terms = Words.Set(
        "looptijd duur contractduur contractsduur contractperiode contracttermijn overeenkomstduur opdrachtduur raamovereenkomstduur duration term periode period lifetime");

    internal static readonly HashSet<string> Contracts = Words.Set(
        "overeenkomst overeenkomsten raamovereenkomst raamovereenkomsten raamcontract contract contracts contracten agreement agreements framework concessie concessieovereenkomst dienstenconcessie opdracht das dps");

    // "voor de komende 2 jaren", "for a period of four years", "geldt 4 jaar"
    private static readonly HashSet<string> Leading = Words.Set("voor for of van een de the a an is bedraagt telt heeft komende initiele initial vaste fixed eerste first ingaande circa ongeveer maximaal minimaal maximum minimum totale total ten hoogste minste up to maximale in totaal : (");

    // Words that make it another time than that of the contract.
    internal static readonly HashSet<string> Others = Words.Set(
        "afgelopen laatste voorbije past previous preceding last ervaring experience garantie garantietermijn garantieperiode guarantee warranty binnen within geleden ago oud old leeftijd age implementatie implementatieperiode transitie transitieperiode proefperiode opzegtermijn notice levertijd leveringstermijn delivery wachttijd betalingstermijn referentie referenties reference bewaartermijn bewaard gestanddoening gestand geldigheidsduur validity levensduur standstill overgangsperiode betaling payment");

    internal static readonly HashSet<string> Over = Words.Set("over");
    private static readonly HashSet<string> Whole = Words.Set("totaal totale total overall");

    private static readonly HashSet<string> Following = Words.Set("met plus with + en and , ( exclusief excl inclusief incl excluding including waarna followed");

    public static IEnumerable<Candidate> In(Sentence sentence)
    {
        for (var at = 0; at < sentence.Count; at++)
        {
            if (RenewalsRule.Length(sentence, at) is not { } length || !IsOfMonths(length.Period)) continue;
            if (Found(sentence, at, length.Period, length.Until) is { } found) yield return found;
            at = length.Until - 1;
        }
    }

    /// <summary><c>4 + 2 + 2 jaar</c>: the first term.</summary>
    public static IEnumerable<Candidate> Summed(Sentence sentence)
    {
        for (var at = 0; at < sentence.Count; at++)
        {
            if (RenewalsRule.Summed(sentence, at) is not { } sum || Reading.Small(sentence, at, 99) is not { } first) continue;
            yield return new Candidate(TextFactKind.Duration, $"P{first.Text}{sum.Value[^1]}", at, sum.Until);
            at = sum.Until - 1;
        }
    }

    private static Candidate? Found(Sentence sentence, int at, string period, int until)
    {
        if (Reading.IsPart(sentence, at, until) || sentence.Any(at - 8, at, Others) || sentence.Any(until, until + 2, Others)) return null;
        if (sentence.Text(until) is "ervaring" or "oud" or "na" or "after" or "later" or "vanaf" or "geleden") return null;
        var first = at;
        while (first > 0 && at - first < 6 && sentence.Is(first - 1, Leading)) first--;
        var (sense, from) = Senses.Before(sentence, at, 4);
        // The term itself, right before: "de looptijd van de raamovereenkomst is 4 jaar".
        var term = sentence.Last(at - 9, at, Terms);
        // "over een periode van 4 jaar is EUR 800 000 gereserveerd" is the time of a sum.
        if (term >= 0 && sentence.Any(term - 2, term, Over)) return null;
        if (term > 0 && sentence.Text(term - 1) is "totale" or "total" or "maximale" or "maximum" && !sentence.Any(term + 1, at, Words.AtLeast)) return Of(TextSense.Maximum, term - 1);
        // "to a total maximum of four years"
        var whole = sentence.Last(at - 5, at, Whole);
        if (whole > 0 && sense == TextSense.Maximum && !IsProlonging(sentence, whole - 6, whole)) return Of(sense, Math.Min(whole, from));
        if (term >= 0 && !Breaks(sentence, term, at)) return Of(sense, Math.Min(term, from));
        // The contract, and the time with a word that leads to it: "raamovereenkomst voor 2 jaar".
        if (first < at && sentence.Any(first, at, Words.Set("voor for initiele initial komende")) && sentence.Last(0, first, Contracts) is >= 0 and var contract && first - contract <= 25) return Of(sense, Math.Min(first, from));
        // The time and, behind it, its prolongation: "acht jaar met de mogelijkheid tot verlenging met 3 keer 2 jaar".
        return sentence.Is(until, Following) && Prolonged(sentence, until) ? Of(sense, from) : null;

        Candidate Of(TextSense how, int begin) => new(TextFactKind.Duration, period, begin, until) { Sense = how };
    }

    private static bool Prolonged(Sentence sentence, int until)
    {
        for (var at = until; at < Math.Min(sentence.Count, until + 12); at++)
        {
            if (sentence.Text(at).StartsWith("verleng", StringComparison.Ordinal) || sentence.Text(at).StartsWith("optie", StringComparison.Ordinal)
                || sentence.Text(at) is "optional" or "option" or "options" or "extend" or "extension" or "extensions" or "renewal" or "renewals") return true;
            // "8 + 3 x 2 jaar"
            if (sentence.Text(at) is "x" or "\u00D7" && sentence.Any(at, at + 4, new HashSet<string>(Words.TimeUnits.Keys, StringComparer.Ordinal))) return true;
        }

        return false;
    }

    // Another figure, or the words of a prolongation, in between: the term is not that of this time.
    private static bool Breaks(Sentence sentence, int term, int at)
    {
        for (var between = term + 1; between < at; between++)
        {
            if (sentence[between].Kind == TokenKind.Number) return true;
        }

        if (IsProlonging(sentence, term + 1, at)) return true;

        // "een periode van" in the words of a prolongation: "maximaal 3 maal verlengbaar met een periode van 3 jaar"
        return IsProlonging(sentence, term - 5, term) || sentence.Text(term - 3) is "renewed" or "renewable";
    }

    internal static bool IsProlonging(Sentence sentence, int from, int until)
    {
        for (var at = Math.Max(0, from); at < until; at++)
        {
            if (sentence.Text(at).StartsWith("verleng", StringComparison.Ordinal) || sentence.Text(at).StartsWith("opti", StringComparison.Ordinal) || sentence.Text(at).StartsWith("exten", StringComparison.Ordinal)) return true;
        }

        return false;
    }

    // Contracts are let for months and years; days and weeks are terms of something else.
    internal static bool IsOfMonths(string period) => period[^1] is 'Y' or 'M';
}
