using System.Text.Json;
using TenderWatch.Local.Tests.Entries;
using TenderWatch.Local.Tests.Support;
using TenderWatch.Testing;

namespace TenderWatch.Local.Tests.Telemetry;

/// <summary>Bids and filings go through the whole pipeline with telemetry on: what is sent tells that they came, and nothing of what they say.</summary>
public sealed class ConfidentialTelemetryTests
{
    private static readonly string[] By = ["--by", "A. Voorbeeld"];

    [Fact]
    public async Task A_marked_bid_a_marked_filing_and_a_file_of_bids_with_a_fault_are_in_no_trace_metric_or_log()
    {
        await using var collector = await Collector.StartAsync();
        using var installation = await Installation.CreateAsync();
        var cli = installation.Cli;
        foreach (var (name, value) in collector.Environment) cli.Environment[name] = value;
        cli.Write("in/1.xml", await File.ReadAllTextAsync(Path.Combine(SharedData.Repository, "samples", "dsmr6", "ted", "99000003-2025.xml")));
        Assert.Equal(0, (await cli.RunAsync("ingest", "in")).ExitCode);
        using var cases = JsonDocument.Parse((await cli.RunAsync("cases", "--json")).Output);
        var id = cases.RootElement.GetProperty("cases")[0].GetProperty("state").GetProperty("id").GetString()!;
        cli.Write("bids.csv", Marks.Bids);
        cli.Write("wrong.csv", Marks.Bids.Replace("9424242,17", "-9424242,17", StringComparison.Ordinal));
        cli.Write("filing.json", Marks.Filing);

        var bids = await cli.RunAsync(["bids", id, "bids.csv", .. By]);
        var filing = await cli.RunAsync(["filing", id, "filing.json", .. By]);
        var wrong = await cli.RunAsync(["bids", id, "wrong.csv", .. By]);

        Assert.Equal((0, 0, 2), (bids.ExitCode, filing.ExitCode, wrong.ExitCode));
        Assert.Contains("bids-submitted", collector.Everything, StringComparison.Ordinal);
        Assert.Contains("filing-received", collector.Everything, StringComparison.Ordinal);
        Assert.Empty(Marks.In(collector.Everything));
    }
}
