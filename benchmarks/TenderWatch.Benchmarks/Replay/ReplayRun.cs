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
        var (intake, operations) = (product.Services.GetRequiredService<FileIntake>(), product.Operations);
        using var self = Process.GetCurrentProcess();
        var (before, reads, writes, processor, azuriteProcessor) = (operations.Counts, operations.Reads, operations.Writes, self.TotalProcessorTime, azurite.TotalProcessorTime);
        var (count, matched, unmatched, mostWrites) = (0, 0, 0, 0);
        var (times, bareTimes) = (new List<TimeSpan>(size), new List<TimeSpan>());
        var watch = Stopwatch.StartNew();

        await using (var file = File.OpenRead(path))
        {
            await foreach (var notice in TedPackage.ReadAsync(file, ReplayedProduct.MaximumNoticeBytes, cancellationToken))
            {
                var (start, writesBefore) = (watch.Elapsed, operations.Writes);
                var result = await intake.TakeAsync(notice.Content!, notice.Name, all: true, cancellationToken);
                if (result is not { Outcome: IntakeOutcome.Linked, IsNew: true }) throw new InvalidOperationException($"{notice.Name} was not taken in as a new notice: {result}");
                times.Add(watch.Elapsed - start);
                count++;
                if (result.Matches is { Count: > 0 }) matched++;
                if (!result.HasCase)
                {
                    unmatched++;
                    mostWrites = Math.Max(mostWrites, operations.Writes - writesBefore);
                }

                if (count % BareEvery != 0) continue;
                watch.Stop();
                bareTimes.Add(await bare.PutAsync(cancellationToken));
                watch.Start();
            }
        }

        watch.Stop();
        self.Refresh();
        azurite.Refresh();
        if (count != size) throw new InvalidOperationException($"The package gave {count} notices of {size}.");
        var (after, readsAfter, writesAfter) = (operations.Counts, operations.Reads, operations.Writes);
        var (intakeProcessor, intakeAzurite) = (self.TotalProcessorTime - processor, azurite.TotalProcessorTime - azuriteProcessor);
        var settling = Stopwatch.StartNew();
        await product.Services.GetRequiredService<Pipeline>().SettleAsync(null, cancellationToken);
        settling.Stop();
        self.Refresh();
        azurite.Refresh();
        return new ReplayPhase
        {
            Notices = count,
            Intake = watch.Elapsed,
            Quick = LowerTenth(times),
            Settling = settling.Elapsed,
            BarePut = LowerTenth(bareTimes),
            Processor = intakeProcessor,
            AzuriteProcessor = intakeAzurite,
            SettlingAzurite = azurite.TotalProcessorTime - azuriteProcessor - intakeAzurite,
            Requests = after.ToDictionary(kind => kind.Key, kind => kind.Value - before.GetValueOrDefault(kind.Key), StringComparer.Ordinal),
            Reads = readsAfter - reads,
            Writes = writesAfter - writes,
            SettlingRequests = operations.Reads + operations.Writes - readsAfter - writesAfter,
            Unmatched = unmatched,
            MostWritesUnmatched = mostWrites,
            Matched = matched,
            PeakBytes = self.PeakWorkingSet64,
            HeapBytes = GC.GetTotalMemory(forceFullCollection: true),
        };
    }

    private static TimeSpan LowerTenth(List<TimeSpan> times) => times.Order().ElementAtOrDefault(times.Count / 10);
}
