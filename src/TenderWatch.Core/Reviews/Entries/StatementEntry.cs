using TenderWatch.Core.Evidence;
using TenderWatch.Core.Supply;

namespace TenderWatch.Core.Reviews.Entries;

/// <summary>Stores statements and raises their events; the episode of the case does the rest.</summary>
public sealed class StatementEntry(CaseEntrance entrance, IEvidenceStore evidence)
{
    /// <summary>Enters a statement. The same statement again changes nothing.</summary>
    /// <param name="caseId">The case.</param>
    /// <param name="content">The statement as JSON; see <c>docs/supply.md</c>.</param>
    /// <param name="by">Who enters it.</param>
    /// <param name="cancellationToken">Stops the call.</param>
    public async Task<EntryOutcome> EnterAsync(string caseId, byte[] content, string by, CancellationToken cancellationToken)
    {
        if (SupplyStatements.Read(content, out var faults) is null) return EntryOutcome.Refused(EntryFault.Content(new("De opgave kan", "The statement"), faults));
        var (fault, state, name) = await entrance.FindAsync(caseId, by, cancellationToken);
        if (fault is not null) return EntryOutcome.Refused(fault);
        var sha256 = Digest.Of(content);
        if (state.Statements.FirstOrDefault(statement => statement.Sha256 == sha256) is { } known)
            return EntryOutcome.Entered(state.Id, StatementEvents.Entered(state.Id, known).Id, isNew: false);
        if (state.Statements.Count >= StatementEvents.Most)
            return EntryOutcome.Refused(new("too-many", null,
                $"Zaak {state.Id} heeft {StatementEvents.Most} opgaven, zoveel als zij kan hebben. Trek er een in die niet meer telt, of voer er meer als één in.",
                $"Case {state.Id} has {StatementEvents.Most} statements, as many as it can have. Withdraw one that counts no more, or enter several as one."));
        await evidence.PutAsync(content, "application/json", Confidentiality.Public, cancellationToken);
        return await entrance.RaiseAsync(state.Id, StatementEvents.Entered(state.Id, new StatementReference(sha256, entrance.Now, name)), cancellationToken);
    }

    /// <summary>Withdraws a statement: it counts no more and stays in the ledger.</summary>
    /// <param name="caseId">The case.</param>
    /// <param name="sha256">The digits, or the first 8 or more of them, of its SHA-256.</param>
    /// <param name="by">Who withdraws it.</param>
    /// <param name="cancellationToken">Stops the call.</param>
    public async Task<EntryOutcome> WithdrawAsync(string caseId, string sha256, string by, CancellationToken cancellationToken)
    {
        var (fault, state, name) = await entrance.FindAsync(caseId, by, cancellationToken);
        if (fault is not null) return EntryOutcome.Refused(fault);
        var (statement, unknown) = ByDigest.Find(state.Statements, one => one.Sha256, sha256, state.Id, new("opgave", "statement"));
        return statement is null
            ? EntryOutcome.Refused(unknown!)
            : await entrance.RaiseAsync(state.Id, StatementEvents.Withdrawn(state.Id, new StatementReference(statement.Sha256, entrance.Now, name)), cancellationToken);
    }
}
