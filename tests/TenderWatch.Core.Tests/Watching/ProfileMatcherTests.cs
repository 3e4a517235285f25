using TenderWatch.Core.Notices;
using TenderWatch.Core.Watching;

namespace TenderWatch.Core.Tests.Watching;

public class ProfileMatcherTests
{
    private static readonly Notice Notice = new()
    {
        Format = "eforms",
        Title = "Levering DSMR6 E\u2011meter en slimme\u00a0meters",
        LegalBasis = "32014L0025",
        Cpv = ["38554000"],
        Buyers = [new Party { Name = "Alliander N.V.", Ids = ["09104351"], Country = "NLD" }],
        TotalValue = Money.Of(592517432m, "EUR"),
        Bids = [new Bid { Won = true, Bidders = [new Party { Name = "Sagemcom Energy & Telecom SAS" }] }],
    };

    private static ProfileMatch? Match(WatchProfile profile, Notice? notice = null) => ProfileMatcher.Match(notice ?? Notice, [profile]).SingleOrDefault();

    [Theory]
    [InlineData("slimme meters", true)]
    [InlineData("SLIMME METERS", true)]
    [InlineData("e-meter", true)]
    [InlineData("slimme meter", false)]
    [InlineData("DSMR", false)]
    [InlineData("meter", true)]
    public void A_phrase_is_found_as_whole_words_through_odd_hyphens_and_spaces(string phrase, bool found) =>
        Assert.Equal(found, Match(new WatchProfile { Name = "p", Phrases = [phrase] }) is not null);

    [Fact]
    public void The_reason_says_what_was_sought_what_was_found_and_where()
    {
        var match = Match(new WatchProfile { Name = "p", Cpv = ["3855"], Suppliers = ["sagemcom"], MinimumValue = 1_000_000m });
        Assert.Equal(
            [
                new MatchReason("cpv", "3855", "38554000", "BT-262-Procedure"),
                new MatchReason("supplier", "sagemcom", "Sagemcom Energy & Telecom SAS", "BT-500"),
                new MatchReason("value", "EUR 1,000,000", "EUR 592,517,432", "BT-161"),
            ],
            match!.Reasons);
    }

    [Fact]
    public void Every_given_criterion_must_hold()
    {
        Assert.NotNull(Match(new WatchProfile { Name = "p", Cpv = ["38554"], Buyers = ["Alliander"], LegalBasis = ["32014L0025"] }));
        Assert.Null(Match(new WatchProfile { Name = "p", Cpv = ["38554"], Buyers = ["Enexis"] }));
        Assert.Null(Match(new WatchProfile { Name = "p", Cpv = ["38554"], LegalBasis = ["32014L0024"] }));
        Assert.Null(Match(new WatchProfile { Name = "p", Cpv = ["38554"], MinimumValue = 592_517_433m }));
    }

    [Fact]
    public void Subject_is_recognised_by_word_or_by_code_unless_both_are_demanded()
    {
        var either = new WatchProfile { Name = "p", Phrases = ["gasmeter"], Cpv = ["38554"] };
        Assert.NotNull(Match(either));
        Assert.Null(Match(either with { PhrasesAndCpv = true }));
    }

    [Fact]
    public void A_withheld_or_missing_value_does_not_leave_a_notice_out_and_the_reason_says_so()
    {
        var profile = new WatchProfile { Name = "p", Cpv = ["38554"], MinimumValue = 1m };
        Assert.Contains(Match(profile, Notice with { TotalValue = Money.Withheld })!.Reasons, reason => reason.Found == "no value in EUR is published");
        Assert.NotNull(Match(profile, Notice with { TotalValue = Money.Of(1m, "EUR") }));
    }

    [Fact]
    public void A_registration_id_finds_a_buyer() => Assert.NotNull(Match(new WatchProfile { Name = "p", Buyers = ["09104351"] }));

    [Fact]
    public void A_profile_without_criteria_matches_nothing() => Assert.Null(Match(new WatchProfile { Name = "p" }));

    [Fact]
    public void The_profile_that_ships_with_the_product_is_well_formed_and_finds_smart_meters()
    {
        Assert.Equal(["smart-meters"], WatchProfiles.BuiltIn);
        Assert.NotNull(Match(WatchProfiles.FindBuiltIn("smart-meters")!));
    }

    [Theory]
    [InlineData("{\"name\":\"x\"}", "criteria")]
    [InlineData("{\"name\":\"\",\"cpv\":[\"38\"]}", "name")]
    [InlineData("{\"name\":\"x\",\"cpv\":[\"38554000-1\"]}", "cpv")]
    [InlineData("{\"name\":\"x\",\"cpv\":[\"38\"],\"minimumValue\":-1}", "minimumValue")]
    [InlineData("{\"name\":\"x\",\"cvp\":[\"38\"]}", "cvp")]
    [InlineData("{", "Watch:Profiles")]
    public void A_wrong_profile_says_what_is_wrong(string json, string named)
    {
        Assert.Null(WatchProfiles.Read(json, "mine.json", out var fault));
        Assert.Contains(named, fault!.Name + fault.Allowed, StringComparison.Ordinal);
        Assert.Contains("mine.json", fault.Name + fault.Value, StringComparison.Ordinal);
    }
}
