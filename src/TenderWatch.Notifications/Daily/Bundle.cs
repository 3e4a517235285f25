using TenderWatch.Core.Evidence.Checkpoints;
using TenderWatch.Core.Reviews;
using TenderWatch.Core.Watching;

namespace TenderWatch.Notifications.Daily;

/// <summary>What is told of many cases together, before it has a language.</summary>
internal sealed record Bundle
{
    /// <summary>When it was gathered.</summary>
    public required DateTimeOffset At { get; init; }

    /// <summary>Whether it stands for messages that would have been too many, and is not the daily one.</summary>
    public bool IsFlood { get; init; }

    /// <summary>Cases that were opened, the gravest verdict first.</summary>
    public IReadOnlyList<CaseState> Opened { get; init; } = [];

    /// <summary>Cases that changed.</summary>
    public IReadOnlyList<CaseState> Changed { get; init; } = [];

    /// <summary>Cases with a term that ends soon, the next one first.</summary>
    public IReadOnlyList<CaseState> Due { get; init; } = [];

    /// <summary>Cases in which the buyer has a step to take in a procedure on a price.</summary>
    public IReadOnlyList<CaseState> Waiting { get; init; } = [];

    /// <summary>Sources that are in trouble.</summary>
    public IReadOnlyList<SourceHealth> Sources { get; init; } = [];

    /// <summary>The latest checkpoint, so that its digest leaves the reach of whoever can write to storage.</summary>
    public CheckpointReference? Checkpoint { get; init; }

    /// <summary>Whether there is nothing to tell.</summary>
    public bool IsEmpty => Opened.Count + Changed.Count + Due.Count + Waiting.Count + Sources.Count == 0 && Checkpoint is null;
}
