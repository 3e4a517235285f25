using System.Diagnostics;
using System.Diagnostics.Metrics;
using TenderWatch.Core.Checks;
using TenderWatch.Core.Reviews;
using TenderWatch.Core.Texts;
using TenderWatch.Core.Watching;

namespace TenderWatch.Core.Telemetry;

/// <summary>
/// The metrics; <c>docs/telemetry.md</c> explains each. They count what happened in this process: an activity that runs twice after a crash is counted twice,
/// and the registry, the outbox and the ledgers have the exact figures.
/// </summary>
public static class Measures
{
    /// <summary>The name of the meter.</summary>
    public const string Name = "TenderWatch.Pipeline";

    private static readonly Meter Meter = new(Name);

    private static readonly Histogram<double> WatchDuration = Meter.CreateHistogram("tenderwatch.watch.duration", "s", "Runs over a source", advice: Seconds(1, 5, 15, 60, 300, 1200, 3600));
    private static readonly Counter<long> Notices = Meter.CreateCounter<long>("tenderwatch.notices", "{notice}", "Publications taken in");
    private static readonly Histogram<long> NoticeLag = Meter.CreateHistogram("tenderwatch.notice.lag", "d", "Days from the day of publication to the day of reading, in Dutch time, of publications that a watch sees first",
        advice: new InstrumentAdvice<long> { HistogramBucketBoundaries = [0, 1, 2, 3, 7, 14, 30, 90] });
    private static readonly Counter<long> QuarantineChanges = Meter.CreateCounter<long>("tenderwatch.quarantine", "{notice}", "Publications that came into quarantine or left it");
    private static readonly Histogram<double> RequestDuration = Meter.CreateHistogram("tenderwatch.source.request.duration", "s", "Requests to sources", advice: Seconds(0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 30, 60));
    private static readonly Counter<long> Alarms = Meter.CreateCounter<long>("tenderwatch.source.alarms", "{alarm}", "Alarms of sources, raised or ended");
    private static readonly Histogram<double> EpisodeDuration = Meter.CreateHistogram("tenderwatch.episode.duration", "s", "Attempts at episodes of cases", advice: Seconds(0.1, 0.25, 0.5, 1, 2.5, 5, 10, 30, 60, 300));
    private static readonly Counter<long> StuckCases = Meter.CreateCounter<long>("tenderwatch.cases.stuck", "{case}", "Cases that got stuck: an event was set aside");
    private static readonly Counter<long> FindingCount = Meter.CreateCounter<long>("tenderwatch.findings", "{finding}", "Findings recorded");
    private static readonly Counter<long> MessageCount = Meter.CreateCounter<long>("tenderwatch.messages", "{message}", "Attempts to send a message");
    private static readonly Counter<long> StorageOperations = Meter.CreateCounter<long>("tenderwatch.storage.operations", "{operation}", "Requests to storage, repeated ones too");

    private static readonly Counter<long> ModelQuestions = Meter.CreateCounter<long>("tenderwatch.model.questions", "{question}", "Texts of cases that a model was asked about, answered or not");
    private static readonly Counter<long> ModelTokens = Meter.CreateCounter<long>("tenderwatch.model.tokens", "{token}", "Tokens that a model took");
    private static readonly Counter<double> ModelCost = Meter.CreateCounter<double>("tenderwatch.model.cost", "{currency}", "What a model cost at the prices of the settings");
    private static readonly Counter<long> ModelClaims = Meter.CreateCounter<long>("tenderwatch.model.claims", "{claim}", "What a model pointed at: kept as a fact, or dropped");

    /// <summary>A run over a source ended.</summary>
    /// <param name="source">The source.</param>
    /// <param name="failure">The code of its failure; <see langword="null"/> where it got through.</param>
    /// <param name="since">When it began (<see cref="Stopwatch.GetTimestamp"/>).</param>
    public static void Watched(string source, string? failure, long since) =>
        WatchDuration.Record(Since(since), Outcome(failure, "done", new TagList { { Attributes.Source, source } }));

    /// <summary>A publication was taken in.</summary>
    /// <param name="result">What became of it.</param>
    public static void Taken(IntakeResult result)
    {
        var source = result.Key.Source;
        Notices.Add(1, new(Attributes.Source, source), new(Attributes.Outcome, OutcomeOf(result)));
        if (result is { Outcome: IntakeOutcome.Quarantined, IsNew: true })
            QuarantineChanges.Add(1, new(Attributes.Source, source), new(Attributes.Change, "added"), new(Attributes.ErrorType, result.Fault?.Code));
    }

    /// <summary>What became of a publication, in a word.</summary>
    /// <param name="result">The result.</param>
    public static string OutcomeOf(IntakeResult result) => result.Outcome == IntakeOutcome.Quarantined ? "quarantined" : result.IsNew ? "new" : "known";

    /// <summary>A publication was read for the first time.</summary>
    /// <param name="source">The source.</param>
    /// <param name="days">Days from the day of publication to this day.</param>
    public static void ReadAfter(string source, int days) => NoticeLag.Record(days, new KeyValuePair<string, object?>(Attributes.Source, source));

