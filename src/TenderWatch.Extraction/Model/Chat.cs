using System.ClientModel;
using System.ClientModel.Primitives;
using System.Globalization;
using Azure.AI.OpenAI;
using Azure.Identity;
using OpenAI;
using OpenAI.Chat;
using TenderWatch.Core.Texts;

namespace TenderWatch.Extraction.Model;

/// <summary>What a model answered, or why it did not.</summary>
/// <param name="Text">The answer; <see langword="null"/> with a fault.</param>
/// <param name="Fault">See <see cref="ModelReading.Faults"/>.</param>
/// <param name="Usage">What the endpoint says that it took; <see langword="null"/> where it says nothing.</param>
/// <param name="RetryAfter">When to ask again, where that may help.</param>
internal sealed record Answered(string? Text, string? Fault, ModelUsage? Usage, TimeSpan? RetryAfter = null);

/// <summary>One question to a chat model: no tools, temperature 0, an answer by schema. Retries are the caller's.</summary>
internal sealed class Chat : IDisposable
{
    private readonly HttpClient _http = new(new CappedAnswers()) { Timeout = System.Threading.Timeout.InfiniteTimeSpan };
    private readonly ChatClient _client;
    private readonly Prompt _prompt;
    private readonly ChatCompletionOptions _options;

    public Chat(ModelSettings settings, Prompt prompt)
    {
        _prompt = prompt;
        var endpoint = new Uri(settings.Endpoint);
        if (settings.Protocol == ModelProtocol.OpenAI)
        {
            _client = new ChatClient(settings.Deployment, new ApiKeyCredential(settings.ApiKey), Set(new OpenAIClientOptions { Endpoint = endpoint }, settings));
        }
        else
        {
            var options = Set(new AzureOpenAIClientOptions(), settings);
            var client = settings.ApiKey.Length > 0 ? new AzureOpenAIClient(endpoint, new ApiKeyCredential(settings.ApiKey), options) : new AzureOpenAIClient(endpoint, new DefaultAzureCredential(), options);
            _client = client.GetChatClient(settings.Deployment);
        }

        _options = new ChatCompletionOptions { Temperature = 0, MaxOutputTokenCount = settings.AnswerTokens, ResponseFormat = ChatResponseFormat.CreateJsonSchemaFormat("answer", prompt.Schema, jsonSchemaIsStrict: true) };
    }

    public void Dispose() => _http.Dispose();

    public async Task<Answered> AskAsync(string question, CancellationToken cancellationToken)
    {
        try
        {
            ChatCompletion answer = await _client.CompleteChatAsync([new SystemChatMessage(_prompt.Instructions), new UserChatMessage(question)], _options, cancellationToken);
            var usage = answer.Usage is { } used ? new ModelUsage(1, used.InputTokenCount, used.OutputTokenCount) : null;
            var fault = answer.FinishReason switch
            {
                _ when !string.IsNullOrEmpty(answer.Refusal) => "refusal",
                ChatFinishReason.Stop => null,
                ChatFinishReason.Length => "truncated",
                ChatFinishReason.ContentFilter => "content-filter",
                _ => "wrong-schema",
            };
            return fault is null ? new Answered(string.Concat(answer.Content.Select(part => part.Text)), null, usage) : new Answered(null, fault, usage);
        }
        // A call that is cancelled ends as any of the faults below, depending on how far it was.
        catch (Exception wrong) when (wrong is OperationCanceledException || cancellationToken.IsCancellationRequested)
        {
            throw new OperationCanceledException(wrong.Message, wrong, cancellationToken);
        }
        catch (ClientResultException refused)
        {
            return Refused(refused);
        }
        catch (AuthenticationFailedException)
        {
            return new Answered(null, "not-allowed", ModelUsage.None);
        }
        catch (Exception wrong) when (Chain(wrong).OfType<AnswerTooLargeException>().Any())
        {
            return new Answered(null, "too-large", null);
        }
        catch (Exception wrong) when (Chain(wrong).Any(one => one is HttpRequestException or IOException))
        {
            return new Answered(null, "unreachable", null, TimeSpan.Zero);
        }
        // What an endpoint answers is anybody's bytes, and the client library has no one exception for those that it cannot read.
        catch (Exception)
        {
            return new Answered(null, "wrong-schema", null);
        }
    }

    private T Set<T>(T options, ModelSettings settings) where T : ClientPipelineOptions
    {
        options.Transport = new HttpClientPipelineTransport(_http);
        options.RetryPolicy = new ClientRetryPolicy(maxRetries: 0);
        options.NetworkTimeout = settings.Timeout + TimeSpan.FromSeconds(5);
        return options;
    }

    private static Answered Refused(ClientResultException refused)
    {
        var answer = refused.GetRawResponse();
        switch (refused.Status)
        {
            case 429 or 408 or >= 500:
                var after = answer is not null && answer.Headers.TryGetValue("Retry-After", out var header) && int.TryParse(header, NumberStyles.None, CultureInfo.InvariantCulture, out var seconds) ? TimeSpan.FromSeconds(seconds) : TimeSpan.Zero;
                return new Answered(null, "busy", ModelUsage.None, after);
            case 401 or 403 or 404:
                return new Answered(null, "not-allowed", ModelUsage.None);
            case 0:
                return new Answered(null, "unreachable", null, TimeSpan.Zero);
            default:
                return new Answered(null, answer?.Content.ToString().Contains("content_filter", StringComparison.Ordinal) == true ? "content-filter" : "rejected", null);
        }
    }

    private static IEnumerable<Exception> Chain(Exception? wrong)
    {
        for (; wrong is not null; wrong = wrong.InnerException) yield return wrong;
    }
}
