using TenderWatch.Core.Evidence;
using TenderWatch.Core.Evidence.Access;
using TenderWatch.Core.Languages;
using TenderWatch.Core.Reviews;

namespace TenderWatch.Core.Retention;

/// <summary>What the ledgers say of evidence, of holds, and of what was deleted.</summary>
internal sealed class LedgerReading(CaseGroups groups)
{
    private readonly Dictionary<(Digest, Confidentiality), Naming> _named = [];
    private readonly Dictionary<string, IReadOnlyList<CaseHold>> _holds = new(StringComparer.Ordinal);
    private readonly Dictionary<string, List<Digest>> _facts = new(StringComparer.Ordinal);

    /// <summary>All evidence that is named.</summary>
    public IEnumerable<Naming> Named => _named.Values;

    /// <summary>What ledgers record as deleted, with the case.</summary>
    public HashSet<(string Case, Digest Sha256, Confidentiality Kind)> Recorded { get; } = [];

    /// <summary>The ledgers with an entry that cannot be read.</summary>
    public HashSet<string> Unreadable { get; } = new(StringComparer.Ordinal);

    /// <summary>The confidential facts of a case and of those that it took over.</summary>
    public IEnumerable<Digest> ConfidentialFactsOf(string leader) => _facts.GetValueOrDefault(leader, []).Distinct();

    public void Take(string name, StoredLedgerEntry stored)
    {
        var caseId = AccessLedger.CaseOf(name) ?? name;
        LedgerEntry entry;
        try
        {
            entry = LedgerEntry.Parse(stored.Bytes);
        }
        catch (FormatException)
        {
            Unreadable.Add(name);
            groups.Hold(caseId, new LocalizedText($"Logboek {name} kan niet worden gelezen. Laat 'tenderwatch verify' draaien.", $"Ledger {name} cannot be read. Have 'tenderwatch verify' run."));
            return;
        }

        var leader = groups.LeaderOf(caseId);
        // Who looked at something does not keep it any longer.
        if (name == caseId) Name(caseId, leader, entry);
        if (name == caseId) _holds[caseId] = HoldEvents.Apply(_holds.GetValueOrDefault(caseId, []), entry.Kind, entry.At, entry.Body);
        if (entry.Kind == CaseEventKinds.EvidenceDeleted) foreach (var (sha256, kind) in DeletionEvents.Read(entry.Body)) Recorded.Add((caseId, sha256, kind));
    }

    /// <summary>All ledgers have been read.</summary>
    public void EndHolds()
    {
        foreach (var (caseId, holds) in _holds)
        {
            if (holds.LastOrDefault(hold => hold.Stands) is { } hold) groups.Hold(caseId, hold);
        }
    }

    private void Name(string caseId, string? leader, LedgerEntry entry)
    {
        foreach (var named in NamedEvidence.In(entry))
        {
            if (!_named.TryGetValue((named.Sha256, named.Confidentiality), out var naming)) _named[(named.Sha256, named.Confidentiality)] = naming = new Naming(named.Sha256, named.Confidentiality);
            naming.Add(caseId, leader, named);
            if (leader is null || named.Use != EvidenceUse.Judged || entry.Kind != "facts") continue;
            if (!_facts.TryGetValue(leader, out var facts)) _facts[leader] = facts = [];
            facts.Add(named.Sha256);
        }
    }
}
