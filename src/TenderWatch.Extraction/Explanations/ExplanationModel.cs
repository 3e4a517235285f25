using TenderWatch.Core.Reviews.Explanations.Aids;
using TenderWatch.Core.Texts;
using TenderWatch.Extraction.Model;
using TenderWatch.Extraction.Rules;

namespace TenderWatch.Extraction.Explanations;

/// <summary>What a model pointed at in an explanation where the rules found no ground.</summary>
/// <param name="Extractor">The model and the version of the prompt.</param>
/// <param name="Points">The passages with the grounds that it names. Whether they speak of it a reader must see.</param>
/// <param name="Dropped">How many claims were dropped, by reason.</param>
/// <param name="Usage">What it took.</param>
/// <param name="Faults">Why an answer was not used; see <see cref="ModelReading.Faults"/>.</param>
public sealed record PointedGrounds(string Extractor, IReadOnlyList<PointedGround> Points, IReadOnlyDictionary<string, int> Dropped, ModelUsage Usage, IReadOnlyList<string> Faults);

/// <summary>A passage and the ground that a model names with it.</summary>
/// <param name="Ground">The ground.</param>
/// <param name="Passage">The passage, verbatim.</param>
public sealed record PointedGround(ExplainableGround Ground, AidPassage Passage);

/// <summary>
/// Lets a model point at passages of an explanation in which the rules found no ground. An explanation is confidential: without <see cref="ModelSettings.Confidential"/> nothing is asked,
/// and neither question nor answer is kept. What it points at stands beside what the rules found, and closes no gap.
/// </summary>
/// <param name="settings">Valid settings.</param>
/// <param name="records">The budget.</param>
/// <param name="time">Measures waits and days.</param>
public sealed class ExplanationModel(ModelSettings settings, IModelRecords records, TimeProvider time) : IDisposable
{
    private const int MostPassages = 60;
    private const int FewestWords = 3;

    // Words that speak to whoever reads instead of about a price. What speaks to a machine is shown to nobody as a passage on a ground.
    private static readonly Terms Addressing = new(
        "negeer, negeren, instructie*, opdracht* vorige, prompt, taalmodel*, assistent, ignore, disregard, instruction*, language model, assistant, system message, zeg dat, say that, antwoord dat, answer that, oordeel*, judge*, verdict*, volstaat, toereikend, suffices, sufficient*");

    private readonly ModelQuestions _questions = new(settings, records, time, GroundClaims.Prompt);

    /// <inheritdoc/>
    public void Dispose() => _questions.Dispose();

    /// <summary>What it points at.</summary>
    /// <param name="explanations">What the tenderer sent.</param>
    /// <param name="cancellationToken">Stops the call.</param>
    public async Task<PointedGrounds> ReadAsync(IReadOnlyList<ReadOnlyMemory<byte>> explanations, CancellationToken cancellationToken)
    {
        var (points, dropped, usage, faults) = (new List<PointedGround>(), new SortedDictionary<string, int>(StringComparer.Ordinal), ModelUsage.None, new List<string>());
        if (!settings.Enabled || !settings.Confidential) return new PointedGrounds(_questions.Extractor, points, dropped, usage, faults);
        foreach (var batch in ModelQuestions.Batches(new ExplanationPassages(time).Open(explanations), passage => passage.Quote.Length, MostPassages, settings.BatchCharacters))
        {
            var answer = await _questions.AskConfidentiallyAsync(GroundClaims.Write(batch), cancellationToken);
            usage += answer.Usage ?? ModelUsage.None;
            var claims = answer.Text is { } text ? GroundClaims.Read(text) : null;
            var fault = answer.Fault ?? (claims is null ? "wrong-schema" : null);
            if (fault is not null && !faults.Contains(fault)) faults.Add(fault);
            foreach (var claim in claims ?? [])
            {
                var point = Held(claim, batch, out var reason);
                if (point is not null && points.Contains(point)) (point, reason) = (null, "repeated");
                if (point is not null) points.Add(point);
                else dropped[reason] = dropped.GetValueOrDefault(reason) + 1;
            }

            if (ModelFaults.IsOfTheMoment(fault)) break;
        }

        return new PointedGrounds(_questions.Extractor, points, dropped, usage, faults);
    }

    // The whole sentence is shown, so that no quotation leaves out its "not".
    private static PointedGround? Held(GroundClaim claim, IReadOnlyList<ReadSentence> batch, out string reason)
    {
        reason = "no-such-passage";
        if (claim.Passage < 1 || claim.Passage > batch.Count) return null;
        var passage = batch[claim.Passage - 1];
        reason = "no-such-kind";
        if (GroundClaims.GroundOf(claim.Ground) is not { } ground) return null;
        reason = "not-verbatim";
        var at = claim.Quote.Length == 0 ? -1 : passage.Quote.IndexOf(claim.Quote, StringComparison.Ordinal);
        if (at < 0 || Tokens.Of(claim.Quote, 0, claim.Quote.Length).Count(token => token.Kind != TokenKind.Sign) < FewestWords) return null;
        reason = "ambiguous";
        if (passage.Quote.IndexOf(claim.Quote, at + 1, StringComparison.Ordinal) >= 0) return null;
        reason = "addresses-reader";
        if (Addressing.In(passage.Sentence)) return null;
        reason = "";
        return new PointedGround(ground, passage.Passage());
    }
}
