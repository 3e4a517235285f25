using System.Globalization;
using TenderWatch.Core.Checks;
using TenderWatch.Core.Checks.Calendars;
using TenderWatch.Core.Checks.ForeignSubsidies.Filings;
using TenderWatch.Core.Notices;

namespace TenderWatch.Core.Tests.Checks;

public sealed class FsrFilingsCheckTests
{
    private static readonly FsrFilingsCheck Check = new(new FsrThresholds(), CommissionCalendar.Shipped);

    private static readonly Notice InScope = Given.Empty with { EstimatedValue = Given.Euro(300_000_000m) };

    private static readonly FsrFiling Notification = new() { Bidder = "TEN-0001", Stage = FilingStage.Tender, Kind = FilingKind.Notification, Received = Date("2026-03-16") };

    private static IReadOnlyList<Finding> Run(Notice call, params FsrFiling[] filings) => Check.Run(Given.Case(Given.Call(call)) with { Filings = filings });

    private static Finding OfBidder(Notice call, params FsrFiling[] filings) => Run(call, filings)[^1];

    [Theory]
    [InlineData("restricted", 2)]
    [InlineData("neg-w-call", 2)]
    [InlineData("comp-dial", 2)]
    [InlineData("innovation", 2)]
    [InlineData("open", 1)]
    [InlineData("oth-single", 1)]
    public void How_often_a_tenderer_files_follows_the_procedure(string procedure, int filings) =>
        Assert.Equal(filings, Run(InScope with { ProcedureType = procedure })[0].Figure("filings-per-tenderer"));

    [Fact]
    public void DSMR6_has_two_filings_of_each_winner_open_and_nobody_is_reproached()
    {
        string[] numbers = ["99000001-2025", "99000002-2025", "99000003-2025", "99000004-2025"];
        var finding = Check.Run(Given.Case([.. numbers.Select(Given.Sample).Where(notice => notice.Notice.Title?.Contains("DSMR6", StringComparison.Ordinal) == true)])).Single();

        Assert.Equal((Verdict.NotAssessable, 2m), (finding.Verdict, finding.Figure("filings-per-tenderer")));
        Assert.Equal(["Kaifa Technology Netherlands B.V. (TEN-0001)", "Sagemcom Energy & Telecom SAS (TEN-0002)"], finding.Missing.Select(missing => missing.Name.En["Filing of ".Length..]));
        Assert.All(finding.Missing, missing => Assert.Contains("with the request to participate and with the tender", missing.Why.En, StringComparison.Ordinal));
        Assert.DoesNotContain(finding.Words(), words => words.Contains("failed", StringComparison.Ordinal) || words.Contains("nagelaten", StringComparison.Ordinal));
    }

    [Fact]
    public void Below_the_threshold_nothing_is_owed_and_an_unknown_value_leaves_it_open()
    {
        Assert.Equal(Verdict.Clear, Run(Given.Empty with { EstimatedValue = Given.Euro(249_999_999.99m) }).Single().Verdict);
        var unknown = Run(Given.Empty).Single();
        Assert.Equal(Verdict.NotAssessable, unknown.Verdict);
        Assert.Contains("BT-27", unknown.Fields());
    }

    [Fact]
    public void Defence_procurement_owes_nothing_and_a_procedure_without_a_call_asks_for_its_ground()
    {
        Assert.Equal(Verdict.Clear, Run(InScope with { LegalBasis = "32009L0081" }).Single().Verdict);
        var direct = Run(InScope with { ProcedureType = "neg-wo-call" }).Single();
        Assert.Contains("BT-136", direct.Fields());
        Assert.Contains(direct.Reasons, reason => reason.En.Contains("information is filed", StringComparison.Ordinal));
    }

    [Fact]
    public void A_call_of_a_year_without_a_list_of_holidays_gives_no_dates_and_says_why()
    {
        var finding = Run(InScope with { Lots = [new Lot { Id = "LOT-0001", Deadline = new LocalDeadline(Date("2031-02-03")) }] }).Single();

        Assert.Empty(finding.Dates);
        Assert.Contains(finding.Reasons, reason => reason.En.Contains("2031 is missing", StringComparison.Ordinal));
    }

    [Fact]
    public void A_complete_notification_runs_the_clock_and_clears_the_filing()
    {
        var finding = OfBidder(InScope, Notification with { Complete = Date("2026-03-16") });

        Assert.Equal((Verdict.Clear, "TEN-0001"), (finding.Verdict, finding.Subject));
        Assert.Equal(Date("2026-04-16"), finding.Dates.Single(date => date.Id == "preliminary-end").Day);
    }

    [Fact]
    public void In_several_stages_the_first_filing_alone_leaves_the_second_open()
    {
        var finding = OfBidder(InScope with { ProcedureType = "restricted" }, Notification with { Stage = FilingStage.RequestToParticipate, Complete = Date("2026-03-16") });

        Assert.Equal(Verdict.NotAssessable, finding.Verdict);
        Assert.Contains(finding.Missing, missing => missing.Name.En == "With the tender: notification or declaration");
        Assert.Equal((null, Date("2026-04-17")), (finding.Dates.Single(date => date.Id == "second-review-end").Day, finding.Dates.Single(date => date.Id == "suspended-from").Day));
    }

