using TenderWatch.Core.Evidence;
using TenderWatch.Core.Languages;
using TenderWatch.Core.Reviews;

namespace TenderWatch.Core.Rechecks;

/// <summary>How a case was judged over time, by its ledger.</summary>
/// <param name="Entries">The entries with findings, oldest first.</param>
/// <param name="Faults">What is wrong with the ledger: what it says then proves nothing.</param>
internal sealed record JudgedLedger(IReadOnlyList<FindingsEntry> Entries, IReadOnlyList<VerificationFault> Faults)
{
    public static async Task<JudgedLedger> ReadAsync(ILedger ledger, CaseState state, CancellationToken cancellationToken)
    {
        var (entries, faults) = (new List<FindingsEntry>(), new List<VerificationFault>());
        var chain = new LedgerChain(state.Id, ledger.Container, [new KnownHead(state.Ledger, null)], (blob, code, what) => faults.Add(new VerificationFault(blob, code, what)));
        await foreach (var stored in ledger.ReadAsync(state.Id, cancellationToken))
        {
            if (chain.Next(stored) is not { Kind: FindingsEntry.Kind } entry) continue;
            if (FindingsEntry.Read(entry) is { } findings) entries.Add(findings);
            else faults.Add(new VerificationFault(stored.Name, "not-an-entry", new("De regel noemt geen bevindingen zoals TenderWatch ze vastlegt.", "The entry does not name findings as TenderWatch records them.")));
        }

        chain.End();
        return new JudgedLedger(entries, faults);
    }

    /// <summary>The results that a ruleset means, each with its entry; the same result on the same facts only once.</summary>
    /// <param name="ruleset">The day, or the rules; an entry was looked up before.</param>
    public IEnumerable<(FindingsEntry Entry, RecordedResult Result)> Meant(Ruleset ruleset)
    {
        var meant = ruleset switch
        {
            Ruleset.OnDay { Day: var day } => Entries.Where(entry => DutchTime.DateOf(entry.At) <= day).TakeLast(1).SelectMany(entry => entry.Results.Select(result => (entry, result))),
            Ruleset.Named { Rules: var rules } => Entries.SelectMany(entry => entry.Results.Where(result => rules.Contains(result.Rule)).Select(result => (entry, result))),
            _ => throw new ArgumentException("An entry stands for the rules that it names.", nameof(ruleset)),
        };
        return meant.DistinctBy(pair => (pair.result.Rule, pair.result.Findings, pair.result.Confidential, pair.entry.Facts, pair.entry.ConfidentialFacts, pair.entry.Settings));
    }
}
