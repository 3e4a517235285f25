using static TenderWatch.Sources.Tests.EForms.MadeNotice;

namespace TenderWatch.Sources.Tests.EForms;

public sealed class EformsMoneyTests
{
    [Theory]
    [InlineData("2551506.00", "2551506.00")]
    [InlineData(" 12.5\n", "12.5")]
    [InlineData("0007", "7")]
    [InlineData("-5", "-5")]
    [InlineData("79228162514264337593543950335", "79228162514264337593543950335")]
    public void An_amount_keeps_the_decimals_it_is_written_with(string written, string expected) =>
        Assert.Equal(expected, Bid(Value(written)).Value!.Amount.ToString(System.Globalization.CultureInfo.InvariantCulture));

    [Theory]
    [InlineData("abc")]
    [InlineData("1,000.00")]
    [InlineData("1E5")]
    [InlineData("")]
    [InlineData("99999999999999999999999999999999999")]
    [InlineData("0.12345678901234567890123456789012345")]
    public void What_is_no_decimal_or_cannot_be_kept_exactly_is_left_out_with_a_problem(string written)
    {
        var notice = Result($"<efac:LotTender><cbc:ID>TEN-0001</cbc:ID>{Value(written)}</efac:LotTender>");
        Assert.Null(Assert.Single(notice.Bids).Value);
        Assert.Contains(notice.Problems, problem => problem is { Code: "not-a-decimal", At: "TEN-0001" });
    }

    [Fact]
    public void An_empty_currency_is_left_out_with_a_problem()
    {
        var notice = Result($"<efac:LotTender><cbc:ID>TEN-0001</cbc:ID>{Value("100", "")}</efac:LotTender>");
        Assert.Null(Assert.Single(notice.Bids).Value);
        Assert.Equal(["no-currency"], Codes(notice));
    }

    [Theory]
    [InlineData("0")]
    [InlineData("0.01")]
    [InlineData("1")]
    [InlineData("1.00")]
    public void A_placeholder_amount_is_given_as_written_and_flagged(string written)
    {
        var notice = Result($"<efac:LotTender>{Value(written)}<cbc:ID>TEN-0001</cbc:ID></efac:LotTender>");
        Assert.Equal(written, Assert.Single(notice.Bids).Value!.Amount.ToString(System.Globalization.CultureInfo.InvariantCulture));
        var problem = Assert.Single(notice.Problems);
        Assert.Equal(("placeholder-amount", "TEN-0001"), (problem.Code, problem.At));
    }

    [Theory]
    [InlineData("-1", "EUR")]
    [InlineData("-1.00", "EUR")]
    [InlineData("100", "unpublished")]
    [InlineData("-1", "")]
    public void A_masked_amount_is_withheld(string amount, string currency) => Assert.True(Bid(Value(amount, currency)).Value!.IsWithheld);

    [Fact]
    public void An_absent_value_that_BT_195_names_is_withheld_and_one_that_nobody_names_is_absent()
    {
        Assert.True(Bid(Withheld("win-ten-val")).Value!.IsWithheld);
        Assert.Null(Bid(Withheld("ten-ran")).Value);
    }

    [Fact]
    public void A_value_that_is_published_although_BT_195_names_it_is_given() =>
        Assert.Equal(55.5m, Bid(Withheld("win-ten-val", "2020-01-01Z") + Value("55.5")).Value!.Amount);

    [Fact]
    public void BT_195_counts_only_at_its_own_place()
    {
        Assert.Null(LotResult(Withheld("win-ten-val") + Withheld("max-val") + Withheld("not-val")).FrameworkMaximum);
        Assert.True(LotResult($"<efac:FrameworkAgreementValues>{Withheld("max-val")}</efac:FrameworkAgreementValues>").FrameworkMaximum!.IsWithheld);
        Assert.True(LotResult($"<efac:FrameworkAgreementValues>{Withheld("ree-val")}</efac:FrameworkAgreementValues>").FrameworkReestimated!.IsWithheld);
        Assert.True(LotResult(Withheld("ten-val-low")).Lowest!.IsWithheld);
        Assert.True(LotResult(Withheld("ten-val-hig")).Highest!.IsWithheld);
        Assert.Null(Bid(Withheld("not-val")).Value);
        var notice = Result(Withheld("not-val") + Withheld("not-app-val"));
        Assert.True(notice.TotalValue!.IsWithheld);
        Assert.True(notice.TotalFrameworkApproximate!.IsWithheld);
        Assert.Null(notice.TotalFrameworkMaximum);
        Assert.Null(Result($"<efac:LotTender><cbc:ID>TEN-0001</cbc:ID>{Withheld("not-val")}</efac:LotTender>").TotalValue);
    }

    [Fact]
    public void The_procedure_and_the_lot_have_their_own_estimate_and_framework_maximum()
    {
        const string Total = """
            <cac:ProcurementProject><cac:RequestedTenderTotal><ext:UBLExtensions><ext:UBLExtension><ext:ExtensionContent><efext:EformsExtension>
            <efbc:FrameworkMaximumAmount currencyID="EUR">90.0</efbc:FrameworkMaximumAmount></efext:EformsExtension></ext:ExtensionContent></ext:UBLExtension></ext:UBLExtensions>
            <cbc:EstimatedOverallContractAmount currencyID="SEK">80</cbc:EstimatedOverallContractAmount></cac:RequestedTenderTotal></cac:ProcurementProject>
            """;
        var notice = Read(Total + LotXml(Total.Replace(">90.0<", ">70.0<", StringComparison.Ordinal)));
        Assert.Equal((80m, "SEK", 90.0m), (notice.EstimatedValue!.Amount, notice.EstimatedValue.Currency, notice.FrameworkMaximum!.Amount));
        Assert.Equal((80m, 70.0m), (notice.Lots[0].EstimatedValue!.Amount, notice.Lots[0].FrameworkMaximum!.Amount));
    }
}
