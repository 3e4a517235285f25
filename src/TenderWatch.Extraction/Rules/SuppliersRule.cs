using TenderWatch.Core.Texts;

namespace TenderWatch.Extraction.Rules;

/// <summary>With how many suppliers a contract is concluded, or how many are required: <c>ten minste twee leveranciers</c>, <c>met één Opdrachtnemer</c>.</summary>
internal static class SuppliersRule
{
    // A word that names who delivers under a contract says enough; one for who bids or takes part does so only behind "with".
    internal static readonly HashSet<string> Suppliers = Words.Set(
        "leverancier leveranciers opdrachtnemer opdrachtnemers contractant contractanten supplier suppliers contractor contractors exploitant exploitanten concessiehouder dienstverlener dienstverleners vendor vendors raamcontractanten");

    internal static readonly HashSet<string> Bidders = Words.Set("inschrijver inschrijvers partij partijen marktpartij marktpartijen ondernemer ondernemers aannemer aannemers tenderer tenderers bidder bidders operator operators provider providers onderneming ondernemingen");

    internal static readonly HashSet<string> Concluding = Words.Set(
        "overeenkomst overeenkomsten raamovereenkomst raamovereenkomsten contract contracten contracteren concessieovereenkomst selecteren contracteren gunnen gegund gegunde sluiten afsluiten aangaan award awarded agreement agreements conclude concluded framework selecting per nodig vereist required beschikbaar component componenten onderdeel ten minstens minimaal least must moet moeten");

    internal static readonly HashSet<string> Inviting = Words.Set("uitgenodigd uitnodigen uit genodigd uitgenodigden gegadigden shortlist invited invite selectiefase geselecteerd geselecteerde candidates offertes referenties meer more of or");

    private static readonly HashSet<string> Adjectives = Words.Set("( ) verschillende different onafhankelijke independent geschikte qualified nieuwe new externe");

    public static IEnumerable<Candidate> In(Sentence sentence)
    {
        for (var at = 0; at < sentence.Count; at++)
        {
            // "twee-leveranciersbeleid", "two-supplier rule"
            if (Reading.Small(sentence, at, 50) is not { } number) continue;
            var hyphen = sentence.Text(number.Until) == "-" && sentence[number.Until].Glued;
            var noun = hyphen ? number.Until + 1 : sentence.Skip(number.Until, Adjectives, 2);
            var rule = hyphen && (sentence.Text(noun).StartsWith("leverancier", StringComparison.Ordinal) || (sentence.Text(noun) is "supplier" or "suppliers" or "vendor" && sentence.Text(noun + 1) is "rule" or "policy" or "strategy" or "requirement"));
            if (rule || IsConcluded(sentence, at, number, noun))
            {
                var (sense, from) = Senses.Before(sentence, at, 2);
                if (from == at && sentence.Text(at - 1) is "met" or "with") from = at - 1;
                yield return new Candidate(TextFactKind.Suppliers, number.Text, from, rule && sentence.Text(noun) is "supplier" or "vendor" ? noun + 2 : noun + 1) { Sense = sense is TextSense.Estimated ? TextSense.Stated : sense };
            }

            at = number.Until - 1;
        }
    }

    private static bool IsConcluded(Sentence sentence, int at, NumberRead number, int noun)
    {
        if (Reading.IsPart(sentence, at, number.Until) || sentence.Any(at - 14, at, Inviting) || sentence.Any(noun, noun + 6, Inviting)) return false;
        // "appoint one supplier": one is said to be the number of a contract only where the contract is with that one.
        if (number.Value == 1 && sentence.Text(at - 1) is not ("met" or "with" or "van" or "aan" or "to" or "selecteren" or "contracteren") && Senses.Before(sentence, at, 2).Sense != TextSense.Minimum) return false;
        if (sentence.Is(noun, Suppliers)) return sentence.Any(at - 25, at, Concluding) || sentence.Any(noun, noun + 6, Concluding) || sentence.Text(at - 1) is "met" or "with";
        return sentence.Is(noun, Bidders) && sentence.Text(at - 1) is "met" or "with" && sentence.Any(at - 14, at, Concluding);
    }
}
