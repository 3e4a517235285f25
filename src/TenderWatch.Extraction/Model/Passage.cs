using TenderWatch.Core.Texts;
using TenderWatch.Extraction.Rules;

namespace TenderWatch.Extraction.Model;

/// <summary>A sentence in which the rules left something open.</summary>
/// <param name="Source">The text it stands in.</param>
/// <param name="Sentence">The sentence.</param>
/// <param name="Open">What may be pointed at in it.</param>
internal sealed record Passage(SourceText Source, Sentence Sentence, IReadOnlyList<Candidate> Open)
{
    /// <summary>Where its text begins in the source.</summary>
    public int Start => Sentence[0].Start;

    /// <summary>The sentence, verbatim.</summary>
    public string Text => Sentence.Quote(0, Sentence.Count).Quote;

    /// <summary>The sentences of a text in which something is open beside what is known of it.</summary>
    public static IEnumerable<Passage> Of(SourceText text, IReadOnlyList<TextFact> known)
    {
        var here = known.Where(fact => fact.Place with { Offset = 0, Length = 0 } == text.Place(0, 0)).Select(fact => (From: fact.Place.Offset, Until: fact.Place.Offset + fact.Place.Length)).ToList();
        foreach (var sentence in TextRules.SentencesOf(text))
        {
            var open = OpenRules.In(sentence).Where(candidate => !here.Exists(fact => fact.From < sentence[candidate.Until - 1].End && sentence[candidate.From].Start < fact.Until)).ToList();
            if (open.Count > 0) yield return new Passage(text, sentence, open);
        }
    }
}
