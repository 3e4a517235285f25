using System.Text;
using Microsoft.Extensions.Logging;
using TenderWatch.Core.Evidence;
using TenderWatch.Core.Languages;
using TenderWatch.Core.Leases;
using TenderWatch.Core.Notices;
using TenderWatch.Core.Procurements;
using TenderWatch.Core.Sources;
using TenderWatch.Core.Telemetry;

namespace TenderWatch.Core.Watching;

/// <summary>
/// One run over a source: probe, list by day, take in what is new or changed. The watermark of a day moves only after everything on
/// its list is stored. A run that finds nothing writes nothing.
/// </summary>
public sealed partial class SourceWatch(NoticeIntake intake, IRegistry registry, IWatchState states, ILeases leases, TimeProvider time, ILogger<SourceWatch> logger)
{
    private const int LongestGap = 366;
    private const int LongestUnread = 60;

    // They are kept in one row of a table.
    private const int MostRetries = 1500;

    private static readonly SourceFailure NoTurn = new("no-turn", "", []);

    // The source, not the notice: going on would only fill the quarantine with notices that are well.
    private static readonly string[] SourceIsAway = ["open-circuit", "unreachable", "timeout", "too-many-requests"];

    /// <summary>Watches the last days of a source, from the last day that was read where that is longer ago.</summary>
    /// <param name="source">The source.</param>
    /// <param name="progress">Told of each publication taken in.</param>
    /// <param name="cancellationToken">Stops the run between two publications; what is done stays done.</param>
    public Task<WatchSummary> RunAsync(INoticeSource source, IProgress<IntakeResult>? progress, CancellationToken cancellationToken) =>
        ObservedWatch.RunAsync(source.Name, () => RunAsync(source, state => LastDays(state, source.DaysBack), progress, cancellationToken));

    /// <summary>Watches given days of a source.</summary>
    /// <param name="source">The source.</param>
    /// <param name="days">The days in Dutch time, oldest first.</param>
    /// <param name="progress">Told of each publication taken in.</param>
    /// <param name="cancellationToken">Stops the run between two publications; what is done stays done.</param>
    public Task<WatchSummary> RunAsync(INoticeSource source, IReadOnlyList<DateOnly> days, IProgress<IntakeResult>? progress, CancellationToken cancellationToken) =>
        ObservedWatch.RunAsync(source.Name, () => RunAsync(source, _ => days, progress, cancellationToken));

    /// <summary>Reads one day of the past. How far the source is watched stays as it is.</summary>
    /// <param name="source">The source.</param>
    /// <param name="day">The day in Dutch time.</param>
    /// <param name="cancellationToken">Stops the run between two publications; what is done stays done.</param>
    public Task<WatchSummary> BackfillAsync(INoticeSource source, DateOnly day, CancellationToken cancellationToken) => ObservedWatch.RunAsync(source.Name, async () =>
    {
        await using var turn = new SourceTurn(leases, states, source.Name);
        var before = await states.GetSourceAsync(source.Name, cancellationToken);
        while (!await turn.TakeAsync(before, cancellationToken))
        {
            if (turn.HeldBy is { } other) return new WatchSummary(source.Name, [], new SourceFailure("held", $"Another host ({other}) reads {source.Name} now. Repeat the command when it has finished.", [])) { HeldBy = other };
            before = await states.GetSourceAsync(source.Name, cancellationToken);
        }

        var run = new Run(source, before, turn, time.GetUtcNow(), progress: null) { IsOfThePast = true };
        var failure = await source.ProbeAsync(cancellationToken) ?? await ReadDayAsync(run, day, cancellationToken);
        if (failure is not null) LogFailure(logger, source.Name, failure.Code, failure.Text);
        var retries = run.Retries.Values.ToArray();
        if (run.Results.Count > 0 || !retries.SequenceEqual(before.Retries) || run.UnreadDays.Count != before.UnreadDays.Count)
            await states.SaveSourceAsync(before with { Retries = retries, UnreadDays = run.UnreadDays, NextReread = await states.NextRereadAsync(source.Name, cancellationToken) }, cancellationToken);
        return new WatchSummary(source.Name, run.Results, failure, run.Known);
    });

    // A machine that was off for a fortnight has a fortnight to read, not a week.
    private IReadOnlyList<DateOnly> LastDays(SourceState state, int daysBack)
    {
        var today = DutchTime.DateOf(time.GetUtcNow());
        var from = today.AddDays(-daysBack);
        if (state.Days.Count > 0 && state.Days.Keys.Max() is var last && last < from) from = last;
        if (from < today.AddDays(-LongestGap)) from = today.AddDays(-LongestGap);
        return [.. Enumerable.Range(0, today.DayNumber - from.DayNumber + 1).Select(from.AddDays)];
    }

