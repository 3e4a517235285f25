using CsCheck;
using TenderWatch.Core.Languages;
using TenderWatch.Core.Notices;

namespace TenderWatch.Sources.Tests.TenderNed;

public sealed class RenderedAmountTests
{
    [Theory]
    [InlineData("800 000", "Euro", "800000 EUR")]
    [InlineData("800\u00A0000", "Euro", "800000 EUR")]
    [InlineData("12\u202F480\u202F000", "Euro", "12480000 EUR")]
    [InlineData("1 234 567.89", "Euro", "1234567.89 EUR")]
    [InlineData("1 234 567,89", "Euro", "1234567.89 EUR")]
    [InlineData("1.250.000,50", "EUR", "1250000.50 EUR")]
    [InlineData("1,250,000.50", "EUR", "1250000.50 EUR")]
    [InlineData("1.250.000", "EUR", "1250000 EUR")]
    [InlineData("592517432", "EUR", "592517432 EUR")]
    [InlineData("592517432.5", "EUR", "592517432.5 EUR")]
    [InlineData("1250.500", "EUR", "1250.500 EUR")]
    [InlineData("0,125", "EUR", "0.125 EUR")]
    [InlineData("1.250,5", "Euro", "1250.5 EUR")]
    [InlineData("1 250", "Euro", "1250 EUR")]
    [InlineData("800\u2009000", "Euro", "800000 EUR")]
    [InlineData("800&nbsp;000", "Euro", "800000 EUR")]
    [InlineData("800&thinsp;000,00", "Euro", "800000.00 EUR")]
    [InlineData("42", "US-dollar", "42 USD")]
    [InlineData("42", "GBP", "42 GBP")]
    public void An_amount_is_read_in_each_notation(string number, string currency, string expected)
    {
        var split = Value(Renderings.Amount("Waarde van de aanbesteding", number, currency));
        var joined = Value(Renderings.Row("Waarde van het resultaat", $"{number} {currency}"));
        Assert.Equal(expected, FormattableString.Invariant($"{split.Bid!.Amount} {split.Bid.Currency}"));
        Assert.Equal(split.Bid, joined.Bid);
        Assert.Empty(split.Problems);
    }

    [Theory]
    [InlineData("1.250", "EUR")]
    [InlineData("1,250", "EUR")]
    [InlineData("12.500", "Euro")]
    [InlineData("1.250,500,00", "Euro")]
    [InlineData("80 000 00", "Euro")]
    [InlineData("1234 567", "Euro")]
    [InlineData("1.2.3", "Euro")]
    [InlineData("1e6", "Euro")]
    [InlineData("-5", "Euro")]
    [InlineData("1,-", "Euro")]
    [InlineData("circa 5", "Euro")]
    [InlineData("5 tot 10", "Euro")]
    [InlineData("007", "Euro")]
    [InlineData("5", "Florijnen")]
    [InlineData("5", "")]
    [InlineData("99999999999999999999", "Euro")]
    [InlineData("zie bijlage", "")]
    public void An_amount_that_could_mean_two_things_is_a_problem_and_no_amount(string number, string currency)
    {
        foreach (var row in new[] { Renderings.Amount("Waarde van de aanbesteding", number, currency), Renderings.Row("Waarde van de aanbesteding", $"{number} {currency}") })
        {
            var (bid, problems) = Value(row);
            Assert.Null(bid);
            Assert.Equal(("unreadable-amount", "TEN-0001"), (Assert.Single(problems).Code, problems[0].At));
        }
    }

    [Theory]
    [InlineData("1", MoneyKind.Placeholder)]
    [InlineData("1,00", MoneyKind.Placeholder)]
    [InlineData("0.01", MoneyKind.Placeholder)]
    [InlineData("0", MoneyKind.Zero)]
    [InlineData("0,00", MoneyKind.Zero)]
    public void A_placeholder_is_flagged_and_keeps_what_is_written(string number, MoneyKind kind)
    {
        var (bid, problems) = Value(Renderings.Amount("Waarde van de aanbesteding", number));
        Assert.Equal(kind, bid!.Kind);
        Assert.Equal("placeholder-amount", Assert.Single(problems).Code);
    }

    [Theory]
    [InlineData("-1", "Euro")]
    [InlineData("niet gepubliceerd", null)]
    public void A_withheld_value_is_never_a_number(string number, string? currency)
    {
        var notice = Renderings.Notice(Renderings.Award(currency is null ? Renderings.Row("Waarde van de aanbesteding", number) : Renderings.Amount("Waarde van de aanbesteding", number, currency)));
        Assert.True(notice.Bids.Single().Value!.IsWithheld);
        Assert.Equal(("win-ten-val", "TEN-0001"), (notice.Withheld.Single().Field, notice.Withheld[0].At));
    }

    [Theory]
    [InlineData("<span class=\"value\">800</span><span>000</span><span> Euro</span>")]
    [InlineData("<span class=\"value\">800<!-- -->000</span><span> Euro</span>")]
    [InlineData("<span class=\"value\">800<b>000</b></span> Euro")]
    [InlineData("<span class=\"value\">800 000</span><span> Euro</span><span>per jaar</span>")]
    public void A_number_that_markup_tears_apart_is_not_put_together(string value)
    {
        var (bid, problems) = Value($"<tr><td>Waarde van de aanbesteding:</td><td>{value}</td></tr>");
        Assert.Null(bid);
        Assert.Equal("unreadable-amount", Assert.Single(problems).Code);
    }

    [Fact]
    public void Two_different_values_for_one_bid_leave_it_without_a_value()
    {
        var notice = Renderings.Notice(Renderings.Award(Renderings.Amount("Waarde van de aanbesteding", "800 000"), Renderings.Amount("Waarde van de aanbesteding", "900 000")));
        Assert.Null(notice.Bids.Single().Value);
        Assert.Equal("conflicting-amount", Assert.Single(notice.Problems).Code);
    }

    [Fact]
    public void Every_amount_is_read_back_from_every_notation_that_says_it_clearly()
    {
        Gen.Select(Gen.Long[0, 999_999_999_999], Gen.Int[0, 99], Gen.Int[0, 4]).Sample((whole, cents, notation) =>
        {
            var amount = whole + (cents / 100m);
            var number = notation switch
            {
                0 => Wording.Nl.Number(amount, 2),
                1 => Wording.En.Number(amount, 2),
                2 => Wording.En.Number(amount, 2).Replace(',', ' '),
                3 => Wording.En.Number(amount, 2).Replace(",", "", StringComparison.Ordinal),
                _ => Wording.Nl.Number(amount, 2).Replace('.', '\u00A0'),
            };
            return Value(Renderings.Amount("Waarde van de aanbesteding", number)).Bid!.Amount == amount;
        }, iter: 2000);
    }

    private static (Money? Bid, IReadOnlyList<NoticeProblem> Problems) Value(string row)
    {
        var notice = Renderings.Notice(Renderings.Award(row));
        return (notice.Bids.Single().Value, notice.Problems);
    }
}
