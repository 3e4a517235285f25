using System.Text.Json.Serialization;

namespace TenderWatch.Core.Reviews;

/// <summary>A legal hold on a case: because of proceedings, an audit or questions, nothing of it may be deleted.</summary>
/// <param name="At">Since when.</param>
/// <param name="By">Who put it there.</param>
/// <param name="Reason">Why; whoever may read the case reads it.</param>
public sealed record CaseHold(DateTimeOffset At, string By, string Reason)
{
    /// <summary>How it ended; <see langword="null"/> while it stands.</summary>
    public HoldRelease? Released { get; init; }

    /// <summary>Whether it stands.</summary>
    [JsonIgnore]
    public bool Stands => Released is null;
}

/// <summary>The end of a legal hold.</summary>
/// <param name="At">When.</param>
/// <param name="By">Who released it.</param>
/// <param name="Reason">Why.</param>
public sealed record HoldRelease(DateTimeOffset At, string By, string Reason);
