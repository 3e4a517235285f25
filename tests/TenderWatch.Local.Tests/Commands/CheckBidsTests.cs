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
}
