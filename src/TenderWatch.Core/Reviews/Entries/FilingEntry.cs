using TenderWatch.Core.Checks.ForeignSubsidies.Filings;
using TenderWatch.Core.Evidence;

namespace TenderWatch.Core.Reviews.Entries;

/// <summary>Stores what a tenderer filed under the Foreign Subsidies Regulation as confidential evidence and raises its event.</summary>
public sealed class FilingEntry(CaseEntrance entrance, IEvidenceStore evidence, RandomBytes random)
{
    /// <summary>Enters a filing. A later one of the same tenderer with the same stage takes its place; the same file again changes nothing.</summary>
    /// <param name="caseId">The case.</param>
    /// <param name="content">The filing as JSON; see <c>docs/fsr-filings.md</c>.</param>
    /// <param name="by">Who enters it.</param>
    /// <param name="cancellationToken">Stops the call.</param>
    public async Task<EntryOutcome> EnterAsync(string caseId, byte[] content, string by, CancellationToken cancellationToken)
    {
        if (FilingDocument.Read(content, out var faults) is null) return EntryOutcome.Refused(EntryFault.Content(new("De indiening kan", "The filing"), faults));
        var (fault, state, name) = await entrance.FindAsync(caseId, by, cancellationToken);
        if (fault is not null) return EntryOutcome.Refused(fault);
        foreach (var known in state.Filings)
        {
            if (await evidence.SaysAsync(known.Sha256, content, cancellationToken))
                return EntryOutcome.Entered(state.Id, FilingEvents.Received(state.Id, known).Id, isNew: false);
        }

        if (state.Filings.Count >= FilingEvents.Most)
            return EntryOutcome.Refused(new("too-many", null,
                $"Zaak {state.Id} heeft {FilingEvents.Most} indieningen, zoveel als zij kan hebben. Trek er een in waarvoor een latere in de plaats kwam.",
                $"Case {state.Id} has {FilingEvents.Most} filings, as many as it can have. Withdraw one that a later one took the place of."));
        var stored = await evidence.PutAsync(new ConfidentialDocument(content, Nonce.New(random)), cancellationToken);
        return await entrance.RaiseAsync(state.Id, FilingEvents.Received(state.Id, new FilingReference(stored, entrance.Now, name)), cancellationToken);
    }

    /// <summary>Withdraws a filing: it counts no more and stays in the ledger.</summary>
    /// <param name="caseId">The case.</param>
    /// <param name="sha256">The digits, or the first 8 or more of them, of its SHA-256.</param>
    /// <param name="by">Who withdraws it.</param>
    /// <param name="cancellationToken">Stops the call.</param>
    public async Task<EntryOutcome> WithdrawAsync(string caseId, string sha256, string by, CancellationToken cancellationToken)
    {
        var (fault, state, name) = await entrance.FindAsync(caseId, by, cancellationToken);
        if (fault is not null) return EntryOutcome.Refused(fault);
        var (filing, unknown) = ByDigest.Find(state.Filings, one => one.Sha256, sha256, state.Id, new("indiening", "filing"));
        return filing is null
            ? EntryOutcome.Refused(unknown!)
            : await entrance.RaiseAsync(state.Id, FilingEvents.Withdrawn(state.Id, new FilingReference(filing.Sha256, entrance.Now, name)), cancellationToken);
    }
}
