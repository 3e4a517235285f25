using TenderWatch.Core.Reviews.Explanations;
using static TenderWatch.Core.Tests.Reviews.Steps;

namespace TenderWatch.Core.Tests.Reviews;

public sealed class ExplanationRulesTests
{
    // Every stage with every step that may follow: what is not listed is refused, which the test below it shows step by step.
    public static TheoryData<string, int, string> Stages => new()
    {
        { "", 0, "request refer" },
        { "refer", 1, "request" },
        { "request", 1, "extend receive" },
        { "request", 10, "extend receive" },
        { "request", 11, "extend receive assess reject" },
        { "request extend", 15, "extend receive" },
        { "request receive", 2, "request receive assess" },
        { "request receive@30", 30, "request receive assess" },
        { "request assess@11", 12, "request receive consult accept reject" },
        { "request receive assess", 3, "request receive consult accept reject" },
        { "request receive assess receive", 4, "request receive assess" },
        { "request receive assess request", 4, "extend receive" },
        { "request receive assess+obligations", 3, "request receive reject" },
        { "request receive assess consult", 4, "extend receive" },
        { "request receive assess consult", 14, "extend receive assess reject" },
        { "request receive assess consult receive", 5, "request receive assess" },
        { "request receive assess consult receive assess", 6, "request receive consult accept reject" },
        { "request receive assess accept", 4, "request refer" },
        { "request receive assess reject+insufficient", 4, "request" },
        { "request receive assess consult receive assess reject+stateaid", 7, "request inform" },
        { "request receive assess consult receive assess reject+stateaid inform", 8, "request" },
        { "refer request receive assess accept request", 6, "extend receive" },
    };

    [Theory]
    [MemberData(nameof(Stages))]
    public void After_each_path_just_the_listed_steps_are_permitted(string path, int day, string permitted)
    {
        var procedure = After(path);
        var words = permitted.Split(' ');
        Assert.Equal(words, ExplanationRules.Permitted(procedure, Start.AddDays(day)).Select(step => step.ToString().ToLowerInvariant()));

        foreach (var step in Enum.GetValues<ExplanationStep>())
        {
            var grounds = step == ExplanationStep.Reject ? ["+insufficient", "+obligations", "+stateaid"] : new[] { "" };
            var outcomes = grounds.Select(ground => ExplanationRules.Take(procedure, Lot, Bid, Turn(step + ground, day))).ToList();
            var isPermitted = words.Contains(step.ToString(), StringComparer.OrdinalIgnoreCase);
            Assert.Equal(isPermitted, outcomes.Exists(outcome => outcome.Fault is null));
            Assert.All(outcomes.Where(outcome => outcome.Fault is not null), outcome =>
            {
                Assert.Same(procedure, outcome.After);
                Assert.Equal(words, outcome.Fault!.Permitted.Select(other => other.ToString().ToLowerInvariant()));
                Assert.All([outcome.Fault.Why.Nl, outcome.Fault.Why.En], Assert.NotEmpty);
            });
        }
    }

    [Theory]
    [InlineData("", "reject+insufficient", "not-requested")]
    [InlineData("", "receive", "not-requested")]
    [InlineData("refer", "assess", "not-requested")]
    [InlineData("request", "request", "already-requested")]
    [InlineData("request", "refer", "already-under-way")]
    [InlineData("request", "assess@10", "answer-awaited")]
    [InlineData("request", "reject+insufficient@10", "answer-awaited")]
    [InlineData("request", "accept@11", "not-assessed")]
    [InlineData("request", "reject+obligations@11", "no-breach-found")]
    [InlineData("request", "reject+stateaid@11", "state-aid-not-consulted")]
    [InlineData("request receive", "reject+insufficient", "not-assessed")]
    [InlineData("request receive", "extend", "nothing-awaited")]
    [InlineData("request receive assess", "assess", "already-assessed")]
    [InlineData("request receive assess", "reject+stateaid", "state-aid-not-consulted")]
    [InlineData("request receive assess", "reject+obligations", "no-breach-found")]
    [InlineData("request receive assess", "reject", "no-ground")]
    [InlineData("request receive assess+obligations", "accept", "must-reject")]
    [InlineData("request receive assess+obligations", "consult", "must-reject")]
    [InlineData("request receive assess consult", "reject+stateaid@13", "answer-awaited")]
    [InlineData("request receive assess accept", "receive", "decided")]
    [InlineData("request receive assess reject+insufficient", "inform", "nothing-to-inform")]
    [InlineData("request receive assess consult receive request@6 assess@30", "reject+stateaid@30", "state-aid-not-consulted")]
    public void An_illegal_step_is_a_named_fault(string path, string step, string code) =>
        Assert.Equal(code, ExplanationRules.Take(After(path), Lot, Bid, Turn(step, 4)).Fault?.Code);

