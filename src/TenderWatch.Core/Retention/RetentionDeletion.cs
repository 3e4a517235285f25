using System.Text.RegularExpressions;
using TenderWatch.Core.Evidence;
using TenderWatch.Core.Evidence.Checkpoints;
using TenderWatch.Core.Evidence.Tombstones;
using TenderWatch.Core.Languages;
using TenderWatch.Core.Reviews;

namespace TenderWatch.Core.Retention;

/// <summary>
/// Deletes what is past its time. The signed tombstone comes first, then the bytes go, then the cases record it: a run that was stopped anywhere is finished by the next.
/// </summary>
public sealed class RetentionDeletion(
    ICases cases, ICaseInbox inbox, IEvidenceStore evidence, IEvidenceRemover remover, ITombstoneStore tombstones, ICheckpointStore checkpoints, ICheckpointSigner signer, TimeProvider time)
{
    // Findings that name no document say nothing of a case: others may have the same bytes at this moment.
    private static readonly Regex Named = new("[0-9a-f]{64}", RegexOptions.NonBacktracking | RegexOptions.CultureInvariant);

    private readonly Deleted _deleted = new(tombstones, checkpoints);

    /// <summary>What a run would delete, and what it would finish.</summary>
    /// <param name="plan">The plan.</param>
    /// <param name="cancellationToken">Stops it.</param>
    public async Task<IReadOnlyList<RetainedEvidence>> DueAsync(RetentionPlan plan, CancellationToken cancellationToken)
    {
        var today = DutchTime.DateOf(time.GetUtcNow());
        var due = new List<RetainedEvidence>();
        foreach (var item in plan.Evidence)
        {
            if (item is { IsUnfinished: true, IsHeld: false } || (item.IsDue(today) && !(item.IsFindings && await IsSharedAsync(item, cancellationToken)))) due.Add(item);
        }

        // The facts tell the terms of the rest.
        return [.. due.OrderBy(item => item.IsLast).ThenBy(item => item.TellsClasses)];
    }

    /// <summary>Deletes it. Nothing is done where whoever runs this may not delete.</summary>
    /// <param name="due">What to delete; see <see cref="DueAsync"/>.</param>
    /// <param name="by">Who does it.</param>
    /// <param name="reason">Why.</param>
    /// <param name="progress">Told of each piece.</param>
    /// <param name="cancellationToken">Stops it.</param>
    public async Task<DeletionOutcome> RunAsync(IReadOnlyList<RetainedEvidence> due, string by, string reason, IProgress<RetainedEvidence>? progress, CancellationToken cancellationToken)
    {
        if (due.Count == 0) return new DeletionOutcome([], [], IsPermitted: true);
        foreach (var kind in due.Select(item => item.Confidentiality).Distinct())
        {
            if (!await remover.MayRemoveAsync(kind, cancellationToken)) return new DeletionOutcome([], [], IsPermitted: false);
        }

        var key = await signer.KeyAsync(cancellationToken);
        await checkpoints.CreateAsync(CheckpointNames.KeyOf(key.Id), key.Jwk, cancellationToken);
        var (deleted, refused) = (new List<RetainedEvidence>(), new List<RefusedDeletion>());
        foreach (var item in due)
        {
            var why = item.IsLast && refused.Any(other => other.Evidence.Cases.Intersect(item.Cases).Any())
                ? "The facts stay as long as anything else of the case does."
                : await DeleteAsync(item, by, reason, cancellationToken);
            if (why is null) deleted.Add(item);
            else refused.Add(new RefusedDeletion(item, why));
            progress?.Report(item);
        }

        await RecordAsync(deleted, by, reason, cancellationToken);
        return new DeletionOutcome(deleted, refused, IsPermitted: true);
    }

    private async Task<string?> DeleteAsync(RetainedEvidence item, string by, string reason, CancellationToken cancellationToken)
    {
        // A hold may have been put on a case since the plan was made.
        foreach (var caseId in item.Cases)
        {
            if (await IsHeldAsync(caseId, cancellationToken)) return $"Case {caseId} is under legal hold.";
        }

        var tombstone = new Tombstone(item.Sha256, item.Confidentiality, item.Term.Class.ToString(), item.Term.Rule, reason, by, time.GetUtcNow(), item.Cases);
        await tombstones.CreateAsync(await SignedTombstone.SignAsync(tombstone, signer, cancellationToken), cancellationToken);
        return await _deleted.FindAsync(item.Sha256, item.Confidentiality, cancellationToken) is null
            ? "The tombstone that stands there is not signed with a key of this storage. Run verify."
            : await remover.RemoveAsync(item.Sha256, item.Confidentiality, cancellationToken);
    }

    private async Task<bool> IsHeldAsync(string caseId, CancellationToken cancellationToken)
    {
        // Along the chain of cases that took it over.
        for (var (id, step) = (caseId, 0); step < 16 && await cases.FindAsync(id, cancellationToken) is { } state; id = state.MergedInto ?? "", step++)
        {
            foreach (var waiting in await inbox.WaitingAsync(state.Id, cancellationToken)) state = Reviews.Entries.EnteredEvents.Apply(state, waiting.Event);
            if (state.Holds.Any(hold => hold.Stands)) return true;
            if (state.MergedInto is null) break;
        }

        return false;
    }

    private async Task RecordAsync(IReadOnlyList<RetainedEvidence> deleted, string by, string reason, CancellationToken cancellationToken)
    {
        foreach (var ofCase in deleted.SelectMany(item => item.Cases.Select(name => (name, item))).GroupBy(pair => pair.name, pair => pair.item, StringComparer.Ordinal))
        {
            foreach (var pieces in ofCase.Chunk(DeletionEvents.Most))
                await inbox.RaiseAsync(ofCase.Key, DeletionEvents.Of(ofCase.Key, pieces, time.GetUtcNow(), by, reason), cancellationToken);
        }
    }

    private async Task<bool> IsSharedAsync(RetainedEvidence findings, CancellationToken cancellationToken)
    {
        try
        {
            return !Named.IsMatch(System.Text.Encoding.UTF8.GetString(await evidence.GetAsync(findings.Sha256, findings.Confidentiality, cancellationToken)));
        }
        catch (EvidenceException)
        {
            // Gone or altered: no deletion covers that up.
            return true;
        }
    }
}

/// <summary>What came of a run.</summary>
/// <param name="Deleted">What is gone.</param>
/// <param name="Refused">What is not, each with why.</param>
/// <param name="IsPermitted">Whether whoever ran it may delete; otherwise nothing was done.</param>
public sealed record DeletionOutcome(IReadOnlyList<RetainedEvidence> Deleted, IReadOnlyList<RefusedDeletion> Refused, bool IsPermitted);

/// <summary>What was not deleted.</summary>
/// <param name="Evidence">It.</param>
/// <param name="Why">Why.</param>
public sealed record RefusedDeletion(RetainedEvidence Evidence, string Why);
