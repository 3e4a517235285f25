using TenderWatch.Core.Evidence;
using TenderWatch.Core.Languages;
using TenderWatch.Core.Reviews.Explanations;
using TenderWatch.Core.Reviews.Explanations.Aids;
using TenderWatch.Core.Texts;
using TenderWatch.Extraction.Documents;
using TenderWatch.Extraction.Rules;

namespace TenderWatch.Extraction.Explanations;

/// <summary>
/// Finds in an explanation the sentences that speak of a permitted ground, by words of Dutch and English. A heading is no passage, and neither is a sentence that repeats what was asked.
/// </summary>
/// <param name="time">Measures how long reading takes.</param>
public sealed class ExplanationPassages(TimeProvider time) : IExplanationReader
{
    private const string Version = "explanation-rules/1";
    private const int MostPassages = 8;
    private const int MostSentences = 20_000;
    private const int FewestLetters = 40;

    /// <inheritdoc/>
    public ExplanationAid Read(IReadOnlyList<ReadOnlyMemory<byte>> explanations, IReadOnlyList<ReadOnlyMemory<byte>> requests)
    {
        ArgumentNullException.ThrowIfNull(explanations);
        ArgumentNullException.ThrowIfNull(requests);
        var (said, asked) = (ReadSentences(explanations), ReadSentences(requests));
        var echoes = asked.Sentences.Concat(ListOfGrounds()).Select(one => one.Folded).ToHashSet(StringComparer.Ordinal);
        IReadOnlyList<ReadSentence> own = [.. said.Sentences.Where(one => one.IsSentence && !echoes.Contains(one.Folded))];
        return new ExplanationAid(
            Version,
            [.. Enum.GetValues<ExplainableGround>().Select(ground => Ground(ground, own, requests.Count == 0 || asked.Sentences.Any(one => IsNamed(ground, one.Sentence))))],
            [.. Enum.GetValues<CostTopic>().Select(topic => Figures(topic, own, asked.Sentences)).OfType<FigureReading>()],
            Passages(own.Where(one => GroundTerms.ForeignSubsidies.In(one.Sentence))),
            Passages(own.Where(IsOther)),
            [.. said.Faults, .. asked.Faults])
        {
            IsWhole = said.IsWhole,
            KnowsRequest = requests.Count > 0,
        };
    }

    /// <summary>The sentences in which no ground was found by the rules, in the order of the text.</summary>
    internal IReadOnlyList<ReadSentence> Open(IReadOnlyList<ReadOnlyMemory<byte>> explanations) =>
        [.. ReadSentences(explanations).Sentences.Where(one => one.IsSentence && !Enum.GetValues<ExplainableGround>().Any(ground => IsNamed(ground, one.Sentence)))];

    private static GroundReading Ground(ExplainableGround ground, IReadOnlyList<ReadSentence> said, bool isAsked)
    {
        var found = said.Where(one => IsNamed(ground, one.Sentence)).Select(one => one.Passage()).ToList();
        // What says something stands first; that nothing is told is shown where there is nothing else.
        return new GroundReading(ground, isAsked, [.. found.OrderBy(passage => passage.Manner == PassageManner.Declined ? 1 : 0).Take(MostPassages)], found.Count);
    }

    private static FigureReading? Figures(CostTopic topic, IReadOnlyList<ReadSentence> said, IReadOnlyList<ReadSentence> asked)
    {
        var terms = GroundTerms.Costs[topic];
        var asking = Passages(asked.Where(one => one.IsSentence && terms.In(one.Sentence) && (GroundTerms.Asking.In(one.Sentence) || one.Sentence.Text(one.Sentence.Count - 1) == "?")));
        var named = said.Where(one => terms.In(one.Sentence)).ToList();
        if (asking.Count == 0 && named.Count == 0) return null;
        var given = named.Where(one => one.HasFigure).ToList();
        var state = given.Count > 0 ? FigureState.Given : named.Exists(one => one.Text.At is not null) ? FigureState.InWorkbook : named.Count > 0 ? FigureState.Named : FigureState.Absent;
        return new FigureReading(topic, asking, state, Passages(given.Count > 0 ? given : named));
    }

    // A subsidy of another country is no aid of a Member State, and a sentence may speak of both.
    private static bool IsNamed(ExplainableGround ground, Sentence sentence) =>
        GroundTerms.Grounds[ground].In(sentence) && (ground != ExplainableGround.StateAid || !GroundTerms.ForeignSubsidies.In(sentence) || StateAidItself.In(sentence));

    private static readonly Terms StateAidItself = new("staatssteun*, state aid, de minimis, 107 vweu, 107 tfeu");

    private static bool IsOther(ReadSentence one) =>
        GroundTerms.Prices.In(one.Sentence) && !GroundTerms.ForeignSubsidies.In(one.Sentence) && !Enum.GetValues<ExplainableGround>().Any(ground => IsNamed(ground, one.Sentence));

    private static IReadOnlyList<AidPassage> Passages(IEnumerable<ReadSentence> found) => [.. found.Take(MostPassages).Select(one => one.Passage())];

    private static IEnumerable<ReadSentence> ListOfGrounds() => ExplainableGrounds.All.SelectMany(ground => new[] { ground.Nl, ground.En })
        .Concat(Enum.GetValues<ExplainableGround>().SelectMany(ground => new[] { AidWords.Of(ground).Nl, AidWords.Of(ground).En }))
        .SelectMany(text => ReadSentence.Of(new SourceText(default, "", null, null, null, text)));

    private SentencesRead ReadSentences(IReadOnlyList<ReadOnlyMemory<byte>> documents)
    {
        var (sentences, faults, isWhole) = (new List<ReadSentence>(), new List<LocalizedText>(), true);
        foreach (var bytes in documents)
        {
            using var stream = new MemoryStream(bytes.ToArray(), writable: false);
            var document = DocumentReader.Read(stream, DocumentLimits.Usual, time);
            faults.AddRange(document.Faults.Select(DocumentFaultWords.Of));
            var texts = document.Texts(Digest.Of(bytes.Span), null).ToList();
            isWhole &= !document.Faults.Any(fault => !fault.IsNote);
            if (texts.Sum(text => text.Text.Count(char.IsLetter)) < FewestLetters)
            {
                isWhole = false;
                faults.Add(new(
                    "Het stuk heeft nauwelijks tekst: misschien is het een afbeelding van papier, die niet wordt gelezen. Bekijk het zelf.",
                    "The document has hardly any text: it may be a picture of paper, which is not read. Look at it yourself."));
            }

            sentences.AddRange(texts.SelectMany(ReadSentence.Of).Take(MostSentences + 1 - sentences.Count));
        }

        if (sentences.Count <= MostSentences) return new SentencesRead(sentences, faults, isWhole);
        faults.Add(LocalizedText.Of(w => $"De stukken hebben meer dan {w.Number(MostSentences)} zinnen; die daarna zijn niet gelezen.", w => $"The documents have more than {w.Number(MostSentences)} sentences; those beyond were not read."));
        return new SentencesRead(sentences[..MostSentences], faults, false);
    }

    private sealed record SentencesRead(IReadOnlyList<ReadSentence> Sentences, IReadOnlyList<LocalizedText> Faults, bool IsWhole);
}
