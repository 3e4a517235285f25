using TenderWatch.Core.Cases;
using TenderWatch.Core.Checks;
using TenderWatch.Core.Checks.ForeignSubsidies;
using TenderWatch.Core.Notices;

namespace TenderWatch.Core.Tests.Checks;

public sealed class FsrScopeCheckTests
{
    private static readonly FsrScopeCheck Check = new(new FsrThresholds());

    private static Finding Judge(params CaseNotice[] notices) => Assert.Single(Check.Run(Given.Case(notices)));

    private static CaseNotice Call(decimal? estimate = null, bool? fsr = null, Notice? notice = null) => Given.Call((notice ?? Given.Empty) with
    {
        EstimatedValue = estimate is { } amount ? Given.Euro(amount) : null,
        Lots = [new Lot { Id = "LOT-0001", Fsr = fsr }],
    });

    private static CaseNotice Award(decimal value, string key = "ted:2-2025") =>
        Given.Award(Given.Empty with { TotalValue = Given.Euro(value), Results = [Given.Result(1)], Bids = [Given.Bid(1, null, won: true)] }, key);

    [Fact]
    public void The_meter_award_is_in_scope_by_its_value_and_by_the_buyers_statement()
    {
        var finding = Judge(Given.Sample("99000001-2025"), Given.Sample("99000002-2025"));

        Assert.Equal(Verdict.Flagged, finding.Verdict);
        Assert.Equal(592_517_432m, finding.Figure("awarded-value"));
        Assert.Equal(342_517_432m, finding.Figure("distance-to-threshold"));
        Assert.Equal(["BT-27", "FS-PP", "BT-682"], finding.Fields());
        Assert.Contains(finding.Reasons, reason => reason.En.Contains("only an indication", StringComparison.Ordinal));
        Assert.Contains(finding.Reasons, reason => reason.En.Contains("(BT-681)", StringComparison.Ordinal));
        Assert.Contains(finding.Reasons, reason => reason.En.Contains("file twice", StringComparison.Ordinal));
        Assert.Contains(finding.Reasons, reason => reason.En.Contains("no division into lots", StringComparison.Ordinal));
        Assert.Contains(finding.Reasons, reason => reason.Nl.Contains("art. 2.116 Aw 2012", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData(250_000_000, Verdict.Flagged)]
    [InlineData(249_999_999.99, Verdict.Clear)]
    public void The_estimate_counts_from_the_threshold_on(double value, Verdict verdict) => Assert.Equal(verdict, Judge(Call((decimal)value)).Verdict);

    [Theory]
    [InlineData(250_000_000, Verdict.Flagged)]
    [InlineData(249_999_999, Verdict.NotAssessable)]
    [InlineData(200_000_000, Verdict.NotAssessable)]
    [InlineData(199_999_999, Verdict.Clear)]
    public void An_awarded_value_is_an_indication_unless_it_is_close_below(double value, Verdict verdict)
    {
        var finding = Judge(Award((decimal)value));

        Assert.Equal(verdict, finding.Verdict);
        Assert.Contains("BT-27", finding.Fields());
        Assert.Contains(finding.Reasons, reason => reason.En.Contains("only an indication", StringComparison.Ordinal));
    }

    [Fact]
    public void The_estimate_wins_over_the_awarded_value_and_the_call_over_the_award()
    {
        var later = Given.Award(Award(100).Notice with { EstimatedValue = Given.Euro(400_000_000) });
        var finding = Judge(Call(100_000_000), later);

        Assert.Equal(Verdict.Clear, finding.Verdict);
        Assert.Equal(100_000_000m, finding.Figure("estimate"));
    }

    [Fact]
    public void An_award_that_reaches_the_threshold_puts_a_lower_estimate_in_doubt()
    {
        var finding = Judge(Call(240_000_000), Award(260_000_000));

        Assert.Equal(Verdict.NotAssessable, finding.Verdict);
        Assert.Equal(["BT-27"], finding.Fields());
        Assert.Contains(finding.Reasons, reason => reason.En.Contains("does reach the threshold", StringComparison.Ordinal));
    }

    [Fact]
    public void The_buyers_own_statement_counts_without_and_against_a_value()
    {
        var unknown = Judge(Call(fsr: true));
        var below = Judge(Call(10_000_000, fsr: true));

        Assert.Equal(Verdict.Flagged, unknown.Verdict);
        Assert.Equal(Verdict.Flagged, below.Verdict);
        Assert.Contains("own statement", below.Summary.En, StringComparison.Ordinal);
        Assert.Contains(below.Reasons, reason => reason.En.Contains("does not agree with the stated value, which is below", StringComparison.Ordinal));
    }

    [Fact]
    public void A_denial_against_the_value_is_named_and_changes_no_verdict()
    {
        var finding = Judge(Call(300_000_000, fsr: false));

        Assert.Equal(Verdict.Flagged, finding.Verdict);
        Assert.Contains(finding.Reasons, reason => reason.En.Contains("does not agree with the stated value, which reaches", StringComparison.Ordinal));
        Assert.Equal(Verdict.NotAssessable, Judge(Call(fsr: false)).Verdict);
    }

    [Fact]
    public void An_outcome_of_a_filing_is_a_statement_too()
    {
        var award = Given.Bids([Given.Bid(1, null, won: true) with { FsrConclusion = "fsr-no-obj" }]);
        var finding = Judge(award);

        Assert.Equal(Verdict.Flagged, finding.Verdict);
        Assert.Contains(finding.Reasons, reason => reason.Nl == "Volgens de aankondiging voor TEN-0001: de Commissie heeft geen bezwaar gemaakt (BT-682 fsr-no-obj).");
        Assert.DoesNotContain("BT-682", finding.Fields());
    }

    public static TheoryData<string, Money?, string> Unusable => new()
    {
        { "absent", null, "niet vermeld" },
        { "withheld", Money.Withheld, "niet openbaar" },
        { "zero", Money.Of(0, "EUR"), "0 ingevuld" },
        { "placeholder", Money.Of(1, "EUR"), "EUR 1 ingevuld, een plaatshouder" },
        { "another currency", Money.Of(500_000_000, "SEK"), "vermeld in SEK" },
        { "beyond measure", Money.Of(1e20m, "EUR"), "geen bruikbaar bedrag" },
    };

    [Theory]
    [MemberData(nameof(Unusable))]
    public void A_value_that_cannot_be_used_is_not_assessable_and_says_why(string what, Money? value, string why)
    {
        var finding = Judge(Given.Call(Given.Empty with { EstimatedValue = value }));

        Assert.True(finding.Verdict == Verdict.NotAssessable, what);
        Assert.Contains(why, finding.Missing.Single(missing => missing.Field == "BT-27").Why.Nl, StringComparison.Ordinal);
    }

    [Fact]
    public void A_withheld_awarded_value_is_missing_until_its_release_date()
    {
        var finding = Judge(Given.Award(Given.Empty with
        {
            TotalValue = Money.Withheld,
            Results = [Given.Result()],
            Withheld = [new WithheldField { Field = "not-val", Until = new DateOnly(2033, 2, 1) }],
        }));

        Assert.Equal(Verdict.NotAssessable, finding.Verdict);
        Assert.Contains("withheld until 1 February 2033", finding.Missing.Single(missing => missing.Field == "BT-161").Why.En, StringComparison.Ordinal);
    }

    private static Lot Lot(int number, decimal? value, string currency = "EUR", bool? fsr = null) =>
        new() { Id = $"LOT-{number:0000}", EstimatedValue = value is { } amount ? Money.Of(amount, currency) : null, Fsr = fsr };

    private static IReadOnlyList<Finding> Lots(params Lot[] lots) => Check.Run(Given.Case(Given.Call(Given.Empty with { Lots = lots })));

    [Fact]
    public void Lots_are_summed_and_judged_against_their_own_threshold()
    {
        var findings = Lots(Lot(1, 125_000_000), Lot(2, 124_999_999), Lot(3, 1));

        // EUR 1 is a placeholder: without a value for every lot there is no sum.
        Assert.Equal(Verdict.NotAssessable, Assert.Single(findings).Verdict);
        findings = Lots(Lot(1, 125_000_000), Lot(2, 124_999_999), Lot(3, 2));
        Assert.Equal(
            [("procurement", Verdict.Flagged), ("LOT-0001", Verdict.Flagged), ("LOT-0002", Verdict.Clear), ("LOT-0003", Verdict.Clear)],
            findings.Select(finding => (finding.Subject, finding.Verdict)));
        Assert.Contains("whoever tenders for lots that together reach the threshold for lots owes", findings[0].Summary.En, StringComparison.Ordinal);
        Assert.DoesNotContain(findings[0].Reasons, reason => reason.En.StartsWith("Every tenderer files", StringComparison.Ordinal));
        Assert.Equal(250_000_001m, findings[0].Figure("lots-estimate"));
        Assert.Contains("125000000 + 124999999 + 2", findings[0].Figures[0].Derivation!, StringComparison.Ordinal);
    }

    [Fact]
    public void Lots_in_several_currencies_have_no_sum() => Assert.Equal(Verdict.NotAssessable, Assert.Single(Lots(Lot(1, 300_000_000), Lot(2, 300_000_000, "SEK"))).Verdict);

    [Fact]
    public void A_lot_without_a_value_in_a_large_procurement_is_not_assessable()
    {
        var findings = Check.Run(Given.Case(Given.Call(Given.Empty with { EstimatedValue = Given.Euro(400_000_000), Lots = [Lot(1, 200_000_000), Lot(2, null)] })));

        Assert.Equal([Verdict.Flagged, Verdict.Flagged, Verdict.NotAssessable], findings.Select(finding => finding.Verdict));
        Assert.Equal(["BT-27"], findings[2].Fields());
    }

    [Fact]
    public void The_framework_maximum_counts_where_it_is_higher()
    {
        var finding = Judge(Given.Call(Given.Empty with { EstimatedValue = Given.Euro(100_000_000), FrameworkMaximum = Given.Euro(260_000_000) }));

        Assert.Equal(Verdict.Flagged, finding.Verdict);
        Assert.Equal(100_000_000m, finding.Figure("estimate"));
        Assert.Equal(260_000_000m, finding.Figure("framework-maximum"));
    }

    [Fact]
    public void Defence_is_outside_the_chapter()
    {
        var finding = Judge(Call(500_000_000, notice: Given.Empty with { LegalBasis = "32009L0081" }));

        Assert.Equal(Verdict.Clear, finding.Verdict);
        Assert.Contains("2009/81", Assert.Single(finding.Reasons).En, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("2023-10-11", null, "open", Verdict.Clear)]
    [InlineData("2023-10-12", null, "open", Verdict.Flagged)]
    [InlineData("2023-09-01", "2023-10-11", "open", Verdict.Clear)]
    [InlineData("2023-09-01", "2023-10-12", "open", Verdict.Flagged)]
    public void The_duty_holds_for_tenders_from_12_October_2023(string published, string? deadline, string procedure, Verdict verdict)
    {
        var call = Given.In(Given.Empty with
        {
            FormType = "competition",
            ProcedureType = procedure,
            EstimatedValue = Given.Euro(500_000_000),
            Lots = [new Lot { Id = "LOT-0001", Deadline = deadline is null ? null : LocalDeadline.Parse(deadline) }],
        }, published: DateOnly.ParseExact(published, "yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture));

        Assert.Equal(verdict, Judge(call).Verdict);
    }

    [Theory]
    [InlineData("open", Verdict.Clear)]
    [InlineData("restricted", Verdict.Flagged)]
    public void A_later_award_keeps_only_an_open_procedure_with_an_early_deadline_outside(string procedure, Verdict verdict)
    {
        var call = Given.In(Given.Empty with
        {
            FormType = "competition",
            ProcedureType = procedure,
            EstimatedValue = Given.Euro(500_000_000),
            Lots = [new Lot { Id = "LOT-0001", Deadline = LocalDeadline.Parse("2023-10-05") }],
        }, published: new DateOnly(2023, 9, 1));

        var award = Award(400_000_000);
        Assert.Equal(verdict, Judge(call, award with { Notice = award.Notice with { ProcedureType = null } }).Verdict);
    }

    [Fact]
    public void No_notice_at_all_is_not_assessable() => Assert.Equal(Verdict.NotAssessable, Judge().Verdict);

    [Fact]
    public void Another_threshold_gives_another_verdict_and_another_version()
    {
        var lower = new FsrScopeCheck(new FsrThresholds { Procurement = 200_000_000m, Lot = 100_000_000m });

        Assert.Equal(Verdict.Flagged, Assert.Single(lower.Run(Given.Case(Call(200_000_000)))).Verdict);
        Assert.Equal("1", Check.Version);
        Assert.Matches("^1\\+[0-9a-f]{8}$", lower.Version);
    }
}