    private async Task<WatchSummary> RunAsync(
        INoticeSource source, Func<SourceState, IReadOnlyList<DateOnly>> daysOf, IProgress<IntakeResult>? progress, CancellationToken cancellationToken)
    {
        await using var turn = new SourceTurn(leases, states, source.Name);
        while (true)
        {
            if (await LookAsync(source, daysOf, turn, progress, cancellationToken) is { } summary) return summary;
            if (turn.HeldBy is { } other) return new WatchSummary(source.Name, [], null) { HeldBy = other };
        }
    }

    // Gives nothing where this run has to begin again, or has no turn.
    private async Task<WatchSummary?> LookAsync(
        INoticeSource source, Func<SourceState, IReadOnlyList<DateOnly>> daysOf, SourceTurn turn, IProgress<IntakeResult>? progress, CancellationToken cancellationToken)
    {
        var before = await states.GetSourceAsync(source.Name, cancellationToken);
        var days = daysOf(before);
        var run = new Run(source, before, turn, time.GetUtcNow(), progress);
        var isDue = before.NextReread <= run.Now || before.Retries.Any(retry => retry.Next <= run.Now);
        if (isDue && !await turn.TakeAsync(before, cancellationToken)) return null;
        run.Failure = await source.ProbeAsync(cancellationToken);
        if (run.Failure is null)
        {
            await RetryAsync(run, cancellationToken);
            await RereadAsync(run, cancellationToken);
            var unread = before.UnreadDays.Where(day => day.Value <= run.Now).Select(day => day.Key).Except(days).Order();
            foreach (var day in unread.Concat(days).ToList())
            {
                // A day whose list stays incomplete must not keep the later ones from being read.
                if (run.Failure is not null and not { Code: "incomplete" }) break;
                run.Failure = await ReadDayAsync(run, day, cancellationToken) ?? run.Failure;
                if (run.Failure == NoTurn) return null;
            }
        }

        if (run.Failure is { } failure) LogFailure(logger, source.Name, failure.Code, failure.Text);
        return await SaveAsync(run, before, days, cancellationToken) ? new WatchSummary(source.Name, run.Results, run.Failure, run.Known) : null;
    }

    private async Task<SourceFailure?> ReadDayAsync(Run run, DateOnly day, CancellationToken cancellationToken)
    {
        // Today's list moves while it is read, so only a past day can be held to its total.
        var listing = await run.Source.ListAsync(day, mustBeComplete: day < DutchTime.DateOf(run.Now), cancellationToken);
        if (listing.Failure is { Code: "incomplete" }) run.LeaveUnread(day);
        if (listing.Value is not { } list) return listing.Failure;
        run.UnreadDays.Remove(day);
        var digest = Digest.Of(Encoding.UTF8.GetBytes(string.Join('\n', list.Items.Select(item => $"{item.Key} {item.ListingDigest}").Order(StringComparer.Ordinal))));
        if (run.Days.TryGetValue(day, out var before) && before == digest) return null;
        if (!await run.Turn.TakeAsync(run.Before, cancellationToken)) return NoTurn;

        run.Counts[day] = (run.Counts.GetValueOrDefault(day) ?? new DayCount(0)) with { Listed = list.Items.Count };
        foreach (var item in list.Items.Reverse())
        {
            run.Turn.Lost.ThrowIfCancellationRequested();
            var known = await registry.FindAsync(item.Key, cancellationToken);
            if (await IsDoneAsync(run, item, known?.Notice, cancellationToken))
            {
                run.Known++;
                continue;
            }

            if (run.Retries.Count >= MostRetries) return TooManyRetries(run);
            if (known is null) run.SawNew = true;
            var attempt = new Retry(item.Key, item.ListingDigest, run.Now, run.Now);
            if (await ReadAsync(run, attempt, cancellationToken) is { } away)
            {
                if (run.IsAway(away)) return away;
                run.Retries[item.Key] = attempt with { Next = run.Now.AddHours(1) };
                continue;
            }

            run.HasAnswered();
            if (known is null && run.Results[^1].IsNew) run.CountNew(day);
        }

        run.Days[day] = digest;
        return null;
    }

