using TenderWatch.Core.Texts;

namespace TenderWatch.Extraction.Rules;

/// <summary>Amounts of money: <c>EUR 592.517.432</c>, <c>€ 340.000,- excl. btw per jaar</c>, <c>2,5 miljoen euro</c>.</summary>
internal static class MoneyRule
{
    private static readonly Dictionary<string, string> Currencies = new(StringComparer.Ordinal)
    {
        ["\u20AC"] = "EUR",
        ["eur"] = "EUR",
        ["euro"] = "EUR",
        ["euros"] = "EUR",
        ["\u00A3"] = "GBP",
        ["gbp"] = "GBP",
        ["usd"] = "USD",
        ["nok"] = "NOK",
        ["sek"] = "SEK",
        ["dkk"] = "DKK",
        ["isk"] = "ISK",
        ["pln"] = "PLN",
        ["czk"] = "CZK",
        ["huf"] = "HUF",
        ["ron"] = "RON",
        ["bgn"] = "BGN",
        ["rsd"] = "RSD",
        ["chf"] = "CHF",
    };

    private static readonly HashSet<string> Valued =
        Words.Set("waarde omvang budget bedrag raming kosten costs cost value amount price prijs opdrachtwaarde contractwaarde omzet worth investering investment");

    private static readonly HashSet<string> Estimated = Words.Set("geraamde geschatte verwachte raming raamt estimated estimate expected anticipated begroot begrote geraamd geschat");
    private static readonly HashSet<string> Maximum = Words.Set("maximale maximaal maximum hoogste plafond maximumwaarde max");
    private static readonly HashSet<string> Minimum = Words.Set("minimale minimaal minimum minstens least");
    private static readonly HashSet<string> Indicative = Words.Set("indicatief indicatieve indicative indicatively");
    private static readonly HashSet<string> Joined = Words.Set("maximumwaarde plafond raming");

    public static IEnumerable<Candidate> In(Sentence sentence)
    {
        var last = 0;
        for (var at = 0; at < sentence.Count; at++)
        {
            if (Amount(sentence, at) is not { } amount) continue;
            if (!IsDoubtful(sentence, amount))
            {
                var (sense, from) = SenseOf(sentence, last, amount.From);
                var (per, until) = Pers.After(sentence, amount.Until);
                if (per != "") yield return new Candidate(TextFactKind.Money, amount.Number.Text, from, until) { Unit = amount.Currency, Per = per, Sense = sense };
            }

            last = at = amount.Until - 1;
        }
    }

    private static (NumberRead Number, string Currency, int From, int Until)? Amount(Sentence sentence, int at)
    {
        if (Currencies.TryGetValue(sentence.Text(at), out var before))
        {
            if (Reading.Number(sentence, at + 1, NumberUse.Money) is not { } number || sentence[at + 1].Kind != TokenKind.Number) return null;
            // "EUR 592.5m": the letter belongs to the amount.
            var (factor, taken) = sentence[number.Until].Glued ? sentence.Text(number.Until) switch { "m" or "mn" => (1_000_000m, 1), "bn" => (1_000_000_000m, 1), "k" => (1_000m, 1), _ => (1m, 0) } : (1m, 0);
            if (taken == 0 && number.Until < sentence.Count && sentence[number.Until] is { Glued: true, Kind: TokenKind.Word }) return null;
            if (taken > 0 && Reading.Number(sentence, at + 1, NumberUse.Scaled) is not { }) return null;
            var value = taken > 0 ? Reading.Number(sentence, at + 1, NumberUse.Scaled)!.Value.Value * factor : number.Value;
            return (number with { Value = value, IsScaled = number.IsScaled || taken > 0 }, before, at, number.Until + taken);
        }

        if (sentence[at].Kind != TokenKind.Number || Reading.Number(sentence, at, NumberUse.Money) is not { } bare) return null;
        return Currencies.TryGetValue(sentence.Text(bare.Until), out var after) && sentence[bare.Until].Kind == TokenKind.Word ? (bare, after, at, bare.Until + 1) : null;
    }

    // "tussen € 1 en € 2 miljoen", "€ 1 - 2 miljoen": the first figure alone would be wrong.
    private static bool IsDoubtful(Sentence sentence, (NumberRead Number, string Currency, int From, int Until) amount)
    {
        if (amount.Number.Value == 0) return true;
        var next = amount.Until;
        if (sentence.Text(next) is "-" or "\u2013" or "tot" or "to" or "en" or "and" or "a" or "/")
        {
            if (Currencies.ContainsKey(sentence.Text(next + 1))) next++;
            if (sentence[next + 1].Kind == TokenKind.Number && (sentence.Text(amount.Until) is not ("en" or "and") || sentence.Any(amount.From - 3, amount.From, Words.Set("tussen between")))) return true;
        }

        var before = amount.From - 1;
        return sentence.Text(before) is "-" or "\u2013" or "tot" or "to" or "en" or "and" && sentence[before - 1].Kind == TokenKind.Number && sentence.Text(before) is "-" or "\u2013"
            || sentence.Any(amount.From - 7, amount.From, Words.Set("tussen between")) || (sentence[before] is { Kind: TokenKind.Number });
    }

    // "geraamde waarde … bedraagt € 1.360.000": the adjective may stand far from the figure, but beside its noun.
    private static (TextSense Sense, int From) SenseOf(Sentence sentence, int begin, int at)
    {
        var near = Senses.Before(sentence, at, 3);
        for (var before = at - 1; before >= Math.Max(begin, at - 40); before--)
        {
            var noun = sentence.Is(before, Valued) || sentence.Is(before, Joined);
            if (!noun) continue;
            for (var adjective = before; adjective >= Math.Max(begin, before - 3); adjective--)
            {
                if (sentence.Is(adjective, Maximum)) return (TextSense.Maximum, adjective);
                if (sentence.Is(adjective, Minimum)) return (TextSense.Minimum, adjective);
                if (sentence.Is(adjective, Estimated)) return (TextSense.Estimated, adjective);
            }
        }

        if (near.Sense != TextSense.Stated && near.From >= begin) return near;
        // "Indicatief is … een budget van EUR 800 000 gereserveerd"
        return sentence.Last(Math.Max(begin, at - 20), at, Indicative) is >= 0 and var said ? (TextSense.Estimated, said) : (TextSense.Stated, at);
    }
}
