using TenderWatch.Core.Screening.Settings;

namespace TenderWatch.Core.Tests.Screening;

public sealed class SettingsReaderTests
{
    [Theory]
    [InlineData("[R024", "line 1: the section has no closing bracket; write [R024] on a line of its own.")]
    [InlineData("\n; good\nR024", "line 3: neither a section, nor a property (name = value), nor a comment (; at the start).")]
    [InlineData("= 1", "line 1: neither a section, nor a property (name = value), nor a comment (; at the start).")]
    [InlineData("[R023]\nthreshold = 1", "line 1: there is no section [R023]; known are output, defaults, ")]
    [InlineData("[r024]", "line 1: there is no section [r024]; known are ")]
    [InlineData("curency = EUR", "line 1: there is no property curency; known are currency, no_price_comparison_procurement_methods, price_comparison_procurement_methods.")]
    [InlineData("[R028]\nthreshold = 1", "line 2: there is no property [R028] threshold; the section has none.")]
    [InlineData("[R038]\nminimum = 1", "line 2: there is no property [R038] minimum; known are threshold, minimum_submitted_bids, minimum_contracting_processes.")]
    [InlineData("[R024]\n[R025]\n[R024]", "line 3: [R024] stands in line 1 already; keep one of them.")]
    [InlineData("[R024]\nthreshold = 1\nthreshold = 2", "line 3: [R024] threshold stands in line 2 already; keep one of them.")]
    [InlineData("[R024]\nthreshold = 0,05", "line 2: [R024] threshold is '0,05'; allowed: a number with a point before its decimals, such as 0.05.")]
    [InlineData("[R024]\nthreshold = 0.05 # default", "line 2: [R024] threshold is '0.05 # default'; allowed: ")]
    [InlineData("[R058]\nthreshold = inf", "line 2: [R058] threshold is 'inf'; allowed: ")]
    [InlineData("[R003]\nthreshold = 1.5", "line 2: [R003] threshold is '1.5'; allowed: a whole number of days.")]
    [InlineData("[R003.procurement_method_details]\nLoting = veel", "line 2: [R003.procurement_method_details] Loting is 'veel'; allowed: a whole number of days.")]
    [InlineData("[R025]\npercentile = -1", "line 2: [R025] percentile is '-1'; allowed: a whole number of 0 or more.")]
    [InlineData("[R048]\ndigits = two", "line 2: [R048] digits is 'two'; allowed: a whole number of 0 or more.")]
    [InlineData("[output]\ninfo_currency_mismatches = maybe", "line 2: [output] info_currency_mismatches is 'maybe'; allowed: true or false.")]
    public void A_wrong_setting_is_named_with_its_line(string ini, string fault)
    {
        var reading = SettingsReader.Read(ini);

        Assert.Null(reading.Settings);
        Assert.StartsWith(fault, Assert.Single(reading.Faults), StringComparison.Ordinal);
    }

    [Fact]
    public void Every_fault_is_named_at_once() => Assert.Equal(3, SettingsReader.Read("x = 1\n[R025]\npercentile = x\nthreshold = y").Faults.Count);

    [Fact]
    public void A_file_for_all_commands_of_Cardinal_is_taken_as_it_is()
    {
        var reading = SettingsReader.Read("""
            ; comment
            # comment
            currency = "USD"
            price_comparison_procurement_methods: 'Op prijs|Veiling'

            [output]
            info_currency_mismatches = true
            [defaults]
            currency = USD
            party_roles = true
            [redactions]
            amount = 0
            [corrections]
            award_status_by_contract_status = true
            [modifications]
            prefix_buyer_or_procuring_entity_id = NL-KVK-
            [codelists.bid_status]
            qualified = valid
            [codelists.award_status]
            Active = active
            [exclusions]
            procurement_method_details = Loting
            [R028]
            """.ReplaceLineEndings("\r\n"));

        Assert.Empty(reading.Faults);
        Assert.Equal(("USD", true, true), (reading.Settings!.Currency, reading.Settings.CurrencyMismatchIsInformation, reading.Settings.HasIndicators));
    }

    [Fact]
    public void Without_a_section_no_indicator_is_on_and_by_default_all_are()
    {
        Assert.False(SettingsReader.Read("currency = EUR").Settings!.HasIndicators);
        Assert.Equal(
            ["R024", "R025", "R048", "R058"],
            System.Text.Json.JsonDocument.Parse(Screen.Json(TenderWatch.Core.Screening.BulkScreening.Run(Stream.Null, ScreeningSettings.Default, new(), TestContext.Current.CancellationToken)))
                .RootElement.GetProperty("Meta").EnumerateObject().Select(indicator => indicator.Name));
    }
}
