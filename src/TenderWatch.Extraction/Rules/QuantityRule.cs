using TenderWatch.Core.Texts;

namespace TenderWatch.Extraction.Rules;

/// <summary>Numbers of things and measures with their unit: <c>7.933.740 meters</c>, <c>ongeveer 25 multifunctionals</c>, <c>230 km</c>.</summary>
internal static class QuantityRule
{
    private static readonly HashSet<string> Measures = Words.Set(
        "km m2 m3 ha hectare hectares kwh mwh gwh kw mw gw mva kva ton tonnes tons kg liter litre liters litres m\u00B2 m\u00B3 kilometer kilometers kilometre kilometres");

    private static readonly HashSet<string> Pieces = Words.Set(
        """
        stuk stuks st eenheden units pcs pieces meters meetmodules modules e-meters gasmeters elektriciteitsmeters watermeters toestellen apparaten maskers multifunctionals printers laptops devices apparaten
        voertuigen vehicles autos bussen buses woningen koopwoningen huurwoningen gemeenschapswoningen gemeenschapswoning studio's auto's foto's appartementen accounts licenties licenses licences gebruikers users leerlingen
        students studenten medewerkers employees kleuterklassen klassen containers transformatoren transformers kabels batterijen batteries laadpalen laadpunten aansluitingen connections huishoudens households
        billboards lichtmasten armaturen sensoren sensors schakelaars switches kasten stations stationen zonnepanelen panels fietsen bicycles bomen trees huisaansluitingen inwoners inhabitants
        """.ReplaceLineEndings(" "));

    private static readonly HashSet<string> Adjectives = Words.Set("nieuwe new slimme smart hydrogen refueling refuelling elektrische electric digitale digital bestaande existing extra additional expected verwachte dsmr6");

    public static IEnumerable<Candidate> In(Sentence sentence)
    {
        for (var at = 0; at < sentence.Count; at++)
        {
            if (Reading.Number(sentence, at, NumberUse.Pieces) is not { } number) continue;
            // What is measured is divided: "2.000 tons" in an English text may be two.
            if (sentence.Is(number.Until, Measures) && Reading.Number(sentence, at) is null)
            {
                at = number.Until - 1;
                continue;
            }

            if (Unit(sentence, number) is { } unit && !IsDoubtful(sentence, number, unit.At))
            {
                var (sense, from) = Senses.Before(sentence, at, 4);
                if (from == at && sentence.Text(at - 1) is "is" && Senses.Before(sentence, at - 1, 4) is { Sense: not TextSense.Stated } far) (sense, from) = far;
                var (per, until) = Pers.After(sentence, unit.At + 1);
                if (per != "") yield return new Candidate(TextFactKind.Quantity, number.Text, from, until) { Unit = unit.Name, Per = per, Sense = sense };
            }

            at = number.Until - 1;
        }
    }

    private static (string Name, int At)? Unit(Sentence sentence, NumberRead number)
    {
        if (sentence.Is(number.Until, Measures)) return (sentence.Text(number.Until), number.Until);
        if (!number.IsWhole) return null;
        for (var at = number.Until; at < number.Until + 4; at++)
        {
            if (sentence.Is(at, Pieces)) return (sentence.Text(at), at);
            if (!sentence.Is(at, Adjectives)) return null;
        }

        return null;
    }

    // A rate ("4800 m3/h"), a range, the type of a thing ("700 MW platforms" is a measure all the same), the number of a thing ("perceel 2 woningen").
    private static bool IsDoubtful(Sentence sentence, NumberRead number, int unit) =>
        number.Value == 0
        // "Plan 1 licenties" is no number of things.
        || (number.Value == 1 && sentence.Text(unit) is not ("stuk" or "unit") && !sentence.Is(unit, Measures) && (sentence.Text(unit)[^1] == 's' || sentence.Text(unit).EndsWith("en", StringComparison.Ordinal)))
        || (sentence.Text(unit + 1) == "/" && sentence[unit + 1].Glued)
        || sentence.Any(number.From - 4, number.From, Words.Set("tussen between")) || Reading.IsPart(sentence, number.From, number.Until) || Reading.IsPart(sentence, number.From, unit + 1)
        || (sentence.Text(number.From - 1) is "-" or "/" or "." && sentence[number.From].Glued)
        || sentence.Text(number.From - 1) is "perceel" or "lot" or "fase" or "phase" or "bijlage" or "artikel" or "art" or "nr" or "type" or "klasse" or "zone" or "nen" or "iso" or "\u00A7";
}
