using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask;
using Microsoft.DurableTask.Client;
using Microsoft.Extensions.Logging;
using TenderWatch.Core.Sources;
using TenderWatch.Core.Watching;

namespace TenderWatch.Functions;

/// <summary>One run over a source. Its instance is named after the source, which makes it the only one.</summary>
public sealed partial class WatchOrchestration(IEnumerable<INoticeSource> sources, SourceWatch watch, SourceAlarms alarms, CaseBells bells, TimeProvider time, ILogger<WatchOrchestration> logger)
{
    /// <summary>The name of the orchestration.</summary>
    public const string Name = "Watch";

    /// <summary>The name of its activity.</summary>
    public const string WatchSource = nameof(WatchSource);

    // Under the half hour that the runtime gives a function where host.json sets no functionTimeout. A run that is cut off goes on at the next moment of its schedule.
    private static readonly TimeSpan LongestRun = TimeSpan.FromMinutes(25);

    /// <summary>The instance of a source.</summary>
    public static string IdOf(string source) => "watch-" + source;

    /// <summary>Runs it.</summary>
    [Function(Name)]
    public static Task RunAsync([OrchestrationTrigger] TaskOrchestrationContext context) => context.CallActivityAsync(WatchSource, context.GetInput<string>());

    /// <summary>Watches the source, looks after its alarm, and wakes the cases that got something.</summary>
    [Function(WatchSource)]
    public async Task WatchAsync([ActivityTrigger] string source, [DurableClient] DurableTaskClient client, CancellationToken cancellationToken)
    {
        using var longest = new CancellationTokenSource(LongestRun, time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(longest.Token, cancellationToken);
        try
        {
            var summary = await watch.RunAsync(sources.Single(each => each.Name == source), progress: null, either.Token);
            LogWatched(source, summary.Results.Count(result => result.IsNew), summary.Failure?.Code);
        }
        catch (OperationCanceledException) when (longest.IsCancellationRequested)
        {
            LogCutOff(source, LongestRun);
        }
        finally
        {
            await bells.RingAsync(client, cancellationToken);
        }

        await alarms.CheckAsync(source, cancellationToken);
    }

    [LoggerMessage(6011, LogLevel.Information, "Watched {Source}: {New} new; failure: {Failure}")]
    private partial void LogWatched(string source, int @new, string? failure);

    [LoggerMessage(6012, LogLevel.Warning, "The watch of {Source} was cut off after {LongestRun}; it goes on at the next moment of its schedule")]
    private partial void LogCutOff(string source, TimeSpan longestRun);
}
