using System.Diagnostics;
using System.Globalization;
using System.Text.RegularExpressions;
using Azure.Storage.Blobs;
using TenderWatch.Local.Hosting;

namespace TenderWatch.Storage.Tests;

/// <summary>Azurite in memory, when it collects content that no blob refers to any more (azurite.mjs).</summary>
public sealed partial class AzuriteCollectionTests : IDisposable
{
    private const int Blobs = 60;

    // Counts how often the index of all content is sorted; Azurite collects ten minutes after its start otherwise.
    private const string Preload =
        """
        require("azurite/dist/src/blob/utils/constants.js").DEFAULT_GC_INTERVAL_MS = 50;
        const { Collection } = require("lokijs");
        const ensureIndex = Collection.prototype.ensureIndex;
        let sorted = 0;
        Collection.prototype.ensureIndex = function (...of) { if (this.name === "$EXTENTS_COLLECTION$") sorted++; return ensureIndex.apply(this, of); };
        const manager = require("azurite/dist/src/blob/gc/BlobGCManager.js").default;
        const sweep = manager.prototype.markSweep;
        manager.prototype.markSweep = async function () {
          const remove = this.extentStore.deleteExtents;
          this.extentStore.deleteExtents = async function (extents) {
            const before = sorted;
            const removed = await remove.call(this, extents);
            console.log(`collected ${removed}, sorted ${sorted - before}`);
            return removed;
          };
          try { await sweep.call(this); } finally { this.extentStore.deleteExtents = remove; }
        };
        """;

    private readonly string _preload = Path.Combine(Directory.CreateTempSubdirectory("tenderwatch-azurite-").FullName, "preload.cjs");

    public void Dispose() => Directory.Delete(Path.GetDirectoryName(_preload)!, recursive: true);

    [Fact]
    public async Task All_that_no_blob_refers_to_is_collected_with_one_sort_and_every_blob_stays()
    {
        var cancel = TestContext.Current.CancellationToken;
        await File.WriteAllTextAsync(_preload, Preload, cancel);
        var packages = await NodePackages.EnsureAsync(null, null, cancel);
        var start = packages.Script("azurite.mjs", "--silent", "--skipApiVersionCheck", "--disableTelemetry", "--inMemoryPersistence", "--blobPort", "0", "--queuePort", "0", "--tablePort", "0");
        start.Environment["NODE_OPTIONS"] = $"--require {_preload}";
        using var process = Process.Start(start)!;
        var errors = process.StandardError.ReadToEndAsync(cancel);
        var port = await PortAsync(process);
        var container = new BlobServiceClient(
            $"DefaultEndpointsProtocol=http;AccountName=devstoreaccount1;AccountKey=Eby8vdM02xNOcqFlqUwJPLlmEtlCDXJ1OUzFT50uSRZ6IFsuFq2UVErCz4I6tq/K1SZFPTOtr/KBHBeksoGMGw==;BlobEndpoint=http://127.0.0.1:{port}/devstoreaccount1;")
            .GetBlobContainerClient("kept");
        await container.CreateAsync(cancellationToken: cancel);
        for (var version = 1; version <= 3; version++)
        {
            for (var blob = 0; blob < Blobs; blob++) await container.GetBlobClient($"{blob}").UploadAsync(BinaryData.FromString($"{blob} v{version}"), overwrite: true, cancel);
        }

        var (collected, worst) = (0, 0);
        while (collected < 2 * Blobs && await process.StandardOutput.ReadLineAsync(cancel) is { } line)
        {
            if (Collected().Match(line) is not { Success: true } match) continue;
            collected += int.Parse(match.Groups["pieces"].Value, CultureInfo.InvariantCulture);
            worst = Math.Max(worst, int.Parse(match.Groups["sorts"].Value, CultureInfo.InvariantCulture));
        }

        Assert.Equal(2 * Blobs, collected);
        Assert.Equal(1, worst);
        for (var blob = 0; blob < Blobs; blob++) Assert.Equal($"{blob} v3", (await container.GetBlobClient($"{blob}").DownloadContentAsync(cancel)).Value.Content.ToString());
        process.StandardInput.Close();
        await process.StandardOutput.ReadToEndAsync(cancel);
        await process.WaitForExitAsync(cancel);
        Assert.Equal("", await errors);
    }

    private static async Task<int> PortAsync(Process process)
    {
        var port = 0;
        while (await process.StandardOutput.ReadLineAsync(TestContext.Current.CancellationToken) is { } line)
        {
            if (Listening().Match(line) is { Success: true } match) port = int.Parse(match.Groups["port"].Value, CultureInfo.InvariantCulture);
            if (line.Contains("Table service is successfully", StringComparison.Ordinal)) break;
        }

        return port;
    }

    [GeneratedRegex(@"^collected (?<pieces>\d+), sorted (?<sorts>\d+)$", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Collected();

    [GeneratedRegex(@"Blob service is successfully listening at http://127\.0\.0\.1:(?<port>\d+)", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Listening();
}
