using System.Text.Json.Serialization;

namespace TenderWatch.Core.Texts;

/// <summary>
/// A language model that may point out what the rules left open. It is given public text alone, and what it points at is a fact only where the rules read it again at a verbatim
/// quotation. Where none is set there is no such service, and nothing of a case changes.
/// </summary>
public interface ITextModel
{
    /// <summary>Model and version of the prompt, as <see cref="TextFact.Extractor"/> states them: <c>model/NAME/PROMPT</c>.</summary>
    string Extractor { get; }

    /// <summary>Asks about texts. It ends within a time that the settings bound; whatever the endpoint does is an answer, with its faults by name.</summary>
    /// <param name="texts">The texts; public ones.</param>
    /// <param name="known">What the rules read from them.</param>
    /// <param name="cancellationToken">Stops the call.</param>
    Task<ModelAnswer> ReadAsync(IReadOnlyList<SourceText> texts, IReadOnlyList<TextFact> known, CancellationToken cancellationToken);

    /// <summary>What was used of the budget of a day (UTC).</summary>
    /// <param name="day">The day; <see langword="null"/> for today.</param>
    /// <param name="cancellationToken">Stops the call.</param>
    Task<ModelDay> UsedAsync(DateOnly? day, CancellationToken cancellationToken);
}

/// <summary>What a model added to what the rules read, and what became of the rest.</summary>
/// <param name="Facts">The facts that stood every test.</param>
/// <param name="Dropped">How many claims were dropped, by reason.</param>
/// <param name="Faults">Why an answer was not used, by name: <c>budget</c>, <c>busy</c>, <c>unreachable</c>, …; see docs/extraction.md.</param>
/// <param name="Use">What it took.</param>
public sealed record ModelAnswer(IReadOnlyList<TextFact> Facts, IReadOnlyDictionary<string, int> Dropped, IReadOnlyList<string> Faults, ModelUse Use)
{
    /// <summary>Whether it may become more when the model is asked again.</summary>
    [JsonIgnore]
    public bool IsForNow => Faults.Any(ModelFaults.IsOfTheMoment);

    /// <summary>This answer on the same texts after an earlier one: what it did not come to again still holds.</summary>
    /// <param name="earlier">The earlier answer.</param>
    public ModelAnswer After(ModelAnswer earlier) => !IsForNow ? this : this with
    {
        Facts = [.. earlier.Facts, .. Facts.ExceptBy(earlier.Facts.Select(fact => fact.Id), fact => fact.Id)],
        Dropped = earlier.Dropped.Concat(Dropped).GroupBy(reason => reason.Key, StringComparer.Ordinal).OrderBy(reason => reason.Key, StringComparer.Ordinal).ToDictionary(reason => reason.Key, reason => reason.Max(count => count.Value)),
    };
}

/// <summary>What questions to a model took.</summary>
/// <param name="Requests">How often it was asked.</param>
/// <param name="InputTokens">Tokens of the questions; where the endpoint does not tell, as many as they can be at most.</param>
/// <param name="OutputTokens">Tokens of the answers.</param>
/// <param name="Cost">What that costs at the prices of the settings; <see langword="null"/> where there are none.</param>
/// <param name="Currency">The currency of the cost, ISO 4217.</param>
public sealed record ModelUse(long Requests, long InputTokens, long OutputTokens, decimal? Cost, string? Currency)
{
    /// <summary>Nothing.</summary>
    public static ModelUse None { get; } = new(0, 0, 0, null, null);

    /// <summary>Both together. Costs in two currencies, or where one was not known, are not added up: then none is told.</summary>
    public ModelUse With(ModelUse later)
    {
        if (Requests == 0) return later;
        if (later.Requests == 0) return this;
        var cost = Currency == later.Currency ? Cost + later.Cost : null;
        return new(Requests + later.Requests, InputTokens + later.InputTokens, OutputTokens + later.OutputTokens, cost, cost is null ? null : Currency);
    }
}

/// <summary>What was used of the budget of a day.</summary>
/// <param name="Day">The day (UTC).</param>
/// <param name="Use">What was used, with what is set aside for questions under way counted as input.</param>
/// <param name="Limit">So many tokens may be used, questions and answers together.</param>
public sealed record ModelDay(DateOnly Day, ModelUse Use, long Limit)
{
    /// <summary>How many tokens are left; 0 where more were used than the limit now allows.</summary>
    public long Left => Math.Max(0, Limit - Use.InputTokens - Use.OutputTokens);
}
