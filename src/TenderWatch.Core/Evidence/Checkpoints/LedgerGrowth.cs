using TenderWatch.Core.Languages;

namespace TenderWatch.Core.Evidence.Checkpoints;

/// <summary>Follows a ledger from an end that was signed to the one it has now, so that nothing is signed that does not fit.</summary>
internal static class LedgerGrowth
{
    /// <summary>The end that a ledger has now, and the entry that does not fit, if there is one: then nothing of this ledger is to be signed.</summary>
    public static async Task<(LedgerHead Head, VerificationFault? Fault)> FollowAsync(ILedger ledger, string name, LedgerHead from, CancellationToken cancellationToken)
    {
        var head = from;
        while (await ledger.FindAsync(name, head.Sequence + 1, cancellationToken) is { } stored)
        {
            if (!Fits(stored, name, head)) return (head, Fault(stored.Name));
            head = new LedgerHead(stored.Sequence, Digest.Of(stored.Bytes));
        }

        return (head, null);
    }

    private static bool Fits(StoredLedgerEntry stored, string name, LedgerHead after)
    {
        try
        {
            var entry = LedgerEntry.Parse(stored.Bytes);
            return entry.Case == name && entry.Sequence == stored.Sequence && entry.Previous == after.Sha256;
        }
        catch (FormatException)
        {
            return false;
        }
    }

    private static VerificationFault Fault(string entry) => new(entry, "chain", new LocalizedText(
        "De regel past niet op wat ervoor staat; van dit logboek is niets ondertekend. Laat 'tenderwatch verify' draaien.",
        "The entry does not fit what precedes it; nothing of this ledger was signed. Have 'tenderwatch verify' run."));
}
