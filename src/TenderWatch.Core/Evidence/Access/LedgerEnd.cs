using TenderWatch.Core.Languages;

namespace TenderWatch.Core.Evidence.Access;

/// <summary>Finds the end of a ledger that may be long, without reading it all.</summary>
internal static class LedgerEnd
{
    /// <summary>The last entry before a day: of those of the day a writer looks for its own.</summary>
    /// <param name="ledger">The ledgers.</param>
    /// <param name="name">The ledger.</param>
    /// <param name="day">The day, in Dutch time.</param>
    /// <param name="cancellationToken">Stops the call.</param>
    public static async Task<LedgerHead> BeforeDayAsync(ILedger ledger, string name, DateOnly day, CancellationToken cancellationToken)
    {
        // The numbers have no gap: doubling finds one that is not there, halving the last one before the day.
        async Task<StoredLedgerEntry?> EarlierAsync(long number) => await ledger.FindAsync(name, number, cancellationToken) is { } stored && IsBefore(stored, day) ? stored : null;
        long above = 1;
        StoredLedgerEntry? last = null;
        for (; await EarlierAsync(above) is { } earlier; above *= 2) last = earlier;
        var below = last?.Sequence ?? 0;
        while (above - below > 1)
        {
            var middle = below + ((above - below) / 2);
            if (await EarlierAsync(middle) is { } earlier) (below, last) = (middle, earlier);
            else above = middle;
        }

        return last is null ? LedgerHead.Start : new LedgerHead(last.Sequence, Digest.Of(last.Bytes));
    }

    private static bool IsBefore(StoredLedgerEntry stored, DateOnly day)
    {
        try
        {
            return DutchTime.DateOf(LedgerEntry.Parse(stored.Bytes).At) < day;
        }
        catch (FormatException)
        {
            throw new EvidenceException($"{stored.Name} was altered. Run verify and restore it from a copy.");
        }
    }
}
