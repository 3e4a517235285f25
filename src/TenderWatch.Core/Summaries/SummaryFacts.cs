using TenderWatch.Core.Cases;
using TenderWatch.Core.Languages;
using TenderWatch.Core.Notices;
using TenderWatch.Core.Texts;

namespace TenderWatch.Core.Summaries;

/// <summary>The facts of a case as the lines of a summary ask for them, and the sentences made of them.</summary>
internal sealed class SummaryFacts(CaseFacts facts)
{
    private const int LongestValue = 200;
    private const int MostOrigins = 12;

    /// <summary>The notices, the one that counts most last.</summary>
    public IReadOnlyList<CaseNotice> Notices => facts.Notices;

    /// <summary>The facts of a name, those of the whole first.</summary>
    public IReadOnlyList<Fact> All(string name) => [.. facts.Sheet.Where(fact => fact.Name == name).OrderBy(fact => fact.Subject is null ? 0 : 1)];

    /// <summary>The fact that speaks of the whole: one without a subject, or the only one there is.</summary>
    public Fact? Whole(string name) => All(name) is var all && all.FirstOrDefault(fact => fact.Subject is null) is { } whole ? whole : all is [var only] ? only : null;

    /// <summary>The fact of a kind that rules read in running text or people confirmed or corrected, where every text that speaks of it says the same.</summary>
    public (TextFact Fact, FactOrigin Origin)? Text(TextFactKind kind)
    {
        // The rules know Dutch and English: what looks like a figure of theirs in another language may be none, unless a person looked. What a model pointed out and nobody confirmed stands apart, under its own name, and what was withdrawn is none.
        var read = StandingFacts.Of(facts).Where(one => one.Read.Kind == kind && one is { Counts: true, IsGone: false } && (one.Review is not null || LanguageOf(one.Notice) is "nld" or "eng" or null)).ToList();
        if (read.Count == 0 || read.Select(one => (one.Counting.Value, one.Counting.Unit, one.Counting.Per)).Distinct().Count() > 1) return null;
        var (found, fact) = (read[0], read[0].Counting);
        // The words of the text do not say what a person corrected.
        var quote = found.Standing == FactStanding.Corrected ? null : fact.Quote;
        return (fact, new FactOrigin(found.Notice, fact.Place.Part.Length == 0 ? found.Document ?? "" : fact.Place.Part, fact.Place.At, fact.Place.Document, quote));
    }

    private string? LanguageOf(NoticeKey key) => facts.Notices.FirstOrDefault(notice => notice.Record.Key == key)?.Notice.Language;

    /// <summary>A sentence from facts, in both languages.</summary>
    public static SummarySentence Say(Func<Language, string> text, params IEnumerable<Fact> from) => SayOf(text, from.SelectMany(fact => fact.Origins));

    /// <summary>A sentence from places, in both languages.</summary>
    public static SummarySentence SayOf(Func<Language, string> text, IEnumerable<FactOrigin> origins) =>
        new(new LocalizedText(Ended(text(Language.Nl)), Ended(text(Language.En))), [.. origins.Distinct().Take(MostOrigins)], []);

    // The stop of "B.V." ends its sentence too.
    private static string Ended(string sentence) => sentence.EndsWith("..", StringComparison.Ordinal) ? sentence[..^1] : sentence;

    /// <summary>A sentence that says that something is not stated.</summary>
    public static SummarySentence Absent(string nl, string en, params string[] sought) => new(new LocalizedText(nl, en), [], sought);

    /// <summary>A value in a language, one that may be endless cut.</summary>
    public static string Value(Fact fact, Language language) => Short(FactWords.Value(fact, language));

    /// <summary>A value of running text in a language, its unit spelled as there: MW.</summary>
    public static string Value(TextFact fact, Language language)
    {
        var spelled = fact is { Kind: TextFactKind.Quantity, Unit: { } unit } && fact.Quote.IndexOf(unit, StringComparison.OrdinalIgnoreCase) is >= 0 and var at ? fact with { Unit = fact.Quote.Substring(at, unit.Length) } : fact;
        return Short(TextFactWords.Value(spelled, language));
    }

    /// <summary>A text on one line, cut.</summary>
    public static string Short(string text) => PlainText.Line(text, LongestValue);

    /// <summary>A few of many: <c>A, B and C</c>, <c>A, B, C and 4 more</c>.</summary>
    public static string List(IReadOnlyList<string> items, Language language, int most = 3)
    {
        var (and, rest) = (new LocalizedText(" en ", " and ").In(language), items.Count - most);
        if (rest > 0) return string.Join(", ", items.Take(most)) + new LocalizedText($" en nog {rest}", $" and {rest} more").In(language);
        return items.Count == 1 ? items[0] : string.Join(", ", items.SkipLast(1)) + and + items[^1];
    }
}
