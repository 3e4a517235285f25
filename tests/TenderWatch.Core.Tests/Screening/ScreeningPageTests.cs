using System.Text.Json;
using System.Text.RegularExpressions;
using TenderWatch.Core.Screening;
using TenderWatch.Core.Screening.Settings;
using TenderWatch.Testing;

namespace TenderWatch.Core.Tests.Screening;

/// <summary>The page about screening is true.</summary>
public sealed partial class ScreeningPageTests
{
    private static readonly string Page = System.IO.File.ReadAllText(Path.Combine(SharedData.Repository, "docs", "screening.md")).ReplaceLineEndings("\n");

    [Fact]
    public void The_worked_example_gives_what_the_page_says()
    {
        using var example = JsonDocument.Parse(Example().Match(Page).Groups["json"].Value);
        string[] lines = [.. example.RootElement.GetProperty("releases").EnumerateArray().Select(release => JsonSerializer.Serialize(release))];

        using var result = JsonDocument.Parse(Screen.Json(Screen.Run(example.RootElement.GetProperty("settings").GetString()!, new ScreeningOptions { Explain = true }, lines)));

        var found = result.RootElement.EnumerateObject().Where(member => member.Name != "Explain").ToDictionary(member => member.Name, member => member.Value);
        Assert.Equal(JsonSerializer.Serialize(example.RootElement.GetProperty("expected")), JsonSerializer.Serialize(found));
        Assert.Equal(JsonSerializer.Serialize(example.RootElement.GetProperty("notAssessable")), JsonSerializer.Serialize(result.RootElement.GetProperty("Explain").GetProperty("OCID")));
    }

    [Fact]
    public void The_page_has_every_indicator_and_its_settings()
    {
        foreach (var (code, names) in KnownSettings()) Assert.All(names, name => Assert.True(name.Length == 0 || Row(code).Contains($"`{name}`", StringComparison.Ordinal), $"{code} {name}"));
        Assert.Equal(11, KnownSettings().Count);
    }

    private static Dictionary<string, string[]> KnownSettings()
    {
        var codes = IndicatorRow().Matches(Page).Select(match => match.Groups["code"].Value).ToArray();
        return codes.ToDictionary(code => code, code =>
        {
            var fault = Assert.Single(SettingsReader.Read($"[{code}]\nnone = 1").Faults);
            return fault.Contains("has none", StringComparison.Ordinal) ? [""] : fault[(fault.IndexOf("known are ", StringComparison.Ordinal) + 10)..].TrimEnd('.').Split(", ");
        });
    }

    private static string Row(string code) => Page.Split('\n').Single(line => line.StartsWith($"| {code} ", StringComparison.Ordinal));

    [GeneratedRegex("```json\n(?<json>.*?)```", RegexOptions.Singleline | RegexOptions.ExplicitCapture, 10_000)]
    private static partial Regex Example();

    [GeneratedRegex(@"^\| (?<code>R\d{3}) ", RegexOptions.Multiline | RegexOptions.ExplicitCapture, 10_000)]
    private static partial Regex IndicatorRow();
}
