using CsCheck;
using TenderWatch.Core.Reviews;
using TenderWatch.Core.Reviews.Explanations;
using static TenderWatch.Core.Tests.Reviews.Steps;

namespace TenderWatch.Core.Tests.Reviews;

public sealed class ExplanationPropertyTests
{
    private static readonly DateOnly?[] Extremes = [null, DateOnly.MinValue, DateOnly.MaxValue];

    private static readonly Gen<ExplanationTurn> Turns = Gen.Select(
        Gen.Enum<ExplanationStep>(), Gen.Int[0, 60], Gen.Int[-5, 40], Gen.Int[0, 9], Gen.Int[-1, 2],
        (step, day, due, odd, ground) => Turn(step.ToString(), day) with
        {
            Due = odd < Extremes.Length ? Extremes[odd] : Day(day + due),
            Ground = ground < 0 ? null : (RejectionGround)ground,
            Reasons = odd == 8 ? null : Reasons,
            Doubts = odd == 9 ? [] : step == ExplanationStep.Refer || odd == 7 ? [DoubtGround.ForeignSubsidies] : [DoubtGround.Price],
        });

    private static readonly Gen<ExplanationTurn[]> Sequences = Turns.Array[0, 30].Select(turns => turns.OrderBy(turn => turn.At).ToArray());

    [Fact]
    public void No_sequence_of_steps_throws_or_reaches_an_illegal_state() => Sequences.Sample(turns =>
    {
        ExplanationProcedure? procedure = null;
        foreach (var turn in turns)
        {
            var outcome = ExplanationRules.Take(procedure, Lot, Bid, turn);
            if (outcome.Fault is not null && !ReferenceEquals(outcome.After, procedure)) return false;
            procedure = outcome.After;
            if (procedure is not null && !IsLegal(procedure, turn.At)) return false;
        }

        return true;
    });

    [Fact]
    public void Events_fold_to_the_same_procedure_whatever_lies_between_and_however_often_they_are_folded() => Sequences.Sample(turns =>
    {
        IReadOnlyList<ExplanationProcedure> folded = [];
        ExplanationProcedure? taken = null;
        foreach (var turn in turns)
        {
            var caseEvent = ExplanationEvents.Of("0123456789ab", Lot, Bid, taken?.Turns.Count ?? 0, turn);
            folded = ExplanationEvents.Apply(ExplanationEvents.Apply(folded, caseEvent), new CaseEvent("x", CaseEventKinds.DeadlinePassed, turn.At, caseEvent.Body));
            taken = ExplanationRules.Take(taken, Lot, Bid, turn).After;
        }

        var one = folded.SingleOrDefault();
        return one?.Stage == taken?.Stage && one?.Due == taken?.Due && (one?.Turns.Count ?? 0) == (taken?.Turns.Count ?? 0)
            && (one?.Turns ?? []).Zip(taken?.Turns ?? []).All(pair => pair.First.SaysTheSameAs(pair.Second) && pair.First.At == pair.Second.At);
    });

    private static bool IsLegal(ExplanationProcedure procedure, DateTimeOffset now)
    {
        var round = procedure.Turns.Skip(procedure.Turns.ToList().FindLastIndex(turn => turn.Step is ExplanationStep.Request or ExplanationStep.Refer)).ToList();
        var steps = round.ConvertAll(turn => turn.Step);
        var isDecided = procedure.Stage is ExplanationStage.Accepted or ExplanationStage.Rejected;
        return procedure.IsWaiting == procedure.Due.HasValue
            && procedure.Turns[0].Step is ExplanationStep.Request or ExplanationStep.Refer
            && (!isDecided || (steps[0] == ExplanationStep.Request && round.Last(turn => turn.Step is ExplanationStep.Accept or ExplanationStep.Reject).Reasons is not null))
            && (procedure.Stage != ExplanationStage.Accepted || (!procedure.MustReject && steps.Contains(ExplanationStep.Assess)))
            && (procedure.Stage == ExplanationStage.Rejected) == procedure.Ground.HasValue
            && (procedure.Ground != RejectionGround.StateAid || steps.Contains(ExplanationStep.Consult))
            && (procedure.Ground != RejectionGround.Obligations || round.Last(turn => turn.Step == ExplanationStep.Assess).Ground == RejectionGround.Obligations)
            && (!procedure.CommissionInformed || procedure.Ground == RejectionGround.StateAid)
            && ExplanationNext.Of(procedure, now).What.En.Length > 0;
    }
}
