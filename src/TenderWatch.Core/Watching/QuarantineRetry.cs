using TenderWatch.Core.Evidence;
using TenderWatch.Core.Notices;
using TenderWatch.Core.Sources;

namespace TenderWatch.Core.Watching;

/// <summary>Reads one publication in quarantine again because a person asks for it.</summary>
public sealed class QuarantineRetry(NoticeIntake intake, IWatchState state, IEnumerable<INoticeSource> sources)
{
    /// <summary>Reads it again: where its source did not give it the source is asked, else its kept bytes are read.</summary>
    /// <param name="key">The publication.</param>
    /// <param name="cancellationToken">Stops the call.</param>
    public async Task<Result> RetryAsync(NoticeKey key, CancellationToken cancellationToken)
    {
        if (await state.FindQuarantinedAsync(key, cancellationToken) is not { } broken) return new Result.Unknown();
        if (broken.Documents.Any(document => document.Role == EvidenceRoles.Unread)) return new Result.Unreadable(broken.Fault);
        if (!broken.AskAgain) return Of(await intake.RetryAsync(broken, cancellationToken));
        if (sources.FirstOrDefault(source => source.Name == key.Source) is not { } asked) return new Result.NotGiven($"'{key.Source}' is no source that is asked here.");
        var answer = await asked.ReadAsync(key, cancellationToken);
        return answer.Value is { } publication ? Of(await intake.TakeAsync(publication, broken.ListingDigest, cancellationToken)) : new Result.NotGiven(answer.Failure!.Text);
    }

    private static Result Of(IntakeResult taken) => taken.Outcome == IntakeOutcome.Linked ? new Result.Linked(taken.ProcurementId!) : new Result.Unreadable(taken.Fault!);

    /// <summary>What came of it.</summary>
    public abstract record Result
    {
        private Result()
        {
        }

        /// <summary>It is not in quarantine.</summary>
        public sealed record Unknown : Result;

        /// <summary>Its source does not give it.</summary>
        /// <param name="Why">Why.</param>
        public sealed record NotGiven(string Why) : Result;

        /// <summary>It still cannot be read.</summary>
        /// <param name="Fault">Why.</param>
        public sealed record Unreadable(ReadingFault Fault) : Result;

        /// <summary>It was read.</summary>
        /// <param name="ProcurementId">Its procurement; a case has the same id.</param>
        public sealed record Linked(string ProcurementId) : Result;
    }
}
