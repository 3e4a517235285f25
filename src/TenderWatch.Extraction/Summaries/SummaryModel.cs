using TenderWatch.Core.Languages;
using TenderWatch.Core.Texts;
using TenderWatch.Extraction.Explanations;
using TenderWatch.Extraction.Model;

namespace TenderWatch.Extraction.Summaries;

/// <summary>
/// Lets a model pick sentences of a notice and translate them, and keeps those whose translation <see cref="TranslationCheck"/> finds nothing against. What it picks is the sentence of the
/// source itself, whole and verbatim. Only Dutch and English texts are asked about.
/// </summary>
/// <param name="settings">Valid settings.</param>
/// <param name="records">The budget and the kept answers.</param>
/// <param name="time">Measures waits and days.</param>
public sealed class SummaryModel(ModelSettings settings, IModelRecords records, TimeProvider time) : IDisposable
{
    private const int MostPassages = 80;
    private const int LongestPassage = 500;

    private readonly ModelQuestions _questions = new(settings, records, time, SummaryClaims.Prompt);

    /// <inheritdoc/>
    public void Dispose() => _questions.Dispose();

    /// <summary>What it picks of the texts of one notice.</summary>
    /// <param name="texts">The texts; public ones.</param>
    /// <param name="cancellationToken">Stops the call.</param>
    public async Task<ModelSummary> ReadAsync(IReadOnlyList<SourceText> texts, CancellationToken cancellationToken)
    {
        var (lines, dropped) = (new List<PickedSentence>(), new SortedDictionary<string, int>(StringComparer.Ordinal));
        var passages = Passages(texts);
        if (!settings.Enabled || passages.Count == 0) return new ModelSummary(_questions.Extractor, lines, dropped, ModelUsage.None, []);
        var answer = await _questions.AskAsync(texts[0].Document, SummaryClaims.Write(passages), text => SummaryClaims.Read(text) is not null, cancellationToken);
        var claims = answer.Text is { } answered ? SummaryClaims.Read(answered) : null;
        var fault = answer.Fault ?? (claims is null ? "wrong-schema" : null);
        foreach (var claim in claims ?? [])
        {
            var line = Held(claim, passages, out var reason);
            if (line is not null && lines.Exists(one => one.Quote == line.Quote)) (line, reason) = (null, "repeated");
            if (line is not null && lines.Count == SummaryClaims.MostLines) (line, reason) = (null, "too-many");
            if (line is not null) lines.Add(line);
            else dropped[reason] = dropped.GetValueOrDefault(reason) + 1;
        }

        return new ModelSummary(_questions.Extractor, lines, dropped, answer.Usage ?? ModelUsage.None, fault is null ? [] : [fault]);
    }

    private static PickedSentence? Held(SummaryClaim claim, List<ReadSentence> passages, out string reason)
    {
        reason = "no-such-passage";
        if (claim.Passage < 1 || claim.Passage > passages.Count) return null;
        var passage = passages[claim.Passage - 1];
        reason = "not-verbatim";
        if (claim.Quote != passage.Quote) return null;
        var language = LanguageOf(passage.Text)!.Value;
        if (TranslationCheck.Fault(passage.Quote, claim.Translation, language) is { } fault)
        {
            reason = fault;
            return null;
        }

        reason = "";
        var translation = char.ToUpperInvariant(claim.Translation[0]) + claim.Translation[1..];
        return new PickedSentence(passage.Quote, passage.Passage().Place, language, translation);
    }

    // What fits one question: the texts of a notice are short, and the first sentences tell most.
    private List<ReadSentence> Passages(IReadOnlyList<SourceText> texts)
    {
        var (passages, characters) = (new List<ReadSentence>(), 0);
        foreach (var sentence in texts.Where(text => LanguageOf(text) is not null && text.Document == texts[0].Document).SelectMany(ReadSentence.Of).Where(one => one.IsSentence && one.Sentence.Quote(0, one.Sentence.Count).Quote.Length <= LongestPassage))
        {
            characters += sentence.Quote.Length;
            if (passages.Count == MostPassages || characters > settings.BatchCharacters) break;
            passages.Add(sentence);
        }

        return passages;
    }

    private static Language? LanguageOf(SourceText text) => text.Language switch { "nld" => Language.Nl, "eng" => Language.En, _ => null };
}
