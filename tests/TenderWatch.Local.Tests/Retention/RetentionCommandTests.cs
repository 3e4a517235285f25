using System.Text.Json;
using TenderWatch.Core.Reviews;
using TenderWatch.Local.Tests.Entries;
using TenderWatch.Local.Tests.Support;
using TenderWatch.Testing;

namespace TenderWatch.Local.Tests.Retention;

/// <summary>Retention through the command line, over storage.</summary>
public sealed class RetentionCommandTests
{
    [Fact]
    public async Task What_is_past_its_time_is_deleted_only_when_asked_and_everything_verifies_with_tombstones_in_its_place()
    {
        using var old = await OldCase.CreateAsync();
        await old.RunAsync("checkpoint");
        var listed = await old.RunAsync("retention", old.Id);
        Assert.Contains("The contract ends on 31 December 2015 at the latest.", listed, StringComparison.Ordinal);
        Assert.Contains("may be deleted from 2023-01-01 (past its time): 7 years after the end of the contract", listed, StringComparison.Ordinal);
        Assert.Contains("may be deleted from 2013-01-01 (past its time): 3 years after the award of the last lot", listed, StringComparison.Ordinal);

        string[] before = [.. await old.BlobsAsync("evidence-public"), .. await old.BlobsAsync("evidence-confidential")];
        var tried = await old.RunAsync("retention", "--delete");
        Assert.Contains("would be deleted; nothing was", tried, StringComparison.Ordinal);
        Assert.Equal(before, (string[])[.. await old.BlobsAsync("evidence-public"), .. await old.BlobsAsync("evidence-confidential")]);
        Assert.Empty(await old.BlobsAsync("tombstones"));

        var deleted = OldCase.Names(await old.DeleteAsync(), "deleted");
        Assert.Empty(await old.BlobsAsync("evidence-confidential"));
        var left = await old.BlobsAsync("evidence-public");
        // What says nothing of this case: settings of checks, and findings that others have too.
        foreach (var name in left) Assert.DoesNotMatch("[0-9a-f]{64}", (await old.Installation.Container("evidence-public").GetBlobClient(name).DownloadContentAsync()).Value.Content.ToString());
        Assert.Equal(deleted.Select(name => name + ".json").Order(StringComparer.Ordinal), (await old.BlobsAsync("tombstones")).Order(StringComparer.Ordinal));
        Assert.Contains((await old.LedgerAsync()), entry => entry.Kind == CaseEventKinds.EvidenceDeleted && entry.Body.GetProperty("by").GetString() == "B. Bewaarder");
        await old.RunAsync("checkpoint");
        var verified = await old.RunAsync("verify");
        Assert.Contains($"{deleted.Count} tombstones of deleted ones", verified, StringComparison.Ordinal);
        Assert.Contains("Immutability: none. This is an emulator on this machine", verified, StringComparison.Ordinal);

        // The next run finds nothing more to do, and the case says what happened.
        Assert.Empty(OldCase.Names(await old.DeleteAsync(), "deleted"));
        using var shown = JsonDocument.Parse(await old.RunAsync("cases", old.Id, "--json"));
        Assert.All(shown.RootElement.GetProperty("unreadable").EnumerateArray(), gone => Assert.Equal("Bewaartermijn voorbij", gone.GetProperty("deleted").GetProperty("reason").GetString()));
        Assert.NotEmpty(shown.RootElement.GetProperty("unreadable").EnumerateArray());
        Assert.Empty(Marks.In(verified + listed + tried));
    }

