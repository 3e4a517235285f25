using System.Text.RegularExpressions;
using TenderWatch.Local.Tests.Support;
using TenderWatch.Testing;

namespace TenderWatch.Local.Tests.Commands;

public sealed partial class HelpTests : IDisposable
{
    private readonly Cli _cli = new();

    public void Dispose() => _cli.Dispose();

    [Fact]
    public async Task The_help_and_the_README_name_the_same_commands()
    {
        var help = await _cli.RunAsync("--help");
        var readme = await File.ReadAllTextAsync(Path.Combine(SharedData.Repository, "README.md"), TestContext.Current.CancellationToken);

        Assert.Equal((0, ""), (help.ExitCode, help.Error));
        var listed = help.Output[help.Output.IndexOf("Commands:", StringComparison.Ordinal)..];
        Assert.Equal(InReadme().Matches(readme).Select(match => match.Groups["name"].Value).Order(StringComparer.Ordinal), InHelp().Matches(listed).Select(match => match.Groups["name"].Value).Order(StringComparer.Ordinal));
        Assert.DoesNotContain("\u001b", help.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_help_of_a_command_names_what_its_values_are()
    {
        var help = await _cli.RunAsync("ingest", "--help");

        Assert.All(
            ["tenderwatch ingest <file|folder> [options]", "--profile <name|file>", "--settings <file>", "--data <folder>", "[default: .tenderwatch]"],
            text => Assert.Contains(text, help.Output, StringComparison.Ordinal));
    }

    [GeneratedRegex(@"^\| `tenderwatch (?<name>\w+)", RegexOptions.Multiline | RegexOptions.ExplicitCapture, 10_000)]
    private static partial Regex InReadme();

    [GeneratedRegex(@"^  (?<name>\w+) ", RegexOptions.Multiline | RegexOptions.ExplicitCapture, 10_000)]
    private static partial Regex InHelp();
}
