using TenderWatch.Core.Texts;

namespace TenderWatch.Extraction.Rules;

/// <summary>Where suppliers or goods must come from, and whether the Agreement on Government Procurement holds.</summary>
internal static class OriginRule
{
    private static readonly HashSet<string> Agreement = Words.Set("gpa wto-gpa");
    private static readonly HashSet<string> Holding = Words.Set("valt vallen onder toepassing covered applies apply subject falls fall geldt");
    private static readonly HashSet<string> Negated = Words.Set("niet geen not no nor");
    private static readonly HashSet<string> Lands = Words.Set("land landen country countries lidstaat lidstaten partij party partijen parties");
    private static readonly HashSet<string> Required = Words.Set(
        "leverancier leveranciers supplier suppliers productie produceren geproduceerd vervaardigd assemblage assembly production produced manufactured afkomstig herkomst origin originating partij party gevestigd established gehost hosted goederen goods afkomst komt komen vereist required producent fabrikant");

    private static readonly HashSet<string> Duty = Words.Set("moet moeten must shall dient dienen minste minstens minimaal least vereist required vereiste alleen uitsluitend only eis verplicht");

    private static readonly Dictionary<string, string> Adjectives = new(StringComparer.Ordinal)
    {
        ["europese"] = "EU",
        ["european"] = "EU",
        ["eu"] = "EU",
        ["nederlandse"] = "NLD",
        ["dutch"] = "NLD",
        ["gpa"] = "GPA",
    };

    public static IEnumerable<Candidate> In(Sentence sentence)
    {
        for (var at = 0; at < sentence.Count; at++)
        {
            var until = Name(sentence, at);
            if (until > at)
            {
                if (OriginOf(sentence, at, until) is { } origin) yield return origin;
                else if (Covered(sentence, at, until) is { } covered) yield return covered;
                at = until - 1;
                continue;
            }

            if (Region(sentence, at) is { } region) yield return region;
        }
    }

    // "ten minste één leverancier komt uit een land van de GPA", "a supplier from a GPA country"
    private static Candidate? OriginOf(Sentence sentence, int at, int until)
    {
        var land = sentence.Last(at - 4, at, Lands);
        var end = sentence.Text(until) == "-" ? until + 1 : until;
        if (land < 0 && !sentence.Is(end, Lands)) return null;
        var stop = land < 0 ? end + 1 : until;
        var required = sentence.Last(at - 14, at, Required);
        if (required < 0) return sentence.Last(stop, stop + 6, Required) is >= 0 and var behind && sentence.Any(at - 6, behind + 4, Duty) ? new Candidate(TextFactKind.Origin, "GPA", at, behind + 1) : null;
        if (!sentence.Any(at - 18, stop + 6, Duty) || sentence.Any(required, at, Negated)) return null;
        var (sense, from) = Senses.Before(sentence, required, 4);
        return new Candidate(TextFactKind.Origin, "GPA", Math.Min(from, required), stop) { Sense = sense };
    }

    private static Candidate? Covered(Sentence sentence, int at, int until)
    {
        var verb = sentence.Last(at - 9, at, Holding);
        var behind = verb < 0 && sentence.Any(until, until + 5, Holding);
        if (verb < 0 && !behind) return null;
        var begin = verb < 0 ? at : sentence.Text(verb) == "onder" && sentence.Text(verb - 1) is "valt" or "vallen" or "niet" ? verb - 1 : verb;
        var negated = sentence.Any(begin - 4, at, Negated) || (behind && sentence.Any(until, until + 5, Negated));
        // "Aannamen: … dat de opdracht onder de GPA valt" holds as much as "valt onder de GPA".
        var stop = behind || sentence.Any(until, until + 2, Holding) ? sentence.Last(until, until + 5, Holding) + 1 : until;
        return new Candidate(TextFactKind.Gpa, negated ? "false" : "true", sentence.Any(begin - 4, begin, Negated) ? sentence.Last(begin - 4, begin, Negated) : begin, stop);
    }

    // "twee EU-leveranciers", "een Nederlandse partij", "gehost in de EU"
    private static Candidate? Region(Sentence sentence, int at)
    {
        if (!Adjectives.TryGetValue(sentence.Text(at), out var region) || sentence.Text(at) == "gpa") return null;
        var noun = sentence.Text(at + 1) == "-" ? at + 2 : at + 1;
        if (sentence.Text(noun) is "leverancier" or "leveranciers" or "supplier" or "suppliers" or "partij" or "party" && sentence.Any(at - 6, noun + 7, Duty))
        {
            var (sense, from) = Senses.Before(sentence, at, 4);
            return new Candidate(TextFactKind.Origin, region, from, noun + 1) { Sense = sense };
        }

        var placed = sentence.Last(at - 5, at, Required);
        if (sentence.Text(at) != "eu" || placed < 0 || !sentence.Any(at - 1, at, Words.Set("de the")) || !sentence.Any(at - 2, at - 1, Words.Set("in binnen within uit from")) || !sentence.Any(at - 10, at + 5, Duty)) return null;
        return new Candidate(TextFactKind.Origin, "EU", placed, at + 1);
    }

    // The agreement under any of its names; the token after it.
    private static int Name(Sentence sentence, int at)
    {
        if (sentence.Is(at, Agreement)) return at + 1;
        if (sentence.Reads(at, "overeenkomst", "inzake", "overheidsopdrachten")) return Short(sentence, at + 3);
        if (sentence.Reads(at, "agreement", "on", "government", "procurement")) return Short(sentence, at + 4);
        return sentence.Reads(at, "government", "procurement", "agreement") ? Short(sentence, at + 3) : -1;
    }

    private static int Short(Sentence sentence, int at) => sentence.Text(at) == "(" && sentence.Is(at + 1, Agreement) && sentence.Text(at + 2) == ")" ? at + 3 : at;
}
