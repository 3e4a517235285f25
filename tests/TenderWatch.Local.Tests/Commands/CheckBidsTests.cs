using System.Text.Json;
using System.Xml.Linq;
using TenderWatch.Local.Tests.Support;

namespace TenderWatch.Local.Tests.Commands;

public sealed class CheckBidsTests : IDisposable
{
    private const string Bids = "Inschrijver;Inschrijfsom (EUR)\nLangeweg <b>&\"';12.480.000,00\nZilverlijn;21.950.000,00\nKorenfeld;22.600.000,00\nOhmstad;23.475.000,00\nVoltavia;25.100.000,00\n";

    private readonly Cli _cli = new();

    public void Dispose() => _cli.Dispose();

    [Fact]
    public async Task A_low_price_asks_for_an_explanation_in_table_JSON_and_picture()
    {
        _cli.Write("bids.csv", Bids);
        var text = await _cli.RunAsync("check", "bids.csv", "--estimate", "24000000", "--language", "nl", "--picture", "bids.svg");
        Assert.True(text.ExitCode == 0, text.Error);
        Assert.Contains("Lijkt laag: vraag om een toelichting", text.Output, StringComparison.Ordinal);
        Assert.Contains("43,14 %", text.Output, StringComparison.Ordinal);

        var picture = XDocument.Load(Path.Combine(_cli.Folder, "bids.svg"));
        Assert.Contains("Langeweg <b>&\"': EUR 12.480.000, vraagt om een toelichting", picture.Root!.Elements().Single(element => element.Name.LocalName == "desc").Value, StringComparison.Ordinal);
        Assert.DoesNotContain(picture.Descendants(), element => element.Name.LocalName is "script" or "b");

        using var json = JsonDocument.Parse((await _cli.RunAsync("check", "bids.csv", "--estimate", "24000000", "--json")).Output);
        var panel = json.RootElement.GetProperty("lots")[0].GetProperty("panel");
        Assert.Equal("flagged", panel.GetProperty("verdict").GetString());
        Assert.Equal(43.143508m, panel.GetProperty("comparisons")[0].GetProperty("percent").GetDecimal());
        Assert.All(panel.GetProperty("methods").EnumerateObject(), method => Assert.All(["applies", "verdict", "figures", "flagged"], member => Assert.True(method.Value.TryGetProperty(member, out _))));
    }

    [Fact]
    public async Task A_lot_with_a_fault_is_not_judged_and_the_others_are()
    {
        _cli.Write("bids.csv", "Lot,Bidder,Price,Currency\n1,A,100,EUR\n1,B,-5,EUR\n2,A,100,EUR\n2,B,101,EUR\n");
        var result = await _cli.RunAsync("check", "bids.csv", "--json");
        Assert.Equal(1, result.ExitCode);
        using var json = JsonDocument.Parse(result.Output);
        var lots = json.RootElement.GetProperty("lots").EnumerateArray().ToDictionary(lot => lot.GetProperty("lot").GetString()!, StringComparer.Ordinal);
        Assert.False(lots["1"].TryGetProperty("panel", out _));
        Assert.Equal(("negative-price", 3), (lots["1"].GetProperty("faults")[0].GetProperty("code").GetString(), lots["1"].GetProperty("faults")[0].GetProperty("row").GetInt32()));
        Assert.Equal("clear", lots["2"].GetProperty("panel").GetProperty("verdict").GetString());
    }

    [Fact]
    public async Task Wrong_options_and_absent_files_say_what_is_allowed()
    {
        _cli.Write("bids.csv", Bids);
        Assert.Contains("There is no file", (await _cli.RunAsync("check", "absent.csv")).Error, StringComparison.Ordinal);
        Assert.Contains("--vectors", (await _cli.RunAsync("check")).Error, StringComparison.Ordinal);
        Assert.Contains("--estimate must be", (await _cli.RunAsync("check", "bids.csv", "--estimate", "1.000,00")).Error, StringComparison.Ordinal);
        Assert.Contains("--date must be", (await _cli.RunAsync("check", "bids.csv", "--date", "31-01-2026")).Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Base_price_and_VAT_let_the_methods_reckon_that_need_them()
    {
        _cli.Write("bids.csv", "Bidder,Price,Currency\nA,600000,EUR\nB,900000,EUR\nC,950000,EUR\n");
        using var without = JsonDocument.Parse((await _cli.RunAsync("check", "bids.csv", "--nature", "works", "--json")).Output);
        using var with = JsonDocument.Parse((await _cli.RunAsync("check", "bids.csv", "--nature", "works", "--base-price", "1000000", "--estimate", "800000", "--vat", "21", "--json")).Output);
        static JsonElement Method(JsonDocument json, string id) => json.RootElement.GetProperty("lots")[0].GetProperty("panel").GetProperty("methods").GetProperty(id);
        Assert.Equal("notAssessable", Method(without, "PT-CCP-71-2008").GetProperty("verdict").GetString());
        Assert.Equal("flagged", Method(with, "PT-CCP-71-2008").GetProperty("verdict").GetString());
        Assert.Equal("A", Method(with, "PT-CCP-71-2008").GetProperty("flagged")[0].GetString());
        // 70 % of 800,000 with 21 % VAT.
        Assert.Contains(Method(with, "PL-PZP-224").GetProperty("figures").EnumerateObject(), figure => figure.Value.ValueKind == JsonValueKind.Number && figure.Value.GetDecimal() == 677_600m);
    }

    [Fact]
    public async Task Past_awards_by_hand_stand_beside_the_lowest_price_of_a_unit()
    {
        _cli.Write("bids.csv", "Inschrijver;Prijs (EUR);Aantal\nA;60.000,00;1000\nB;61.000,00;1000\n");
        _cli.Write("past.csv", "Inschrijver;Prijs (EUR);Aantal\nGemeente X 2021;100.000,00;1000\nGemeente Y 2022;180.000,00;2000\nGemeente Z 2023;40.000,00;500\n");
        var result = await _cli.RunAsync("check", "bids.csv", "--past", "past.csv", "--language", "nl");
        Assert.Contains("A kost per eenheid 66,67 % van de mediaan van 3 eerdere gunningen", result.Output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Inschrijver;Prijs (EUR);Aantal\nX;-5;10\n", "past.csv: row 2, column Prijs (EUR): '-5' is negative")]
    [InlineData("Inschrijver;Prijs (EUR)\nX;5\n", "past.csv: row 2: a past award needs a quantity")]
    public async Task A_list_of_past_awards_that_is_not_whole_is_refused(string past, string told)
    {
        _cli.Write("bids.csv", Bids);
        _cli.Write("past.csv", past);
        var result = await _cli.RunAsync("check", "bids.csv", "--past", "past.csv");
        Assert.Equal(2, result.ExitCode);
        Assert.Contains(told, result.Error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("--vat", "0")]
    [InlineData("--vat", "121")]
    [InlineData("--base-price", "1.000,00")]
    public async Task A_rate_or_base_price_that_is_none_says_what_is_allowed(string option, string value)
    {
        _cli.Write("bids.csv", Bids);
        var result = await _cli.RunAsync("check", "bids.csv", option, value);
        Assert.Equal(2, result.ExitCode);
        Assert.Contains(option + " must be", result.Error, StringComparison.Ordinal);
    }
}
