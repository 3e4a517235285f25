using System.Net;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Http.Resilience;
using Polly;
using Polly.Timeout;

namespace TenderWatch.Sources.Http;

/// <summary>
/// The HTTP client of all sources. From the outside in: redirects, retries and circuit breaker per host, pace per host, time-out
/// of one attempt, limits of the body.
/// </summary>
internal static class SourceHttpClient
{
    public const string Name = "TenderWatch.Sources";

    /// <summary>The client of procurement documents, whose addresses stand in notices and so may be anybody's.</summary>
    public const string Documents = "TenderWatch.Documents";

    public static void Add(IServiceCollection services, SourcesSettings settings)
    {
        services.AddSingleton(provider => new HostPace(settings.MinimumInterval, provider.GetRequiredService<TimeProvider>()));
        Add(services, settings, Name, RedirectHandler.ToSources(settings), Handler);
        var hosts = new TenderWatch.Sources.Documents.AllowedHosts(settings);
        Add(services, settings, Documents, hosts.Allows, () =>
        {
            var handler = Handler();
            handler.UseProxy = false; // a proxy would resolve names anew, beyond any check
            handler.ConnectCallback = hosts.ConnectAsync;
            return handler;
        });
    }

    private static void Add(IServiceCollection services, SourcesSettings settings, string name, Func<Uri, bool> mayFollow, Func<SocketsHttpHandler> handler)
    {
        var client = services.AddHttpClient(name, client =>
        {
            client.Timeout = Timeout.InfiniteTimeSpan; // the pipeline below has its own
            client.DefaultRequestHeaders.TryAddWithoutValidation("User-Agent", UserAgent.Of(settings.Contact));
            BodyHandler.Accept(client.DefaultRequestHeaders);
        });
        // The factory's own loggers write headers, and with them the password, at trace level.
        client.RemoveAllLoggers();
        client.ConfigurePrimaryHttpMessageHandler(handler);
        client.AddHttpMessageHandler(() => new RedirectHandler(mayFollow));
        client.AddResilienceHandler("attempts", (pipeline, context) => Attempts(pipeline, context.ServiceProvider, settings)).SelectPipelineByAuthority();
        client.AddHttpMessageHandler(provider => new HostPaceHandler(provider.GetRequiredService<HostPace>()));
        client.AddResilienceHandler("attempt", (pipeline, context) =>
        {
            pipeline.TimeProvider = context.ServiceProvider.GetRequiredService<TimeProvider>();
            pipeline.AddTimeout(settings.Timeout);
        });
        client.AddHttpMessageHandler(() => new ObservedRequestHandler());
        client.AddHttpMessageHandler(() => new BodyHandler(settings));
    }

    private static SocketsHttpHandler Handler() => new()
    {
        AllowAutoRedirect = false,
        AutomaticDecompression = DecompressionMethods.None,
        UseCookies = false,
        ConnectTimeout = TimeSpan.FromSeconds(20),
        PooledConnectionLifetime = TimeSpan.FromMinutes(5),
        ActivityHeadersPropagator = null, // our traces are not their business, and the built-in activities carry whole addresses
    };

    private static void Attempts(ResiliencePipelineBuilder<HttpResponseMessage> pipeline, IServiceProvider services, SourcesSettings settings)
    {
        var time = services.GetRequiredService<TimeProvider>();
        pipeline.TimeProvider = time;
        if (settings.Attempts > 1)
        {
            var retry = new HttpRetryStrategyOptions
            {
                MaxRetryAttempts = settings.Attempts - 1,
                BackoffType = DelayBackoffType.Exponential,
                UseJitter = true,
                Delay = settings.FirstRetryAfter,
                MaxDelay = settings.LongestRetryAfter,
                ShouldRetryAfterHeader = false,
                ShouldHandle = arguments => ValueTask.FromResult(
                    IsPassing(arguments.Outcome) && !(RetryAfter.Of(arguments.Outcome.Result, time) > settings.LongestRetryAfter)),
                DelayGenerator = arguments => ValueTask.FromResult(RetryAfter.Of(arguments.Outcome.Result, time)),
            };
            if (services.GetService<Random>() is { } random) retry.Randomizer = Locked(random);
            pipeline.AddRetry(retry);
        }

        pipeline.AddCircuitBreaker(new HttpCircuitBreakerStrategyOptions
        {
            FailureRatio = 0.8,
            MinimumThroughput = 10, // two documents that failed five times
            SamplingDuration = TimeSpan.FromMinutes(10),
            BreakDuration = settings.BreakDuration,
            ShouldHandle = arguments => ValueTask.FromResult(IsPassing(arguments.Outcome)),
        });
    }

    private static bool IsPassing(Outcome<HttpResponseMessage> outcome) =>
        outcome.Exception is HttpRequestException { InnerException: not TenderWatch.Sources.Documents.ForbiddenAddressException } or TimeoutRejectedException
        || outcome.Result is { StatusCode: HttpStatusCode.RequestTimeout or HttpStatusCode.TooManyRequests or >= HttpStatusCode.InternalServerError };

    private static Func<double> Locked(Random random) => () =>
    {
        lock (random) return random.NextDouble();
    };
}
