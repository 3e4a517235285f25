using TenderWatch.Core.Languages;

namespace TenderWatch.Core.Reviews.Explanations;

/// <summary>
/// Which step may follow which (art. 2.116 Aw 2012, for utilities through art. 3.74): ask before anything else, weigh every answer, decide with
/// reasons. Pure; an illegal step is a value with what is permitted instead. Page: <c>docs/alt-procedure.md</c>.
/// </summary>
public static class ExplanationRules
{
    /// <summary>Takes a step.</summary>
    /// <param name="before">The procedure; <see langword="null"/> before its first step.</param>
    /// <param name="lot">The lot.</param>
    /// <param name="bid">The tender.</param>
    /// <param name="turn">The step.</param>
    public static ExplanationOutcome Take(ExplanationProcedure? before, string lot, string bid, ExplanationTurn turn)
    {
        if ((Obstacle(before, turn) ?? ExplanationContent.Obstacle(before, turn)) is { } obstacle)
            return new(before, new(obstacle.Code, obstacle.Why, Permitted(before, turn.At)));
        var start = turn.Step is ExplanationStep.Request or ExplanationStep.Refer || before is null
            ? new ExplanationProcedure(lot, bid, default) { Turns = before?.Turns ?? [] }
            : before;
        return new(After(start, turn) with { Turns = [.. start.Turns, turn] }, null);
    }

    /// <summary>The steps that are permitted now, in the order of the procedure.</summary>
    /// <param name="procedure">The procedure; <see langword="null"/> before its first step.</param>
    /// <param name="now">The moment.</param>
    public static IReadOnlyList<ExplanationStep> Permitted(ExplanationProcedure? procedure, DateTimeOffset now) =>
        [.. Enum.GetValues<ExplanationStep>().Where(step => Variants(step).Any(ground => Obstacle(procedure, new ExplanationTurn(step, now, "") { Ground = ground }) is null))];

    private static IEnumerable<RejectionGround?> Variants(ExplanationStep step) =>
        step == ExplanationStep.Reject ? Enum.GetValues<RejectionGround>().Cast<RejectionGround?>() : [null];

    private static ExplanationProcedure After(ExplanationProcedure before, ExplanationTurn turn) => turn.Step switch
    {
        ExplanationStep.Refer => before with { Stage = ExplanationStage.Referred },
        ExplanationStep.Request => before with { Stage = ExplanationStage.Requested, Due = turn.Due },
        ExplanationStep.Extend => before with { Due = turn.Due },
        ExplanationStep.Receive => before with { Stage = ExplanationStage.Received, Due = null, MustReject = false },
        ExplanationStep.Assess => before with { Stage = ExplanationStage.Assessed, Due = null, MustReject = turn.Ground == RejectionGround.Obligations },
        ExplanationStep.Consult => before with { Stage = ExplanationStage.StateAidConsulted, Due = turn.Due, AskedOfStateAid = true },
        ExplanationStep.Accept => before with { Stage = ExplanationStage.Accepted },
        ExplanationStep.Reject => before with { Stage = ExplanationStage.Rejected, Due = null, Ground = turn.Ground },
        _ => before with { CommissionInformed = true },
    };

    private static (string Code, LocalizedText Why)? Obstacle(ExplanationProcedure? before, ExplanationTurn turn)
    {
        var (step, stage) = (turn.Step, before?.Stage);
        if (before?.Turns.Count >= ExplanationProcedure.MostTurns) return ExplanationObstacles.TooLong;
        if (step == ExplanationStep.Refer) return stage is null or ExplanationStage.Accepted ? null : ExplanationObstacles.AlreadyUnderWay;
        if (step == ExplanationStep.Request) return before is { IsWaiting: true } ? ExplanationObstacles.AlreadyAsked : null;
        if (step == ExplanationStep.Inform)
            return before is { Stage: ExplanationStage.Rejected, Ground: RejectionGround.StateAid, CommissionInformed: false } ? null : ExplanationObstacles.NothingToInform;
        if (before is null || stage == ExplanationStage.Referred) return ExplanationObstacles.NotRequested;
        if (stage is ExplanationStage.Accepted or ExplanationStage.Rejected) return ExplanationObstacles.Decided;
        return step switch
        {
            ExplanationStep.Receive => null,
            ExplanationStep.Extend => before.IsWaiting ? null : ExplanationObstacles.NothingAwaited,
            ExplanationStep.Assess => before.IsWaiting && !before.IsOverdue(turn.At) ? ExplanationObstacles.AnswerAwaited : stage == ExplanationStage.Assessed ? ExplanationObstacles.AlreadyAssessed : null,
            ExplanationStep.Consult => Assessed(before, turn) ?? (before.MustReject ? ExplanationObstacles.MustReject : null),
            ExplanationStep.Accept => Assessed(before, turn) ?? (before.MustReject ? ExplanationObstacles.MustReject : null),
            _ => Rejecting(before, turn),
        };
    }

    private static (string Code, LocalizedText Why)? Assessed(ExplanationProcedure before, ExplanationTurn turn) => before.Stage == ExplanationStage.Assessed ? null
        : before.IsWaiting && !before.IsOverdue(turn.At) ? ExplanationObstacles.AnswerAwaited
        : ExplanationObstacles.NotAssessed;

    // Nothing was sent in and the day is over: there is no evidence to weigh, and lid 4 is met without an assessment of its own.
    private static (string Code, LocalizedText Why)? Rejecting(ExplanationProcedure before, ExplanationTurn turn)
    {
        if (!before.IsOverdue(turn.At) && Assessed(before, turn) is { } obstacle) return obstacle;
        return turn.Ground switch
        {
            RejectionGround.Obligations when !before.MustReject => ExplanationObstacles.NoBreachFound,
            RejectionGround.StateAid when !before.AskedOfStateAid => ExplanationObstacles.NotConsulted,
            _ => null,
        };
    }
}
