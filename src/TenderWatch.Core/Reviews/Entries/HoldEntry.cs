using TenderWatch.Core.Procurements;

namespace TenderWatch.Core.Reviews.Entries;

/// <summary>Puts a legal hold on a case and releases it. It counts from the moment at which its event waits.</summary>
public sealed class HoldEntry(CaseEntrance entrance, IRegistry registry, ICases cases)
{
    private const int LongestReason = 1000;

    /// <summary>Puts a hold on a case. The same hold again changes nothing.</summary>
    /// <param name="caseId">The case.</param>
    /// <param name="reason">Why; it stands in the ledger and on the page.</param>
    /// <param name="by">Who does it.</param>
    /// <param name="cancellationToken">Stops the call.</param>
    public async Task<EntryOutcome> PlaceAsync(string caseId, string reason, string by, CancellationToken cancellationToken)
    {
        if (Wrong(reason, out var words) is { } wrong) return EntryOutcome.Refused(wrong);
        var (fault, state, name) = await entrance.FindAsync(caseId, by, cancellationToken);
        if (fault is not null) return EntryOutcome.Refused(fault);
        if (state.Holds.FirstOrDefault(hold => hold.Stands && hold.By == name && hold.Reason == words) is { } known)
            return EntryOutcome.Entered(state.Id, HoldEvents.Placed(state.Id, known).Id, isNew: false);
        return await entrance.RaiseAsync(state.Id, HoldEvents.Placed(state.Id, new CaseHold(entrance.Now, name, words)), cancellationToken);
    }

    /// <summary>Releases every hold that stands on a case and on those that it took over.</summary>
    /// <param name="caseId">The case.</param>
    /// <param name="reason">Why.</param>
    /// <param name="by">Who does it.</param>
    /// <param name="cancellationToken">Stops the call.</param>
    public async Task<EntryOutcome> ReleaseAsync(string caseId, string reason, string by, CancellationToken cancellationToken)
    {
        if (Wrong(reason, out var words) is { } wrong) return EntryOutcome.Refused(wrong);
        var (fault, state, name) = await entrance.FindAsync(caseId, by, cancellationToken);
        if (fault is not null) return EntryOutcome.Refused(fault);
        var release = new HoldRelease(entrance.Now, name, words);
        var taken = new List<string>();
        foreach (var merged in (await registry.FindProcurementAsync(state.Id, cancellationToken))?.Merged ?? [])
        {
            if ((await cases.FindAsync(merged, cancellationToken))?.Holds.Any(hold => hold.Stands) == true) taken.Add(merged);
        }

        if (taken.Count == 0 && !state.Holds.Any(hold => hold.Stands))
            return EntryOutcome.Refused(new("not-held", "case", $"Op zaak {state.Id} rust geen juridische bewaarplicht die kan worden opgeheven.", $"There is no legal hold on case {state.Id} to release."));
        foreach (var merged in taken) await entrance.RaiseAsync(merged, HoldEvents.Released(merged, release), cancellationToken);
        return await entrance.RaiseAsync(state.Id, HoldEvents.Released(state.Id, release), cancellationToken);
    }

    private static EntryFault? Wrong(string reason, out string words)
    {
        words = string.Join(' ', reason.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
        return words.Length is 0 or > LongestReason || words.Any(char.IsControl) ? new("reason", "reason", $"Geef aan waarom, in 1 tot {LongestReason} tekens: de reden komt in het logboek.", $"Say why, in 1 to {LongestReason} characters: it stands in the ledger.") : null;
    }
}
