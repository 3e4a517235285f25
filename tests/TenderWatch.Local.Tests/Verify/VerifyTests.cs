using TenderWatch.Local.Tests.Support;
using TenderWatch.Testing;

namespace TenderWatch.Local.Tests.Verify;

public class VerifyTests
{
    [Fact]
    public async Task Stored_evidence_and_ledgers_verify_until_a_byte_is_changed_which_is_named()
    {
        using var installation = await Installation.CreateAsync();
        var cli = installation.Cli;
        Assert.Equal(0, (await cli.RunAsync("ingest", Path.Combine(SharedData.Repository, "samples", "dsmr6", "ted"))).ExitCode);
        var intact = await cli.RunAsync("verify");
        Assert.True(intact.ExitCode == 0, intact.Output + intact.Error);

        foreach (var container in new[] { "ledger", "evidence-public" })
        {
            var blobs = installation.Container(container);
            var name = blobs.GetBlobs().First().Name;
            var original = (await blobs.GetBlobClient(name).DownloadContentAsync()).Value.Content.ToArray();
            var changed = (byte[])original.Clone();
            changed[changed.Length / 2] ^= 1;
            await blobs.GetBlobClient(name).UploadAsync(BinaryData.FromBytes(changed), overwrite: true);

            var verified = await cli.RunAsync("verify");
            Assert.Equal(1, verified.ExitCode);
            Assert.Contains(name, verified.Output, StringComparison.Ordinal);
            Assert.Contains("NOT intact", verified.Output, StringComparison.Ordinal);
            await blobs.GetBlobClient(name).UploadAsync(BinaryData.FromBytes(original), overwrite: true);
        }

        Assert.Equal(0, (await cli.RunAsync("verify")).ExitCode);
    }
}
