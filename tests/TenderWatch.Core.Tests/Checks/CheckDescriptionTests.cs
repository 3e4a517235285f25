using TenderWatch.Core.Checks;

namespace TenderWatch.Core.Tests.Checks;

public sealed class CheckDescriptionTests
{
    [Fact]
    public void Every_check_says_in_two_languages_what_it_asks_needs_and_can_say_and_names_what_it_rests_on()
    {
        foreach (var check in CheckList.All(new CheckSettings()))
        {
            var description = check.Description;
            Assert.All([description.Asks, description.Needs, .. Enum.GetValues<Verdict>().Select(description.When)], text => Assert.True(text.Nl.Length > 10 && text.En.Length > 10 && text.Nl != text.En, check.Id));
            Assert.Equal(3, Enum.GetValues<Verdict>().Select(description.When).Distinct().Count());
            Assert.NotEmpty(description.RestsOn);
            Assert.True(RuleTexts.Exists(check.Id), check.Id);
        }
    }

    [Fact]
    public void It_says_the_thresholds_that_are_set()
    {
        var settings = new CheckSettings { Alt = new AltLimits { GapToNextPercent = 12.5m }, Fsr = new FsrThresholds { Procurement = 300_000_000m } };

        var all = CheckList.All(settings).ToDictionary(check => check.Id, check => check.Description.Flagged, StringComparer.Ordinal);

        Assert.Contains("12,5 % of meer onder de volgende", all["alt"].Nl, StringComparison.Ordinal);
        Assert.Contains("EUR 300,000,000", all["fsr-scope"].En, StringComparison.Ordinal);
    }
}
