using System.Diagnostics.Metrics;
using System.Reflection;
using System.Text.RegularExpressions;
using Microsoft.Extensions.Logging;
using TenderWatch.Core.Telemetry;
using TenderWatch.Hosting.Telemetry;
using TenderWatch.Testing;

namespace TenderWatch.Local.Tests.Telemetry;

/// <summary>What <c>docs/telemetry.md</c> says is so.</summary>
public sealed partial class TelemetryPageTests
{
    private static readonly string Page = File.ReadAllText(Path.Combine(SharedData.Repository, "docs", "telemetry.md")).ReplaceLineEndings("\n");

    private static readonly IReadOnlyList<(LoggerMessageAttribute Event, string Name)> Events =
    [
        .. Directory.GetFiles(AppContext.BaseDirectory, "*.dll").Where(file => Path.GetFileName(file) is var name && (name == "tenderwatch.dll" || (name.StartsWith("TenderWatch.", StringComparison.Ordinal) && !name.Contains("Test", StringComparison.Ordinal))))
            .Select(Assembly.LoadFrom).SelectMany(assembly => assembly.GetTypes())
            .SelectMany(type => type.GetMethods(BindingFlags.Static | BindingFlags.Instance | BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.DeclaredOnly))
            .Select(method => (method.GetCustomAttribute<LoggerMessageAttribute>(), method.Name)).Where(each => each.Item1 is not null).Select(each => (each.Item1!, each.Item1!.EventName ?? each.Name)),
    ];

    [Fact]
    public void Every_event_has_a_number_of_its_own() => Assert.Equal(Events.Count, Events.Select(each => each.Event.EventId).Distinct().Count());

    [Fact]
    public void Every_event_stands_on_the_page_with_its_level_and_the_values_that_are_exported()
    {
        var rows = LogRow().Matches(Page).Select(row => $"{row.Groups["id"].Value} {row.Groups["name"].Value} {row.Groups["level"].Value} {Named(row.Groups["values"].Value)}");
        var known = Events.Select(each => $"{each.Event.EventId} {each.Name} {each.Event.Level} {string.Join(' ', Placeholder().Matches(each.Event.Message).Select(match => match.Groups["name"].Value).Where(ExportedLogs.Values.Contains))}");

        Assert.Equal(known.Order(StringComparer.Ordinal), rows.Where(row => !row.StartsWith('6')).Order(StringComparer.Ordinal));
    }

    [Fact]
    public void Every_metric_stands_on_the_page_with_kind_unit_and_description()
    {
        var known = new List<string>();
        using var listener = new MeterListener
        {
            InstrumentPublished = (instrument, _) =>
            {
                if (instrument.Meter.Name == Measures.Name) known.Add($"{instrument.Name} {instrument.GetType().Name.Split('`')[0].ToLowerInvariant()} {instrument.Unit} {instrument.Description}");
            },
        };
        System.Runtime.CompilerServices.RuntimeHelpers.RunClassConstructor(typeof(Measures).TypeHandle);
        listener.Start();

        var rows = MetricRow().Matches(Page).Select(row => $"{row.Groups["name"].Value} {row.Groups["kind"].Value} {row.Groups["unit"].Value} {row.Groups["what"].Value}");
        Assert.Equal(known.Order(StringComparer.Ordinal), rows.Order(StringComparer.Ordinal));
    }

    [Fact]
    public void Every_span_and_every_attribute_stands_on_the_page()
    {
        var spans = SpanRow().Matches(Page).Select(row => row.Groups["name"].Value).Where(name => !name.StartsWith("tenderwatch.", StringComparison.Ordinal));
        Assert.Equal(Constants(typeof(Spans)), spans.Order(StringComparer.Ordinal));
        Assert.All(Constants(typeof(Attributes)), attribute => Assert.Contains($"`{attribute}`", Page, StringComparison.Ordinal));
    }

    private static IEnumerable<string> Constants(Type type) => type.GetFields().Select(field => (string)field.GetValue(null)!).Order(StringComparer.Ordinal);

    private static string Named(string values) => string.Join(' ', values.Split([',', ' ', '`'], StringSplitOptions.RemoveEmptyEntries));

    [GeneratedRegex(@"^\| (?<id>\d+) \| `(?<name>\w+)` \| (?<level>\w+) \| [^|]+ \| ?(?<values>[^|]*)\|$", RegexOptions.Multiline | RegexOptions.ExplicitCapture, 10_000)]
    private static partial Regex LogRow();

    [GeneratedRegex(@"^\| `(?<name>tenderwatch\.[\w.]+)` \| (?<kind>counter|histogram) \| (?<unit>[^|]+) \| (?<what>[^|]+) \| [^|]+ \|$", RegexOptions.Multiline | RegexOptions.ExplicitCapture, 10_000)]
    private static partial Regex MetricRow();

    [GeneratedRegex(@"^\| `(?<name>[a-z.]+)` \| [^|]+ \| [^|]* ?\| [^|]+ \|$", RegexOptions.Multiline | RegexOptions.ExplicitCapture, 10_000)]
    private static partial Regex SpanRow();

    [GeneratedRegex(@"\{(?<name>\w+)\}", RegexOptions.ExplicitCapture, 10_000)]
    private static partial Regex Placeholder();
}
