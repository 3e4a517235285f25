using System.Text;
using TenderWatch.Core.Evidence;
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
    private static readonly TimeSpan FirstWait = TimeSpan.FromSeconds(1);

    private readonly Lazy<Chat> _chat = new(() => new Chat(settings));
    private readonly SemaphoreSlim _one = new(1);
    private DateTimeOffset _next;

    /// <summary>The model and the version of the prompt, as <see cref="TextFact.Extractor"/> states them.</summary>
    public string Extractor => $"model/{settings.Deployment}/{Claims.Version}";

    /// <inheritdoc/>
    public void Dispose()
    {
        if (_chat.IsValueCreated) _chat.Value.Dispose();
        _one.Dispose();
    }

    /// <summary>What a model adds to what is known of texts. With the model off nothing is asked and nothing added.</summary>
    /// <param name="texts">The texts; public ones.</param>
    /// <param name="known">What the rules read from them.</param>
    /// <param name="cancellationToken">Stops the call.</param>
    public async Task<ModelReading> ReadAsync(IReadOnlyList<SourceText> texts, IReadOnlyList<TextFact> known, CancellationToken cancellationToken)
    {
        var (facts, dropped, usage, faults) = (new List<TextFact>(), new SortedDictionary<string, int>(StringComparer.Ordinal), ModelUsage.None, new List<string>());
        if (!settings.Enabled) return new ModelReading(Extractor, facts, dropped, usage, faults);
        foreach (var batch in texts.GroupBy(text => text.Document).SelectMany(document => Batches(document.SelectMany(text => Passage.Of(text, known)))))
        {
            var answer = await AnswerAsync(batch, cancellationToken);
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

            // What holds for one question holds for the next.
            if (fault is "budget" or "busy" or "unreachable" or "not-allowed" or "timeout") break;
        }

        return new ModelReading(Extractor, facts, dropped, usage, faults);
    }

    private static bool Overlap(TextPlace one, TextPlace other) =>
        one with { Offset = 0, Length = 0 } == other with { Offset = 0, Length = 0 } && one.Offset < other.Offset + other.Length && other.Offset < one.Offset + one.Length;

    private IEnumerable<IReadOnlyList<Passage>> Batches(IEnumerable<Passage> passages)
    {
        var (batch, characters) = (new List<Passage>(), 0);
        foreach (var passage in passages.Where(passage => passage.Text.Length <= settings.BatchCharacters))
        {
            if (batch.Count == MostPassages || characters + passage.Text.Length > settings.BatchCharacters)
            {
                yield return batch;
                (batch, characters) = ([], 0);
            }

            batch.Add(passage);
            characters += passage.Text.Length;
        }

        if (batch.Count > 0) yield return batch;
    }

    // By document, prompt, model and passages. A kept answer is held against the text again as a fresh one is: whoever changes the file adds no fact.
    private async Task<Answered> AnswerAsync(IReadOnlyList<Passage> batch, CancellationToken cancellationToken)
    {
        var question = Claims.Write(batch);
        var key = Digest.Of(string.Join('\n', batch[0].Source.Document.Hex, Extractor, settings.Endpoint, question)).Hex;
        if (records.Find(key) is { } kept) return new Answered(kept, null, null);
        await _one.WaitAsync(cancellationToken);
        try
        {
            var answer = await AskAsync(question, cancellationToken);
            if (answer.Text is { } text && Claims.Read(text) is not null) records.Keep(key, text);
            return answer;
        }
        finally
        {
            _one.Release();
        }
    }

    private async Task<Answered> AskAsync(string question, CancellationToken cancellationToken)
    {
        // A token is at least a byte: so much a question cannot exceed, whatever the endpoint says.
        long most = Encoding.UTF8.GetByteCount(question) + Encoding.UTF8.GetByteCount(Claims.Instructions) + Claims.Schema.ToMemory().Length + 200 + settings.AnswerTokens;
        var total = ModelUsage.None;
        for (var attempt = 1; ; attempt++)
        {
            if (_next - time.GetUtcNow() is { Ticks: > 0 } wait) await Task.Delay(wait, time, cancellationToken);
            _next = time.GetUtcNow() + (TimeSpan.FromMinutes(1) / settings.RequestsPerMinute);
            var day = DateOnly.FromDateTime(time.GetUtcNow().UtcDateTime);
            if (!records.TryTake(day, most, settings.TokensPerDay)) return new Answered(null, "budget", total);
            var used = new ModelUsage(1, most, 0);
            Answered answer;
            try
            {
                answer = await OnceAsync(question, cancellationToken);
                used = Believed(answer.Usage, most);
            }
            finally
            {
                records.Settle(day, most, used);
            }

            total += used;
            if (answer.RetryAfter is not { } after || attempt >= settings.Attempts || after > settings.LongestRetryAfter) return answer with { Usage = total };
            var longer = FirstWait * Math.Pow(2, attempt - 1);
            await Task.Delay(after > longer ? after : longer, time, cancellationToken);
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
