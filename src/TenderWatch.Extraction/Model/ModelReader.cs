using TenderWatch.Core.Texts;

namespace TenderWatch.Extraction.Model;

/// <summary>
/// Lets a model point out what the rules left open, and keeps of its answers what <see cref="ClaimCheck"/> finds in the text. It is asked within the budget of the day, one
/// question at a time; an answer is kept and never paid for twice. It has no tools and follows no link, and it gives no verdict.
/// </summary>
/// <param name="settings">Valid settings.</param>
/// <param name="records">The budget and the kept answers.</param>
/// <param name="time">Measures waits and days.</param>
public sealed class ModelReader(ModelSettings settings, IModelRecords records, TimeProvider time) : IDisposable
{
    private const int MostPassages = 100;

    private readonly ModelQuestions _questions = new(settings, records, time, Claims.Prompt);

    /// <summary>The model and the version of the prompt, as <see cref="TextFact.Extractor"/> states them.</summary>
    public string Extractor => _questions.Extractor;

    /// <inheritdoc/>
    public void Dispose() => _questions.Dispose();

    /// <summary>What a model adds to what is known of texts. With the model off nothing is asked and nothing added.</summary>
    /// <param name="texts">The texts; public ones.</param>
    /// <param name="known">What the rules read from them.</param>
    /// <param name="cancellationToken">Stops the call.</param>
    /// <param name="patience">Ends the asking: what is not asked by then is left for <see cref="ModelFaults.Later"/>, and what was answered is given.</param>
    public async Task<ModelReading> ReadAsync(IReadOnlyList<SourceText> texts, IReadOnlyList<TextFact> known, CancellationToken cancellationToken, CancellationToken patience = default)
    {
        var (facts, dropped, usage, faults) = (new List<TextFact>(), new SortedDictionary<string, int>(StringComparer.Ordinal), ModelUsage.None, new List<string>());
        if (!settings.Enabled) return new ModelReading(Extractor, facts, dropped, usage, faults);
        foreach (var batch in texts.GroupBy(text => text.Document).SelectMany(document => ModelQuestions.Batches(
                     document.SelectMany(text => Passage.Of(text, known)).Where(passage => passage.Text.Length <= settings.BatchCharacters), passage => passage.Text.Length, MostPassages, settings.BatchCharacters)))
        {
            var answer = await _questions.AskAsync(batch[0].Source.Document, Claims.Write(batch), text => Claims.Read(text) is not null, cancellationToken, patience);
            usage += answer.Usage ?? ModelUsage.None;
            var fault = answer.Fault;
            var claims = answer.Text is { } text ? Claims.Read(text) : null;
            if (fault is null && claims is null) fault = "wrong-schema";
            if (fault is not null && !faults.Contains(fault)) faults.Add(fault);
            foreach (var claim in claims ?? [])
            {
                var fact = ClaimCheck.Of(claim, batch, Extractor, out var reason);
                if (fact is not null && facts.Exists(one => one.Kind == fact.Kind && Overlap(one.Place, fact.Place))) (fact, reason) = (null, "repeated");
                if (fact is not null) facts.Add(fact);
                else dropped[reason] = dropped.GetValueOrDefault(reason) + 1;
            }

            if (ModelFaults.IsOfTheMoment(fault)) break;
        }

        return new ModelReading(Extractor, facts, dropped, usage, faults);
    }

    private static bool Overlap(TextPlace one, TextPlace other) =>
        one with { Offset = 0, Length = 0 } == other with { Offset = 0, Length = 0 } && one.Offset < other.Offset + other.Length && other.Offset < one.Offset + one.Length;
}
