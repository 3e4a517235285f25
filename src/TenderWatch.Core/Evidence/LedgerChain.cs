using System.Globalization;
using TenderWatch.Core.Evidence.Timestamps;
using TenderWatch.Core.Languages;

namespace TenderWatch.Core.Evidence;

/// <summary>Follows one ledger entry by entry, in the order of the names, and names every entry that does not fit, or that is not what is known of it elsewhere.</summary>
internal sealed class LedgerChain(string caseId, string container, IReadOnlyList<KnownHead> known, Action<string, string, LocalizedText> fault)
{
    private long _expected = 1;
    private Digest? _previous = default(Digest);

    public LedgerEntry? Next(StoredLedgerEntry stored)
    {
        if (stored.Sequence <= 0)
        {
            fault(stored.Name, "stray", new("De naam is geen volgnummer: TenderWatch heeft dit hier niet opgeslagen.", "The name is no sequence number: TenderWatch did not store this here."));
            return null;
        }

        Gap(stored.Sequence);
        var digest = Digest.Of(stored.Bytes);
        foreach (var head in known.Where(head => head.Head.Sequence == stored.Sequence && head.Head.Sha256 != digest))
            fault(stored.Name, "altered", new($"{head.By.Nl} dit als {head.Head.Sha256}; nu is het {digest}.", $"{head.By.En} this as {head.Head.Sha256}; now it is {digest}."));

        LedgerEntry? entry = null;
        try
        {
            entry = LedgerEntry.Parse(stored.Bytes);
            Check(stored, entry);
            CheckTime(stored, entry);
        }
        catch (FormatException wrong)
        {
            fault(stored.Name, "not-an-entry", new($"De bytes zijn geen logboekregel meer ({wrong.Message})", $"The bytes are no longer a ledger entry ({wrong.Message})"));
        }

        _expected = stored.Sequence + 1;
        _previous = digest;
        return entry;
    }

    public void End()
    {
        var last = known.Select(head => head.Head.Sequence).DefaultIfEmpty().Max();
        if (_expected <= last) Gap(last + 1, "truncated");
    }

    private void Check(StoredLedgerEntry stored, LedgerEntry entry)
    {
        if (!string.Equals(entry.Case, caseId, StringComparison.Ordinal) || entry.Sequence != stored.Sequence)
        {
            fault(stored.Name, "misplaced", new(
                $"De inhoud is regel {entry.Sequence} van zaak {entry.Case}.",
                $"The content is entry {entry.Sequence} of case {entry.Case}."));
        }

        // After a gap there is nothing to compare with; the gap itself is named.
        if (_previous is { } previous && entry.Previous != previous)
        {
            fault(stored.Name, "chain", new(
                $"De regel volgt op {entry.Previous}, maar {Before(stored.Sequence)} is {previous}: een van beide is gewijzigd.",
                $"The entry follows {entry.Previous}, but {Before(stored.Sequence)} is {previous}: one of the two was altered."));
        }
    }

    // What was signed had happened. Nothing is said of two entries whose times go backwards: an event is dated when it came in, and may have waited while another was recorded.
    private void CheckTime(StoredLedgerEntry stored, LedgerEntry entry)
    {
        var signed = known.Where(head => head.SignedAt is not null && head.Head.Sequence >= stored.Sequence).MinBy(head => head.Checkpoint);
        if (signed?.SignedAt is not { } at || entry.At <= at + Timestamp.Tolerance) return;
        fault(stored.Name, "wrong-time", new(
            $"De regel is van {entry.At:u}, na controlepunt {signed.Checkpoint} van {at:u} dat haar ondertekende.",
            $"The entry is of {entry.At:u}, after checkpoint {signed.Checkpoint} of {at:u} that signed it."));
    }

    private void Gap(long next, string code = "gap")
    {
        for (var missing = _expected; missing < next; missing++)
        {
            // One fault for each missing entry, yet a hostile name must not make billions of them.
            if (missing - _expected == MostNamed)
            {
                fault(NameOf(missing), code, new($"Ook de regels {missing} tot en met {next - 1} ontbreken.", $"The entries {missing} to {next - 1} are missing too."));
                break;
            }

            fault(NameOf(missing), code, new("De regel ontbreekt.", "The entry is missing."));
        }

        if (next > _expected) _previous = null;
    }

    private const int MostNamed = 100;

    private string NameOf(long sequence) => string.Create(CultureInfo.InvariantCulture, $"{container}/{caseId}/{sequence:D10}.json");

    private string Before(long sequence) => sequence == 1 ? "0" : NameOf(sequence - 1);
}
