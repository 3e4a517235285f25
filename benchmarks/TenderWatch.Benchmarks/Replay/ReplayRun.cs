using System.Diagnostics;
using Microsoft.Extensions.DependencyInjection;
using TenderWatch.Core.Procurements;
using TenderWatch.Core.Watching;
using TenderWatch.Local.Hosting;
using TenderWatch.Sources.Ted;

namespace TenderWatch.Benchmarks.Replay;

/// <summary>
/// Takes made notices in through the product as the command <c>backfill --package</c> does, onto an Azurite of its own, phase by phase.
/// One phase is one package and the settling after it.
/// </summary>
internal static class ReplayRun
{
    private const int BareEvery = 20;

    /// <param name="notices">The notices.</param>
    /// <param name="phases">How many phases.</param>
    /// <param name="size">Notices of a phase.</param>
    /// <param name="azurite">The emulator, which nobody else uses.</param>
    /// <param name="cancellationToken">Stops the run.</param>
    public static async Task<ReplayReport> RunAsync(MadeNotices notices, int phases, int size, AzuriteProcess azurite, CancellationToken cancellationToken)
    {
        await using var product = await ReplayedProduct.StartAsync(azurite.ConnectionString, cancellationToken);
        var bare = new BareStorage(azurite.ConnectionString);
        await bare.CreateAsync(cancellationToken);
        using var azuriteProcess = Process.GetProcessById(azurite.ProcessId);

        var done = new List<ReplayPhase>();
        for (var phase = 0; phase < phases; phase++)
        {
            using var package = await MadePackage.CreateAsync(notices, phase * size, size, cancellationToken);
            done.Add(await PhaseAsync(product, bare, package.Path, size, azuriteProcess, cancellationToken));
        }

        var registered = await product.Services.GetRequiredService<IRegistry>().CountAsync(cancellationToken);
        if (registered.Notices != phases * size) throw new InvalidOperationException($"{registered.Notices} notices are registered of {phases * size}: some were made alike.");
        return new ReplayReport(done, registered, await product.PollAsync(cancellationToken));
    }

    private static async Task<ReplayPhase> PhaseAsync(ReplayedProduct product, BareStorage bare, string path, int size, Process azurite, CancellationToken cancellationToken)
    {
        using var self = Process.GetCurrentProcess();
        var before = Readings.Take(product.Operations, self, azurite);
        var taken = await TakeAsync(product, bare, path, cancellationToken);
        if (taken.Count != size) throw new InvalidOperationException($"The package gave {taken.Count} notices of {size}.");

        var after = Readings.Take(product.Operations, self, azurite);
        var settling = Stopwatch.StartNew();
        await product.Services.GetRequiredService<Pipeline>().SettleAsync(null, cancellationToken);
        settling.Stop();
        product.ForgetCards();
        var settled = Readings.Take(product.Operations, self, azurite);
        return new ReplayPhase
        {
            Notices = taken.Count,
            Intake = taken.Elapsed,
            Quick = taken.Quick,
            Settling = settling.Elapsed,
            BarePut = taken.BarePut,
            Processor = after.Processor - before.Processor,
            AzuriteProcessor = after.AzuriteProcessor - before.AzuriteProcessor,
            SettlingAzurite = settled.AzuriteProcessor - after.AzuriteProcessor,
            Requests = after.Requests.ToDictionary(kind => kind.Key, kind => kind.Value - before.Requests.GetValueOrDefault(kind.Key), StringComparer.Ordinal),
            Reads = after.Reads - before.Reads,
            Writes = after.Writes - before.Writes,
            SettlingRequests = settled.Reads + settled.Writes - after.Reads - after.Writes,
            Unmatched = taken.Unmatched,
            MostWritesUnmatched = taken.MostWritesUnmatched,
            Matched = taken.Matched,
            PeakBytes = self.PeakWorkingSet64,
            HeapBytes = GC.GetTotalMemory(forceFullCollection: true),
        };
    }

    private static async Task<Taken> TakeAsync(ReplayedProduct product, BareStorage bare, string path, CancellationToken cancellationToken)
    {
        var intake = product.Services.GetRequiredService<FileIntake>();
        var taken = new Taken();
        taken.Run();
        await using var file = File.OpenRead(path);
        await foreach (var notice in TedPackage.ReadAsync(file, ReplayedProduct.MaximumNoticeBytes, cancellationToken))
        {
            var (start, writes) = (taken.Elapsed, product.Operations.Writes);
            var result = await intake.TakeAsync(notice.Content!, notice.Name, all: true, cancellationToken);
            if (result is not { Outcome: IntakeOutcome.Linked, IsNew: true }) throw new InvalidOperationException($"{notice.Name} was not taken in as a new notice: {result}");
            taken.Add(result, taken.Elapsed - start, product.Operations.Writes - writes);
            if (taken.Count % BareEvery != 0) continue;
            taken.Pause();
            taken.AddBare(await bare.PutAsync(cancellationToken));
            taken.Run();
        }

        taken.Pause();
        return taken;
    }
}
