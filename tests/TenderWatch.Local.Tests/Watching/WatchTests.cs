using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Http;
using TenderWatch.Core.Evidence;
using TenderWatch.Core.Reviews;
using TenderWatch.Local.Tests.Watching.Support;
using TenderWatch.Sources.Tests.TenderNed;
using TenderWatch.Testing;

namespace TenderWatch.Local.Tests.Watching;

/// <summary>What a run makes of what its source says, and says differently later.</summary>
public sealed class WatchTests : IDisposable
{
    private const string Ted = "88000001-2026";

    private readonly SampleFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task A_source_that_ignores_the_filter_gives_a_failure_and_no_notice_until_it_filters_again(bool onlyTheLists)
    {
        var (ignores, asked) = (true, 0);
        await using var world = await World.CreateAsync(World.Samples, (context, next) =>
        {
            if (context.Request.Path.Value!.Split('/')[^1] != "publicaties") asked++;
            else if (ignores && !(onlyTheLists && context.Request.QueryString.Value!.Contains("2099", StringComparison.Ordinal))) context.Request.QueryString = QueryString.Empty;
            return next();
        });
        await using var host = world.Start();
        var summary = await host.WatchAsync(World.SampleDays);
        Assert.Equal("canary", summary.Failure!.Code);
        Assert.Equal((0, 0), (summary.Results.Count, asked));
        Assert.Equal((0, 0), ((await host.Registry.CountAsync(Host.Stop)).Notices, (await host.QuarantineAsync()).Count));
        var state = await host.StateAsync();
        Assert.Equal(summary.Failure.Text, state.Failure);
        Assert.Null(state.LastSuccess);
        Assert.Empty(state.Days);

        ignores = false;
        Assert.Null((await host.WatchAsync(World.SampleDays)).Failure);
        state = await host.StateAsync();
        Assert.Null(state.Failure);
        Assert.NotNull(state.LastSuccess);
        Assert.Equal(5, (await host.Registry.CountAsync(Host.Stop)).Notices);
    }

    [Fact]
    public async Task XML_that_TED_publishes_later_replaces_the_rendering_an_hour_after_it_was_missed()
    {
        _folder.AddXml("1001", Ted, []);
        var xml = Path.Combine(_folder.Root, "ted", Ted + ".xml");
        File.Delete(xml);
        await using var world = await World.CreateAsync(_folder.Root);
        var requests = new CountingPolicy();
        await using var host = world.Start(requests);
        await host.WatchAsync(Samples.Day);
        var first = (await host.FindAsync("1001"))!.Notice;
        Assert.True(first.Incomplete);
        Assert.Equal("tenderned-html", Assert.Single((await host.FactsAsync(await host.CaseOfAsync("1001"))).Notices).Notice.Format);

        // A day later the XML is there; nothing on TenderNed's list tells so.
        await File.WriteAllTextAsync(xml, Samples.Xml(Ted), Host.Stop);
        Assert.Empty((await host.WatchAsync(Samples.Day)).Results);
        world.Time.Advance(TimeSpan.FromHours(1));
        var taken = Assert.Single((await host.WatchAsync(Samples.Day)).Results);
        Assert.True(taken.IsNew);

        var second = (await host.FindAsync("1001"))!.Notice;
        Assert.False(second.Incomplete);
        Assert.NotEqual(first.Version, second.Version);
        Assert.Equal(EvidenceRoles.NoticeXml, second.Documents[0].Role);
        var state = await host.CaseOfAsync("1001");
        Assert.Equal("eforms", Assert.Single((await host.FactsAsync(state)).Notices).Notice.Format);
        Assert.Equal(2, (await host.LedgerAsync(state.Id)).Count(entry => entry.Kind == CaseEventKinds.NoticeLinked));
        Assert.Empty((await host.StateAsync()).Retries);

        var before = requests.Requests.Count;
        Assert.Empty((await host.PollAsync(Samples.Day)).Results);
        Assert.Equal(before + 1, requests.Requests.Count);
    }

    [Fact]
    public async Task A_rectified_deadline_is_a_new_version_with_an_event_and_day_counters_are_not()
    {
        _folder.AddRendered("1001", "Slimme meters", more: ""","sluitingsDatum":"2026-02-02T12:00:00","numberOfDaysBeforeAanmeldenInschrijven":25""");
        await using var world = await World.CreateAsync(_folder.Root);
        await using var host = world.Start();
        await host.WatchAsync(Samples.Day);
        var caseId = (await host.CaseOfAsync("1001")).Id;
        Assert.Equal((1, "2026-02-02"), await DeadlineAsync(host, caseId));

        // Overnight the counters change, in list and detail alike.
        ChangeListItem(item => item["aantalDagenTotSluitingsDatum"] = 13);
        ChangeDetail(detail => detail["numberOfDaysBeforeAanmeldenInschrijven"] = 24);
        Assert.Empty((await host.WatchAsync(Samples.Day)).Results);

        // A list item that says something new has the detail read again, which says nothing new but its counters.
        ChangeListItem(item => item["digitaal"] = true);
        Assert.False(Assert.Single((await host.WatchAsync(Samples.Day)).Results).IsNew);
        Assert.Equal((1, "2026-02-02"), await DeadlineAsync(host, caseId));
        Assert.Empty((await host.WatchAsync(Samples.Day)).Results);

        ChangeListItem(item => item["sluitingsDatum"] = "2026-02-20T12:00:00");
        ChangeDetail(detail => detail["sluitingsDatum"] = "2026-02-20T12:00:00");
        Assert.True(Assert.Single((await host.WatchAsync(Samples.Day)).Results).IsNew);
        Assert.Equal((2, "2026-02-20"), await DeadlineAsync(host, caseId));
        Assert.Equal(new DateTimeOffset(2026, 2, 20, 11, 0, 0, TimeSpan.Zero), (await host.CaseOfAsync("1001")).NextDeadline);
        Assert.True((await host.VerifyAsync()).Intact);
    }

    private static async Task<(int Events, string? Deadline)> DeadlineAsync(Host host, string caseId)
    {
        var facts = await host.FactsAsync((await host.Cases.FindAsync(caseId, Host.Stop))!);
        var events = (await host.LedgerAsync(caseId)).Count(entry => entry.Kind == CaseEventKinds.NoticeLinked);
        return (events, facts.Notices.Single().Notice.Lots.Single().Deadline?.Date.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture));
    }

    private void ChangeListItem(Action<JsonNode> change) => Change("tenderned/list.json", list => change(list[0]!));

    private void ChangeDetail(Action<JsonNode> change) => Change("tenderned/publicaties/1001.json", change);

    private void Change(string name, Action<JsonNode> change)
    {
        var json = JsonNode.Parse(File.ReadAllText(Path.Combine(_folder.Root, name)))!;
        change(json);
        _folder.Write(name, json.ToJsonString());
    }
}
