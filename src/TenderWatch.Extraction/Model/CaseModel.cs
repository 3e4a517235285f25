using TenderWatch.Core.Texts;

namespace TenderWatch.Extraction.Model;

/// <summary>
/// The model of the settings, as the review of cases asks it: once for each question, and none any more after the time that two answers may take, because a case never waits for a model
/// that is slow or away, nor for the questions of other cases. After a fault of the endpoint nobody asks for some minutes, and the fault is told at once.
/// </summary>
/// <param name="settings">Valid settings.</param>
/// <param name="records">The budget and the kept answers.</param>
/// <param name="time">Measures waits and days.</param>
public sealed class CaseModel(ModelSettings settings, IModelRecords records, TimeProvider time) : ITextModel, IDisposable
{
    private static readonly TimeSpan Pause = TimeSpan.FromMinutes(5);

    private readonly ModelReader _reader = new(settings.AskingOnce(), records, time);
    private volatile Paused? _paused;

    /// <inheritdoc/>
    public string Extractor => _reader.Extractor;

    /// <inheritdoc/>
    public void Dispose() => _reader.Dispose();

    /// <inheritdoc/>
    public async Task<ModelAnswer> ReadAsync(IReadOnlyList<SourceText> texts, IReadOnlyList<TextFact> known, CancellationToken cancellationToken)
    {
        if (!texts.Any(text => Passage.Of(text, known).Any())) return Fault(null);
        if (_paused is { } paused && time.GetUtcNow() < paused.Until) return Fault(paused.Fault);
        using var patience = new CancellationTokenSource(2 * settings.Timeout, time);
        var read = await _reader.ReadAsync(texts, known, cancellationToken, patience.Token);
        if (read.Faults.FirstOrDefault(fault => fault is "busy" or "unreachable" or "not-allowed" or "timeout") is { } away) _paused = new Paused(away, time.GetUtcNow() + Pause);
        else if (read.Usage.Requests > 0) _paused = null;
        return new ModelAnswer(read.Facts, read.Dropped, read.Faults, Use(read.Usage));
    }

    /// <inheritdoc/>
    public async Task<ModelDay> UsedAsync(DateOnly? day, CancellationToken cancellationToken)
    {
        var asked = day ?? DateOnly.FromDateTime(time.GetUtcNow().UtcDateTime);
        return new ModelDay(asked, Use(await records.UsedAsync(asked, cancellationToken)), settings.TokensPerDay);
    }

    private ModelUse Use(ModelUsage usage) => usage.Cost(settings) is { } cost
        ? new(usage.Requests, usage.InputTokens, usage.OutputTokens, cost, settings.Currency)
        : new(usage.Requests, usage.InputTokens, usage.OutputTokens, null, null);

    private static ModelAnswer Fault(string? fault) => new([], new Dictionary<string, int>(), fault is null ? [] : [fault], ModelUse.None);

    private sealed record Paused(string Fault, DateTimeOffset Until);
}
