using System.Text.Json;
using System.Text.RegularExpressions;
using TenderWatch.Core.Checks.AbnormallyLow.Methods;
using TenderWatch.Core.Checks.AbnormallyLow.Vectors;
using TenderWatch.Testing;

namespace TenderWatch.Core.Tests.Checks.AbnormallyLow;

/// <summary>The pages of the methods: their examples run as they stand there, and every method has one.</summary>
public sealed partial class MethodPageTests
{
    private static readonly string Folder = Path.Combine(SharedData.Repository, "docs", "checks");

    public static TheoryData<string> Pages => [.. Directory.EnumerateFiles(Folder, "alt-*.md").Select(Path.GetFileName).OfType<string>().Where(name => name != "alt-methods.md").Order(StringComparer.Ordinal)];

    [Theory]
    [MemberData(nameof(Pages))]
    public void The_examples_on_a_page_are_what_is_reckoned(string page)
    {
        var text = Read(page);
        var examples = Examples(text);

        Assert.NotEmpty(examples);
        Assert.All(examples, example => Assert.True(example.IsEqual, $"{example.Id}: {example.Fault?.Message} {string.Join(", ", example.Differences)}"));
        Assert.All(["**What it measures.**", "**What it does not do.**", "## Rule", "## Worked example", "## Limits", "## Sources", "## Samenvatting"], part => Assert.Contains(part, text, StringComparison.Ordinal));
        Assert.DoesNotContain(["collu", "kartel", "cartel", "fraudeur", "verdacht", "suspicious", "beschuldig", "dumping"], word => text.Contains(word, StringComparison.OrdinalIgnoreCase));
    }

    [Fact]
    public void Every_method_has_an_executed_example_and_a_row_with_its_minimum_and_its_default()
    {
        var shown = Pages.SelectMany(row => Examples(Read(row.Data))).Select(example => example.Method).ToHashSet(StringComparer.Ordinal);
        var overview = Read("alt-methods.md");

        foreach (var method in MethodList.All)
        {
            Assert.Contains(method.Id, shown);
            var row = Assert.Single(overview.Split('\n'), line => line.StartsWith($"| `{method.Id}` |", StringComparison.Ordinal)).Split('|', StringSplitOptions.TrimEntries);
            Assert.Equal(method.MinimumBids.ToString(System.Globalization.CultureInfo.InvariantCulture), row[4]);
            Assert.Equal(method.Certainty == Certainty.Unconfirmed, row[8] == "off");
            Assert.Equal(method.Effect, row[6] switch { "hint" => MethodEffect.Hint, "exclusion possible" => MethodEffect.Exclusion, _ => MethodEffect.Ask });
        }
    }

    private static string Read(string page) => File.ReadAllText(Path.Combine(Folder, page)).ReplaceLineEndings("\n");

    private static List<VectorResult> Examples(string text) => [.. Example().Matches(text).Select(match =>
    {
        using var document = JsonDocument.Parse(match.Groups["json"].Value);
        return VectorRun.Of(document.RootElement.Clone());
    })];

    [GeneratedRegex("```json\n(?<json>.*?)```", RegexOptions.Singleline | RegexOptions.ExplicitCapture, 10_000)]
    private static partial Regex Example();
}