    [Theory]
    [InlineData("request receive assess reject+insufficient", ExplanationStage.Rejected)]
    [InlineData("request reject+insufficient@11", ExplanationStage.Rejected)]
    [InlineData("request receive assess+obligations reject+obligations", ExplanationStage.Rejected)]
    [InlineData("request receive assess consult reject+stateaid@14", ExplanationStage.Rejected)]
    [InlineData("request extend@11 receive@12 assess@13 accept@14", ExplanationStage.Accepted)]
    [InlineData("request assess@11 accept@12", ExplanationStage.Accepted)]
    public void A_decision_follows_a_request_an_assessment_or_silence_and_reasons(string path, ExplanationStage stage) => Assert.Equal(stage, After(path)!.Stage);

    [Fact]
    public void What_a_step_has_to_say_it_must_say()
    {
        string? Code(string path, ExplanationTurn turn) => ExplanationRules.Take(After(path), Lot, Bid, turn).Fault?.Code;
        var request = Turn("request");

        Assert.Equal("no-date", Code("", request with { Due = null }));
        Assert.Equal("date-past", Code("", request with { Due = Day(0) }));
        Assert.Equal("date-too-far", Code("", request with { Due = DateOnly.MaxValue }));
        Assert.Equal("no-doubt", Code("", request with { Doubts = [] }));
        Assert.Equal("only-foreign-subsidies", Code("", request with { Doubts = [DoubtGround.ForeignSubsidies] }));
        Assert.Equal("other-doubts", Code("", Turn("refer") with { Doubts = [DoubtGround.Price, DoubtGround.ForeignSubsidies] }));
        Assert.Null(Code("", request with { Doubts = [DoubtGround.Price, DoubtGround.ForeignSubsidies] }));
        Assert.Equal("not-later", Code("request", Turn("extend", 1) with { Due = Day(10) }));
        Assert.Equal("no-document", Code("request", Turn("receive", 1) with { Document = null }));
        Assert.Equal("no-such-ground", Code("request receive", Turn("assess+stateaid", 2)));
        Assert.All(["assess", "accept", "reject+insufficient"], step =>
            Assert.Equal("no-reasons", Code(step == "assess" ? "request receive" : "request receive assess", Turn(step, 3) with { Reasons = null })));
    }

    [Fact]
    public void A_procedure_ends_at_so_many_steps()
    {
        var procedure = After("request " + string.Join(' ', Enumerable.Repeat("receive", ExplanationProcedure.MostTurns - 1)));
        Assert.Equal("too-long", ExplanationRules.Take(procedure, Lot, Bid, Turn("assess", 50)).Fault?.Code);
    }

    [Theory]
    [InlineData("request", 10, ExplanationActor.Tenderer, "Explain the price.", true)]
    [InlineData("request", 11, ExplanationActor.Buyer, "No explanation was received; assess the price without it or set another date.", false)]
    [InlineData("request receive assess+obligations", 5, ExplanationActor.Buyer, "Reject the tender with reasons: the assessment leaves no other outcome (art. 2.116(5) Aw 2012).", false)]
    [InlineData("request receive assess accept", 5, ExplanationActor.Nobody, "The price is accepted; the reasons are recorded.", false)]
    public void What_comes_next_names_who_acts_until_when(string path, int day, ExplanationActor actor, string what, bool hasDate)
    {
        var next = ExplanationNext.Of(After(path)!, Start.AddDays(day));
        Assert.Equal((actor, what, hasDate ? Day(10) : null), (next.Actor, next.What.En, next.Until));
    }
}
