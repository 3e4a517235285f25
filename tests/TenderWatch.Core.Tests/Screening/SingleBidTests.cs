namespace TenderWatch.Core.Tests.Screening;

/// <summary>R018, single bid received.</summary>
public sealed class SingleBidTests
{
    [Theory]
    [InlineData("", "open", "1", true)]
    [InlineData("", "selective", "1", true)]
    [InlineData("", "limited", "1", false)]
    [InlineData("", "direct", "1", false)]
    [InlineData("", "open", "2", false)]
    [InlineData("", "open", "0", false)]
    [InlineData("", "open", "-1", false)]
    [InlineData("", "open", "1.0", false)]
    [InlineData("", "open", "'1'", false)]
    [InlineData("", "open", "null", false)]
    [InlineData("procurement_methods = limited", "limited", "1", true)]
    [InlineData("procurement_methods = limited", "open", "1", false)]
    [InlineData("procurement_methods =", "direct", "1", true)]
    public void One_tenderer_is_flagged_where_competition_is_expected(string settings, string method, string number, bool flagged) => Assert.Equal(
        flagged ? """{"OCID":{"A":{"R018":1.0}}}""" : "{}",
        Screen.Results("[R018]\n" + settings, Screen.Release("A", $"'tender':{{'procurementMethod':'{method}','numberOfTenderers':{number}}}")));

    [Fact]
    public void A_procedure_of_which_the_method_is_not_stated_is_not_flagged() =>
        Assert.Equal("{}", Screen.Results("[R018]", Screen.Release("A", "'tender':{'numberOfTenderers':1}")));
}
