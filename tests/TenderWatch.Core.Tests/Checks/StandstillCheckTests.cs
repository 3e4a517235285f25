using System.Globalization;
using CsCheck;
using TenderWatch.Core.Cases;
using TenderWatch.Core.Checks;
using TenderWatch.Core.Checks.Standstill;
using TenderWatch.Core.Notices;

namespace TenderWatch.Core.Tests.Checks;

public sealed class StandstillCheckTests
{
    private static readonly StandstillCheck Check = new();

    private static CaseNotice Award(string? decided, string? concluded, string published = "2026-01-05", Notice? notice = null, int? received = 3)
    {
        var award = (notice ?? Given.Empty) with
        {
            FormType = "result",
            PublicationDate = Date(published),
            Results = [Given.Result(received)],
            Bids = [Given.Bid(1, null, true)],
            Contracts = [new Contract { Id = "CON-0001", Bids = ["TEN-0001"], Decided = decided is null ? null : Date(decided), Concluded = concluded is null ? null : Date(concluded) }],
        };
        return Given.In(award);
    }

    private static Finding Run(params CaseNotice[] notices) => Check.Run(Given.Case(notices)).Single();

    [Theory]
    [InlineData("2025-12-11", "2025-12-31", Verdict.Flagged)]
    [InlineData("2025-12-11", "2026-01-01", Verdict.Clear)]
    [InlineData("2025-12-11", "2025-12-11", Verdict.Flagged)]
    [InlineData("2025-12-05", "2025-12-26", Verdict.Flagged)] // Christmas and the weekend move the end to 29 December
    [InlineData("2025-12-05", "2025-12-29", Verdict.Flagged)]
    [InlineData("2025-12-05", "2025-12-30", Verdict.Clear)]
    [InlineData("2025-12-11", null, Verdict.NotAssessable)]
    [InlineData(null, "2025-12-31", Verdict.NotAssessable)]
    [InlineData(null, null, Verdict.NotAssessable)]
    public void A_contract_within_the_term_is_a_question_and_an_unknown_date_leaves_it_open(string? decided, string? concluded, Verdict verdict) =>
        Assert.Equal(verdict, Run(Award(decided, concluded)).Verdict);

    [Fact]
    public void The_example_ends_on_the_last_day_of_the_year_and_says_what_the_date_of_the_decision_is_worth()
    {
        var finding = Run(Award("2025-12-11", null));

        Assert.Equal(Date("2025-12-31"), finding.Dates.Single(date => date.Id == "standstill-end").Day);
        Assert.Contains(finding.Reasons, reason => reason.En.Contains("is an indication", StringComparison.Ordinal));
        Assert.Equal(["BT-145"], finding.Fields());
    }

    [Theory]
    [InlineData("32009L0081", "open", "NLD", "defence")]
    [InlineData("other", "open", "NLD", "none of the directives")]
    [InlineData("32014L0025", "neg-wo-call", "NLD", "no European notice")]
    [InlineData("32014L0025", "open", "DEU", "not in the Netherlands")]
    public void Where_the_term_does_not_apply_the_reason_is_said(string basis, string procedure, string country, string reason)
    {
        var notice = Given.Empty with { LegalBasis = basis, ProcedureType = procedure, Buyers = [new Party { Name = "B", Country = country }] };
        var finding = Run(Award("2025-12-11", "2025-12-12", notice: notice));

        Assert.Equal(Verdict.Clear, finding.Verdict);
        Assert.Contains(finding.Reasons, text => text.En.Contains(reason, StringComparison.Ordinal));
    }

    [Fact]
    public void One_tender_in_an_open_procedure_needs_no_term_and_elsewhere_it_is_said()
    {
        Assert.Equal(Verdict.Clear, Run(Award("2025-12-11", "2025-12-12", received: 1)).Verdict);
        var restricted = Run(Award("2025-12-11", "2025-12-12", notice: Given.Empty with { ProcedureType = "restricted" }, received: 1));
        Assert.Equal(Verdict.Flagged, restricted.Verdict);
        Assert.Contains(restricted.Reasons, reason => reason.En.Contains("no candidate is", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("2026-01-30", Verdict.Clear)]
    [InlineData("2026-02-02", Verdict.Clear)] // 1 February is a Sunday
    [InlineData("2026-02-03", Verdict.NotAssessable)]
    [InlineData("2026-02-07", Verdict.NotAssessable)]
    [InlineData("2026-02-08", Verdict.Flagged)]
    public void The_award_is_to_be_announced_within_thirty_days_of_the_contract(string published, Verdict verdict)
    {
        var finding = Run(Award("2025-12-01", "2026-01-02", published));

        Assert.Equal(verdict, finding.Verdict);
        Assert.Equal(Date("2026-02-02"), finding.Dates.Single(date => date.Id == "award-notice-due").Day);
    }

    [Fact]
    public void A_decision_alone_does_not_make_the_announcement_late()
    {
        var finding = Run(Award("2025-12-01", null, "2026-03-01"));

        Assert.Equal(Verdict.NotAssessable, finding.Verdict);
        Assert.Equal(["BT-145", "BT-05"], finding.Fields());
    }

    [Fact]
    public void A_call_has_no_term_yet_and_a_modification_none_again()
    {
        Assert.Equal(Verdict.Clear, Run(Given.Call()).Verdict);
        var modification = Award("2025-12-11", "2025-12-12");
        Assert.Equal(Verdict.Clear, Run(modification with { Notice = modification.Notice with { FormType = "cont-modif" } }).Verdict);
    }

    [Fact]
    public void A_correction_of_the_award_notice_does_not_make_the_announcement_late()
    {
        var (first, second) = (Award("2025-12-01", "2026-01-02", "2026-01-20"), Award("2025-12-01", "2026-01-02", "2026-06-01"));

        Assert.Equal(Verdict.Clear, Run(first, second with { Record = second.Record with { Key = NoticeKey.Parse("ted:9-2026") } }).Verdict);
    }

    [Fact]
    public void No_date_that_a_notice_can_write_makes_the_check_fail() => Gen.Select(Gen.Int[0, DateOnly.MaxValue.DayNumber], Gen.Int[0, DateOnly.MaxValue.DayNumber], Gen.Int[0, DateOnly.MaxValue.DayNumber]).Sample((decided, concluded, published) =>
    {
        string Text(int day) => DateOnly.FromDayNumber(day).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
        return Check.Run(Given.Case(Award(Text(decided), Text(concluded), Text(published)))).Count == 1;
    });

    private static DateOnly Date(string text) => DateOnly.ParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture);
}
