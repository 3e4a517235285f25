using TenderWatch.Core.Languages;

namespace TenderWatch.Core.Evidence.Tombstones;

/// <summary>Evidence was deleted because the time for which it is kept is over: nothing is wrong, and it does not come back.</summary>
/// <param name="tombstone">What stands in its place; its signature fits a key of this storage.</param>
public sealed class EvidenceDeletedException(Tombstone tombstone) : EvidenceException(TombstoneWords.Of(tombstone).En)
{
    /// <summary>What stands in its place.</summary>
    public Tombstone Tombstone { get; } = tombstone;
}

/// <summary>Tombstones in words.</summary>
public static class TombstoneWords
{
    /// <summary>That the bytes were deleted, when, by whom and why.</summary>
    public static LocalizedText Of(Tombstone tombstone) => new(
        $"Bewijs {tombstone.Sha256.Hex[..12]} is verwijderd volgens de bewaartermijn op {Wording.Nl.Date(DutchTime.DateOf(tombstone.At))} door {tombstone.By}: {tombstone.Reason} ({tombstone.Rule})",
        $"Evidence {tombstone.Sha256.Hex[..12]} was deleted under retention on {Wording.En.Date(DutchTime.DateOf(tombstone.At))} by {tombstone.By}: {tombstone.Reason} ({tombstone.Rule})");
}
