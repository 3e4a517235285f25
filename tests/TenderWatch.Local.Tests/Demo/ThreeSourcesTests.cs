using System.Collections.Concurrent;
using System.Text.Json;
using TenderWatch.Local.Demo;
using TenderWatch.Local.Tests.Support;
using TenderWatch.Local.Tests.Watching.Support;

namespace TenderWatch.Local.Tests.Demo;

/// <summary>One purchase at three sources, through the command line and the pages; and Mercell left alone without permission.</summary>
public sealed class ThreeSourcesTests
{
    private const string Permission = "TenderWatch__Sources__Mercell__WrittenPermission";

    [Fact]
    public async Task The_DSMR6_procurement_is_one_thread_with_notices_of_three_sources_on_the_command_line_and_on_its_page()
    {
        await using var replay = await ReplayServer.StartAsync(World.Samples, cancellationToken: TestContext.Current.CancellationToken);
        using var installation = await CreateAsync(replay);
        var cli = installation.Cli;
        cli.Environment[Permission] = "letter of 2026-09-01, reference 123";
        foreach (var source in (string[])["tenderned", "ted", "mercell"])
        {
            var read = await cli.RunAsync("backfill", "--source", source, "--from", "2025-02-13", "--to", "2025-02-13");
            Assert.True(read.ExitCode == 0, read.Output + read.Error);
            Assert.Contains("1 new", read.Output, StringComparison.Ordinal);
        }

        using var all = JsonDocument.Parse((await cli.RunAsync("cases", "--json")).Output);
        var id = Assert.Single(all.RootElement.GetProperty("cases").EnumerateArray()).GetProperty("state").GetProperty("id").GetString()!;
        var shown = await cli.RunAsync("cases", id);
        string[] thread = ["tenderned:990001", "ted:99000001-2025", "mercell:90866  https://s2c.mercell.com/today/90866"];
        Assert.All(thread, publication => Assert.Contains(publication, shown.Output, StringComparison.Ordinal));

        var page = await PageAsync(cli, "cases/" + id);
        string[] linked = ["https://www.tenderned.nl/aankondigingen/overzicht/990001", "https://ted.europa.eu/en/notice/-/detail/99000001-2025", "https://s2c.mercell.com/today/90866"];
        Assert.All(linked, address => Assert.Contains($"href=\"{address}\"", page, StringComparison.Ordinal));
        Assert.Contains("Mercell 90866", page, StringComparison.Ordinal);
        Assert.Contains("Selectieleidraad DSMR6 E-meter (reconstructie).pdf", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Without_permission_Mercell_is_asked_nothing_and_sources_says_why()
    {
        var asked = new ConcurrentBag<string>();
        await using var replay = await ReplayServer.StartAsync(
            World.Samples,
            fault: (context, next) =>
            {
                asked.Add(context.Request.Path);
                return next();
            },
            cancellationToken: TestContext.Current.CancellationToken);
        using var installation = await CreateAsync(replay);
        var cli = installation.Cli;

        var backfill = await cli.RunAsync("backfill", "--source", "mercell", "--from", "2025-02-13", "--to", "2025-02-13");
        var shown = await cli.RunAsync("sources");
        var json = await cli.RunAsync("sources", "--json");

        Assert.Equal((2, 0, 0), (backfill.ExitCode, shown.ExitCode, json.ExitCode));
        Assert.All([backfill.Error, shown.Output], text => Assert.Contains("written permission", text, StringComparison.Ordinal));
        using var document = JsonDocument.Parse(json.Output);
        Assert.Equal("mercell", Assert.Single(document.RootElement.GetProperty("off").EnumerateArray()).GetProperty("source").GetString());
        Assert.Empty(asked);
    }

    private static async Task<Installation> CreateAsync(ReplayServer replay)
    {
        var installation = await Installation.CreateAsync();
        var environment = installation.Cli.Environment;
        environment["TenderWatch__Sources__TenderNed__BaseAddress"] = replay.TenderNed;
        environment["TenderWatch__Sources__Ted__BaseAddress"] = environment["TenderWatch__Sources__Ted__SearchAddress"] = replay.Ted;
        environment["TenderWatch__Sources__Mercell__BaseAddress"] = environment["TenderWatch__Sources__Mercell__SiteAddress"] = replay.Mercell;
        environment["TenderWatch__Sources__MinimumInterval"] = "00:00:00";
        return installation;
    }

    private static async Task<string> PageAsync(Cli cli, string path)
    {
        using var process = cli.Start("run", "--port", "0");
        try
        {
            process.StandardInput.Close();
            var errors = process.StandardError.ReadToEndAsync(TestContext.Current.CancellationToken);
            while (await process.StandardOutput.ReadLineAsync(TestContext.Current.CancellationToken) is { } line)
            {
                if (!line.StartsWith("Pages and API: ", StringComparison.Ordinal)) continue;
                using var http = new HttpClient();
                return await http.GetStringAsync(new Uri(new Uri(line.Split(' ')[3]), path), TestContext.Current.CancellationToken);
            }

            throw new InvalidOperationException(await errors);
        }
        finally
        {
            process.Kill(entireProcessTree: true);
            await process.WaitForExitAsync(CancellationToken.None);
        }
    }
}
