using System.Globalization;
using System.Text.Json;
using Azure.Data.Tables;
using TenderWatch.Local.Tests.Support;
using TenderWatch.Testing;

namespace TenderWatch.Local.Tests.Entries;

/// <summary><c>bids</c> and <c>filing</c> as a user runs them, and what other commands and the pages then say.</summary>
public sealed class EntryCommandTests
{
    private static readonly string[] By = ["--by", "A. Voorbeeld"];

    [Fact]
    public async Task Entered_bids_are_judged_replayed_and_verified_and_shown_to_those_who_ask_for_what_is_confidential()
    {
        using var installation = await Installation.CreateAsync();
        var cli = installation.Cli;
        var id = await CaseAsync(cli);
        cli.Write("bids.csv", Marks.Bids);
        cli.Write("filing.json", Marks.Filing);

        var bids = await cli.RunAsync(["bids", id, "bids.csv", .. By]);
        Assert.True(bids.ExitCode == 0, bids.Error);
        Assert.Contains("CONFIDENTIAL: figures from tenders or filings", bids.Output, StringComparison.Ordinal);
        Assert.Contains("EUR 9,424,242.17", bids.Output, StringComparison.Ordinal);
        var filing = await cli.RunAsync(["filing", id, "filing.json", .. By, "--json"]);
        Assert.True(filing.ExitCode == 0, filing.Error);
        using (var json = JsonDocument.Parse(filing.Output)) Assert.Equal("flagged", Verdict(json.RootElement, "alt"));

        var asked = await cli.RunAsync("cases", id, "--json", "--confidential");
        Assert.Contains("9424242.17", asked.Output, StringComparison.Ordinal);
        Assert.Contains(Marks.Filer, asked.Output, StringComparison.Ordinal);

        // Everything else says the verdict, and that it rests on confidential documents.
        cli.Environment["TenderWatch__Checks__Alt__GapToNextPercent"] = "30";
        var tried = await cli.RunAsync("recheck", "--dry-run", "--json");
        cli.Environment.Remove("TenderWatch__Checks__Alt__GapToNextPercent");
        var replayed = await cli.RunAsync("recheck", "--as-of", Today, id, "--json");
        var shown = await cli.RunAsync("cases", id);
        Assert.Contains("This verdict rests partly on confidential documents", shown.Output, StringComparison.Ordinal);
        CliResult[] told = [filing, tried, replayed, shown, await cli.RunAsync("cases"), await cli.RunAsync("cases", "--json"), await cli.RunAsync("cases", id, "--json"), await cli.RunAsync("explanation", id, "--json"), await cli.RunAsync("verify")];
        Assert.All(told, result => Assert.True(result.ExitCode == 0, result.Output + result.Error));
        Assert.All(told, result => Assert.Empty(Marks.In(result.Output + result.Error)));
        Assert.Empty(Marks.In(await PagesAsync(cli, id)));
        Assert.Empty(Marks.In(await AtRestAsync(installation)));

        using (var report = JsonDocument.Parse(replayed.Output))
        {
            var results = report.RootElement.GetProperty("cases")[0].GetProperty("results").EnumerateArray().ToList();
            Assert.All(results, result => Assert.Equal("identical", result.GetProperty("outcome").GetString()));
            var alt = results.Where(result => result.GetProperty("check").GetString() == "alt").ToList();
            Assert.Equal([false, true], alt.Select(result => result.GetProperty("isConfidential").GetBoolean()));
            Assert.NotEqual(alt[0].GetProperty("recorded").GetString(), alt[1].GetProperty("recorded").GetString());
        }

        using (var report = JsonDocument.Parse(tried.Output))
        {
            var change = report.RootElement.GetProperty("cases")[0].GetProperty("results").EnumerateArray().Single(result => result.GetProperty("check").GetString() == "alt");
            Assert.True(change.GetProperty("isConfidential").GetBoolean());
            Assert.Equal("confidential", change.GetProperty("changes")[0].GetProperty("subject").GetString());
            Assert.NotEmpty(change.GetProperty("changes")[0].GetProperty("figures").EnumerateArray());
        }
    }

