using System.Text.RegularExpressions;
using TenderWatch.Local.Tests.Support;
using TenderWatch.Testing;

namespace TenderWatch.Local.Tests.Answers;

/// <summary>What <c>docs/answers.md</c> says is so, from the command line, over the sample's notices and its statement.</summary>
public sealed partial class AnswerPageTests
{
    private static readonly string Page = File.ReadAllText(Path.Combine(SharedData.Repository, "docs", "answers.md")).ReplaceLineEndings("\n");

    [Fact]
    public async Task The_worked_example_comes_out_in_both_languages_and_accuses_nobody()
    {
        using var installation = await Installation.CreateAsync();
        var cli = installation.Cli;
        var id = await Dsmr6Async(cli);

        var english = await cli.RunAsync("answers", id, "--language", "en");
        Assert.True(english.ExitCode == 0, english.Error);
        var expected = StateRow().Matches(Page).Select(row => $"{row.Groups["id"].Value}. {row.Groups["topic"].Value} [{Capital(row.Groups["state"].Value)}]").ToList();
        Assert.Equal(17, expected.Count);
        Assert.Equal(expected, Answered().Matches(english.Output).Select(match => match.Value));
        var lines = english.Output.Split('\n').Select(line => line.Trim()).ToList();
        var shown = Text().Matches(Page).Select(match => match.Groups["text"].Value).Single(text => text.Contains("7,933,740", StringComparison.Ordinal)).Trim().Split('\n');
        Assert.Equal(12, shown.Length);
        Assert.All(shown, line => Assert.Contains(lines, given => given.StartsWith(line, StringComparison.Ordinal)));

        var dutch = await cli.RunAsync("answers", id);
        Assert.Contains("Hoeveelheid: 7.933.740 stuks [1: BT-25 LOT-0001]", dutch.Output, StringComparison.Ordinal);
        Assert.Contains("2. Hoeveelheid [Deels beantwoord]", dutch.Output, StringComparison.Ordinal);
        Assert.Contains("te beantwoorden door: de koper. Nodig: De raming uit het aanbestedingsdossier", dutch.Output, StringComparison.Ordinal);
        foreach (var output in new[] { english.Output, dutch.Output })
            Assert.DoesNotMatch(@"(?i)verdacht|fraud|\bschuldig|dumping|overtre|misbruik|kartel|suspicious|suspect|guilty|violat|breach|abuse|corrupt|beschuldig|accus", output);

        // The same case, the same bytes.
        var (first, second) = (await cli.RunAsync("answers", id, "--json"), await cli.RunAsync("answers", id, "--json"));
        Assert.Equal((0, first.Output), (first.ExitCode, second.Output));
    }

    [Fact]
    public async Task The_template_on_the_page_loads_from_a_file_or_a_folder_and_is_answered()
    {
        using var installation = await Installation.CreateAsync();
        var cli = installation.Cli;
        var id = await Dsmr6Async(cli);
        cli.Write("templates/board.json", Json().Match(Page).Groups["json"].Value);
        foreach (var path in new[] { "templates/board.json", "templates" })
        {
            cli.Environment["TenderWatch__Answers__Templates__0"] = path;
            var answered = await cli.RunAsync("answers", id, "--template", "board", "--language", "en");
            Assert.True(answered.ExitCode == 0, answered.Error);
            Assert.Contains("1. Price [Partly answered]", answered.Output, StringComparison.Ordinal);
            Assert.Contains("Awarded value: EUR 592,517,432", answered.Output, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task What_cannot_be_asked_says_why()
    {
        using var installation = await Installation.CreateAsync();
        var cli = installation.Cli;
        var (template, none, language) = (await cli.RunAsync("answers", "000000000000", "--template", "board"), await cli.RunAsync("answers", "000000000000"), await cli.RunAsync("answers", "000000000000", "--language", "fr"));
        Assert.Equal((2, 2, 2), (template.ExitCode, none.ExitCode, language.ExitCode));
        Assert.Contains("There is no questionnaire board; there are: parliament-2026-01.", template.Error, StringComparison.Ordinal);
        Assert.Contains("There is no case 000000000000.", none.Error, StringComparison.Ordinal);
    }

    private static async Task<string> Dsmr6Async(Cli cli)
    {
        foreach (var number in new[] { "99000001-2025.xml", "99000002-2025.xml" }) cli.Write("in/" + number, File.ReadAllText(Path.Combine(SharedData.Repository, "samples", "dsmr6", "ted", number)));
        Assert.Equal(0, (await cli.RunAsync("ingest", "in", "--json")).ExitCode);
        using var cases = System.Text.Json.JsonDocument.Parse((await cli.RunAsync("cases", "--json")).Output);
        var id = Assert.Single(cases.RootElement.GetProperty("cases").EnumerateArray()).GetProperty("state").GetProperty("id").GetString()!;
        var entered = await cli.RunAsync("statement", id, Path.Combine(SharedData.Repository, "samples", "dsmr6", "statements", "dsmr6.json"), "--by", "A. Voorbeeld");
        Assert.True(entered.ExitCode == 0, entered.Error);
        return id;
    }

    private static string Capital(string text) => char.ToUpperInvariant(text[0]) + text[1..];

    [GeneratedRegex(@"^\| (?<id>\d+) \| (?<topic>[^|]+) \| (?<state>answered|partly answered|open) \|", RegexOptions.Multiline | RegexOptions.ExplicitCapture, 10_000)]
    private static partial Regex StateRow();

    [GeneratedRegex(@"^\d+\. .+ \[(Answered|Partly answered|Open)\]$", RegexOptions.Multiline | RegexOptions.ExplicitCapture, 10_000)]
    private static partial Regex Answered();

    [GeneratedRegex("```text\n(?<text>.*?)```", RegexOptions.Singleline | RegexOptions.ExplicitCapture, 10_000)]
    private static partial Regex Text();

    [GeneratedRegex("```json\n(?<json>.*?)```", RegexOptions.Singleline | RegexOptions.ExplicitCapture, 10_000)]
    private static partial Regex Json();
}
