using System.Text;
using TenderWatch.Core.Screening.Reading;
using TenderWatch.Core.Screening.Results;
using TenderWatch.Core.Screening.Settings;

namespace TenderWatch.Core.Screening;

/// <summary>
/// Screens OCDS releases, one a line, with the indicators of OCP Cardinal: the same definitions, settings, exclusions and results. Releases are
/// read once and not kept.
/// </summary>
public static class BulkScreening
{
    /// <summary>Screens.</summary>
    /// <param name="input">The JSON lines; read to its end.</param>
    /// <param name="settings">What to screen for.</param>
    /// <param name="options">What to say.</param>
    /// <param name="cancellationToken">Stops it between two blocks.</param>
    /// <exception cref="IOException">The stream cannot be read to its end.</exception>
    /// <exception cref="OperationCanceledException">It was stopped.</exception>
    public static ScreeningResult Run(Stream input, ScreeningSettings settings, ScreeningOptions options, CancellationToken cancellationToken = default)
    {
        var currency = new MainCurrency(settings.Currency is null ? null : Encoding.UTF8.GetBytes(settings.Currency));
        var blocks = new LineBlocks(input, options.BlockSize);
        var parts = Enumerable.Range(0, Math.Max(1, options.Threads)).Select(_ => new ScreeningPart(settings, options, currency)).ToArray();
        Task[] work = [.. parts.Select(part => Task.Factory.StartNew(
            () => Read(blocks, part, currency, cancellationToken), cancellationToken, TaskCreationOptions.LongRunning, TaskScheduler.Default))];
        // Waits for all of them and throws what the first one threw, not a bundle.
        Task.WhenAll(work).GetAwaiter().GetResult();

        var all = parts[0];
        foreach (var part in parts.Skip(1)) all.Merge(part);
        var tooLong = new BadLines();
        foreach (var line in blocks.TooLong) tooLong.Add(line, $"is longer than {LineBlocks.LongestLine >> 20} MiB and was passed over.");
        all.BadLines.Merge(tooLong);
        all.Conclude();
        return new ScreeningResult(all, options, currency.Known);
    }

    private static void Read(LineBlocks blocks, ScreeningPart part, MainCurrency currency, CancellationToken cancellationToken)
    {
        var (reader, block) = (new BlockReader(part), new LineBlock());
        while (blocks.Next(block))
        {
            try
            {
                cancellationToken.ThrowIfCancellationRequested();
                reader.Read(block);
            }
            finally
            {
                // Also when it fails: another thread may be waiting for this block.
                currency.Finished(block.Place);
            }
        }
    }
}