    [Fact]
    public void An_incomplete_filing_names_its_last_day_and_the_sections_still_open()
    {
        var asked = OfBidder(InScope, Notification with { Asked = Date("2026-03-27") });
        var open = OfBidder(InScope, Notification with { Sections = [1, 2, 6] });

        Assert.Equal((Verdict.Flagged, Verdict.Flagged), (asked.Verdict, open.Verdict));
        Assert.Equal(Date("2026-04-15"), asked.Dates.Single(date => date.Id == "cure-end").Day);
        Assert.Contains(open.Reasons, reason => reason.En.Contains("3 (the contributions), 8 (the attestation)", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData(PartyRole.Operator, null, null, true)]
    [InlineData(PartyRole.Subsidiary, null, null, true)]
    [InlineData(PartyRole.Holding, null, null, true)]
    [InlineData(PartyRole.Subcontractor, 20.0, null, false)]
    [InlineData(PartyRole.Subcontractor, 20.01, null, true)]
    [InlineData(PartyRole.Supplier, 1.0, true, true)]
    [InlineData(PartyRole.Supplier, null, null, false)]
    public void Contributions_of_the_group_and_of_main_subcontractors_and_suppliers_count(PartyRole role, double? share, bool? key, bool counts)
    {
        var party = new FilingParty("P", role, (decimal?)share, key, [new Contribution("CHN", 4_000_000m, Date("2025-01-01"))]);
        var finding = OfBidder(InScope, Notification with { Kind = FilingKind.Declaration, Complete = Date("2026-03-16"), Parties = [party] });

        Assert.Equal(counts ? Verdict.Flagged : Verdict.Clear, finding.Verdict);
    }

    [Theory]
    [InlineData("CHN", 3_999_999.99, "2025-01-01", Verdict.Clear)]
    [InlineData("CHN", 4_000_000, "2025-01-01", Verdict.Flagged)]
    [InlineData("CHN", 4_000_000, "2023-03-16", Verdict.Clear)] // three years before
    [InlineData("CHN", 4_000_000, "2023-03-17", Verdict.Flagged)]
    [InlineData("CHN", 4_000_000, "2026-03-17", Verdict.Clear)] // after the filing
    [InlineData("FRA", 9_000_000, "2025-01-01", Verdict.Clear)] // no third country
    public void A_declaration_is_held_against_what_is_recorded_of_three_years_and_each_third_country(string country, double amount, string granted, Verdict verdict)
    {
        var party = new FilingParty("P", PartyRole.Operator, null, null, [new Contribution(country, (decimal)amount, Date(granted)), new Contribution("USA", 3_000_000m, Date("2025-01-01"))]);

        Assert.Equal(verdict, OfBidder(InScope, Notification with { Kind = FilingKind.Declaration, Complete = Date("2026-03-16"), Parties = [party] }).Verdict);
    }

    [Fact]
    public void The_outcome_of_the_winner_clears_and_a_prohibited_award_is_a_question()
    {
        Finding Of(string code) => Check.Run(Given.Case(Given.Bids([Given.Bid(1, null, true) with { FsrConclusion = code }], notice: InScope with { Lots = [new Lot { Id = "LOT-0001", Fsr = true }] })))[0];

        Assert.Equal((Verdict.Clear, Verdict.Flagged, Verdict.Flagged), (Of("fsr-no-obj").Verdict, Of("fsr-proh").Verdict, Of("fsr-irregul").Verdict));
    }

    [Fact]
    public void A_contract_within_the_running_review_is_a_question_unless_an_outcome_is_stated()
    {
        Finding Of(string concluded, string? code)
        {
            var award = InScope with { Contracts = [new Contract { Id = "CON-0001", Bids = ["TEN-0001"], Concluded = Date(concluded) }] };
            return Check.Run(Given.Case(Given.Bids([Given.Bid(1, null, true) with { FsrConclusion = code }], notice: award)) with { Filings = [Notification with { Complete = Date("2026-03-16") }] })[^1];
        }

        Assert.Equal((Verdict.Flagged, Verdict.Clear, Verdict.Clear), (Of("2026-04-16", null).Verdict, Of("2026-04-17", null).Verdict, Of("2026-04-16", "fsr-no-obj").Verdict));
    }

    [Fact]
    public void Another_calendar_or_threshold_is_another_version()
    {
        var calendar = CommissionCalendar.Shipped.With([new HolidayYear(2028, [Date("2028-01-03")], "test", false)]);

        Assert.Equal("2", Check.Version);
        Assert.Equal(3, new[] { Check.Version, new FsrFilingsCheck(new FsrThresholds(), calendar).Version, new FsrFilingsCheck(new FsrThresholds { Lot = 1 }, CommissionCalendar.Shipped).Version }.Distinct(StringComparer.Ordinal).Count());
        // The lists that ship are part of version 2: whoever changes them raises it.
        Assert.Equal("75fbf5174a55", CommissionCalendar.Shipped.Digest.Hex[..12]);
    }

    [Fact]
    public void Days_that_are_none_are_not_reckoned_with()
    {
        foreach (var day in (DateOnly[])[DateOnly.MinValue, DateOnly.MaxValue])
        {
            var finding = OfBidder(InScope, Notification with { Received = day, Complete = day, Asked = day });
            Assert.Equal(Verdict.NotAssessable, finding.Verdict);
            Assert.Empty(finding.Dates);
        }

        Assert.Empty(Run(InScope with { Lots = [new Lot { Id = "LOT-0001", Deadline = new LocalDeadline(DateOnly.MaxValue) }] }).Single().Dates);
    }

    private static DateOnly Date(string text) => DateOnly.ParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture);
}
