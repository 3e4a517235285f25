using System.Text.Json;
using TenderWatch.Local.Tests.Support;
using TenderWatch.Testing;

namespace TenderWatch.Local.Tests.Verify;

public class CheckpointTests
{
    [Fact]
    public async Task What_a_checkpoint_signed_is_verified_with_the_key_and_the_digest_that_a_reader_kept()
    {
        using var installation = await Installation.CreateAsync();
        var cli = installation.Cli;
        Assert.StartsWith("No checkpoint:", (await cli.RunAsync("checkpoint")).Output, StringComparison.Ordinal);
        Assert.Equal(0, (await cli.RunAsync("ingest", Path.Combine(SharedData.Repository, "samples", "dsmr6", "ted"))).ExitCode);

        var made = await cli.RunAsync("checkpoint", "--json");
        Assert.True(made.ExitCode == 0, made.Output + made.Error);
        using var document = JsonDocument.Parse(made.Output);
        var checkpoint = document.RootElement.GetProperty("checkpoint");
        var (sha256, keyId) = (checkpoint.GetProperty("sha256").GetString()!, checkpoint.GetProperty("keyId").GetString()!);
        Assert.Contains("No ledger grew since.", (await cli.RunAsync("checkpoint")).Output, StringComparison.Ordinal);

        var key = (await installation.Container("checkpoints").GetBlobClient($"keys/{keyId}.json").DownloadContentAsync()).Value.Content.ToString();
        cli.Write("key.json", key + "\n");
        var verified = await cli.RunAsync("verify", "--key", "key.json", "--checkpoint", sha256);
        Assert.True(verified.ExitCode == 0, verified.Output + verified.Error);
        Assert.Contains($"Checkpoint 1 of ", verified.Output, StringComparison.Ordinal);
        Assert.Contains(sha256, verified.Output, StringComparison.Ordinal);

        var other = await cli.RunAsync("verify", "--checkpoint", new string('a', 64));
        Assert.Equal(1, other.ExitCode);
        Assert.Contains("checkpoints: missing: The checkpoint aaaa", other.Output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("--checkpoint", "abc", "--checkpoint is 'abc'; allowed: the 64 hexadecimal digits of a SHA-256.")]
    [InlineData("--key", "absent.json", "absent.json")]
    public async Task What_a_reader_brings_along_is_checked_first(string option, string value, string told)
    {
        using var installation = await Installation.CreateAsync();
        var result = await installation.Cli.RunAsync("verify", option, value);
        Assert.Equal(2, result.ExitCode);
        Assert.Contains(told, result.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_key_that_cannot_be_used_is_told_and_nothing_is_signed()
    {
        using var installation = await Installation.CreateAsync();
        installation.Cli.Write("wrong.pem", "no key");
        installation.Cli.Environment["TenderWatch__Evidence__SigningKeyFile"] = "wrong.pem";
        await installation.Cli.RunAsync("ingest", Path.Combine(SharedData.Repository, "samples", "dsmr6", "ted"));
        var result = await installation.Cli.RunAsync("checkpoint");
        Assert.Equal(3, result.ExitCode);
        Assert.Contains("wrong.pem holds no private key on the curve P-256", result.Error, StringComparison.Ordinal);
    }
}
