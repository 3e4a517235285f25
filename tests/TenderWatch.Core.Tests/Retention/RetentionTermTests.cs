using TenderWatch.Core.Cases;
using TenderWatch.Core.Notices;
using TenderWatch.Core.Retention;
using TenderWatch.Core.Tests.Checks;

namespace TenderWatch.Core.Tests.Retention;

/// <summary>Until when evidence is kept, from public facts alone.</summary>
public class RetentionTermTests
{
    private static readonly DateOnly Published = new(2020, 3, 10);

    [Theory]
    [InlineData("P4Y", null, null, "2024-03-10")]
    [InlineData("P48M", null, null, "2024-03-10")]
    [InlineData("P30D", null, null, "2020-04-09")]
    [InlineData("P4Y", 2, "De overeenkomst kan twee keer met telkens een jaar worden verlengd.", "2026-03-10")]
    [InlineData("P4Y", 0, null, "2024-03-10")]
    // How often and not how long, endless, and no duration at all: the end is open.
    [InlineData("P4Y", 2, null, null)]
    [InlineData("UNLIMITED", null, null, null)]
    [InlineData(null, null, null, null)]
    public void The_contract_ends_after_its_longest_duration_and_an_end_that_is_not_stated_is_not_guessed(string? duration, int? renewals, string? words, string? end)
    {
        var term = ContractTerm.Of(Awarded(new Lot { Id = "LOT-0001", Duration = duration, Renewals = renewals, RenewalDescription = words }));
        Assert.Equal(end is null ? null : DateOnly.Parse(end, System.Globalization.CultureInfo.InvariantCulture), term.End);
        Assert.Equal(Published, term.Awarded);
    }

    [Fact]
    public void The_latest_of_begin_and_stated_end_counts()
    {
        var late = ContractTerm.Of(Awarded(new Lot { Id = "LOT-0001", Duration = "P1Y", Start = new DateOnly(2021, 1, 1), End = new DateOnly(2030, 6, 30) }));
        Assert.Equal(new DateOnly(2030, 6, 30), late.End);
        var started = ContractTerm.Of(Awarded(new Lot { Id = "LOT-0001", Duration = "P1Y", Start = new DateOnly(2021, 1, 1) }));
        Assert.Equal(new DateOnly(2022, 1, 1), started.End);
    }

    [Fact]
    public void A_lot_without_outcome_leaves_everything_open_and_one_that_was_not_awarded_has_no_contract()
    {
        var lots = new[] { new Lot { Id = "LOT-0001", Duration = "P4Y" }, new Lot { Id = "LOT-0002", Duration = "P9Y" } };
        var open = ContractTerm.Of(Awarded(lots));
        Assert.Equal((null, null), (open.Awarded, open.End));
        Assert.Contains("LOT-0002", open.Why.En, StringComparison.Ordinal);

        var closed = Given.Case(Given.In(Given.Empty with
        {
            FormType = "result",
            Lots = lots,
            Bids = [Given.Bid(1, Given.Euro(100), won: true)],
            Results = [Given.Result(1), Given.Result(0, "LOT-0002", "clos-nw")],
        }, published: Published));
        Assert.Equal(new DateOnly(2024, 3, 10), ContractTerm.Of(closed).End);
    }

    [Fact]
    public void Documents_of_those_who_lost_go_earlier_and_an_unknown_end_keeps_the_file_for_ever()
    {
        var settings = new RetentionSettings();
        var known = new ContractTerm(new DateOnly(2020, 3, 10), new DateOnly(2030, 3, 10), new("", ""));
        Assert.Equal(new DateOnly(2037, 3, 11), RetentionTerm.Of(RetentionClass.Record, known, settings).From);
        Assert.Equal(new DateOnly(2037, 3, 11), RetentionTerm.Of(RetentionClass.Awarded, known, settings).From);
        Assert.Equal(new DateOnly(2023, 3, 11), RetentionTerm.Of(RetentionClass.NotAwarded, known, settings).From);
        Assert.Null(RetentionTerm.Of(RetentionClass.Lasting, known, settings).From);

        var open = known with { End = null };
        Assert.Null(RetentionTerm.Of(RetentionClass.Record, open, settings).From);
        Assert.Contains("end is unknown", RetentionTerm.Of(RetentionClass.Record, open, settings).Why.En, StringComparison.Ordinal);
        Assert.Equal(new DateOnly(2023, 3, 11), RetentionTerm.Of(RetentionClass.NotAwarded, open, settings).From);
        Assert.Null(RetentionTerm.Of(RetentionClass.NotAwarded, open with { Awarded = null }, settings).From);
    }

    [Fact]
    public void Nothing_is_tried_before_storage_itself_lets_go()
    {
        var term = RetentionTerm.Of(RetentionClass.NotAwarded, new(new DateOnly(2020, 3, 10), null, new("", "")), new RetentionSettings());
        var stored = new DateTimeOffset(2021, 6, 1, 12, 0, 0, TimeSpan.Zero);
        Assert.Equal(new DateOnly(2024, 6, 2), term.NotBefore(stored, 1096).From);
        Assert.Equal(term, term.NotBefore(stored, 0));
        Assert.Equal(term, term.NotBefore(stored.AddYears(-3), 365));
    }

    private static CaseFacts Awarded(params Lot[] lots) => Given.Case(Given.In(Given.Empty with
    {
        FormType = "result",
        Lots = lots,
        Bids = [Given.Bid(1, Given.Euro(100), won: true)],
        Results = [Given.Result(1)],
    }, published: Published));
}