    [Fact]
    public async Task A_replay_of_what_was_judged_on_deleted_facts_says_so_by_name()
    {
        using var old = await OldCase.CreateAsync();
        await old.DeleteAsync();
        var judged = (await old.LedgerAsync()).First(entry => entry.Kind == "findings").Sequence.ToString(System.Globalization.CultureInfo.InvariantCulture);
        var replayed = await old.Cli.RunAsync("recheck", "--as-of", $"{old.Id}@{judged}");
        Assert.Equal(1, replayed.ExitCode);
        Assert.Contains("was deleted under retention on", replayed.Output + replayed.Error, StringComparison.Ordinal);
        Assert.DoesNotContain("ALTERED", replayed.Output + replayed.Error, StringComparison.Ordinal);
        Assert.DoesNotContain("restore it from a copy", replayed.Output + replayed.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Where_the_contract_runs_only_the_documents_of_those_who_lost_go_and_the_case_goes_on_without_them()
    {
        using var old = await OldCase.CreateAsync();
        old.Cli.Environment["TenderWatch__Retention__YearsAfterContract"] = "100";
        var deleted = OldCase.Names(await old.DeleteAsync(), "deleted");
        Assert.NotEmpty(deleted);
        Assert.All(deleted, name => Assert.StartsWith("confidential/", name, StringComparison.Ordinal));
        Assert.Null((await old.StateAsync()).Stuck);

        // The next event judges on what is left.
        old.Cli.Write("in/1.xml", OldCase.Notice.Replace("400000", "400001", StringComparison.Ordinal));
        await old.RunAsync("ingest", "in", "--json");
        var state = await old.StateAsync();
        Assert.Equal((null, null), (state.Stuck, state.ConfidentialFacts));
        await old.RunAsync("verify");
    }

    [Fact]
    public async Task What_still_reaches_a_case_whose_file_was_deleted_is_recorded_and_nothing_is_judged_again()
    {
        using var old = await OldCase.CreateAsync();
        await old.DeleteAsync();
        var judged = (await old.LedgerAsync()).Count(entry => entry.Kind == "findings");

        // The same purchase is told of again, and the rules change, twice.
        old.Cli.Write("in/1.xml", OldCase.Notice.Replace("400000", "400001", StringComparison.Ordinal));
        await old.RunAsync("ingest", "in", "--json");
        old.Cli.Environment["TenderWatch__Checks__Fsr__Procurement"] = "200000000";
        await old.RunAsync("ingest", "in", "--json");
        var entries = (await old.LedgerAsync()).Count;
        await old.RunAsync("ingest", "in", "--json");

        var state = await old.StateAsync();
        Assert.Equal((null, true, null), (state.Stuck, state.IsDeleted, state.NextDeadline));
        Assert.Contains(await old.LedgerAsync(), entry => entry.Kind == CaseEventKinds.NoticeLinked && entry.Sequence > 3);
        Assert.Equal((judged, entries), ((await old.LedgerAsync()).Count(entry => entry.Kind == "findings"), (await old.LedgerAsync()).Count));
        await old.RunAsync("verify");
    }

    [Fact]
    public async Task Evidence_that_a_younger_case_names_too_stays_as_long_as_that_one_needs_it()
    {
        using var old = await OldCase.CreateAsync(entered: false);
        old.Cli.Write("young/2.xml", File.ReadAllText(Path.Combine(SharedData.Repository, "samples", "dsmr6", "ted", "99000001-2025.xml")));
        await old.RunAsync("ingest", "young", "--json");
        using var plan = JsonDocument.Parse(await old.RunAsync("retention", "--json"));
        var shared = plan.RootElement.GetProperty("evidence").EnumerateArray().Where(item => item.GetProperty("cases").GetArrayLength() == 2).ToList();
        Assert.NotEmpty(shared);
        Assert.All(shared, item => Assert.False(item.GetProperty("term").TryGetProperty("from", out _)));
        await old.DeleteAsync();
        await old.RunAsync("verify");
    }

    [Fact]
    public async Task A_held_case_is_left_alone_until_it_is_released_and_the_ledger_names_the_person()
    {
        using var old = await OldCase.CreateAsync();
        Assert.Contains("STANDS", await old.RunAsync("hold", old.Id, "--reason", "Kort geding", "--by", "C. Jurist"), StringComparison.Ordinal);
        Assert.Contains("HELD: Under legal hold since", await old.RunAsync("retention", old.Id), StringComparison.Ordinal);
        Assert.Empty(OldCase.Names(await old.DeleteAsync(), "deleted"));
        Assert.Contains("C. Jurist: Kort geding", await old.RunAsync("cases", old.Id), StringComparison.Ordinal);

        Assert.Contains("released", await old.RunAsync("hold", old.Id, "--release", "--reason", "Uitspraak", "--by", "D. Jurist"), StringComparison.Ordinal);
        var again = await old.Cli.RunAsync("hold", old.Id, "--release", "--reason", "Uitspraak", "--by", "D. Jurist");
        Assert.Equal((2, true), (again.ExitCode, again.Error.Contains("There is no legal hold", StringComparison.Ordinal)));
        Assert.Equal(
            [(CaseEventKinds.HoldPlaced, "C. Jurist", "Kort geding"), (CaseEventKinds.HoldReleased, "D. Jurist", "Uitspraak")],
            (await old.LedgerAsync()).Where(entry => entry.Kind.StartsWith("hold-", StringComparison.Ordinal))
                .Select(entry => (entry.Kind, entry.Body.GetProperty("by").GetString()!, entry.Body.GetProperty("reason").GetString()!)));
        Assert.NotEmpty(OldCase.Names(await old.DeleteAsync(), "deleted"));
        await old.RunAsync("verify");
    }

    [Theory]
    [InlineData("--yes goes with --delete", "retention", "--yes")]
    [InlineData("--delete --yes needs --by and --reason", "retention", "--delete", "--yes")]
    [InlineData("There is no case 000000000000", "retention", "000000000000")]
    [InlineData("There is no case 000000000000", "hold", "000000000000", "--reason", "x", "--by", "me")]
    [InlineData("--reason: Say why", "hold", "000000000000", "--reason", " ", "--by", "me")]
    public async Task What_cannot_be_asked_is_told(string told, params string[] arguments)
    {
        using var installation = await Installation.CreateAsync();
        var run = await installation.Cli.RunAsync(arguments);
        Assert.Equal(2, run.ExitCode);
        Assert.Contains(told, run.Error, StringComparison.Ordinal);
    }
}
