using TenderWatch.Core.Texts;

namespace TenderWatch.Extraction.Model;

/// <summary>What a model added to what the rules read, and what became of the rest.</summary>
/// <param name="Extractor">The model and the version of the prompt: <c>model/NAME/PROMPT</c>.</param>
/// <param name="Facts">The facts that stood every test.</param>
/// <param name="Dropped">How many claims were dropped, by reason.</param>
/// <param name="Usage">What it took.</param>
/// <param name="Faults">Why an answer was not used, by name, each once: <c>budget</c>, <c>busy</c>, <c>content-filter</c>, <c>refusal</c>, <c>truncated</c>, <c>wrong-schema</c>, <c>too-large</c>, <c>timeout</c>, <c>unreachable</c>, <c>not-allowed</c>, <c>rejected</c>.</param>
public sealed record ModelReading(string Extractor, IReadOnlyList<TextFact> Facts, IReadOnlyDictionary<string, int> Dropped, ModelUsage Usage, IReadOnlyList<string> Faults);

/// <summary>What a model costs.</summary>
public static class ModelPrices
{
    /// <summary>What questions cost, in the currency of the settings; <see langword="null"/> where no prices are set.</summary>
    /// <param name="usage">What they took.</param>
    /// <param name="settings">The prices.</param>
    public static decimal? Cost(this ModelUsage usage, ModelSettings settings) =>
        settings.InputPrice == 0 && settings.OutputPrice == 0 ? null : ((usage.InputTokens * settings.InputPrice) + (usage.OutputTokens * settings.OutputPrice)) / 1_000_000m;
}
