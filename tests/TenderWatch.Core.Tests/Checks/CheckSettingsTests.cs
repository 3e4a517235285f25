using TenderWatch.Core.Checks;
using TenderWatch.Core.Checks.AbnormallyLow;
using TenderWatch.Core.Evidence;

namespace TenderWatch.Core.Tests.Checks;

public sealed class CheckSettingsTests
{
    [Fact]
    public void The_legal_defaults_have_no_fault() => Assert.Empty(new CheckSettings().Validate());

    [Fact]
    public void Every_wrong_setting_is_named_with_its_value_and_what_is_allowed()
    {
        var settings = new CheckSettings
        {
            Fsr = new FsrThresholds { Procurement = 0, Lot = -1, ContributionsPerCountry = 0, IndicationPercent = 101 },
            Alt = new AltLimits { GapToNextPercent = 100, ShareOfMeanPercent = 0, ShareOfEstimatePercent = -3 },
        };

        var faults = settings.Validate().ToList();

        Assert.Equal(
            [
                ("Fsr:Procurement", "0"), ("Fsr:Lot", "-1"), ("Fsr:ContributionsPerCountry", "0"), ("Fsr:IndicationPercent", "101"),
                ("Alt:GapToNextPercent", "100"), ("Alt:ShareOfMeanPercent", "0"), ("Alt:ShareOfEstimatePercent", "-3"),
            ],
            faults.Select(fault => (fault.Name, fault.Value)));
        Assert.All(faults, fault => Assert.NotEmpty(fault.Allowed));
    }

    [Fact]
    public void A_lot_threshold_above_that_of_the_procurement_is_a_fault() =>
        Assert.Equal("Fsr:Lot", Assert.Single(new CheckSettings { Fsr = new FsrThresholds { Lot = 250_000_001m } }.Validate()).Name);

    [Fact]
    public void The_version_tells_every_threshold_apart_and_20_from_20_0_not()
    {
        string Version(AltLimits limits) => new AbnormallyLowTenderCheck(limits).Version;

        Assert.Equal("3", Version(new AltLimits { GapToNextPercent = 20.0m }));
        Assert.Equal(Version(new AltLimits { GapToNextPercent = 25m }), Version(new AltLimits { GapToNextPercent = 25.00m }));
        Assert.Equal(5, new[]
        {
            Version(new AltLimits()), Version(new AltLimits { GapToNextPercent = 25m }), Version(new AltLimits { ShareOfMeanPercent = 25m }), Version(new AltLimits { ShareOfEstimatePercent = 25m }), Version(new AltLimits { Unconfirmed = true }),
        }.Distinct(StringComparer.Ordinal).Count());
    }

    [Fact]
    public void A_limit_that_was_set_is_not_called_a_countrys()
    {
        var finding = new AbnormallyLowTenderCheck(new AltLimits { GapToNextPercent = 5m }).Run(Given.Case(Given.Bids(94m, 100m))).Single();

        Assert.Equal(Verdict.Flagged, finding.Verdict);
        Assert.Contains(finding.Reasons, reason => reason.En.Contains("the limit set is 5 %", StringComparison.Ordinal));
    }

    [Fact]
    public void The_gravest_verdict_wins_and_each_is_counted()
    {
        Finding Of(string subject, Verdict verdict) => new() { Check = "alt", RuleVersion = "1", Subject = subject, Verdict = verdict, Summary = new("", "") };
        var check = CheckList.All(new CheckSettings()).Single(check => check.Id == "alt");
        Finding[] findings = [Of("LOT-0001", Verdict.Clear), Of("LOT-0002", Verdict.Flagged), Of("LOT-0003", Verdict.NotAssessable), Of("LOT-0004", Verdict.Clear)];
        var stored = Digest.Of("stored");

        var result = Verdicts.ResultOf(check, findings, stored);

        Assert.Equal((Verdict.Flagged, 1, 1, 2), (result.Verdict, result.Flagged, result.NotAssessable, result.Clear));
        Assert.Equal(("alt", "3", stored), (result.Check, result.RuleVersion, result.Findings));
        Assert.Equal(Verdict.NotAssessable, Verdicts.Gravest([findings[0], findings[2]]));
        Assert.Equal(result.Verdicts, Verdicts.DigestOf([.. findings.Reverse()]));
        Assert.NotEqual(result.Verdicts, Verdicts.DigestOf([findings[0] with { Verdict = Verdict.Flagged }, .. findings[1..]]));
        Assert.Equal(result.Verdicts, Verdicts.DigestOf([findings[0] with { RuleVersion = "3", Summary = new("x", "x") }, .. findings[1..]]));
        Assert.Throws<ArgumentException>(() => Verdicts.Gravest([]));
    }
}
