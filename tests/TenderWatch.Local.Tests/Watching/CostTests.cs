using TenderWatch.Local.Tests.Watching.Support;
using TenderWatch.Sources.Tests.TenderNed;
using TenderWatch.Testing;

namespace TenderWatch.Local.Tests.Watching;

/// <summary>What watching costs in requests to storage.</summary>
public sealed class CostTests : IDisposable
{
    private readonly SampleFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task An_idle_poll_is_one_read_and_no_write_and_settling_nothing_three_reads()
    {
        await using var world = await World.CreateAsync(World.Samples);
        var requests = new CountingPolicy();
        await using var host = world.Start(requests);
        await host.WatchAsync(World.SampleDays);

        var before = requests.Requests.Count;
        Assert.Empty((await host.PollAsync(World.SampleDays)).Results);
        Assert.Equal(["GET /sources(PartitionKey='source',RowKey='tenderned')"], requests.Requests.Skip(before).Select(request => request.Kind));

        before = requests.Requests.Count;
        await host.SettleAsync();
        Assert.Equal(["GET /cases()", "GET /inbox()", "GET /outbox()"], requests.Requests.Skip(before).Select(request => request.Kind));
    }

    [Fact]
    public async Task A_poll_is_idle_too_while_a_broken_notice_waits_to_be_asked_for_again()
    {
        _folder.AddRendered("1001", "Slimme meters").Write("tenderned/publicaties/1001.json", "{}");
        await using var world = await World.CreateAsync(_folder.Root);
        var requests = new CountingPolicy();
        await using var host = world.Start(requests);
        Assert.Single((await host.PollAsync(Samples.Day)).Results);

        var before = requests.Requests.Count;
        Assert.Empty((await host.PollAsync(Samples.Day)).Results);
        Assert.Equal((before + 1, true), (requests.Requests.Count, !requests.Requests[^1].IsWrite));
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task A_new_notice_that_no_profile_matches_costs_a_write_for_each_document_and_one_more(bool xml)
    {
        const string Ted = "88000001-2026";
        if (xml) _folder.AddXml("1001", Ted, Samples.Bytes(Unmatched(Samples.Xml(Ted))));
        else _folder.AddRendered("1001", "Groenonderhoud");
        await using var world = await World.CreateAsync(_folder.Root);
        var requests = new CountingPolicy();
        await using var host = world.Start(requests);
        var result = Assert.Single((await host.PollAsync(Samples.Day)).Results);
        Assert.False(result.HasCase);

        var documents = (await host.FindAsync("1001"))!.Notice.Documents;
        string[] expected =
        [
            "POST /leases ", // the turn, once a run that finds something
            .. Enumerable.Repeat("PUT /evidence-public/* ", documents.Count),
            "POST /$batch POST key notice procurement",
            "PUT /sources(PartitionKey='source',RowKey='tenderned') ", // once a run, however many notices it finds
            "DELETE /leases(PartitionKey='lease',RowKey='source:tenderned') ", // once a run too
        ];
        Assert.Equal(expected, requests.Requests.Where(request => request.IsWrite).Select(request => request.Kind));
    }

    private static string Unmatched(string xml) => xml
        .Replace("38554000", "77310000", StringComparison.Ordinal)
        .Replace("32570000", "77310000", StringComparison.Ordinal)
        .Replace("slimme meter", "plantsoen", StringComparison.Ordinal);
}