    [Fact]
    public async Task Altered_confidential_findings_are_found_by_verify_and_by_a_replay()
    {
        using var installation = await Installation.CreateAsync();
        var cli = installation.Cli;
        var id = await CaseAsync(cli);
        cli.Write("bids.csv", Marks.Bids);
        Assert.Equal(0, (await cli.RunAsync(["bids", id, "bids.csv", .. By])).ExitCode);
        using var json = JsonDocument.Parse((await cli.RunAsync("cases", id, "--json", "--confidential")).Output);
        var alt = json.RootElement.GetProperty("state").GetProperty("checks").EnumerateArray().Single(check => check.GetProperty("check").GetString() == "alt");
        await installation.Container("evidence-confidential").GetBlobClient(alt.GetProperty("confidential").GetString()!).UploadAsync(BinaryData.FromString("[]"), overwrite: true);

        var (verified, replayed) = (await cli.RunAsync("verify"), await cli.RunAsync("recheck", "--as-of", Today, id));

        Assert.Equal((1, 1), (verified.ExitCode, replayed.ExitCode));
        Assert.Contains($"evidence-confidential/{alt.GetProperty("confidential").GetString()}", verified.Output + verified.Error, StringComparison.Ordinal);
        Assert.Contains("alt=3, on confidential facts too: ALTERED in storage", replayed.Output + replayed.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_cannot_be_entered_says_why_and_changes_nothing()
    {
        using var installation = await Installation.CreateAsync();
        var cli = installation.Cli;
        var id = await CaseAsync(cli);
        cli.Write("good.csv", Marks.Bids);
        cli.Write("lot.csv", "Perceel;Inschrijver;Prijs;Valuta\n9;A;100,00;EUR\n");
        cli.Write("negative.csv", "Inschrijver;Prijs;Valuta\nA;-100,00;EUR\nB;200,00;EUR\n");
        cli.Write("filing.json", Marks.Filing.Replace("CHN", "XXX", StringComparison.Ordinal).Replace("2026-01-05\",\n", "2025-01-05\",\n", StringComparison.Ordinal));
        cli.Write("role.json", """{"bidder":"A","stage":"tender","parties":[{"name":"A","contributions":[]}]}""");
        var before = await cli.RunAsync("cases", "--json");

        await Refused("There is no case 000000000000", "bids", "000000000000", "good.csv", "--by", "me");
        await Refused("lot.csv: '9' is no lot of the case; it has LOT-0001", "bids", id, "lot.csv", "--by", "me");
        await Refused("negative.csv: row 2, column Prijs", "bids", id, "negative.csv", "--by", "me");
        await Refused("--by: A name of 1 to 200 characters", "bids", id, "good.csv", "--by", " ");
        await Refused("--withdraw: Case " + id + " has no one file of bids", "bids", id, "--withdraw", "0123456789ab", "--by", "me");
        await Refused("filing.json: $.parties[0].contributions[0].country: 'XXX' is no country", "filing", id, "filing.json", "--by", "me");
        await Refused("filing.json: $.complete: 2025-01-05 is before the filing was received", "filing", id, "filing.json", "--by", "me");
        await Refused("role.json: ", "filing", id, "role.json", "--by", "me");

        Assert.Equal(before.Output, (await cli.RunAsync("cases", "--json")).Output);

        async Task Refused(string why, params string[] arguments)
        {
            var result = await cli.RunAsync(arguments);
            Assert.Equal(2, result.ExitCode);
            Assert.Contains(why, result.Error, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task The_file_on_the_page_enters_as_the_page_says()
    {
        using var installation = await Installation.CreateAsync();
        var cli = installation.Cli;
        var id = await CaseAsync(cli);
        var page = File.ReadAllText(Path.Combine(SharedData.Repository, "docs", "bids.md")).ReplaceLineEndings("\n");
        cli.Write("bids.csv", page.Split("```csv\n")[1].Split("```")[0]);

        var bids = await cli.RunAsync(["bids", id, "bids.csv", .. By]);

        Assert.True(bids.ExitCode == 0, bids.Error);
        Assert.Contains("EUR 760,000.50", bids.Output, StringComparison.Ordinal);
        Assert.Contains("Compared are the tenders that were entered on", bids.Output, StringComparison.Ordinal);
    }

    private static async Task<string> CaseAsync(Cli cli)
    {
        cli.Write("in/1.xml", File.ReadAllText(Path.Combine(SharedData.Repository, "samples", "dsmr6", "ted", "99000003-2025.xml")));
        await cli.RunAsync("ingest", "in", "--json");
        using var json = JsonDocument.Parse((await cli.RunAsync("cases", "--json")).Output);
        return Assert.Single(json.RootElement.GetProperty("cases").EnumerateArray()).GetProperty("state").GetProperty("id").GetString()!;
    }

    private static string Verdict(JsonElement view, string check) =>
        view.GetProperty("state").GetProperty("checks").EnumerateArray().Single(result => result.GetProperty("check").GetString() == check).GetProperty("verdict").GetString()!;

    // The command line is a process of its own and goes by the system clock.
    private static string Today
    {
        get
        {
#pragma warning disable RS0030
            return Core.Languages.DutchTime.DateOf(TimeProvider.System.GetUtcNow()).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
#pragma warning restore RS0030
        }
    }

    /// <summary>What a reader gets: overview, case in both languages, API.</summary>
    private static async Task<string> PagesAsync(Cli cli, string id)
    {
        using var closed = ClosedPort.Take();
        cli.Environment["TenderWatch__Sources__TenderNed__BaseAddress"] = cli.Environment["TenderWatch__Sources__Ted__BaseAddress"] = cli.Environment["TenderWatch__Sources__Ted__SearchAddress"] = $"http://127.0.0.1:{closed.Port}";
        cli.Environment["TenderWatch__Sources__MinimumInterval"] = "00:00:00";
        cli.Environment["TenderWatch__Sources__Attempts"] = "1";
        using var limit = new CancellationTokenSource(TimeSpan.FromMinutes(2));
        using var process = cli.Start("run", "--port", "0");
        try
        {
            process.StandardInput.Close();
            var line = await process.StandardOutput.ReadLineAsync(limit.Token);
            while (line?.StartsWith("Pages and API: ", StringComparison.Ordinal) == false) line = await process.StandardOutput.ReadLineAsync(limit.Token);
            using var http = new HttpClient { BaseAddress = new Uri(line!.Split(' ')[3]) };
            var said = new List<string>();
            foreach (var path in new[] { "/", "/api/cases", "/sources" })
            {
                using var answer = await http.GetAsync(new Uri(path, UriKind.Relative), limit.Token);
                Assert.True(answer.IsSuccessStatusCode, path);
                said.Add(await answer.Content.ReadAsStringAsync(limit.Token));
            }

            // Who works at this machine has every role: the page of the case shows it all, and says what it is.
            var page = await http.GetStringAsync(new Uri($"/cases/{id}?lang=en", UriKind.Relative), limit.Token);
            Assert.Contains("CONFIDENTIAL", page, StringComparison.OrdinalIgnoreCase);
            Assert.NotEmpty(Marks.In(page));
            return string.Join('\n', said);
        }
        finally
        {
            process.Kill();
            await process.WaitForExitAsync(limit.Token);
        }
    }

    /// <summary>All blobs but confidential evidence, and all rows of all tables.</summary>
    private static async Task<string> AtRestAsync(Installation installation)
    {
        var text = new List<string>();
        foreach (var name in new[] { "evidence-public", "ledger" })
        {
            await foreach (var blob in installation.Container(name).GetBlobsAsync())
                text.Add(blob.Name + (await installation.Container(name).GetBlobClient(blob.Name).DownloadContentAsync()).Value.Content);
        }

        await foreach (var table in installation.TablesAsync())
        {
            await foreach (var row in table.QueryAsync<TableEntity>()) text.Add(string.Join('\n', row.Select(column => $"{column.Key}={column.Value}")));
        }

        Assert.True(text.Count > 20);
        return string.Join('\n', text);
    }
}
