using TenderWatch.Core.Evidence;
using TenderWatch.Core.Reviews;
using TenderWatch.Core.Reviews.Explanations;
using TenderWatch.Core.Tests.Checks;
using static TenderWatch.Core.Tests.Reviews.Steps;

namespace TenderWatch.Core.Tests.Reviews;

public sealed class ExplanationEventsTests
{
    [Fact]
    public void The_same_step_at_the_same_place_is_the_same_event_and_names_documents_by_digest_and_confidentiality()
    {
        var (first, again, later) = (Event("receive", 1, 3), Event("receive", 1, 4), Event("receive", 2, 3));

        Assert.Equal((first.Id, "explanation-receive"), (again.Id, again.Kind));
        Assert.NotEqual(first.Id, later.Id);
        var document = first.Body.GetProperty("document");
        Assert.Equal((Document.Hex, "confidential", 2), (document.GetProperty("sha256").GetString(), document.GetProperty("confidentiality").GetString(), document.EnumerateObject().Count()));
    }

    [Fact]
    public void A_step_that_came_too_late_and_a_kind_that_nobody_knows_change_nothing()
    {
        var procedures = ExplanationEvents.Apply([], Event("request", 0, 0));

        Assert.Same(procedures, ExplanationEvents.Apply(procedures, Event("accept", 1, 1)));
        Assert.Same(procedures, ExplanationEvents.Apply(procedures, Event("receive", 1, 1) with { Kind = "explanation-9" }));
        Assert.Same(procedures, ExplanationEvents.Apply(procedures, Event("receive", 1, 1) with { Kind = "explanation-burn" }));
    }

    [Fact]
    public void A_nonce_changes_what_is_recorded_and_neither_which_event_it_is_nor_what_comes_of_it()
    {
        var (plain, salted) = (ExplanationEvents.Of("0123456789ab", Lot, Bid, 0, Turn("request")), ExplanationEvents.Of("0123456789ab", Lot, Bid, 0, Turn("request"), Nonce.Parse(new string('a', 2 * Nonce.Bytes))));

        Assert.Equal(plain.Id, salted.Id);
        Assert.NotEqual(plain.Body.GetRawText(), salted.Body.GetRawText());
        Assert.True(ExplanationEvents.Apply([], plain)[0].Turns[0].SaysTheSameAs(ExplanationEvents.Apply([], salted)[0].Turns[0]));
    }

    [Fact]
    public void Tenders_have_procedures_of_their_own_and_a_case_that_is_taken_over_brings_them_along()
    {
        var procedures = ExplanationEvents.Apply(ExplanationEvents.Apply([], Event("request", 0, 0)), ExplanationEvents.Of("0123456789ab", Lot, "TEN-0002", 0, Turn("request")));
        var further = ExplanationEvents.Apply(procedures, Event("receive", 1, 1));

        Assert.Equal([Bid, "TEN-0002"], procedures.Select(procedure => procedure.Bid));
        var adopted = ExplanationEvents.Adopt([procedures[0]], further);
        Assert.Equal([(Bid, ExplanationStage.Received), ("TEN-0002", ExplanationStage.Requested)], adopted.Select(procedure => (procedure.Bid, procedure.Stage)).Order());
    }

    [Fact]
    public void The_case_is_looked_at_again_when_the_last_day_for_the_answer_is_over_in_the_Netherlands()
    {
        var asked = After("request")! with { Due = new DateOnly(2026, 3, 31) };
        var facts = Given.Case(Given.Call());

        Assert.Equal(new DateTimeOffset(2026, 3, 31, 22, 0, 0, TimeSpan.Zero), CaseDeadlines.First(CaseDeadlines.Of(facts, [asked], ReminderRule.Default), Start)!.End);
        Assert.Null(CaseDeadlines.First(CaseDeadlines.Of(facts, [After("request receive")!], ReminderRule.Default), Start));
    }

    private static CaseEvent Event(string step, int place, int day) => ExplanationEvents.Of("0123456789ab", Lot, Bid, place, Turn(step, day));
}
