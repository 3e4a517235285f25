using System.Text;
using TenderWatch.Core.Evidence;
using TenderWatch.Core.Texts;

namespace TenderWatch.Extraction.Model;

/// <summary>What a model is asked for, and the form of its answer.</summary>
/// <param name="Version">Its name with its version; a change in the rest is another one.</param>
/// <param name="Instructions">What it is to do.</param>
/// <param name="Schema">The JSON schema of its answer.</param>
internal sealed record Prompt(string Version, string Instructions, BinaryData Schema);

/// <summary>
/// Asks a model within the budget of the day, one question at a time; an answer is kept and never paid for twice, unless what was asked is confidential.
/// </summary>
internal sealed class ModelQuestions(ModelSettings settings, IModelRecords records, TimeProvider time, Prompt prompt) : IDisposable
{
    private static readonly TimeSpan FirstWait = TimeSpan.FromSeconds(1);

    private readonly Lazy<Chat> _chat = new(() => new Chat(settings, prompt));
    private readonly SemaphoreSlim _one = new(1);
    private DateTimeOffset _next;

    /// <summary>The model and the version of the prompt.</summary>
    public string Extractor => $"model/{settings.Deployment}/{prompt.Version}";

    public void Dispose()
    {
        if (_chat.IsValueCreated) _chat.Value.Dispose();
        _one.Dispose();
    }

    /// <summary>Passages in the order of the text, so many together as fit one question; one that is longer stands alone.</summary>
    public static IEnumerable<IReadOnlyList<T>> Batches<T>(IEnumerable<T> passages, Func<T, int> length, int most, int characters)
    {
        var (batch, sum) = (new List<T>(), 0);
        foreach (var passage in passages)
        {
            if (batch.Count > 0 && (batch.Count == most || sum + length(passage) > characters))
            {
                yield return batch;
                (batch, sum) = ([], 0);
            }

            batch.Add(passage);
            sum += length(passage);
        }

        if (batch.Count > 0) yield return batch;
    }

    // A question that waits for others when patience is at its end is not asked; one that is under way is never cut off by it, for it is paid for. By document, prompt, model and passages. A kept answer is held against the text again as a fresh one is: whoever changes the file adds no fact.
    public async Task<Answered> AskAsync(Digest document, string question, Func<string, bool> isAnswer, CancellationToken cancellationToken, CancellationToken patience = default)
    {
        var key = Digest.Of(string.Join('\n', document.Hex, Extractor, settings.Endpoint, question)).Hex;
        if (await records.FindAsync(key, cancellationToken) is { } kept) return new Answered(kept, null, null);
        var answer = await AskOnceAsync(question, patience, cancellationToken);
        if (answer.Text is { } text && isAnswer(text)) await records.KeepAsync(key, text, cancellationToken);
        return answer;
    }

    // Nothing of it stays on the disk but how many tokens it took.
    public Task<Answered> AskConfidentiallyAsync(string question, CancellationToken cancellationToken) => AskOnceAsync(question, default, cancellationToken);

    private async Task<Answered> AskOnceAsync(string question, CancellationToken patience, CancellationToken cancellationToken)
    {
        using var waiting = CancellationTokenSource.CreateLinkedTokenSource(patience, cancellationToken);
        try
        {
            await _one.WaitAsync(waiting.Token);
            try
            {
                if (_next - time.GetUtcNow() is { Ticks: > 0 } wait) await Task.Delay(wait, time, waiting.Token);
                return await AskAsync(question, cancellationToken);
            }
            finally
            {
                _one.Release();
            }
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            return new Answered(null, ModelFaults.Later, ModelUsage.None);
        }
    }

    private async Task<Answered> AskAsync(string question, CancellationToken cancellationToken)
    {
        // A token is at least a byte: so much a question cannot exceed, whatever the endpoint says.
        long most = Encoding.UTF8.GetByteCount(question) + Encoding.UTF8.GetByteCount(prompt.Instructions) + prompt.Schema.ToMemory().Length + 200 + settings.AnswerTokens;
        var total = ModelUsage.None;
        for (var attempt = 1; ; attempt++)
        {
            _next = time.GetUtcNow() + (TimeSpan.FromMinutes(1) / settings.RequestsPerMinute);
            var day = DateOnly.FromDateTime(time.GetUtcNow().UtcDateTime);
            if (!await records.TryTakeAsync(day, most, settings.TokensPerDay, cancellationToken)) return new Answered(null, "budget", total);
            var used = new ModelUsage(1, most, 0);
            Answered answer;
            try
            {
                answer = await OnceAsync(question, cancellationToken);
                used = Believed(answer.Usage, most);
            }
            finally
            {
                // What was used is never forgotten, also where nobody waits for the answer any more.
                await records.SettleAsync(day, most, used, CancellationToken.None);
            }

            total += used;
            if (answer.RetryAfter is not { } after || attempt >= settings.Attempts || after > settings.LongestRetryAfter) return answer with { Usage = total };
            var longer = FirstWait * Math.Pow(2, attempt - 1);
            await Task.Delay(after > longer ? after : longer, time, cancellationToken);
            if (_next - time.GetUtcNow() is { Ticks: > 0 } wait) await Task.Delay(wait, time, cancellationToken);
        }
    }

    private async Task<Answered> OnceAsync(string question, CancellationToken cancellationToken)
    {
        using var late = new CancellationTokenSource(settings.Timeout, time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(late.Token, cancellationToken);
        try
        {
            return await _chat.Value.AskAsync(question, either.Token);
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            return new Answered(null, "timeout", null);
        }
    }

    // An endpoint that says nothing, or something that cannot be, has used as much as it could have.
    private static ModelUsage Believed(ModelUsage? said, long most) => said switch
    {
        null => new ModelUsage(1, most, 0),
        { Requests: 0 } => said with { Requests = 1 },
        { InputTokens: > 0, OutputTokens: >= 0 } when said.InputTokens + said.OutputTokens <= most => said,
        _ => new ModelUsage(1, most, 0),
    };
}
