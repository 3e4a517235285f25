using System.Text.Json;
using TenderWatch.Core.Evidence;
using TenderWatch.Core.Reviews;
using TenderWatch.Local.Tests.Entries;
using TenderWatch.Local.Tests.Support;
using TenderWatch.Storage;
using TenderWatch.Testing;

namespace TenderWatch.Local.Tests.Retention;

/// <summary>An installation with one case that was awarded at the end of 2009 for four years with two renewals of a year, and bids and a filing that were entered into it.</summary>
internal sealed class OldCase : IDisposable
{
    private OldCase(Installation installation) => Installation = installation;

    public Installation Installation { get; }

    public Cli Cli => Installation.Cli;

    public string Id { get; private set; } = "";

    /// <summary>The notice of the sample, sixteen years before.</summary>
    public static string Notice => File.ReadAllText(Path.Combine(SharedData.Repository, "samples", "dsmr6", "ted", "99000004-2025.xml"))
        .Replace("2025-", "2009-", StringComparison.Ordinal).Replace("2026-", "2010-", StringComparison.Ordinal);

    public static async Task<OldCase> CreateAsync(bool entered = true)
    {
        var old = new OldCase(await Installation.CreateAsync());
        old.Cli.Write("in/1.xml", Notice);
        await old.RunAsync("ingest", "in", "--json");
        old.Id = (await old.StateAsync()).Id;
        if (!entered) return old;
        old.Cli.Write("bids.csv", Marks.Bids);
        old.Cli.Write("filing.json", Marks.Filing);
        await old.RunAsync("bids", old.Id, "bids.csv", "--by", "A. Voorbeeld", "--json");
        await old.RunAsync("filing", old.Id, "filing.json", "--by", "A. Voorbeeld", "--json");
        return old;
    }

    /// <summary>Runs a command that must succeed.</summary>
    public async Task<string> RunAsync(params string[] arguments)
    {
        var run = await Cli.RunAsync(arguments);
        Assert.True(run.ExitCode == 0, $"{string.Join(' ', arguments)}: {run.Output}{run.Error}");
        return run.Output;
    }

    public Task<string> DeleteAsync() => RunAsync("retention", "--delete", "--yes", "--by", "B. Bewaarder", "--reason", "Bewaartermijn voorbij", "--json");

    public async Task<CaseState> StateAsync() => Assert.Single(await new Storage.Cases(Installation.Account()).ListAsync(CancellationToken.None));

    public async Task<IReadOnlyList<LedgerEntry>> LedgerAsync(string? name = null) =>
        [.. (await new LedgerStore(Installation.Account()).ReadAsync(name ?? Id, CancellationToken.None).ToListAsync()).Select(stored => LedgerEntry.Parse(stored.Bytes))];

    public async Task<IReadOnlyList<string>> BlobsAsync(string container) => [.. (await Installation.Container(container).GetBlobsAsync().ToListAsync()).Select(blob => blob.Name)];

    public static IReadOnlyList<string> Names(string json, string list)
    {
        using var document = JsonDocument.Parse(json);
        return [.. document.RootElement.GetProperty(list).EnumerateArray().Select(item => $"{item.GetProperty("confidentiality").GetString()}/{item.GetProperty("sha256").GetString()}")];
    }

    public void Dispose() => Installation.Dispose();
}
