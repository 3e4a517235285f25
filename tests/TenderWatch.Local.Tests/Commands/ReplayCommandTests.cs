using TenderWatch.Local.Tests.Support;
using TenderWatch.Testing;

namespace TenderWatch.Local.Tests.Commands;

public sealed class ReplayCommandTests : IDisposable
{
    private readonly Cli _cli = new();

    public void Dispose() => _cli.Dispose();

    [Fact]
    public async Task The_settings_that_it_prints_let_another_process_read_the_notices_as_published_today()
    {
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(TestContext.Current.CancellationToken);
        limit.CancelAfter(TimeSpan.FromMinutes(3));
        using var replay = _cli.Start("replay", "--port", "0");
        try
        {
            var first = (await replay.StandardOutput.ReadLineAsync(limit.Token))!;
            var today = first.Split("published today, ")[1][..10];
            while ((await replay.StandardOutput.ReadLineAsync(limit.Token))!.Split('=', 2) is [var name, var value]) _cli.Environment[name.Trim()] = value;
            _cli.Environment["TenderWatch__Storage__ConnectionString"] = await AzuriteFixture.ConnectionStringAsync();
            _cli.Environment["TenderWatch__Storage__Prefix"] = AzuriteFixture.NewPrefix();

            var read = await _cli.RunAsync("backfill", "--source", "tenderned", "--from", today, "--to", today);
            var cases = await _cli.RunAsync("cases");

            Assert.Equal((0, ""), (read.ExitCode, read.Error));
            Assert.Contains("DSMR6", cases.Output, StringComparison.Ordinal);
        }
        finally
        {
            replay.Kill();
        }
    }

    [Fact]
    public async Task A_port_in_use_is_named_with_what_to_do()
    {
        using var taken = new System.Net.Sockets.TcpListener(System.Net.IPAddress.Loopback, 0);
        taken.Start();

        var result = await _cli.RunAsync("replay", "--port", ((System.Net.IPEndPoint)taken.LocalEndpoint).Port.ToString(System.Globalization.CultureInfo.InvariantCulture));

        Assert.Equal(3, result.ExitCode);
        Assert.Contains("Choose another port with --port.", result.Error, StringComparison.Ordinal);
    }
}
