using System.Net.Http.Headers;
using System.Text;
using Microsoft.Extensions.DependencyInjection;
using TenderWatch.Core.Cases;
using TenderWatch.Extraction.Tests.BidFiles;

namespace TenderWatch.Local.Tests.Api;

/// <summary>Files of bids as a buyer has them, sent as the body of a request.</summary>
public sealed class BidFileTests
{
    private const string Xlsx = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

    [Fact]
    public async Task A_workbook_with_a_Dutch_header_is_entered_with_exact_prices()
    {
        await using var host = await ApiHost.StartAsync();
        var id = await host.OpenAsync();
        var workbook = Workbook.Of(
            ["Perceel", "Inschrijver", "Inschrijfsom (EUR)", "Gegund"],
            ["LOT-0001", "Voorbeeld A B.V.", new Workbook.Shown("760000.49999999999", 4), "nee"],
            [null, null, null, null],
            ["LOT-0001", "Voorbeeld B B.V.", "1.000.000,00", "ja"],
            ["LOT-0001", "Voorbeeld C B.V.", 1100000, "nee"]);

        using var entered = await SendAsync(host, id, workbook, Xlsx);
        using var again = await SendAsync(host, id, workbook, Xlsx);
        await host.SettleAsync();

        Assert.Equal((202, 202), ((int)entered.StatusCode, (int)again.StatusCode));
        Assert.Equal((true, false), ((await ApiHost.BodyAsync(entered))["isNew"]!.GetValue<bool>(), (await ApiHost.BodyAsync(again))["isNew"]!.GetValue<bool>()));
        var view = (await host.Services.GetRequiredService<CaseViews>().FindAsync(id, TestContext.Current.CancellationToken, confidential: true))!;
        Assert.Equal(
            [("Voorbeeld A B.V.", 760_000.5m, false), ("Voorbeeld B B.V.", 1_000_000m, true), ("Voorbeeld C B.V.", 1_100_000m, false)],
            view.Facts!.Bids.Single().Bids.Select(bid => (bid.Bidder, bid.Price, bid.Won == true)));
        Assert.Single(await host.LedgerAsync(id), entry => entry.Kind == "bids-submitted");
    }

    [Fact]
    public async Task Every_fault_of_a_workbook_is_named_with_its_row_and_column()
    {
        await using var host = await ApiHost.StartAsync();
        var id = await host.OpenAsync();

        using var refused = await SendAsync(host, id, Workbook.Of(
            ["Perceel", "Inschrijver", "Prijs (EUR)"],
            ["LOT-0001", "A", new Workbook.Formula("C3*2", "100")],
            ["LOT-0001", "B", new Workbook.Shown("46012", 1)],
            ["LOT-0001", null, 5],
            ["LOT-0001", "D", -1]), Xlsx);

        Assert.Equal(422, (await ApiHost.ProblemAsync(refused)).Status);
        var fields = (await ApiHost.BodyAsync(refused))["errors"]!.AsArray().Select(error => error!["field"]!.GetValue<string>()).ToList();
        Assert.Equal(["row 2, column Prijs (EUR)", "row 3, column Prijs (EUR)", "row 4, column Inschrijver", "row 5, column Prijs (EUR)"], fields.Order(StringComparer.Ordinal));
        Assert.DoesNotContain(await host.LedgerAsync(id), entry => entry.Kind == "bids-submitted");
    }

    [Theory]
    [InlineData("PK\u0003\u0004 no workbook", Xlsx)]
    [InlineData("PK\u0003\u0004 no table", "text/csv")]
    [InlineData("Inschrijver;Prijs;Valuta\nA;x;EUR\n", "text/csv")]
    [InlineData("Inschrijver;Prijs;Valuta\nA;5;EUR\nA;6;EUR\n", "text/csv")]
    [InlineData("""[{"bidder":"A","price":"x","currency":"EUR"}]""", "application/json")]
    [InlineData("{", "application/json")]
    public async Task Another_file_that_cannot_be_used_is_refused_with_a_problem(string content, string mediaType)
    {
        await using var host = await ApiHost.StartAsync();
        var id = await host.OpenAsync();

        using var refused = await SendAsync(host, id, Encoding.Latin1.GetBytes(content), mediaType);

        Assert.Equal(422, (await ApiHost.ProblemAsync(refused)).Status);
        Assert.NotEmpty((await ApiHost.BodyAsync(refused))["errors"]!.AsArray());
    }

    private static async Task<HttpResponseMessage> SendAsync(ApiHost host, string id, byte[] file, string mediaType)
    {
        using var content = new ByteArrayContent(file) { Headers = { ContentType = new MediaTypeHeaderValue(mediaType) } };
        return await host.PostAsync($"/api/cases/{id}/bids", content);
    }
}