    private static SourceFailure TooManyRetries(Run run) => new("too-many-retries",
        $"{run.Retries.Count} publications of {run.Source.Name} wait to be asked for again, as many as are kept: nothing more is read until fewer wait. Look why it gives no notices ('tenderwatch sources'), and repeat the command later.", []);

    private async Task<bool> IsDoneAsync(Run run, Listing item, NoticeRecord? known, CancellationToken cancellationToken)
    {
        if (run.Retries.TryGetValue(item.Key, out var pending) && pending.ListingDigest == item.ListingDigest) return true;

        // Incomplete without a retry, or unsettled: the process ended before the rest was done.
        if (known is not null && known.ListingDigest == item.ListingDigest) return known is { Incomplete: false, Settled: true };
        return await states.FindQuarantinedAsync(item.Key, cancellationToken) is { AskAgain: false } broken
            && broken.ListingDigest == item.ListingDigest && broken.ExtractorVersion == intake.ExtractorVersion;
    }

    private async Task RetryAsync(Run run, CancellationToken cancellationToken)
    {
        foreach (var retry in run.Retries.Values.Where(retry => retry.Next <= run.Now).ToList())
        {
            run.Retries.Remove(retry.Key);
            if (await ReadAsync(run, retry, cancellationToken) is null) continue;
            // One publication that never answers must not keep the lists from being read: they show whether the source itself is away.
            run.Retries[retry.Key] = retry with { Next = run.Now.AddHours(1) };
            return;
        }
    }

    private async Task RereadAsync(Run run, CancellationToken cancellationToken)
    {
        if (run.NextReread is not { } next || next > run.Now) return;
        run.Reread = true;
        foreach (var due in await states.DueRereadsAsync(run.Source.Name, run.Now, cancellationToken))
        {
            if (await registry.FindAsync(due.Key, cancellationToken) is not { Notice: var known })
            {
                await states.ForgetRereadAsync(due.Key, cancellationToken);
                continue;
            }

            var reading = await run.Source.ReadAsync(due.Key, cancellationToken);
            var code = (reading.Failure ?? reading.Value!.Failure)?.Code;
            if (code is null && await intake.RetakeAsync(reading.Value!, known, cancellationToken) is { IsReadable: true } retaken)
            {
                if (retaken.Taken is not { } result) continue;
                run.Results.Add(result);
                run.Progress?.Report(result);
                continue;
            }

            // What is known is better than half of it.
            code ??= "unreadable";
            await (due.AfterFailure(code, run.Now) is { } again ? states.ScheduleRereadAsync(again, cancellationToken) : states.ForgetRereadAsync(due.Key, cancellationToken));
            LogNotReread(logger, due.Key, code, due.Failures + 1);
            // Whether the source is away or this publication alone, the lists that come next will show.
            if (SourceIsAway.Contains(code)) return;
        }
    }

    // Gives a failure where the source itself is away; everything else is taken in or quarantined.
    private async Task<SourceFailure?> ReadAsync(Run run, Retry attempt, CancellationToken cancellationToken)
    {
        var reading = await run.Source.ReadAsync(attempt.Key, cancellationToken);
        if (reading.Failure is { } failure && SourceIsAway.Contains(failure.Code)) return failure;
        var result = reading.Value is { } publication
            ? await intake.TakeAsync(publication, attempt.ListingDigest, cancellationToken)
            : await intake.TakeFailureAsync(attempt.Key, reading.Failure!, attempt.ListingDigest, cancellationToken);
        if ((reading.Failure ?? reading.Value!.Failure) is not null && attempt.After(run.Now) is { } again) run.Retries[again.Key] = again;
        if (result is { Outcome: IntakeOutcome.Quarantined, IsNew: true }) LogQuarantined(logger, attempt.Key, result.Fault!.Code, result.Fault.Text);
        run.Results.Add(result);
        run.Progress?.Report(result);
        return null;
    }

