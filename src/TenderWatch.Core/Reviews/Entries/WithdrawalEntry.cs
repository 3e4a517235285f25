namespace TenderWatch.Core.Reviews.Entries;

/// <summary>Withdraws what was entered into a case, whichever it is: bids, a filing, or a statement.</summary>
public sealed class WithdrawalEntry(CaseEntrance entrance, BidEntry bids, FilingEntry filings, StatementEntry statements)
{
    /// <summary>Withdraws it: it counts no more and stays in the ledger.</summary>
    /// <param name="caseId">The case.</param>
    /// <param name="sha256">The SHA-256 of what was entered.</param>
    /// <param name="by">Who withdraws it.</param>
    /// <param name="cancellationToken">Stops the call.</param>
    public async Task<EntryOutcome> WithdrawAsync(string caseId, string sha256, string by, CancellationToken cancellationToken)
    {
        var (fault, state, _) = await entrance.FindAsync(caseId, by, cancellationToken);
        if (fault is not null) return EntryOutcome.Refused(fault);
        if (state.Bids.Any(set => set.Sha256.Hex == sha256)) return await bids.WithdrawAsync(state.Id, sha256, by, cancellationToken);
        if (state.Filings.Any(filing => filing.Sha256.Hex == sha256)) return await filings.WithdrawAsync(state.Id, sha256, by, cancellationToken);
        if (state.Statements.Any(statement => statement.Sha256.Hex == sha256)) return await statements.WithdrawAsync(state.Id, sha256, by, cancellationToken);
        return EntryOutcome.Refused(new("not-found", "sha256",
            $"Dit is niet (meer) ingevoerd in zaak {state.Id}. Open de zaak opnieuw en kies wat u intrekt.",
            $"Case {state.Id} has no such entry (any more). Open the case again and choose what you withdraw."));
    }
}
