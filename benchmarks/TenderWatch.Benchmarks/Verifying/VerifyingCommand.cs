using System.Globalization;
using TenderWatch.Core.Evidence;
using TenderWatch.Core.Evidence.Checkpoints;
using TenderWatch.Storage;

namespace TenderWatch.Benchmarks.Verifying;

/// <summary>Checkpoints and <c>verify</c> of a copy in a folder, of a tenth of the cases and of all of them in one run, and since a checkpoint.</summary>
internal static class VerifyingCommand
{
    private const int Grown = 100;

    public static async Task<int> RunAsync(int cases, TextWriter output)
    {
        // The first is for the compiler.
        await MeasureAsync(500);
        var (small, large) = (await MeasureAsync(cases / 10), await MeasureAsync(cases));
        output.WriteLine("| | cases | s | ms a case | own processor, ms a case | heap, MB |");
        output.WriteLine("|---|---|---|---|---|---|");
        foreach (var (name, of) in new (string, Func<Measured, Effort>)[]
        {
            ("first checkpoint", one => one.First), ($"checkpoint after {Grown} cases grew", one => one.Second), ("verify", one => one.Whole), ("verify --since", one => one.Since),
        })
        {
            foreach (var measured in new[] { small, large }) output.WriteLine(Line(name, measured.Cases, of(measured)));
            output.WriteLine(string.Create(CultureInfo.InvariantCulture,
                $"| ratio | | {of(large).Time / of(small).Time:0.00} | {of(large).Time / of(small).Time / 10:0.00} | {of(large).Processor / of(small).Processor / 10:0.00} | {(double)of(large).Heap / of(small).Heap:0.00} |"));
        }

        output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"verify to verify --since, {large.Cases} cases: {large.Whole.Time / large.Since.Time:0.0}"));
        return 0;
    }

    private static string Line(string name, int cases, Effort effort) => string.Create(CultureInfo.InvariantCulture,
        $"| {name} | {cases} | {effort.Time.TotalSeconds:0.00} | {effort.Time.TotalMilliseconds / cases:0.000} | {effort.Processor.TotalMilliseconds / cases:0.000} | {effort.Heap / 1e6:0.0} |");

    private static async Task<Measured> MeasureAsync(int cases)
    {
        var folder = Directory.CreateTempSubdirectory("tenderwatch-verifying-").FullName;
        try
        {
            var made = new MadeInstallation(folder);
            made.Make(cases);
            using var signer = new MadeSigner();
#pragma warning disable RS0030 // A benchmark is a composition root.
            var time = TimeProvider.System;
#pragma warning restore RS0030
            var checkpointer = new Checkpointer(new MadeLedgers(made), new MadeCases(made), new MadeCheckpoints(made), signer, time);
            CheckpointOutcome? outcome = null;
            var first = await Effort.OfAsync(async () => outcome = await checkpointer.RunAsync(CancellationToken.None));
            Expect(outcome!.Latest!.Checkpoint.Added == cases, "a leaf for each case");
            var since = CheckpointReference.Of(outcome.Latest)!.Sha256;
            made.Grow(Grown);
            var second = await Effort.OfAsync(async () => outcome = await checkpointer.RunAsync(CancellationToken.None));
            Expect(outcome.Latest!.Checkpoint.Added == Grown, "a leaf for each case that grew");

            VerificationReport? report = null;
            var verification = new StoredCopy(folder).Verification(time);
            var whole = await Effort.OfAsync(async () => report = await verification.RunAsync(null, CancellationToken.None));
            Expect(report!.Intact && report.Cases == cases && report.Entries == (3 * cases) + Grown && report.Blobs == (2 * cases) + Grown + 1, "everything read and intact");
            var some = await Effort.OfAsync(async () => report = await verification.RunAsync(new Trust { Since = since }, null, CancellationToken.None));
            Expect(report.Intact && report.Cases == Grown && report.Entries == 4 * Grown, "what grew read and intact");
            return new Measured(cases, first, second, whole, some);
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    private static void Expect(bool holds, string what)
    {
        if (!holds) throw new InvalidOperationException($"Expected: {what}. The figures would be of something else.");
    }

    private sealed record Measured(int Cases, Effort First, Effort Second, Effort Whole, Effort Since);
}