    private async Task<bool> SaveAsync(Run run, SourceState before, IReadOnlyList<DateOnly> days, CancellationToken cancellationToken)
    {
        var oldest = days.Count > 0 ? days.Min().AddDays(-1) : DateOnly.MinValue;
        var kept = run.Days.Where(day => day.Key >= oldest).ToDictionary();
        var changed = run.Results.Count > 0 || run.Reread || run.Failure?.Text != before.Failure || run.HasCounted(before) || !run.Retries.Values.SequenceEqual(before.Retries)
            || !run.UnreadDays.OrderBy(day => day.Key).SequenceEqual(before.UnreadDays.OrderBy(day => day.Key)) || !kept.OrderBy(day => day.Key).SequenceEqual(before.Days.OrderBy(day => day.Key));
        if (!changed) return true;
        if (!await run.Turn.TakeAsync(before, cancellationToken)) return false;
        var lastNew = run.SawNew ? run.Now : before.LastNew;
        await states.SaveSourceAsync(
            before with
            {
                Days = kept,
                Retries = [.. run.Retries.Values],
                NextReread = await states.NextRereadAsync(before.Source, cancellationToken),
                UnreadDays = run.UnreadDays,
                LastRun = run.Now,
                LastSuccess = run.Failure is null ? run.Now : before.LastSuccess,
                LastNew = lastNew,
                Failure = run.Failure?.Text,
                FailureCode = run.Failure?.Code,
                FailingSince = run.Failure is null ? null : before.Failure is null ? run.Now : before.FailingSince ?? before.LastRun,
                Counts = DayCount.Kept(run.Counts, DutchTime.DateOf(run.Now), DutchTime.DateOf(lastNew ?? run.Now)),
            },
            cancellationToken);
        return true;
    }

    [LoggerMessage(101, LogLevel.Warning, "Source {Source} could not be watched to the end ({Code}): {Text}")]
    private static partial void LogFailure(ILogger logger, string source, string code, string text);

    [LoggerMessage(102, LogLevel.Warning, "Notice {Key} is quarantined ({Code}): {Text}")]
    private static partial void LogQuarantined(ILogger logger, NoticeKey key, string code, string text);

    [LoggerMessage(103, LogLevel.Warning, "Notice {Key} was asked for again and not given whole ({Code}), {Failures} times in a row; what is known of it stays")]
    private static partial void LogNotReread(ILogger logger, NoticeKey key, string code, int failures);

    private sealed class Run(INoticeSource source, SourceState before, SourceTurn turn, DateTimeOffset now, IProgress<IntakeResult>? progress)
    {
        public SourceTurn Turn { get; } = turn;

        public SourceState Before { get; } = before;

        public INoticeSource Source { get; } = source;

        public DateTimeOffset Now { get; } = now;

        public IProgress<IntakeResult>? Progress { get; } = progress;

        /// <summary>Whether a day of the past is read, not the watch that goes on.</summary>
        public bool IsOfThePast { get; init; }

        public Dictionary<DateOnly, Digest> Days { get; } = before.Days.ToDictionary();

        public Dictionary<DateOnly, DayCount> Counts { get; } = before.Counts.ToDictionary();

        public Dictionary<NoticeKey, Retry> Retries { get; } = before.Retries.ToDictionary(retry => retry.Key);

        public Dictionary<DateOnly, DateTimeOffset> UnreadDays { get; } = before.UnreadDays.ToDictionary();

        public DateTimeOffset? NextReread => Before.NextReread;

        /// <summary>Whether known publications were asked for again.</summary>
        public bool Reread { get; set; }

        public List<IntakeResult> Results { get; } = [];

        /// <summary>How many publications of the lists are left alone.</summary>
        public int Known { get; set; }

        public SourceFailure? Failure { get; set; }

        /// <summary>Whether a list showed a publication that was not known.</summary>
        public bool SawNew { get; set; }

        private bool _missedOne;

        // One publication that does not come is that publication; two in a row are the source.
        public bool IsAway(SourceFailure failure)
        {
            var isAway = failure.Code == "open-circuit" || _missedOne;
            _missedOne = true;
            return isAway;
        }

        public void HasAnswered() => _missedOne = false;

        public void CountNew(DateOnly day)
        {
            var count = Counts[day];
            var days = DutchTime.DateOf(Now).DayNumber - day.DayNumber;
            Counts[day] = count with { New = count.New + 1, DaysUntilRead = Math.Max(count.DaysUntilRead, days) };
            // How late the past is read is no measure of the watch.
            if (!IsOfThePast) Measures.ReadAfter(Source.Name, days);
        }

        public bool HasCounted(SourceState before) => Counts.Any(count => before.Counts.GetValueOrDefault(count.Key) != count.Value);

        // While a day is in the window every run lists it; after that once a day, and after two months a person has to look.
        public void LeaveUnread(DateOnly day)
        {
            if (UnreadDays.TryGetValue(day, out var next) && next > Now) return;
            UnreadDays[day] = day < DutchTime.DateOf(Now).AddDays(-LongestUnread) ? DateTimeOffset.MaxValue : Now.AddDays(1);
        }
    }
}
