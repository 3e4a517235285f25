using TenderWatch.Core.Languages;
using TenderWatch.Core.Reviews;
using TenderWatch.Core.Reviews.Entries;

namespace TenderWatch.Core.Retention;

/// <summary>The cases that are one purchase, by the one that goes on: a hold on any of them holds all.</summary>
internal sealed class CaseGroups
{
    private const int LongestChainOfMerges = 16;

    private readonly Dictionary<string, CaseState> _states;
    private readonly Dictionary<string, LocalizedText> _held = new(StringComparer.Ordinal);

    private CaseGroups(IEnumerable<CaseState> states) => _states = states.ToDictionary(state => state.Id, StringComparer.Ordinal);

    /// <summary>The cases as they will be once what waits is handled.</summary>
    public static async Task<CaseGroups> ReadAsync(ICases cases, ICaseInbox inbox, CancellationToken cancellationToken)
    {
        var groups = new CaseGroups(await cases.ListAsync(cancellationToken));
        foreach (var waiting in await inbox.WaitingCasesAsync(cancellationToken))
        {
            if (!groups._states.TryGetValue(waiting, out var state)) continue;
            foreach (var item in await inbox.WaitingAsync(waiting, cancellationToken)) state = EnteredEvents.Apply(state, item.Event);
            groups._states[waiting] = state;
        }

        foreach (var state in groups._states.Values)
        {
            if (state.Holds.LastOrDefault(hold => hold.Stands) is { } hold) groups.Hold(state.Id, hold);
        }

        return groups;
    }

    /// <summary>The cases that go on.</summary>
    public IEnumerable<CaseState> Leading => _states.Values.Where(state => state.MergedInto is null).OrderBy(state => state.Id, StringComparer.Ordinal);

    /// <summary>The case that goes on for a case; <see langword="null"/> where nothing is known of it.</summary>
    public string? LeaderOf(string caseId)
    {
        for (var step = 0; step < LongestChainOfMerges && _states.TryGetValue(caseId, out var state); step++)
        {
            if (state.MergedInto is not { } target) return caseId;
            caseId = target;
        }

        return null;
    }

    /// <summary>What holds a case; <see langword="null"/> where nothing does.</summary>
    public LocalizedText? HoldOn(string leader) => _held.GetValueOrDefault(leader);

    /// <summary>A hold stands, by the state of a case or by its ledger: either is enough.</summary>
    public void Hold(string caseId, CaseHold hold) => Hold(caseId, LocalizedText.Of(
        w => $"Onder juridische bewaarplicht sinds {w.Moment(hold.At)} ({hold.By}): {hold.Reason}",
        w => $"Under legal hold since {w.Moment(hold.At)} ({hold.By}): {hold.Reason}"));

    /// <summary>Nothing of a case is to be deleted.</summary>
    public void Hold(string caseId, LocalizedText why)
    {
        if (LeaderOf(caseId) is { } leader) _held.TryAdd(leader, why);
    }
}
