using System.Text;
using System.Text.Json;
using TenderWatch.Core.Answers;
using TenderWatch.Core.Cases;
using TenderWatch.Core.Checks;
using TenderWatch.Core.Evidence;
using TenderWatch.Core.Languages;
using TenderWatch.Core.Notices;
using TenderWatch.Core.Reviews;
using TenderWatch.Core.Reviews.Explanations;
using TenderWatch.Core.Tests.Checks;

namespace TenderWatch.Core.Tests.Answers;

public sealed class AnsweringTests
{
    private static readonly DateTimeOffset Now = new(2026, 1, 31, 9, 0, 0, TimeSpan.Zero);

    [Fact]
    public void A_stated_fact_is_an_answer_with_its_notice_field_and_place_in_the_ledger()
    {
        var facts = Given.Case(Given.Award(Given.Empty with { TotalValue = Given.Euro(592_517_432m), Results = [Given.Result(3)] }));
        var view = View(facts);
        var entry = Entry(1, "facts:1", "facts", new { notices = new[] { new { documents = new[] { new { sha256 = facts.Notices[0].Document } } } } });

        var sheet = Answering.Of(Template(Part("""{ "facts": ["total-value"] }""")), view, isConfidential: false, [entry]);

        var part = Part(sheet);
        var statement = Assert.Single(part.Statements);
        Assert.Equal((AnswerState.Answered, StatementKind.Stated, "EUR 592.517.432", "EUR 592,517,432"), (part.State, statement.Kind, statement.Text.Nl, statement.Text.En));
        Assert.Equal(new Citation(1, "BT-161"), Assert.Single(statement.Citations));
        var source = Assert.Single(sheet.Sources);
        Assert.Equal((AnswerSourceKind.Notice, facts.Notices[0].Document, 1L), (source.Kind, source.Sha256, source.Recorded!.Sequence));
        Assert.Null(part.Open);
    }

    [Fact]
    public void Absent_withheld_zero_and_placeholder_are_four_things_and_no_answers()
    {
        var notice = Given.Empty with { Withheld = [new WithheldField { Field = "win-ten-val", At = "TEN-0001", Until = new DateOnly(2030, 1, 1) }] };
        (Money? Value, StatementKind? Kind, string Why)[] expected =
        [
            (null, null, "Not recorded in the case: value of the tender"),
            (Money.Withheld, StatementKind.Withheld, "Value of the tender (TEN-0001): withheld until 1 January 2030 (BT-198)"),
            (Given.Euro(0), StatementKind.Zero, "Value of the tender (TEN-0001): stated as 0, which need not be an amount"),
            (Given.Euro(0.01m), StatementKind.Placeholder, "Value of the tender (TEN-0001): a placeholder was filled in"),
        ];
        foreach (var (value, kind, why) in expected)
        {
            var part = Part(Answering.Of(Template(Part("""{ "facts": ["bid-value"] }""")), View(Given.Case(Given.Bids([Given.Bid(1, value, won: true)], notice: notice))), isConfidential: false, []));
            Assert.Equal((AnswerState.Open, kind), (part.State, part.Statements.Count == 0 ? null : part.Statements.Single().Kind));
            Assert.Equal(why, Assert.Single(part.Open!.Why).En);
            Assert.Equal("the buyer", Assert.Single(part.Open.AskedOf).En);
        }
    }

    [Fact]
    public void Of_several_prices_those_that_are_withheld_leave_the_answer_partial()
    {
        var facts = Given.Case(Given.Bids([Given.Bid(1, Given.Euro(760_000m), won: true), Given.Bid(2, Money.Withheld)]));
        var part = Part(Answering.Of(Template(Part("""{ "facts": ["bid-value"] }""")), View(facts), isConfidential: false, []));
        Assert.Equal((AnswerState.Partly, 2), (part.State, part.Statements.Count));
        Assert.Contains("withheld, without a release date", Assert.Single(part.Open!.Why).En, StringComparison.Ordinal);
    }

