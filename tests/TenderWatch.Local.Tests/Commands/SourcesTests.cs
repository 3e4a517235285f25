using System.Text.Json;
using TenderWatch.Local.Tests.Support;

namespace TenderWatch.Local.Tests.Commands;

public sealed class SourcesTests
{
    [Fact]
    public async Task Sources_that_were_never_read_say_so_and_what_files_left_in_quarantine_is_not_theirs()
    {
        using var installation = await Installation.CreateAsync();
        installation.Cli.Write("in/1.xml", "<html/>");
        await installation.Cli.RunAsync("ingest", "in");

        var shown = await installation.Cli.RunAsync("sources");
        var json = await installation.Cli.RunAsync("sources", "--json");

        Assert.Equal((0, 0), (shown.ExitCode, json.ExitCode));
        Assert.Contains("not read yet", shown.Output, StringComparison.Ordinal);
        using var document = JsonDocument.Parse(json.Output);
        Assert.Equal(
            [("tenderned", "unread"), ("ted", "unread")],
            document.RootElement.GetProperty("sources").EnumerateArray().Select(source => (source.GetProperty("source").GetString(), source.GetProperty("condition").GetString())));
    }

    [Fact]
    public async Task A_day_that_cannot_be_read_is_named_and_the_backfill_ends_with_1()
    {
        using var closed = ClosedPort.Take();
        using var installation = await Installation.CreateAsync();
        foreach (var name in (string[])["TenderNed__BaseAddress", "Ted__BaseAddress", "Ted__SearchAddress"])
            installation.Cli.Environment["TenderWatch__Sources__" + name] = $"http://127.0.0.1:{closed.Port}";
        installation.Cli.Environment["TenderWatch__Sources__MinimumInterval"] = "00:00:00";
        installation.Cli.Environment["TenderWatch__Sources__Attempts"] = "1";
        var backfill = await installation.Cli.RunAsync("backfill", "--source", "ted", "--from", "2025-12-10", "--to", "2025-12-10");
        Assert.Equal(1, backfill.ExitCode);
        Assert.Contains("could not be reached", backfill.Output, StringComparison.Ordinal);
    }
}
