using TenderWatch.Core.Languages;

namespace TenderWatch.Core.Reviews.Explanations;

/// <summary>What a step has to say, whatever the stage: a date in the future, a ground, reasons, a document.</summary>
internal static class ExplanationContent
{
    /// <summary>What is missing or wrong; <see langword="null"/> where nothing is.</summary>
    public static (string Code, LocalizedText Why)? Obstacle(ExplanationProcedure? before, ExplanationTurn turn) => turn.Step switch
    {
        ExplanationStep.Request when turn.Doubts.Count == 0 => ExplanationObstacles.NoDoubt,
        ExplanationStep.Request when turn.Doubts.All(doubt => doubt == DoubtGround.ForeignSubsidies) => ExplanationObstacles.OnlyForeignSubsidies,
        ExplanationStep.Request or ExplanationStep.Consult => Date(turn),
        ExplanationStep.Extend => Date(turn) ?? (turn.Due <= before?.Due ? ExplanationObstacles.NotLater : null),
        ExplanationStep.Refer when turn.Doubts is [] || turn.Doubts.Any(doubt => doubt != DoubtGround.ForeignSubsidies) => ExplanationObstacles.OtherDoubts,
        ExplanationStep.Receive when turn.Document is null => ExplanationObstacles.NoDocument,
        ExplanationStep.Assess when turn.Ground is not (null or RejectionGround.Obligations) => ExplanationObstacles.NoGroundOfAssessment,
        ExplanationStep.Reject when turn.Ground is null => ExplanationObstacles.NoGround,
        ExplanationStep.Assess or ExplanationStep.Accept or ExplanationStep.Reject when turn.Reasons is null => ExplanationObstacles.NoReasons,
        _ => null,
    };

    private static (string Code, LocalizedText Why)? Date(ExplanationTurn turn) => turn.Due is not { } due ? ExplanationObstacles.NoDate
        : due <= DutchTime.DateOf(turn.At) ? ExplanationObstacles.DatePast
        : due > LatestDate(turn.At) ? ExplanationObstacles.DateFar
        : null;

    // A date further away than a procedure lasts is a typing error, and a moment beyond the calendar could not be reckoned with.
    private static DateOnly LatestDate(DateTimeOffset at) => DateOnly.FromDayNumber(Math.Min(DutchTime.DateOf(at).DayNumber + 732, DateOnly.MaxValue.DayNumber - 2));
}
