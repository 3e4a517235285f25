using System.Globalization;
using TenderWatch.Core.Texts;

namespace TenderWatch.Extraction.Rules;

/// <summary>Deadlines and periods: <c>uiterlijk 31 maart 2025 om 12:00 uur</c>, <c>van 1 januari 2024 tot en met 29 februari 2028</c>.</summary>
internal static class DatesRule
{
    private static readonly HashSet<string> Closing = Words.Set("uiterlijk sluitingsdatum sluitingstermijn deadline uiterste closing latest indieningstermijn inschrijftermijn inschrijvingstermijn");

    private static readonly HashSet<string> Leading = Words.Set(
        "op is van voor de het om : datum date tijdstip inschrijving inschrijvingen aanmelding aanmeldingen the for of on at than tenders tender submission submissions by receipt termijn indienen indiening maandag dinsdag woensdag donderdag vrijdag zaterdag zondag monday tuesday wednesday thursday friday vragen questions het verzoeken verzoek tot deelname requests to participate en and");

    private static readonly HashSet<string> HandingIn = Words.Set(
        "indienen ingediend indiening inschrijven inschrijving inschrijvingen inschrijver inschrijvers aanmelden aanmelding aanmeldingen verzoek verzoeken offerte offertes ontvangen stellen gesteld vragen submit submitted submission submissions tender tenders questions received receipt requests participate");

    public static IEnumerable<Candidate> In(Sentence sentence)
    {
        for (var at = 0; at < sentence.Count; at++)
        {
            if (WrittenDate.At(sentence, at) is not { } begin) continue;
            if (End(sentence, at, begin.Until) is { } end && end.Date > begin.Date)
            {
                var from = sentence.Text(at - 1) is "van" or "from" or "vanaf" or "between" ? at - 1 : at;
                yield return new Candidate(TextFactKind.Period, $"{Iso(begin.Date)}/{Iso(end.Date)}", from, end.Until);
                at = end.Until - 1;
                continue;
            }

            if (DeadlineOf(sentence, at, begin) is { } deadline) yield return deadline;
            at = begin.Until - 1;
        }
    }

    private static Candidate? DeadlineOf(Sentence sentence, int at, (DateOnly Date, int Until) date)
    {
        var word = sentence.Last(at - 12, at, Closing);
        // "tot uiterlijk 26 augustus 2028" is how long a contract lasts.
        if (word >= 0 && sentence.Text(word) is "uiterlijk" or "latest" && (sentence.Text(word - 1) == "tot" || !sentence.Any(0, sentence.Count, HandingIn))) return null;
        if (word < 0)
        {
            // "no later than 31 March 2025"
            if (sentence.Text(at - 1) != "than" || sentence.Text(at - 2) != "later") return null;
            word = at - 2;
        }

        for (var between = word + 1; between < at; between++)
        {
            if (!sentence.Is(between, Leading)) return null;
        }

        var time = WrittenDate.TimeAt(sentence, date.Until);
        return new Candidate(TextFactKind.Deadline, time is { } clock ? $"{Iso(date.Date)}T{clock.Time.ToString("HH:mm", CultureInfo.InvariantCulture)}" : Iso(date.Date), word, time?.Until ?? date.Until);
    }

    // Up to and including: "until" alone leaves open whether the day belongs to it.
    private static (DateOnly Date, int Until)? End(Sentence sentence, int begin, int at)
    {
        if (sentence.Reads(at, "tot", "en", "met")) return WrittenDate.At(sentence, at + 3);
        if (sentence.Reads(at, "t", "/", "m")) return WrittenDate.At(sentence, at + 3);
        if (sentence.Reads(at, "up", "to", "and", "including")) return WrittenDate.At(sentence, at + 4);
        return sentence.Text(begin - 1) == "from" && sentence.Text(at) is "to" or "until" or "through" ? WrittenDate.At(sentence, at + 1) : null;
    }

    private static string Iso(DateOnly date) => date.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
