using TenderWatch.Local.Tests.Support;

namespace TenderWatch.Local.Tests.Commands;

/// <summary>Wrong arguments and settings: exit code 2, and nothing is done.</summary>
public sealed class UsageTests : IDisposable
{
    private readonly Cli _cli = new();

    public void Dispose() => _cli.Dispose();

    [Theory]
    [InlineData("", "Required command was not provided.", "'tenderwatch --help'")]
    [InlineData("frobnicate", "There is no command or option 'frobnicate'.", "'tenderwatch --help'")]
    [InlineData("extract", "Required argument 'file|folder|-' missing for command: 'extract'.", "'tenderwatch extract --help'")]
    [InlineData("run --port 65536", "Option '--port' is 65536; allowed: 0 to 65535.", "'tenderwatch run --help'")]
    [InlineData("demo --port 0", "Option '--port' is 0; allowed: 1 to 65535.", "'tenderwatch demo --help'")]
    [InlineData("ingest nowhere", "There is no file or folder nowhere.", "")]
    [InlineData("run", "Setting TenderWatch:Sources:Contact is not set; allowed: an https address", "")]
    [InlineData("cases --settings nowhere.json", "nowhere.json does not exist.", "")]
    public async Task Wrong_arguments_and_settings_end_with_2_and_say_what_to_do(string arguments, string what, string hint)
    {
        var result = await _cli.RunAsync(arguments.Split(' ', StringSplitOptions.RemoveEmptyEntries));

        Assert.Equal((2, ""), (result.ExitCode, result.Output));
        Assert.Contains(what, result.Error, StringComparison.Ordinal);
        Assert.Contains(hint, result.Error, StringComparison.Ordinal);
        Assert.Empty(Directory.EnumerateFileSystemEntries(_cli.Folder));
    }

    [Fact]
    public async Task Settings_of_the_environment_count_in_any_case_and_before_those_of_the_file()
    {
        _cli.Write("local.settings.json", """{ "Values": { "TenderWatch__Storage__Prefix": "good", "TenderWatch__Sources__Attempts": "99" } }""");
        _cli.Environment["TENDERWATCH__STORAGE__PREFIX"] = "BAD";
        _cli.Environment["tenderwatch__sources__attempts"] = "1";

        var result = await _cli.RunAsync("verify");

        Assert.Equal(2, result.ExitCode);
        Assert.Equal("Setting TenderWatch:Storage:Prefix is 'BAD'; allowed: up to 20 lower-case letters and digits, a letter first.", result.Error.Trim());
    }

    [Fact]
    public async Task A_profile_file_that_is_wrong_is_named_with_its_member()
    {
        _cli.Write("mine.json", """{ "name": "mine", "cpv": ["3155-1"] }""");

        var result = await _cli.RunAsync("ingest", ".", "--profile", "mine.json");

        Assert.Equal(2, result.ExitCode);
        Assert.Equal("--profile (mine.json): cpv is '3155-1'; allowed: 2 to 8 digits, without the check digit.", result.Error.Trim());
    }
}
