namespace TenderWatch.Core.Texts;

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
}

/// <summary>What was used on a day, and answers that are known.</summary>
public interface IModelRecords
{
    /// <summary>What was used on a day (UTC), with what is set aside for questions under way counted as input.</summary>
    Task<ModelUsage> UsedAsync(DateOnly day, CancellationToken cancellationToken);

    /// <summary>Sets tokens aside, unless the day would then have more than its limit.</summary>
    Task<bool> TryTakeAsync(DateOnly day, long tokens, long limit, CancellationToken cancellationToken);

    /// <summary>Puts what a question took in the place of what was set aside for it.</summary>
    Task SettleAsync(DateOnly day, long taken, ModelUsage used, CancellationToken cancellationToken);

    /// <summary>A kept answer.</summary>
    Task<string?> FindAsync(string key, CancellationToken cancellationToken);

    /// <summary>Keeps an answer.</summary>
    Task KeepAsync(string key, string answer, CancellationToken cancellationToken);
}
