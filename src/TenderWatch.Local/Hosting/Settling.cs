using System.Collections.Concurrent;
using TenderWatch.Core.Reviews;

namespace TenderWatch.Local.Hosting;

/// <summary>One settling: what it leaves alone until the next one.</summary>
internal sealed class Settling
{
    private readonly ConcurrentDictionary<string, bool> _setAside = new(StringComparer.Ordinal);

    /// <summary>The cases that another host moves, with its name.</summary>
    public ConcurrentDictionary<string, string> Held { get; } = new(StringComparer.Ordinal);

    /// <summary>Notes that an event was set aside: it is tried again by the next settling.</summary>
    public void SetAside(string caseId, WaitingEvent waiting) => _setAside[Name(caseId, waiting)] = true;

    /// <summary>Whether this settling set the event aside.</summary>
    public bool IsSetAside(string caseId, WaitingEvent waiting) => _setAside.ContainsKey(Name(caseId, waiting));

    /// <summary>Whether a case has more than what was set aside, so that its lease is worth taking.</summary>
    public async Task<bool> HasWorkAsync(ICaseInbox inbox, string caseId, CancellationToken cancellationToken) =>
        _setAside.IsEmpty || (await inbox.WaitingAsync(caseId, cancellationToken)).Any(waiting => !IsSetAside(caseId, waiting));

    private static string Name(string caseId, WaitingEvent waiting) => $"{caseId}/{waiting.Event.Id}";
}