    [Fact]
    public void What_sources_publish_differently_is_said_and_is_no_full_answer()
    {
        var notice = Given.Empty with { PublicationNumber = "2-2025", TotalValue = Given.Euro(5_000_000m), Results = [Given.Result()] };
        var facts = Given.Case(Given.Award(notice), Given.Award(notice with { TotalValue = Given.Euro(6_000_000m) }, "tenderned:2"));
        var part = Part(Answering.Of(Template(Part("""{ "facts": ["total-value"] }""")), View(facts), isConfidential: false, []));
        Assert.Equal(AnswerState.Partly, part.State);
        Assert.Contains("EUR 5,000,000 (ted:2-2025), EUR 6,000,000 (tenderned:2)", part.Statements.Single(statement => statement.Kind == StatementKind.SourcesDiffer).Text.En, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(Verdict.Clear, false, AnswerState.Answered)]
    [InlineData(Verdict.Flagged, false, AnswerState.Answered)]
    [InlineData(Verdict.Flagged, true, AnswerState.Partly)]
    [InlineData(Verdict.NotAssessable, true, AnswerState.Open)]
    public void A_finding_answers_only_as_far_as_the_check_could_assess(Verdict verdict, bool misses, AnswerState state)
    {
        var view = View(Given.Case(), findings: [Finding(verdict, misses)]);
        var sheet = Answering.Of(Template(Part("""{ "check": "alt", "reasons": true }""")), view, isConfidential: false, [Entry(1, "findings:1", "findings", new { findings = new[] { new { sha256 = view.State.Checks[0].Findings } } })]);

        var statement = Assert.Single(Part(sheet).Statements);
        Assert.Equal((state, verdict, "A reason."), (Part(sheet).State, statement.Verdict, Assert.Single(statement.Reasons).En));
        Assert.Equal((AnswerSourceKind.Finding, "alt", "3", 1L), (sheet.Sources[0].Kind, sheet.Sources[0].Check, sheet.Sources[0].RuleVersion, sheet.Sources[0].Recorded!.Sequence));
        Assert.Equal(misses, Part(sheet).Open?.Why.Any(why => why.En == "Prices: not stated") == true);
    }

    [Fact]
    public void A_check_that_did_not_run_is_no_answer()
    {
        var part = Part(Answering.Of(Template(Part("""{ "check": "alt" }""")), View(Given.Case()), isConfidential: false, []));
        Assert.Equal((AnswerState.Open, 0), (part.State, part.Statements.Count));
        Assert.Contains("has not run yet", Assert.Single(part.Open!.Why).En, StringComparison.Ordinal);
    }

    [Fact]
    public void A_part_without_a_source_is_open_and_one_for_information_does_not_count()
    {
        var facts = Given.Case(Given.Award(Given.Empty with { Title = "Meters" }));
        var open = Answering.Of(Template(Part("{}")), View(facts), isConfidential: false, []).Answers[0];
        Assert.Equal((AnswerState.Open, 0), (open.State, open.Parts[0].Open!.Why.Count));
        Assert.Equal(AnswerState.Partly, Answering.Of(Template(Part("""{ "facts": ["title"] }"""), Part("{}")), View(facts), isConfidential: false, []).Answers[0].State);
        Assert.Equal(AnswerState.Answered, Answering.Of(Template(Part("""{ "facts": ["title"] }"""), Part("""{ "supporting": true }""")), View(facts), isConfidential: false, []).Answers[0].State);
    }

    [Fact]
    public void A_verdict_that_rests_on_confidential_documents_is_never_a_full_answer_in_public()
    {
        var view = View(Given.Case(), findings: [Finding(Verdict.Clear, misses: false)]) with { RestsOnConfidential = ["alt"] };
        var part = Part(Answering.Of(Template(Part("""{ "check": "alt" }""")), view, isConfidential: false, []));
        Assert.Equal(AnswerState.Partly, part.State);
        Assert.Equal(ConfidentialWords.RestsOn, part.Statements.Single(statement => statement.Kind == StatementKind.Confidential).Text);
    }

    [Fact]
    public void A_public_sheet_of_a_confidential_view_is_a_bug_and_not_made()
    {
        var view = View(Given.Case()) with { IsConfidential = true };
        Assert.Throws<ArgumentException>(() => Answering.Of(Template(Part("{}")), view, isConfidential: false, []));
    }

    [Fact]
    public void Entered_tenders_stand_on_the_confidential_sheet_and_in_public_only_that_they_are_there()
    {
        var bids = Given.Entered("LOT-0001", 760_000.50m, 1_000_000m);
        var open = View(Given.Case()) with { State = State() with { Bids = [bids.Reference] } };
        var all = open with { Facts = open.Facts! with { Bids = [bids] }, IsConfidential = true };
        var template = Template(Part("""{ "entered": "bids" }"""));

        var part = Part(Answering.Of(template, open, isConfidential: false, []));
        Assert.Equal((AnswerState.Open, StatementKind.Confidential), (part.State, Assert.Single(part.Statements).Kind));
        var sheet = Answering.Of(template, all, isConfidential: true, []);
        Assert.Equal(["Tenderer 1: EUR 760,000.50", "Tenderer 2: EUR 1,000,000"], Part(sheet).Statements.Select(statement => statement.Text.En));
        Assert.True(sheet.IsConfidential && Assert.Single(sheet.Sources).IsConfidential);
    }

    [Fact]
    public void A_procedure_answers_when_it_has_ended_and_its_tender_is_named_on_the_confidential_sheet_alone()
    {
        var turn = new ExplanationTurn(ExplanationStep.Request, Now, "A. Voorbeeld") { Due = new DateOnly(2026, 3, 1) };
        var running = new ExplanationProcedure("LOT-0001", "TEN-0001", ExplanationStage.Requested) { Turns = [turn] };
        var view = View(Given.Case()) with { State = State() with { Explanations = [running] } };
        var template = Template(Part("""{ "entered": "explanations" }"""));
        var step = ExplanationEvents.Of(view.State.Id, "LOT-0001", "TEN-0001", 0, turn);
        var entry = Entry(7, "event:" + step.Id, step.Kind, step.Body);

        // What a public sheet says is the same whether there is a procedure or not.
        var open = Answering.Of(template, view, isConfidential: false, [entry]);
        Assert.Equal((AnswerState.Open, StatementKind.Confidential), (Part(open).State, Assert.Single(Part(open).Statements).Kind));
        Assert.Equal(AnswerSheets.Json(Answering.Of(template, View(Given.Case()), isConfidential: false, [])), AnswerSheets.Json(open));
        var all = Answering.Of(template, view, isConfidential: true, [entry]);
        Assert.Equal((AnswerState.Partly, AnswerSourceKind.Step, 7L), (Part(all).State, all.Sources[0].Kind, all.Sources[0].Recorded!.Sequence));
        Assert.Contains("TEN-0001", Part(all).Statements[0].Subject.En, StringComparison.Ordinal);

        var ended = view with { State = view.State with { Explanations = [running with { Stage = ExplanationStage.Accepted }] } };
        Assert.Equal(AnswerState.Answered, Part(Answering.Of(template, ended, isConfidential: true, [])).State);
        Assert.Equal("No procedure on a price was recorded", Assert.Single(Part(Answering.Of(template, View(Given.Case()), isConfidential: true, [])).Open!.Why).En);
    }

    [Fact]
    public void What_the_ledger_holds_after_the_state_of_the_case_changes_no_byte()
    {
        var facts = Given.Case(Given.Award(Given.Empty with { Title = "Meters" }));
        var (template, view) = (Template(Part("""{ "facts": ["title"] }""")), View(facts));
        var later = Entry(view.State.Ledger.Sequence + 1, "x", "facts", new { sha256 = facts.Notices[0].Document });
        Assert.Equal(AnswerSheets.Json(Answering.Of(template, view, isConfidential: false, [])), AnswerSheets.Json(Answering.Of(template, view, isConfidential: false, [later])));
    }

    [Fact]
    public void A_case_without_readable_facts_leaves_every_question_open()
    {
        var sheet = Answering.Of(AnswerTemplates.Shipped[0], View(null), isConfidential: false, []);
        Assert.Equal((17, 17), (sheet.Answers.Count, sheet.Count(AnswerState.Open)));
    }

    [Fact]
    public void A_procurement_of_many_lots_does_not_make_a_sheet_endless()
    {
        var facts = Given.Case(Given.Call(Given.Empty with { Lots = [.. Enumerable.Range(1, 300).Select(number => new Lot { Id = $"LOT-{number:0000}", Duration = "P1Y" })] }));
        var part = Part(Answering.Of(Template(Part("""{ "facts": ["duration"] }""")), View(facts), isConfidential: false, []));
        Assert.Equal((40, 260, AnswerState.Answered), (part.Statements.Count, part.LeftOut, part.State));
    }

    private static AnswerPart Part(AnswerSheet sheet) => sheet.Answers[0].Parts[0];

    private static string Part(string source) =>
        $$$"""{ "about": { "nl": "a", "en": "a" }, "askedOf": ["buyer"], "answeredBy": { "nl": "b", "en": "b" }{{{(source == "{}" ? "" : ", " + source.Trim()[1..^1])}}} }""";

    private static AnswerTemplate Template(params string[] parts)
    {
        var json = $$$"""
            {
              "id": "t", "version": "1", "name": { "nl": "n", "en": "n" }, "respondents": { "buyer": { "nl": "de koper", "en": "the buyer" } },
              "questions": [{ "id": "1", "topic": { "nl": "t", "en": "t" }, "question": { "nl": "q", "en": "q" }, "parts": [{{{string.Join(", ", parts)}}}] }]
            }
            """;
        return AnswerTemplates.Read(Encoding.UTF8.GetBytes(json), out var faults) ?? throw new InvalidOperationException(string.Join('\n', faults));
    }

    private static CaseState State(params Finding[] findings) => new()
    {
        Id = "0123456789ab",
        UpdatedAt = Now,
        Ledger = new LedgerHead(9, Digest.Of("head")),
        Checks = [.. findings.Select(finding => new CheckResult(finding.Check, finding.RuleVersion, finding.Verdict, default, Digest.Of("findings"), 0, 0, 0))],
    };

    private static CaseView View(CaseFacts? facts, params Finding[] findings) => new(State(findings), facts, findings, [], Timeline.Of(facts?.Notices ?? []), []);

    private static Finding Finding(Verdict verdict, bool misses) => new()
    {
        Check = "alt",
        RuleVersion = "3",
        Subject = "LOT-0001",
        Verdict = verdict,
        Summary = new("Samenvatting.", "Summary."),
        Reasons = [new("Een reden.", "A reason.")],
        Missing = misses ? [new MissingFact("BT-720", new("Prijzen", "Prices"), new("niet vermeld", "not stated"))] : [],
    };

    private static StoredLedgerEntry Entry<T>(long sequence, string key, string kind, T body)
    {
        var entry = new LedgerEntry("0123456789ab", sequence, default, key, kind, Now, JsonSerializer.SerializeToElement(body, NoticeJson.Stored));
        return new StoredLedgerEntry($"{sequence:D10}", sequence, entry.ToBytes());
    }
}
