using System.Text.Json;
using NJsonSchema;
using TenderWatch.Local.Tests.Support;
using TenderWatch.Testing;

namespace TenderWatch.Local.Tests.Commands;

public sealed class ExtractTests : IDisposable
{
    private static readonly string Notice = Path.Combine(SharedData.Repository, "samples", "dsmr6", "ted", "99000002-2025.xml");

    private readonly Cli _cli = new();

    public void Dispose() => _cli.Dispose();

    [Fact]
    public async Task A_file_is_printed_indented_or_on_one_line_and_standard_input_without_a_name()
    {
        var indented = await _cli.RunAsync("extract", Notice);
        var line = await _cli.RunAsync("extract", Notice, "--json");
        var piped = await _cli.RunAsync(["extract", "-", "--json"], await File.ReadAllBytesAsync(Notice, TestContext.Current.CancellationToken));

        Assert.Equal((0, 0, 0), (indented.ExitCode, line.ExitCode, piped.ExitCode));
        Assert.Equal("", indented.Error + line.Error + piped.Error);
        Assert.StartsWith("{\n  \"file\": \"99000002-2025.xml\",\n", indented.Output, StringComparison.Ordinal);
        var single = Assert.Single(Lines(line));
        Assert.StartsWith("{\"file\":\"99000002-2025.xml\",", single, StringComparison.Ordinal);
        Assert.Equal(single.Replace("\"file\":\"99000002-2025.xml\",", "", StringComparison.Ordinal), Assert.Single(Lines(piped)));
        await AssertValidAsync([indented.Output, single, Lines(piped)[0]]);
    }

    [Fact]
    public async Task A_folder_gives_one_line_for_each_file_in_order_and_names_those_that_cannot_be_read()
    {
        var xml = await File.ReadAllTextAsync(Notice, TestContext.Current.CancellationToken);
        _cli.Write("in/b/2.xml", xml);
        _cli.Write("in/b.xml", xml);
        _cli.Write("in/B.xml", xml);
        _cli.Write("in/a.xml", "<html/>");
        _cli.Write("in/readme.txt", "not a notice");
        File.CreateSymbolicLink(Path.Combine(_cli.Folder, "in", "c.xml"), "gone.xml");

        var result = await _cli.RunAsync("extract", "in");

        Assert.Equal((1, ""), (result.ExitCode, result.Error));
        var lines = Lines(result);
        Assert.Equal(["B.xml", "a.xml", "b.xml", "b/2.xml", "c.xml"], lines.Select(line => Member(line, "file").GetString()));
        Assert.Equal("html", Member(lines[1], "unreadable").GetProperty("code").GetString());
        Assert.Equal("file", Member(lines[4], "unreadable").GetProperty("code").GetString());
        await AssertValidAsync([lines[0], lines[2], lines[3]]);
    }

    [Fact]
    public async Task An_unreadable_notice_ends_with_1_and_a_missing_path_with_2()
    {
        var broken = await _cli.RunAsync(["extract", "-"], "<ContractNotice"u8.ToArray());
        var missing = await _cli.RunAsync("extract", "nowhere");

        Assert.Equal((1, ""), (broken.ExitCode, broken.Error));
        Assert.Equal("truncated", JsonDocument.Parse(broken.Output).RootElement.GetProperty("unreadable").GetProperty("code").GetString());
        Assert.Equal(new CliResult(2, "", "There is no file or folder nowhere." + Environment.NewLine), missing);
    }

    [Theory]
    [InlineData("eforms", 490)]
    [InlineData("ted-legacy", 145)]
    [InlineData("eforms-sdk-examples", 92)]
    public async Task Every_real_notice_gives_one_valid_line(string name, int count)
    {
        Assert.SkipWhen(SharedData.Root is null, SharedData.Absent);
        var folder = SharedData.File(name);

        var result = await _cli.RunAsync("extract", folder);

        var lines = Lines(result);
        var files = Directory.GetFiles(folder, "*.xml", SearchOption.AllDirectories).Select(file => Path.GetRelativePath(folder, file).Replace('\\', '/'));
        Assert.Equal((0, ""), (result.ExitCode, result.Error));
        Assert.Equal(count, lines.Length);
        Assert.Equal(files.Order(StringComparer.Ordinal), lines.Select(line => Member(line, "file").GetString()));
        await AssertValidAsync(lines);
    }

    private static string[] Lines(CliResult result) => result.Output.Split('\n', StringSplitOptions.RemoveEmptyEntries);

    private static JsonElement Member(string line, string name)
    {
        using var document = JsonDocument.Parse(line);
        return document.RootElement.GetProperty(name).Clone();
    }

    private static async Task AssertValidAsync(IEnumerable<string> notices)
    {
        var schema = await JsonSchema.FromFileAsync(Path.Combine(SharedData.Repository, "docs", "notice.schema.json"), TestContext.Current.CancellationToken);
        Assert.All(notices, notice => Assert.Empty(schema.Validate(notice)));
    }
}
