using System.Net;
using System.Net.Sockets;
using TenderWatch.Local.Tests.Support;
using TenderWatch.Testing;

namespace TenderWatch.Local.Tests.Commands;

/// <summary>What the command line says and ends with where it cannot do what is asked.</summary>
public sealed class UsageTests : IDisposable
{
    private readonly Cli _cli = new();

    public void Dispose() => _cli.Dispose();

    [Theory]
    [InlineData("", "Required command was not provided.", "'tenderwatch --help'")]
    [InlineData("frobnicate", "There is no command or option 'frobnicate'.", "'tenderwatch --help'")]
    [InlineData("extract", "Required argument 'file|folder|-' missing for command: 'extract'.", "'tenderwatch extract --help'")]
    [InlineData("run --port 65536", "Option '--port' is 65536; allowed: 0 to 65535.", "'tenderwatch run --help'")]
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

    [Fact]
    public async Task Without_Node_js_it_ends_with_3_and_says_what_to_install()
    {
        // The test finds dotnet itself; the program finds nothing.
        _cli.Environment["PATH"] = _cli.Folder;

        var result = await _cli.RunAsync("demo", "--once");

        Assert.Equal((3, ""), (result.ExitCode, result.Output));
        Assert.StartsWith("Node.js was not found on the PATH. The local host runs its storage (Azurite) on Node.js 18 or later. Install it from https://nodejs.org", result.Error, StringComparison.Ordinal);
        Assert.Single(result.Error.TrimEnd().Split('\n'));
    }

    [Fact]
    public async Task Storage_that_cannot_be_reached_ends_with_3_and_names_the_setting()
    {
        using var closed = ClosedPort.Take();
        _cli.Environment["TenderWatch__Storage__ConnectionString"] = (await AzuriteFixture.ConnectionStringAsync()).Split(';')
            .Select(part => part.Contains("Endpoint=", StringComparison.Ordinal) ? $"{part.Split('=')[0]}=http://127.0.0.1:{closed.Port}/devstoreaccount1" : part)
            .Aggregate((all, part) => $"{all};{part}");

        var result = await _cli.RunAsync("cases");

        Assert.Equal((3, ""), (result.ExitCode, result.Output));
        Assert.StartsWith("The storage in TenderWatch:Storage cannot be used: ", result.Error, StringComparison.Ordinal);
        Assert.Single(result.Error.TrimEnd().Split('\n'));
    }

    [Fact]
    public async Task A_port_in_use_ends_with_3_and_names_it()
    {
        using var other = new TcpListener(IPAddress.Loopback, 0);
        other.Start();
        var port = ((IPEndPoint)other.LocalEndpoint).Port.ToString(System.Globalization.CultureInfo.InvariantCulture);
        _cli.Environment["TenderWatch__Sources__Contact"] = "test@example.org";
        _cli.Environment["TenderWatch__Storage__ConnectionString"] = await AzuriteFixture.ConnectionStringAsync();
        _cli.Environment["TenderWatch__Storage__Prefix"] = AzuriteFixture.NewPrefix();

        var result = await _cli.RunAsync("run", "--port", port);

        Assert.Equal((3, ""), (result.ExitCode, result.Output));
        Assert.Contains($"127.0.0.1:{port}", result.Error, StringComparison.Ordinal);
        Assert.Contains("Choose another port with --port.", result.Error, StringComparison.Ordinal);
    }
}
