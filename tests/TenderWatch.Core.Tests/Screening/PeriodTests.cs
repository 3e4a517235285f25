namespace TenderWatch.Core.Tests.Screening;

/// <summary>R003, short submission period.</summary>
public sealed class PeriodTests
{
    [Theory]
    [InlineData("2024-01-01T18:00:00Z", "2024-01-16T17:59:59Z", true)]
    [InlineData("2024-01-01T18:00:00Z", "2024-01-16T18:00:00Z", false)]
    [InlineData("2024-01-01T18:00:00Z", "2024-01-16T19:59:59+02:00", true)]
    [InlineData("2024-01-01T18:00:00+02:00", "2024-01-16T16:00:00Z", false)]
    [InlineData("2024-02-20T00:00:00Z", "2024-03-06T00:00:00Z", false)]
    [InlineData("2023-02-20T00:00:00Z", "2023-03-06T00:00:00Z", true)]
    [InlineData("1900-02-20T00:00:00Z", "1900-03-06T00:00:00Z", true)]
    [InlineData("0000-02-20T00:00:00Z", "0000-03-06T00:00:00Z", false)]
    [InlineData("2023-12-25t00:00:00z", "2024-01-08 23:59:59.999999999-00:00", true)]
    [InlineData("2024-01-01T00:00:00.5Z", "2024-01-16T00:00:00.4999999999Z", true)]
    [InlineData("2024-01-20T00:00:00Z", "2024-01-01T00:00:00Z", true)]
    [InlineData("2024-01-01", "2024-01-02", false)]
    [InlineData("2024-01-01T00:00:00", "2024-01-02T00:00:00", false)]
    [InlineData("2024-02-30T00:00:00Z", "2024-03-01T00:00:00Z", false)]
    [InlineData("2024-01-01T24:00:00Z", "2024-01-02T00:00:00Z", false)]
    [InlineData("2024-01-01T00:00:00.Z", "2024-01-02T00:00:00Z", false)]
    [InlineData("2024-01-01T00:00:00+24:00", "2024-01-02T00:00:00Z", false)]
    [InlineData("2024-01-01T00:00:00+0100", "2024-01-02T00:00:00Z", false)]
    [InlineData("soon", "2024-01-02T00:00:00Z", false)]
    public void Whole_days_between_two_moments_are_held_against_the_threshold(string start, string end, bool flagged) =>
        Assert.Equal(flagged ? """{"OCID":{"A":{"R003":1.0}}}""" : "{}", Screen.Results("[R003]", Tender(start, end)));

    [Theory]
    [InlineData("threshold = 10", 10, false)]
    [InlineData("threshold = 11", 10, true)]
    [InlineData("procurement_methods = selective|limited", 1, false)]
    [InlineData("procurement_methods = selective|open", 1, true)]
    [InlineData("procurement_methods =", 1, true)]
    [InlineData("[R003.procurement_method_details]\nOffertes op prijs = 5", 5, false)]
    [InlineData("[R003.procurement_method_details]\nOffertes op prijs: 6", 5, true)]
    [InlineData("[R003.procurement_method_details]\nAnders = 1", 14, true)]
    public void Settings_give_days_by_method_details_and_select_methods(string settings, int days, bool flagged) =>
        Assert.Equal(flagged, Screen.Results("[R003]\n" + settings, Tender("2024-01-01T00:00:00Z", $"2024-01-{days + 1:00}T00:00:00Z")).Contains("R003", StringComparison.Ordinal));

    [Theory]
    [InlineData("'tender':{'tenderPeriod':{'endDate':'2024-01-02T00:00:00Z'}}")]
    [InlineData("'tender':{'tenderPeriod':{'startDate':20240101,'endDate':'2024-01-02T00:00:00Z'}}")]
    [InlineData("'tender':{'tenderPeriod':['2024-01-01T00:00:00Z']}")]
    [InlineData("'tender':{}")]
    [InlineData("'tender':null")]
    [InlineData("'tender':'open'")]
    public void A_period_that_is_not_stated_flags_nothing(string members) => Assert.Equal("{}", Screen.Results("[R003]", Screen.Release("A", members)));

    private static string Tender(string start, string end) => Screen.Release(
        "A", $"'tender':{{'procurementMethod':'open','procurementMethodDetails':'Offertes op prijs','tenderPeriod':{{'startDate':'{start}','endDate':'{end}'}}}}");
}
