using TenderWatch.Core.Cases;
using TenderWatch.Core.Evidence;
using TenderWatch.Core.Notices;
using TenderWatch.Core.Tests.Checks;
using TenderWatch.Core.Texts;

namespace TenderWatch.Core.Tests.Texts;

public sealed class StandingFactsTests
{
    private const string Before = "before";
    private const string After = "after";

    private static readonly NoticeKey Key = NoticeKey.Parse("ted:1-2025");
    private static readonly DateTimeOffset Noon = new(2026, 3, 2, 12, 0, 0, TimeSpan.Zero);

    [Fact]
    public void What_a_machine_read_counts_only_once_a_person_confirmed_it()
    {
        var fact = Fact(Before, extractor: "model/gpt-4o/prompt-1");
        var machine = Assert.Single(StandingFacts.Of(Case([fact])));
        var confirmed = Assert.Single(StandingFacts.Of(Case([fact], Review(fact, FactAct.Confirm))));

        Assert.Equal((FactStanding.Machine, false), (machine.Standing, machine.Counts));
        Assert.Equal((FactStanding.Confirmed, true, false), (confirmed.Standing, confirmed.Counts, confirmed.LookAgain));
    }

    [Fact]
    public void The_latest_that_was_said_counts_in_whatever_order_it_is_stored()
    {
        var fact = Fact(Before);
        var later = Review(fact, FactAct.Correct, "P12Y") with { At = Noon.AddHours(1) };
        foreach (FactReview[] order in (FactReview[][])[[Review(fact, FactAct.Correct, "P10Y"), later], [later, Review(fact, FactAct.Correct, "P10Y")]])
            Assert.Equal("P12Y", Assert.Single(StandingFacts.Of(Case([fact], order))).Counting.Value);
    }

    [Fact]
    public void A_correction_follows_its_words_and_asks_for_another_look()
    {
        var moved = Assert.Single(StandingFacts.Of(Case([Fact(After, offset: 40)], Review(Fact(Before), FactAct.Correct, "P10Y"))));
        Assert.Equal(("P10Y", FactStanding.Corrected, true, false), (moved.Counting.Value, moved.Standing, moved.LookAgain, moved.IsGone));
    }

    [Fact]
    public void Words_that_stand_there_twice_take_over_nothing_and_what_was_said_is_kept_beside_them()
    {
        var facts = StandingFacts.Of(Case([Fact(After, offset: 4), Fact(After, offset: 40)], Review(Fact(Before), FactAct.Correct, "P10Y")));
        Assert.Equal([FactStanding.Rule, FactStanding.Rule, FactStanding.Corrected], facts.Select(fact => fact.Standing));
        Assert.Equal((true, true), (facts[2].IsGone, facts[2].LookAgain));
    }

    [Fact]
    public void What_is_gone_and_withdrawn_is_shown_no_more() =>
        Assert.Empty(StandingFacts.Of(Case([], Review(Fact(Before), FactAct.Withdraw))));

    [Fact]
    public void Another_reading_of_the_same_words_keeps_what_was_said_and_asks_for_another_look()
    {
        var read = Assert.Single(StandingFacts.Of(Case([Fact(Before) with { Value = "P7Y" }], Review(Fact(Before), FactAct.Confirm))));
        Assert.Equal((FactStanding.Confirmed, true), (read.Standing, read.LookAgain));
    }

    [Theory]
    [InlineData("rules/1", null, null, 1)]
    [InlineData("model/gpt-4o/prompt-1", null, null, 0)]
    [InlineData("model/gpt-4o/prompt-1", FactAct.Confirm, null, 1)]
    [InlineData("rules/1", FactAct.Withdraw, null, 0)]
    [InlineData("rules/1", FactAct.Correct, "P8Y", 0)]
    [InlineData("rules/1", FactAct.Correct, "P9Y", 1)]
    public void Text_and_field_are_held_against_each_other_by_what_counts(string extractor, FactAct? act, string? value, int differences)
    {
        var fact = Fact(Before, extractor: extractor) with { Value = "P6Y" };
        var given = Case([fact], act is { } said ? [Review(fact, said, value)] : []) with
        {
            Sheet = [new Fact { Name = FactNames.Duration, Kind = FactKind.Duration, Value = "P8Y", Origins = [new FactOrigin(Key, "BT-36", null, Digest.Of(Before))] }],
        };
        Assert.Equal(differences, TextDivergences.Of(given).Count);
    }

    private static CaseFacts Case(TextFact[] facts, params FactReview[] reviews) => Given.Case() with { Texts = facts.Length == 0 ? [] : [new ReadText(Key, null, facts)], FactReviews = reviews };

    private static FactReview Review(TextFact fact, FactAct act, string? value = null) => new(act, Key, null, fact, Noon, "A. Voorbeeld") { Value = value };

    private static TextFact Fact(string document, int offset = 4, string extractor = "rules/1") =>
        new() { Kind = TextFactKind.Duration, Value = "P8Y", Quote = "8 jaar", Place = new TextPlace(Digest.Of(document), "BT-24", null, null, offset, 6), Extractor = extractor };
}
