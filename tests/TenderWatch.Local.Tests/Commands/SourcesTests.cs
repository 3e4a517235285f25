using System.Text.Json;
using TenderWatch.Core.Evidence;
using TenderWatch.Core.Languages;
using TenderWatch.Core.Messages;
using TenderWatch.Core.Watching;
using TenderWatch.Local.Tests.Support;
using TenderWatch.Storage;
using TenderWatch.Testing;

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
    public async Task Counts_lag_and_messages_not_sent_are_shown_and_a_source_that_is_off_is_no_fault()
    {
        using var installation = await Installation.CreateAsync();
        var account = await installation.AccountAsync();
#pragma warning disable RS0030 // The command line is a process of its own and goes by the system clock.
        var now = TimeProvider.System.GetUtcNow();
#pragma warning restore RS0030
        var today = DutchTime.DateOf(now);
        var counts = Enumerable.Range(0, 50).ToDictionary(back => today.AddDays(-back), back => new DayCount(81, back == 1 ? 80 : 81, back == 1 ? 2 : 0));
        var days = Enumerable.Range(0, 8).Where(back => back != 2).ToDictionary(back => today.AddDays(-back), back => Digest.Of("day" + back));
        var states = new WatchState(account);
        await states.SaveSourceAsync(new SourceState { Source = "tenderned", LastRun = now, LastSuccess = now, LastNew = now, Days = days, Counts = counts }, CancellationToken.None);
        await states.SaveSourceAsync(new SourceState { Source = "ted", LastRun = now.AddDays(-90), LastNew = now.AddDays(-90), Failure = "away" }, CancellationToken.None);
        installation.Cli.Environment["TenderWatch__Sources__Ted__Watch"] = "false";

        var shown = await installation.Cli.RunAsync("sources");
        Assert.Equal(0, shown.ExitCode);
        foreach (var line in (string[])["  well", "not watched: it is off in the settings", $"read to the end of {today.AddDays(-1):yyyy-MM-dd}, 0 days behind; not read: {today.AddDays(-2):yyyy-MM-dd}", $"{today.AddDays(-1):yyyy-MM-dd}  81 (usual 81); 80 new, read up to 2 days later"])
            Assert.Contains(line, shown.Output, StringComparison.Ordinal);

        var message = new OutboxMessage("m1", MessageSubject.OfSource("tenderned"), "email", "inkoop@example.org", "message/rfc822", Digest.Of("m1"), now, 20, LastError: "550 no such user", State: OutboxState.Dead);
        await new Outbox(account).QueueAsync(message, CancellationToken.None);
        var json = await installation.Cli.RunAsync("sources", "--json");
        Assert.Equal(1, json.ExitCode);
        Assert.Contains("MESSAGE NOT SENT (given up) to inkoop@example.org by email: 550 no such user", (await installation.Cli.RunAsync("sources")).Output, StringComparison.Ordinal);

        // Every member stands on the page.
        using var document = JsonDocument.Parse(json.Output);
        var source = document.RootElement.GetProperty("sources")[0];
        Assert.Equal(("tenderned", "well", 0), (source.GetProperty("source").GetString(), source.GetProperty("condition").GetString(), source.GetProperty("daysBehind").GetInt32()));
        Assert.Equal([("ted", "off")], document.RootElement.GetProperty("sources").EnumerateArray().Skip(1).Select(other => (other.GetProperty("source").GetString(), other.GetProperty("condition").GetString())));
        var day = source.GetProperty("days")[1];
        Assert.Equal((7, 81, 80, 81, 2), (source.GetProperty("days").GetArrayLength(), day.GetProperty("listed").GetInt32(), day.GetProperty("new").GetInt32(), day.GetProperty("usual").GetInt32(), day.GetProperty("daysUntilRead").GetInt32()));
        var page = await File.ReadAllTextAsync(Path.Combine(SharedData.Repository, "docs", "sources-health.md"), TestContext.Current.CancellationToken);
        var names = source.EnumerateObject().Concat(day.EnumerateObject()).Concat(document.RootElement.GetProperty("unsent")[0].EnumerateObject()).Select(member => member.Name);
        Assert.All(names, name => Assert.Contains($"`{name}`", page.Replace("[]`", "`", StringComparison.Ordinal), StringComparison.Ordinal));
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
