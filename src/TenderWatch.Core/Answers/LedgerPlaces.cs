using TenderWatch.Core.Evidence;

namespace TenderWatch.Core.Answers;

/// <summary>Where the ledger of a case names what: the first entry for each digest, and the entries by key.</summary>
internal sealed class LedgerPlaces
{
    private readonly Dictionary<Digest, LedgerPlace> _digests = [];
    private readonly Dictionary<string, LedgerPlace> _keys = new(StringComparer.Ordinal);

    /// <summary>Where stored entries name what.</summary>
    public static LedgerPlaces Of(IEnumerable<StoredLedgerEntry> entries)
    {
        var places = new LedgerPlaces();
        foreach (var entry in entries) places.Add(entry);
        return places;
    }

    // What is no entry is left to verify.
    private void Add(StoredLedgerEntry stored)
    {
        LedgerEntry entry;
        try
        {
            entry = LedgerEntry.Parse(stored.Bytes);
        }
        catch (FormatException)
        {
            return;
        }

        var place = new LedgerPlace(entry.Sequence, Digest.Of(stored.Bytes), entry.At);
        _keys.TryAdd(entry.Key, place);
        foreach (var (digest, _) in EvidenceReferences.Of(entry.Body)) _digests.TryAdd(digest, place);
    }

    /// <summary>The first entry that names the bytes.</summary>
    public LedgerPlace? Naming(Digest digest) => _digests.GetValueOrDefault(digest);

    /// <summary>The entry of a key.</summary>
    public LedgerPlace? Of(string key) => _keys.GetValueOrDefault(key);
}
