using CsCheck;
using TenderWatch.Core.Cases;
using TenderWatch.Core.Evidence;
using TenderWatch.Core.Languages;
using TenderWatch.Core.Notices;

namespace TenderWatch.Core.Tests.Languages;

public sealed class FactWordsTests
{
    private static readonly FactOrigin Origin = new(new NoticeKey("tenderned", "1"), "BT-161", null, Digest.Of("bytes"));

    [Theory]
    [InlineData("total-value", FactKind.Money, "592517432", "EUR", "EUR 592.517.432", "EUR 592,517,432")]
    [InlineData("unit-price", FactKind.Money, "74.6832", "EUR", "EUR 74,6832", "EUR 74.6832")]
    [InlineData("quantity", FactKind.Number, "7933740", "H87", "7.933.740 stuks", "7,933,740 pieces")]
    [InlineData("quantity", FactKind.Number, "1", "C62", "1 stuk", "1 unit")]
    [InlineData("quantity", FactKind.Number, "12.5", "pallets", "12,5 pallets", "12.5 pallets")]
    [InlineData("renewals", FactKind.Number, "3", null, "3", "3")]
    [InlineData("share", FactKind.Percentage, "60", null, "60 %", "60 %")]
    [InlineData("share", FactKind.Percentage, "33.3", null, "33,3 %", "33.3 %")]
    [InlineData("decided", FactKind.Date, "2025-12-11", null, "11 december 2025", "11 December 2025")]
    [InlineData("deadline", FactKind.Date, "2025-01-31T12:00:00+01:00", null, "31 januari 2025, 12:00", "31 January 2025, 12:00")]
    [InlineData("deadline", FactKind.Date, "2025-01-31T12:00:00+02:00", null, "31 januari 2025, 12:00 (UTC+02:00)", "31 January 2025, 12:00 (UTC+02:00)")]
    [InlineData("duration", FactKind.Duration, "P8Y", null, "8 jaar", "8 years")]
    [InlineData("duration", FactKind.Duration, "P1Y1M", null, "1 jaar 1 maand", "1 year 1 month")]
    [InlineData("duration", FactKind.Duration, "P3W", null, "3 weken", "3 weeks")]
    [InlineData("duration", FactKind.Duration, "P90D", null, "90 dagen", "90 days")]
    [InlineData("duration", FactKind.Duration, "UNLIMITED", null, "onbepaalde tijd", "unlimited")]
    [InlineData("fsr", FactKind.Indicator, "true", null, "ja", "yes")]
    [InlineData("fsr", FactKind.Indicator, "false", null, "nee", "no")]
    [InlineData("result", FactKind.Code, "selec-w", null, "Winnaar gekozen", "Winner chosen")]
    [InlineData("procedure-type", FactKind.Code, "open", null, "Openbare procedure", "Open procedure")]
    [InlineData("legal-basis", FactKind.Code, "32014L0025", null, "Richtlijn 2014/25/EU (speciale sectoren)", "Directive 2014/25/EU (utilities)")]
    [InlineData("winner-country", FactKind.Code, "FRA", null, "Frankrijk", "France")]
    [InlineData("nationality", FactKind.Code, "CHN", "country", "China", "China")]
    [InlineData("withheld", FactKind.Code, "win-ten-val", null, "Waarde van de winnende inschrijving", "Value of the winning tender")]
    [InlineData("form", FactKind.Code, "dir-awa-pre", "form-type", "Vooraankondiging van onderhandse gunning", "Direct award prenotification")]
    [InlineData("cpv", FactKind.Code, "38554000", "cpv", "38554000", "38554000")]
    public void A_value_is_written_as_the_language_writes_it(string name, FactKind kind, string value, string? unit, string nl, string en)
    {
        var fact = new Fact { Name = name, Kind = kind, Value = value, Unit = unit, Origins = [Origin] };

        Assert.Equal(nl, FactWords.Value(fact, Language.Nl));
        Assert.Equal(en, FactWords.Value(fact, Language.En));
    }

    [Fact]
    public void Withheld_zero_and_placeholder_are_three_different_texts_and_none_is_a_plain_amount()
    {
        var texts = new[] { Money.Withheld, Money.Of(0m, "EUR"), Money.Of(0.01m, "EUR"), Money.Of(1m, "EUR"), Money.Of(2m, "EUR") }
            .Select(money => FactWords.Value(Fact.Of("total-value", null, money, Origin), Language.En)).ToArray();

        Assert.Equal(
            ["withheld", "EUR 0 (as filled in; possibly not a real amount)", "EUR 0.01 (as filled in; possibly not a real amount)", "EUR 1 (as filled in; possibly not a real amount)", "EUR 2"],
            texts);
    }

    private static readonly string[] Odd = ["", "P", "PT1H", "P99999999Y", "2025-02-30", "2025-01-01T", "2025-01-01T25:00", "2025-01-01T10:00+99:99", "1e5", "-", "NaN"];

    [Fact]
    public void Whatever_a_value_holds_there_is_a_text_and_never_a_fault() =>
        Gen.Select(Gen.Enum<FactKind>(), Gen.OneOf(Gen.String, Gen.Int[0, Odd.Length - 1].Select(i => Odd[i])), Gen.OneOf(Gen.String, Gen.Const(() => (string)null!)))
            .Sample((kind, value, unit) =>
            {
                var fact = new Fact { Name = "total-value", Kind = kind, Value = value, Unit = unit, Origins = [Origin] };
                return FactWords.Value(fact, Language.Nl) is not null && FactWords.Value(fact, Language.En) is not null;
            });

    [Theory]
    [InlineData("P99999999Y")]
    [InlineData("P")]
    [InlineData("eight years")]
    public void A_period_that_is_none_stands_as_written(string value) =>
        Assert.Equal(value, FactWords.Value(new Fact { Name = "duration", Kind = FactKind.Duration, Value = value, Origins = [Origin] }, Language.Nl));

    [Fact]
    public void Countries_have_names_in_both_languages_and_an_unknown_code_stands_as_it_is()
    {
        string[] some = ["NLD", "BEL", "DEU", "CHN", "USA", "TUR", "UKR", "GBR", "CHE", "NOR", "JPN", "KOR", "TWN", "IND", "XKX"];

        foreach (var code in some)
        {
            Assert.NotEqual(code, Country(code, Language.Nl));
            Assert.NotEqual(code, Country(code, Language.En));
        }

        Assert.Equal("QQQ", Country("QQQ", Language.En));
        Assert.Equal(("Côte d'Ivoire", "Ivoorkust"), (Country("CIV", Language.En), Country("CIV", Language.Nl)));
    }

    private static string Country(string code, Language language) =>
        FactWords.Value(new Fact { Name = "winner-country", Kind = FactKind.Code, Value = code, Origins = [Origin] }, language);
}
