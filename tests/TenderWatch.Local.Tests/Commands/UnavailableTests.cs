using System.Net;
using System.Net.Sockets;
using TenderWatch.Local.Tests.Support;
using TenderWatch.Testing;

namespace TenderWatch.Local.Tests.Commands;

/// <summary>Something needed is not there: exit code 3, and one line that says what to do.</summary>
public sealed class UnavailableTests : IDisposable
{
    private readonly Cli _cli = new();

    public void Dispose() => _cli.Dispose();

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
