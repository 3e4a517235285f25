using TenderWatch.Local.Tests.Support;

namespace TenderWatch.Local.Tests.Telemetry;

/// <summary>What the demonstration sends to a collector: all of the way, and nothing that anybody wrote.</summary>
public sealed class DemoTelemetryTests : IDisposable
{
    private readonly Cli _cli = new();

    public void Dispose() => _cli.Dispose();

    [Fact]
    public async Task One_trace_goes_from_the_watch_to_the_messages_sent_metrics_count_them_and_nothing_of_the_notices_is_in_it()
    {
        await using var collector = await Collector.StartAsync();
        foreach (var (name, value) in collector.Environment) _cli.Environment[name] = value;

        var demo = await _cli.RunAsync("demo", "--once");

        Assert.True(demo.ExitCode == 0, demo.Output + demo.Error);
        var spans = Spans(collector);
        var watch = Assert.Single(spans, span => span.Name == "watch" && span.Attributes.GetValueOrDefault("tenderwatch.source") == "tenderned");
        var trace = spans.Where(span => span.Trace == watch.Trace).ToList();
        foreach (var name in (string[])["source.request", "notice", "case", "event", "facts", "check", "findings", "notify", "message"])
            Assert.Contains(trace, span => span.Name == name);
        // Each way up from a message ends in the watch.
        var message = trace.First(span => span.Name == "message" && span.Attributes["tenderwatch.outcome"] == "sent");
        var way = new List<string>();
        for (var at = message; at is not null; at = spans.FirstOrDefault(span => span.Id == at.Parent)) way.Add(at.Name);
        Assert.Equal(["message", "notify", "case", "notice", "watch"], way);

        var arrived = Directory.GetFiles(Path.Combine(_cli.Folder, ".tenderwatch", "demo", "arrived")).Length;
        Assert.Equal(arrived, spans.Count(span => span.Name == "message" && span.Attributes["tenderwatch.outcome"] == "sent"));
        Assert.Equal(arrived, Sum(collector, "tenderwatch.messages"));
        Assert.Equal(spans.Count(span => span.Name == "notice"), Sum(collector, "tenderwatch.notices"));
        Assert.True(Sum(collector, "tenderwatch.storage.operations") > 100);

        // Buyers, tenderers, titles, amounts, people, the webhook and addresses asked.
        string[] secret = ["DSMR6", "E-meter", "Alliander", "Enexis", "Kaifa", "Sagemcom", "592517432", "7933740", "Communicatiemodules", "demo.invalid", "Procurement", "/papi/", "robots.txt", "hook"];
        Assert.All(secret, text => Assert.False(collector.Holds(text), $"'{text}' was sent."));
    }

    private static IReadOnlyList<Span> Spans(Collector collector) =>
    [
        .. collector.Of("traces").SelectMany(request => request.All(1)).SelectMany(resource => resource.All(2)).SelectMany(scope => scope.All(2))
            .Select(span => new Span(span.Hex(1), span.Hex(2), span.Hex(4), span.Text(5), Attributes(span.All(9)))),
    ];

    // The last export of a cumulative counter has its total.
    private static double Sum(Collector collector, string metric) => collector.Of("metrics").SelectMany(request => request.All(1)).SelectMany(resource => resource.All(2)).SelectMany(scope => scope.All(2))
        .Where(each => each.Text(1) == metric).Select(each => each.All(7).Single().All(1).Sum(point => (double)point.Number(6))).Last();

    private static Dictionary<string, string> Attributes(IEnumerable<ProtoMessage> pairs) =>
        pairs.ToDictionary(pair => pair.Text(1), pair => pair.All(2).Single().Text(1), StringComparer.Ordinal);

    private sealed record Span(string Trace, string Id, string Parent, string Name, IReadOnlyDictionary<string, string> Attributes);
}
