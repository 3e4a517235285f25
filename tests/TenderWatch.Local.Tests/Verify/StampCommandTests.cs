using System.Text.Json;
using TenderWatch.Local.Tests.Support;
using TenderWatch.Testing;

namespace TenderWatch.Local.Tests.Verify;

public class StampCommandTests
{
    [Fact]
    public async Task A_checkpoint_is_stamped_by_the_authority_of_the_settings_and_verified_with_its_roots()
    {
        await using var authority = await OpenSslAuthority.StartAsync();
        using var installation = await Installation.CreateAsync();
        var cli = installation.Cli;
        cli.Environment["TenderWatch__Evidence__TimestampAuthority"] = authority.Address.AbsoluteUri;
        cli.Environment["TenderWatch__Evidence__TimestampRoots"] = authority.RootsFile;
        cli.Environment["TenderWatch__Evidence__TimestampPolicy"] = "1.3.6.1.4.1.99999.2";
        Assert.Equal(0, (await cli.RunAsync("ingest", Path.Combine(SharedData.Repository, "samples", "dsmr6", "ted"))).ExitCode);

        var made = await cli.RunAsync("checkpoint");
        Assert.True(made.ExitCode == 0, made.Output + made.Error);
        Assert.Contains("Stamped by the authority at", made.Output, StringComparison.Ordinal);
        var verified = await cli.RunAsync("verify");
        Assert.True(verified.ExitCode == 0, verified.Output + verified.Error);
        Assert.Contains("time stamp of the authority that you trust.", verified.Output, StringComparison.Ordinal);

        await installation.Container("checkpoints").GetBlobClient("0000000001.tst").DeleteAsync();
        var missed = await cli.RunAsync("verify");
        Assert.Equal(1, missed.ExitCode);
        Assert.Contains("0000000001.json: not-stamped: No time stamp that holds covers the checkpoints 1 to 1", missed.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_authority_that_cannot_be_reached_is_told_and_the_checkpoint_is_there()
    {
        await using var authority = await OpenSslAuthority.StartAsync();
        using var installation = await Installation.CreateAsync();
        var cli = installation.Cli;
        cli.Environment["TenderWatch__Evidence__TimestampAuthority"] = "http://127.0.0.1:9/tsa";
        cli.Environment["TenderWatch__Evidence__TimestampRoots"] = authority.RootsFile;
        Assert.Equal(0, (await cli.RunAsync("ingest", Path.Combine(SharedData.Repository, "samples", "dsmr6", "ted"))).ExitCode);
        var made = await cli.RunAsync("checkpoint", "--json");
        Assert.True(made.ExitCode == 0, made.Output + made.Error);
        using var document = JsonDocument.Parse(made.Output);
        Assert.Equal(1, document.RootElement.GetProperty("checkpoint").GetProperty("number").GetInt64());
        Assert.Equal("unreachable", document.RootElement.GetProperty("notStamped").GetProperty("code").GetString());
    }

    [Fact]
    public async Task What_was_verified_before_is_not_read_again()
    {
        using var installation = await Installation.CreateAsync();
        var cli = installation.Cli;
        var notices = Path.Combine(SharedData.Repository, "samples", "dsmr6", "ted");
        Assert.Equal(0, (await cli.RunAsync("ingest", Path.Combine(notices, "99000001-2025.xml"))).ExitCode);
        using var first = JsonDocument.Parse((await cli.RunAsync("checkpoint", "--json")).Output);
        var since = first.RootElement.GetProperty("checkpoint").GetProperty("sha256").GetString()!;
        var nothing = await cli.RunAsync("verify", "--since", since);
        Assert.True(nothing.ExitCode == 0, nothing.Output + nothing.Error);
        Assert.Contains("Verified, intact: 0 ledgers with 0 entries, 0 pieces of evidence.", nothing.Output, StringComparison.Ordinal);

        Assert.Equal(0, (await cli.RunAsync("ingest", notices)).ExitCode);
        Assert.Equal(0, (await cli.RunAsync("checkpoint")).ExitCode);
        var grown = await cli.RunAsync("verify", "--since", since);
        Assert.True(grown.ExitCode == 0, grown.Output + grown.Error);
        Assert.Contains("Only what was signed after checkpoint 1:", grown.Output, StringComparison.Ordinal);
        Assert.DoesNotContain("intact: 0 ledgers", grown.Output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("TimestampAuthority", "http://tsa.example.org/", "https address")]
    [InlineData("TimestampAuthority", "https://tsa.example.org/", "TimestampRoots")]
    [InlineData("TimestampRoots", "absent.pem", "absent.pem")]
    [InlineData("TimestampRoots", "-----BEGIN CERTIFICATE-----\nAAAA\n-----END CERTIFICATE-----", "certificates of roots")]
    [InlineData("TimestampPolicy", "1.two", "object identifier")]
    public async Task A_wrong_setting_is_told(string name, string value, string told)
    {
        using var installation = await Installation.CreateAsync();
        installation.Cli.Environment["TenderWatch__Evidence__" + name] = value;
        var result = await installation.Cli.RunAsync("checkpoint");
        Assert.Equal(2, result.ExitCode);
        Assert.Contains(told, result.Error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("--since", "abc", "--since is 'abc'; allowed: the 64 hexadecimal digits of a SHA-256.")]
    [InlineData("--stamp-roots", "absent.pem", "absent.pem")]
    public async Task What_a_reader_brings_along_is_checked_first(string option, string value, string told)
    {
        using var installation = await Installation.CreateAsync();
        var result = await installation.Cli.RunAsync("verify", option, value);
        Assert.Equal(2, result.ExitCode);
        Assert.Contains(told, result.Error, StringComparison.Ordinal);
    }
}