    /// <summary>A publication left the quarantine.</summary>
    /// <param name="source">The source.</param>
    public static void Released(string source) => QuarantineChanges.Add(1, new(Attributes.Source, source), new(Attributes.Change, "released"));

    /// <summary>A source answered, or did not.</summary>
    /// <param name="host">The host.</param>
    /// <param name="status">The status of the answer.</param>
    /// <param name="failure">Why there is none.</param>
    /// <param name="since">When the request began (<see cref="Stopwatch.GetTimestamp"/>).</param>
    public static void Requested(string host, int? status, string? failure, long since)
    {
        var tags = new TagList { { Attributes.Server, host } };
        if (status is { } code) tags.Add(Attributes.Status, code);
        if (failure is not null) tags.Add(Attributes.ErrorType, failure);
        RequestDuration.Record(Since(since), tags);
    }

    /// <summary>An alarm of a source was raised or ended.</summary>
    /// <param name="alarm">The alarm.</param>
    public static void Alarmed(SourceAlarm alarm) => Alarms.Add(
        1, new(Attributes.Source, alarm.Health.Source), new(Attributes.Condition, alarm.Health.Condition.ToString()), new(Attributes.Change, alarm.EndedAt is null ? "raised" : "ended"));

    /// <summary>An attempt at an episode ended.</summary>
    /// <param name="kind">The kind of its event.</param>
    /// <param name="failure">The type of the exception; <see langword="null"/> where it got through.</param>
    /// <param name="since">When it began (<see cref="Stopwatch.GetTimestamp"/>).</param>
    public static void Handled(string kind, string? failure, long since) =>
        EpisodeDuration.Record(Since(since), Outcome(failure, "done", new TagList { { Attributes.Event, kind } }));

    /// <summary>A case got stuck.</summary>
    /// <param name="kind">The kind of the event that was set aside.</param>
    public static void Stuck(string kind) => StuckCases.Add(1, new KeyValuePair<string, object?>(Attributes.Event, kind));

    /// <summary>Findings were recorded.</summary>
    /// <param name="result">The result of a check.</param>
    public static void Found(CheckResult result)
    {
        Found(result.Check, Verdict.Flagged, result.Flagged);
        Found(result.Check, Verdict.NotAssessable, result.NotAssessable);
        Found(result.Check, Verdict.Clear, result.Clear);
    }

    /// <summary>A message was tried.</summary>
    /// <param name="channel">The channel.</param>
    /// <param name="about">What it is about: <c>case</c>, <c>source</c>, <c>digest</c> or <c>flood</c>.</param>
    /// <param name="outcome"><c>sent</c>, <c>postponed</c> or <c>dead</c>.</param>
    public static void Sent(string channel, string about, string outcome) =>
        MessageCount.Add(1, new(Attributes.Channel, channel), new(Attributes.About, about), new(Attributes.Outcome, outcome));

    /// <summary>Storage was asked.</summary>
    /// <param name="storage"><c>blob</c> or <c>table</c>.</param>
    /// <param name="method">The method.</param>
    /// <param name="status">The status of the answer; <see langword="null"/> where none came.</param>
    public static void Stored(string storage, string method, int? status) =>
        StorageOperations.Add(1, new(Attributes.Storage, storage), new(Attributes.Method, method), new(Attributes.Status, status));

    /// <summary>A model was asked about a text of a case.</summary>
    /// <param name="answer">What came of it.</param>
    public static void Asked(ModelAnswer answer)
    {
        if (answer.Use.Requests == 0 && answer.Faults.Count == 0) return;
        ModelQuestions.Add(1, Outcome(answer.Faults is [var fault, ..] ? fault : null, "answered", []));
        if (answer.Use.InputTokens > 0) ModelTokens.Add(answer.Use.InputTokens, new KeyValuePair<string, object?>(Attributes.TokenType, "input"));
        if (answer.Use.OutputTokens > 0) ModelTokens.Add(answer.Use.OutputTokens, new KeyValuePair<string, object?>(Attributes.TokenType, "output"));
        if (answer.Use.Cost is { } cost) ModelCost.Add((double)cost, new KeyValuePair<string, object?>(Attributes.Currency, answer.Use.Currency));
        if (answer.Facts.Count > 0) ModelClaims.Add(answer.Facts.Count, new KeyValuePair<string, object?>(Attributes.Outcome, "kept"));
        foreach (var (reason, count) in answer.Dropped) ModelClaims.Add(count, new(Attributes.Outcome, "dropped"), new(Attributes.ErrorType, reason));
    }

    private static void Found(string check, Verdict verdict, int count)
    {
        if (count > 0) FindingCount.Add(count, new(Attributes.Check, check), new(Attributes.Verdict, verdict.ToString()));
    }

    private static TagList Outcome(string? failure, string done, TagList tags)
    {
        tags.Add(Attributes.Outcome, failure is null ? done : "failed");
        if (failure is not null) tags.Add(Attributes.ErrorType, failure);
        return tags;
    }

    private static double Since(long timestamp) => Stopwatch.GetElapsedTime(timestamp).TotalSeconds;

    private static InstrumentAdvice<double> Seconds(params double[] boundaries) => new() { HistogramBucketBoundaries = boundaries };
}
