using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Text;
using System.Text.Json;
using Microsoft.AspNetCore.Http;
using TenderWatch.Local.Demo;
using TenderWatch.Local.Hosting;
using TenderWatch.Local.Tests.Support;
using TenderWatch.Local.Tests.Watching.Support;
using TenderWatch.Sources.Tests.TenderNed;
using TenderWatch.Testing;

namespace TenderWatch.Local.Tests.Commands;

public sealed class RunTests : IDisposable
{
    private readonly Cli _cli = new();

    public void Dispose() => _cli.Dispose();

    [Fact]
    public async Task With_a_source_out_of_reach_it_says_so_goes_on_serving_and_ends_with_0_at_Ctrl_C()
    {
        Assert.SkipUnless(OperatingSystem.IsLinux(), "needs signals");
        using var closed = ClosedPort.Take();
        _cli.Environment["TenderWatch__Storage__ConnectionString"] = await AzuriteFixture.ConnectionStringAsync();
        _cli.Environment["TenderWatch__Storage__Prefix"] = AzuriteFixture.NewPrefix();
        _cli.Environment["TenderWatch__Sources__TenderNed__BaseAddress"] = _cli.Environment["TenderWatch__Sources__Ted__BaseAddress"] = _cli.Environment["TenderWatch__Sources__Ted__SearchAddress"] = $"http://127.0.0.1:{closed.Port}";
        _cli.Environment["TenderWatch__Sources__MinimumInterval"] = "00:00:00";
        _cli.Environment["TenderWatch__Sources__Attempts"] = "1";
        using var limit = new CancellationTokenSource(TimeSpan.FromMinutes(2));

        using var process = _cli.Start("run", "--port", "0");
        try
        {
            Assert.SkipWhen(IgnoresInterrupt(process.Id), "this test run ignores SIGINT, and so do the processes that it starts");
            process.StandardInput.Close();
            var errors = process.StandardError.ReadToEndAsync(limit.Token);
            var served = await ReadToAsync(process.StandardOutput, "Pages and API: ", limit.Token);
            var failure = await ReadToAsync(process.StandardOutput, "from tenderned: 0 new, 0 matching, 0 in quarantine. Not everything could be read", limit.Token)
                + await ReadToAsync(process.StandardOutput, "from ted: 0 new, 0 matching, 0 in quarantine. Not everything could be read", limit.Token);
            using var http = new HttpClient();
            using var page = await http.GetAsync(new Uri(served.Split(' ')[3]), limit.Token);

            await Process.Start("kill", ["-INT", process.Id.ToString(CultureInfo.InvariantCulture)]).WaitForExitAsync(limit.Token);
            var rest = await process.StandardOutput.ReadToEndAsync(limit.Token);
            await process.WaitForExitAsync(limit.Token);

            Assert.Equal(HttpStatusCode.OK, page.StatusCode);
            Assert.Equal((0, "Stopped."), (process.ExitCode, rest.Trim()));
            Assert.DoesNotContain("\u001b", served + failure + await errors, StringComparison.Ordinal);
            Assert.DoesNotContain("Exception", await errors, StringComparison.Ordinal);
        }
        finally
        {
            if (!process.HasExited) process.Kill();
        }
    }

    [Fact]
    public async Task A_source_that_ignores_its_filters_is_told_by_mail_and_card_and_named_by_sources()
    {
        using var samples = new SampleFolder();
        samples.AddRendered("1001", "Straatmeubilair");
        await using var server = await ReplayServer.StartAsync(samples.Root, fault: (context, next) =>
        {
            if (context.Request.Path.Value!.EndsWith("publicaties", StringComparison.Ordinal)) context.Request.QueryString = QueryString.Empty;
            return next();
        }, cancellationToken: TestContext.Current.CancellationToken);
        await using var mails = await SmtpSink.StartAsync(await NodePackages.EnsureAsync(folder: null, progress: null, CancellationToken.None));
        await using var cards = await WebhookSink.StartAsync(_cli.Folder, TestContext.Current.CancellationToken);
        foreach (var (name, value) in new Dictionary<string, string>
        {
            ["Storage__ConnectionString"] = await AzuriteFixture.ConnectionStringAsync(),
            ["Storage__Prefix"] = AzuriteFixture.NewPrefix(),
            ["Sources__TenderNed__BaseAddress"] = server.TenderNed,
            ["Sources__Ted__BaseAddress"] = server.Ted,
            ["Sources__Ted__SearchAddress"] = server.Ted,
            ["Sources__Ted__Watch"] = "false",
            ["Sources__MinimumInterval"] = "00:00:00",
            ["Notifications__PublicBaseUrl"] = "http://127.0.0.1:7071",
            ["Notifications__From"] = "tenderwatch@example.org",
            ["Notifications__Recipients__0__Email"] = "inkoop@example.org",
            ["Notifications__Smtp__Host"] = "127.0.0.1",
            ["Notifications__Smtp__Port"] = mails.Port.ToString(CultureInfo.InvariantCulture),
            ["Notifications__Smtp__Security"] = "None",
            ["Notifications__Teams__0__Name"] = "Inkoop",
            ["Notifications__Teams__0__Webhook"] = cards.Address.AbsoluteUri,
            ["Notifications__Teams__0__Language"] = "En",
            ["Notifications__AllowLoopback"] = "true",
        }) _cli.Environment["TenderWatch__" + name] = value;
        using var limit = new CancellationTokenSource(TimeSpan.FromMinutes(2));

        using var process = _cli.Start("run", "--port", "0");
        try
        {
            process.StandardInput.Close();
            var mail = Encoding.UTF8.GetString((await mails.Taken.ReadAsync(limit.Token)).Raw);
            var card = await cards.Arrived.ReadAsync(limit.Token);
            Assert.Contains("TenderNed is niet te vertrouwen", mail, StringComparison.Ordinal);
            Assert.Contains("TenderNed cannot be trusted: notices may be missed", card, StringComparison.Ordinal);
        }
        finally
        {
            process.Kill();
        }

        var shown = await _cli.RunAsync("sources");
        var json = await _cli.RunAsync("sources", "--json");
        Assert.Equal((1, 1), (shown.ExitCode, json.ExitCode));
        Assert.Contains("NOT TO BE TRUSTED: TenderNed answers, but not to what TenderWatch asks", shown.Output, StringComparison.Ordinal);
        using var document = JsonDocument.Parse(json.Output);
        var source = Assert.Single(document.RootElement.GetProperty("sources").EnumerateArray());
        Assert.Equal(("untrusted", "canary"), (source.GetProperty("condition").GetString(), source.GetProperty("failureCode").GetString()));
    }

    private static async Task<string> ReadToAsync(StreamReader output, string sought, CancellationToken cancellationToken)
    {
        while (await output.ReadLineAsync(cancellationToken) is { } line)
        {
            if (line.Contains(sought, StringComparison.Ordinal)) return line;
        }

        throw new EndOfStreamException($"it ended without saying '{sought}'");
    }

    // A shell without job control starts background jobs so, and it is inherited. The mask counts signals from bit 0; SIGINT is 2.
    private static bool IgnoresInterrupt(int process)
    {
        var mask = File.ReadLines($"/proc/{process}/status").First(line => line.StartsWith("SigIgn:", StringComparison.Ordinal))[7..].Trim();
        return (ulong.Parse(mask, NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture) & 0b10) != 0;
    }
}
