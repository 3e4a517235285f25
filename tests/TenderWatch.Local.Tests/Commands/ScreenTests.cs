using System.Text;
using TenderWatch.Local.Tests.Support;

namespace TenderWatch.Local.Tests.Commands;

public sealed class ScreenTests : IDisposable
{
    private const string Single = """{"ocid":"A","tender":{"numberOfTenderers":1,"procurementMethod":"open"}}""";
    private const string Flagged = "{\"OCID\":{\"A\":{\"R018\":1.0}},\"Meta\":{}}\n";

    private readonly Cli _cli = new();

    public void Dispose() => _cli.Dispose();

    [Fact]
    public async Task A_file_and_standard_input_give_the_result_on_one_line()
    {
        _cli.Write("releases.jsonl", Single);
        _cli.Write("settings.ini", "[R018]");

        Assert.Equal(new CliResult(0, Flagged, ""), await _cli.RunAsync("screen", "releases.jsonl", "--settings", "settings.ini"));
        Assert.Equal(new CliResult(0, Flagged, ""), await _cli.RunAsync(["screen", "-", "--settings", "settings.ini"], Encoding.UTF8.GetBytes(Single)));
    }

    [Fact]
    public async Task Without_settings_all_indicators_run_and_options_add_and_leave_out_parts()
    {
        _cli.Write("releases.jsonl", Single);

        var plain = await _cli.RunAsync("screen", "releases.jsonl", "--no-meta");
        var all = await _cli.RunAsync("screen", "releases.jsonl", "--explain", "--map");

        Assert.Equal(new CliResult(0, "{\"OCID\":{\"A\":{\"R018\":1.0}}}\n", ""), plain);
        Assert.Equal((0, ""), (all.ExitCode, all.Error));
        Assert.Contains("\"Meta\":{\"R024\":{\"q1\":null,", all.Output, StringComparison.Ordinal);
        Assert.Contains("\"Maps\":{\"ocid_buyer_r038\":{},", all.Output, StringComparison.Ordinal);
        Assert.Contains("\"A\":{\"R003\":\"no-submission-period\",\"R024\":\"no-awards\",", all.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Bad_lines_are_named_on_standard_error_and_end_with_1()
    {
        _cli.Write("releases.jsonl", $"\n{{\n{Single}\n[]\n");
        _cli.Write("settings.ini", "[R018]");

        var result = await _cli.RunAsync("screen", "releases.jsonl", "--settings", "settings.ini");

        Assert.Equal((1, Flagged), (result.ExitCode, result.Output));
        var lines = result.Error.Split('\n', StringSplitOptions.RemoveEmptyEntries);
        Assert.StartsWith("Line 2 is not valid JSON at byte 2: ", lines[0], StringComparison.Ordinal);
        Assert.Equal("Line 4 is JSON but not an object; a line holds one release.", lines[1].Trim());
        Assert.Equal(2, lines.Length);
    }

    [Theory]
    [InlineData("", "1 prices are not in EUR and were not compared.\n")]
    [InlineData("[output]\ninfo_currency_mismatches = true\n", "")]
    public async Task Prices_in_another_currency_are_told_unless_the_settings_say_not_to(string output, string error)
    {
        _cli.Write("settings.ini", $"currency = EUR\n{output}[R036]");
        var release = """{"ocid":"A","awards":[{"status":"active"}],"bids":{"details":[{"status":"valid","value":{"amount":1,"currency":"USD"}}]}}""";

        var result = await _cli.RunAsync(["screen", "-", "--settings", "settings.ini"], Encoding.UTF8.GetBytes(release));

        Assert.Equal(new CliResult(0, "{\"Meta\":{}}\n", error), result);
    }

    [Theory]
    [InlineData("screen nowhere.jsonl", "There is no file nowhere.jsonl.")]
    [InlineData("screen .", ". is a folder; name a file with one release a line.")]
    [InlineData("screen releases.jsonl --settings nowhere.ini", "The settings file nowhere.ini cannot be read: ")]
    [InlineData("screen releases.jsonl --settings wrong.ini", "wrong.ini, line 2: [R024] threshold is '5%'; allowed: a number with a point before its decimals, such as 0.05.")]
    public async Task A_missing_file_and_a_wrong_setting_end_with_2_and_nothing_is_screened(string arguments, string error)
    {
        _cli.Write("releases.jsonl", Single);
        _cli.Write("wrong.ini", "[R024]\nthreshold = 5%");

        var result = await _cli.RunAsync(arguments.Split(' '));

        Assert.Equal((2, ""), (result.ExitCode, result.Output));
        Assert.StartsWith(error, result.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Settings_without_an_indicator_are_told()
    {
        _cli.Write("releases.jsonl", Single);
        _cli.Write("settings.ini", "currency = EUR");

        var result = await _cli.RunAsync("screen", "releases.jsonl", "--settings", "settings.ini");

        Assert.Equal(new CliResult(0, "{\"Meta\":{}}\n", "settings.ini turns no indicator on; a section such as [R024] does." + Environment.NewLine), result);
    }
}
