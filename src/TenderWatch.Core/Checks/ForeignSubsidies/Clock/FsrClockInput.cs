namespace TenderWatch.Core.Checks.ForeignSubsidies.Clock;

/// <summary>What starts and moves the Commission's clock on one tenderer's notification.</summary>
/// <param name="Complete">The day on which the Commission had the complete notification.</param>
/// <param name="Updated">In several stages: the day on which it had the complete updated notification, with the final tender.</param>
/// <param name="MultiStage">Whether the procedure has several stages.</param>
/// <param name="Extended">Whether the Commission has extended the preliminary review.</param>
public sealed record FsrClockInput(DateOnly Complete, DateOnly? Updated = null, bool MultiStage = false, bool Extended = false);
