using System.Globalization;
using System.Text.Json;
using TenderWatch.Local.Tests.Support;
using TenderWatch.Testing;

namespace TenderWatch.Local.Tests.Explanations;

public sealed class ExplanationTests
{
    private const string Marker = "VERTROUWELIJK-7x3q9z";

    private static readonly string[] Tender = ["--lot", "LOT-0001", "--bid", "TEN-0001", "--by", "A. Voorbeeld"];

    [Fact]
    public async Task The_procedure_goes_from_doubt_to_decision_over_many_runs_and_nothing_confidential_leaves_its_container()
    {
        using var installation = await Installation.CreateAsync();
        var cli = installation.Cli;
        var (id, told) = (await CaseAsync(cli), new List<string>());
        async Task<CliResult> Explain(int exitCode, params string[] arguments)
        {
            var result = await cli.RunAsync(["explanation", id, .. arguments]);
            Assert.True(result.ExitCode == exitCode, $"{string.Join(' ', arguments)}: {result.Output}{result.Error}");
            told.Add(result.Output + result.Error);
            return result;
        }

        Assert.Contains("not-requested", (await Explain(2, ["reject", .. Tender, "--ground", "insufficient", "--reasons", Marker])).Error, StringComparison.Ordinal);
        var asked = await Explain(0, ["request", .. Tender, "--due", Day(10), "--reasons", $"{Marker} montage"]);
        Assert.Contains("who acts: the tenderer, until", asked.Output, StringComparison.Ordinal);
        Assert.Contains("answer-awaited", (await Explain(2, ["accept", .. Tender, "--reasons", Marker])).Error, StringComparison.Ordinal);
        cli.Write("answer.txt", $"{Marker} kostprijs 12.000.000");
        await Explain(0, ["receive", .. Tender, "--file", "answer.txt"]);
        await Explain(0, ["assess", .. Tender, "--reasons", $"{Marker} overleg"]);
        var accepted = await Explain(0, ["accept", .. Tender, "--reasons", $"{Marker} aanvaard", "--json"]);
        var again = await Explain(0, ["accept", .. Tender, "--reasons", $"{Marker} aanvaard", "--json"]);
        Assert.Equal(accepted.Output, again.Output);
        using (var json = JsonDocument.Parse(again.Output))
        {
            var procedure = Assert.Single(json.RootElement.EnumerateArray());
            Assert.Equal(("accepted", 4), (procedure.GetProperty("stage").GetString(), procedure.GetProperty("turns").GetArrayLength()));
        }

        told.Add((await cli.RunAsync("cases", id, "--json")).Output);
        var verified = await cli.RunAsync("verify");
        Assert.True(verified.ExitCode == 0, verified.Output + verified.Error);
        Assert.All(told, text => Assert.DoesNotContain(Marker, text, StringComparison.Ordinal));
        Assert.Equal((0, 0, 4), (await CountAsync(installation, "evidence-public"), await CountAsync(installation, "ledger"), await CountAsync(installation, "evidence-confidential")));

        // The two papers that are confidential themselves.
        var record = await cli.RunAsync("explanation", id, "--record", "nl");
        Assert.Contains($"{Marker} aanvaard", record.Output, StringComparison.Ordinal);
        var letter = await cli.RunAsync("explanation", id, "--lot", "LOT-0001", "--bid", "TEN-0001", "--letter", "nl");
        Assert.Contains($"> {Marker} montage", letter.Output, StringComparison.Ordinal);
        Assert.Contains("EUR 12.480.000", letter.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_doubt_on_foreign_subsidies_alone_asks_nothing_and_one_that_no_comparison_supports_needs_a_reason()
    {
        using var installation = await Installation.CreateAsync();
        var cli = installation.Cli;
        var id = await CaseAsync(cli);

        var referred = await cli.RunAsync(["explanation", id, "request", .. Tender, "--ground", "foreign-subsidies", "--reasons", "kapitaal"]);
        Assert.True(referred.ExitCode == 0, referred.Error);
        Assert.Contains("Inform the Commission", referred.Output, StringComparison.Ordinal);
        var other = await cli.RunAsync("explanation", id, "request", "--lot", "LOT-0001", "--bid", "TEN-0005", "--by", "me", "--due", Day(10));
        Assert.Equal(2, other.ExitCode);
        Assert.Contains("--reasons", other.Error, StringComparison.Ordinal);
        var hostile = await cli.RunAsync("explanation", id, "request", "--lot", "LOT-0001", "--bid", "<b>", "--by", "me", "--due", "31-12-2026");
        Assert.Equal(2, hostile.ExitCode);
        var wrongDate = await cli.RunAsync(["explanation", id, "request", .. Tender, "--due", "31-12-2026"]);
        Assert.Contains("write the date as", wrongDate.Error, StringComparison.Ordinal);
        Assert.Contains("There is no case 000000000000", (await cli.RunAsync("explanation", "000000000000")).Error, StringComparison.Ordinal);
    }

    private static async Task<string> CaseAsync(Cli cli)
    {
        cli.Write("in/1.xml", File.ReadAllText(Path.Combine(SharedData.Repository, "samples", "dsmr6", "ted", "99000004-2025.xml")));
        await cli.RunAsync("ingest", "in", "--json");
        using var json = JsonDocument.Parse((await cli.RunAsync("cases", "--json")).Output);
        return Assert.Single(json.RootElement.GetProperty("cases").EnumerateArray()).GetProperty("state").GetProperty("id").GetString()!;
    }

    // The command line is a process of its own and goes by the system clock.
    private static string Day(int days)
    {
#pragma warning disable RS0030
        return TimeProvider.System.GetUtcNow().AddDays(days).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
#pragma warning restore RS0030
    }

    private static async Task<int> CountAsync(Installation installation, string name)
    {
        var (container, count) = (installation.Container(name), 0);
        await foreach (var blob in container.GetBlobsAsync())
        {
            var content = (await container.GetBlobClient(blob.Name).DownloadContentAsync()).Value.Content.ToString();
            if (content.Contains(Marker, StringComparison.Ordinal)) count++;
        }

        return count;
    }
}
