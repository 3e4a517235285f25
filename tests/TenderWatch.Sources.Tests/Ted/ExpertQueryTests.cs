using TenderWatch.Core.Watching;
using TenderWatch.Sources.Ted;

namespace TenderWatch.Sources.Tests.Ted;

public sealed class ExpertQueryTests
{
    [Fact]
    public void Without_a_profile_the_notices_of_Dutch_utilities_are_asked_for() =>
        Assert.Equal("buyer-country IN (NLD) AND (legal-basis = 32014L0025)", ExpertQuery.Of(new TedSettings(), []));

    [Fact]
    public void A_profile_asks_by_word_or_code_and_by_everything_else_it_demands()
    {
        var profile = new WatchProfile { Name = "x", Phrases = ["slimme meter"], Cpv = ["38554", "38554000"], Buyers = ["Alliander"], LegalBasis = ["32014L0024"], MinimumValue = 5 };
        Assert.Equal(
            "buyer-country IN (NLD BEL) AND (legal-basis = 32014L0025 OR ((FT ~ \"slimme meter\" OR (classification-cpv = 38554* OR classification-cpv = 38554000)) AND FT ~ \"Alliander\" AND legal-basis IN (32014L0024)))",
            ExpertQuery.Of(new TedSettings { Countries = ["NLD", "BEL"] }, [profile]));
    }

    [Fact]
    public void A_query_of_ones_own_replaces_it() => Assert.Equal("FT ~ \"DSMR6\"", ExpertQuery.Of(new TedSettings { Query = " FT ~ \"DSMR6\" " }, [new WatchProfile { Name = "x", Cpv = ["38"] }]));

    [Theory]
    [InlineData("a\" OR \"b", "\"a OR b\"")]
    [InlineData("meter*\\", "\"meter\"")]
    [InlineData("a\nb", "\"a b\"")]
    public void Nothing_in_a_phrase_ends_it(string phrase, string quoted) =>
        Assert.EndsWith($"OR FT ~ {quoted})", ExpertQuery.Of(new TedSettings(), [new WatchProfile { Name = "x", Phrases = [phrase] }]), StringComparison.Ordinal);

    [Fact]
    public void A_phrase_of_signs_alone_asks_for_nothing() =>
        Assert.DoesNotContain("FT", ExpertQuery.Of(new TedSettings(), [new WatchProfile { Name = "x", Phrases = ["\"*"] }]), StringComparison.Ordinal);
}
