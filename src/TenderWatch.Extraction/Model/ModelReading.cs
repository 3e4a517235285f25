using TenderWatch.Core.Texts;

namespace TenderWatch.Extraction.Model;

/// <summary>What a model added to what the rules read, and what became of the rest.</summary>
/// <param name="Extractor">The model and the version of the prompt: <c>model/NAME/PROMPT</c>.</param>
/// <param name="Facts">The facts that stood every test.</param>
/// <param name="Dropped">How many claims were dropped, by reason.</param>
/// <param name="Usage">What it took.</param>
/// <param name="Faults">Why an answer was not used, by name, each once: <c>budget</c>, <c>busy</c>, <c>content-filter</c>, <c>refusal</c>, <c>truncated</c>, <c>wrong-schema</c>, <c>too-large</c>, <c>timeout</c>, <c>unreachable</c>, <c>not-allowed</c>, <c>rejected</c>.</param>
public sealed record ModelReading(string Extractor, IReadOnlyList<TextFact> Facts, IReadOnlyDictionary<string, int> Dropped, ModelUsage Usage, IReadOnlyList<string> Faults);

/// <summary>What questions took.</summary>
/// <param name="Requests">How often a model was asked.</param>
/// <param name="InputTokens">Tokens of the questions.</param>
/// <param name="OutputTokens">Tokens of the answers.</param>
public sealed record ModelUsage(long Requests, long InputTokens, long OutputTokens)
{
    /// <summary>Nothing.</summary>
    public static ModelUsage None { get; } = new(0, 0, 0);

    /// <summary>Both together.</summary>
    public static ModelUsage operator +(ModelUsage one, ModelUsage other) => new(one.Requests + other.Requests, one.InputTokens + other.InputTokens, one.OutputTokens + other.OutputTokens);

    /// <summary>What it cost; <see langword="null"/> where no prices are set.</summary>
    public decimal? Cost(ModelSettings settings) => settings.InputPrice == 0 && settings.OutputPrice == 0 ? null : ((InputTokens * settings.InputPrice) + (OutputTokens * settings.OutputPrice)) / 1_000_000m;
}

/// <summary>What was used on a day, and answers that are known.</summary>
public interface IModelRecords
{
    /// <summary>What was used on a day (UTC), with what is set aside for questions under way counted as input.</summary>
    ModelUsage Used(DateOnly day);

    /// <summary>Sets tokens aside, unless the day would then have more than its limit.</summary>
    bool TryTake(DateOnly day, long tokens, long limit);

    /// <summary>Puts what a question took in the place of what was set aside for it.</summary>
    void Settle(DateOnly day, long taken, ModelUsage used);

    /// <summary>A kept answer.</summary>
    string? Find(string key);

    /// <summary>Keeps an answer.</summary>
    void Keep(string key, string answer);
}
