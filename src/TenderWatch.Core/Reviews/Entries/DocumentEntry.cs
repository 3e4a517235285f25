using TenderWatch.Core.Cases;
using TenderWatch.Core.Evidence;
using TenderWatch.Core.Languages;
using TenderWatch.Core.Texts;

namespace TenderWatch.Core.Reviews.Entries;

/// <summary>Retrieves the procurement documents of a case, stores them with the facts that stand in them, and raises the event.</summary>
public sealed class DocumentEntry(CaseEntrance entrance, CaseViews views, IDocumentSource source, IDocumentReader reader, IEvidenceStore evidence)
{
    private static readonly LocalizedText TooMany = LocalizedText.Of(
        nl => $"Een zaak bewaart hoogstens {nl.Number(CaseDocuments.Most)} stukken; dit stuk is niet bewaard.",
        en => $"A case keeps {en.Number(CaseDocuments.Most)} documents at most; this one was not kept.");

    /// <summary>Retrieves them. The same documents again change nothing.</summary>
    /// <param name="caseId">The case.</param>
    /// <param name="by">Who asks for it.</param>
    /// <param name="cancellationToken">Stops the call.</param>
    public async Task<(EntryOutcome Outcome, IReadOnlyList<LocalizedText> Told)> RetrieveAsync(string caseId, string by, CancellationToken cancellationToken)
    {
        if (!source.IsOn) return (EntryOutcome.Refused(new("off", null, "Documenten worden niet opgehaald: Sources:Documents:Retrieve is false.", "Documents are not retrieved: Sources:Documents:Retrieve is false.")), []);
        var (fault, state, _) = await entrance.FindAsync(caseId, by, cancellationToken);
        if (fault is not null) return (EntryOutcome.Refused(fault), []);
        if (await views.FactsAsync(state, cancellationToken) is not { } facts) return (EntryOutcome.Refused(CaseEntrance.NoFacts(state)), []);
        var (found, missed, told) = (new List<CaseDocument>(), new List<MissedDocument>(), new List<LocalizedText>());
        var known = new HashSet<string>(StringComparer.Ordinal);
        // The latest notice first: of documents that several notices name, the later publication is the one that counts.
        foreach (var notice in facts.Notices.Reverse().Where(notice => !notice.IsSecondHand))
        {
            foreach (var retrieved in await source.RetrieveAsync(notice, cancellationToken))
            {
                if (!known.Add(retrieved.Origin)) continue;
                var why = retrieved.Failure?.Text ?? (found.Count < CaseDocuments.Most ? null : TooMany);
                if (why is null)
                {
                    found.Add(await StoreAsync(notice, retrieved, told, cancellationToken));
                    continue;
                }

                missed.Add(new MissedDocument(retrieved.Name, retrieved.Origin, notice.Record.Key, why));
                told.Add(Of(retrieved, why));
            }
        }

        if (found.Count == 0)
        {
            var nothing = told.Count > 0
                ? new EntryFault("nothing", null, "Er is geen document opgehaald.", "No document was retrieved.")
                : new EntryFault("nothing", null, "De aankondigingen van deze zaak noemen geen documenten.", "The notices of this case name no documents.");
            return (EntryOutcome.Refused(nothing with { Details = told }), told);
        }

        var before = state.Documents is { } list ? CaseDocuments.Read(await evidence.GetAsync(list, Confidentiality.Public, cancellationToken)) : CaseDocuments.None;
        // What is the same to the byte keeps the moment at which it was first retrieved.
        CaseDocument[] merged = [.. found.Select(document => before.Documents.FirstOrDefault(one => one.Origin == document.Origin && one.Sha256 == document.Sha256 && one.Facts == document.Facts) is { } same ? same with { Faults = document.Faults } : document)];
        var all = (before with { Missed = null }).With(new CaseDocuments(merged) { Missed = missed });
        var stored = await evidence.PutAsync(all.ToBytes(), "application/json", Confidentiality.Public, cancellationToken);
        return (await entrance.RaiseAsync(state.Id, DocumentEvents.Retrieved(state.Id, stored, all, entrance.Now), cancellationToken), told);
    }

    private async Task<CaseDocument> StoreAsync(CaseNotice notice, RetrievedDocument retrieved, List<LocalizedText> told, CancellationToken cancellationToken)
    {
        var document = retrieved.Document!;
        var sha256 = await evidence.PutAsync(document.Content, document.MediaType, Confidentiality.Public, cancellationToken);
        var (facts, faults) = reader.Read(sha256, document.Content, notice.Notice.Language);
        told.AddRange(faults.Select(fault => Of(retrieved, fault)));
        Digest? read = facts.Facts.Count == 0 ? null : await evidence.PutAsync(facts.ToBytes(), "application/json", Confidentiality.Public, cancellationToken);
        return new CaseDocument(sha256, document.Content.Length, document.MediaType, retrieved.Name, retrieved.Origin, notice.Record.Key, document.RetrievedAt) { Facts = read, Faults = [.. faults.Take(20)] };
    }

    private static LocalizedText Of(RetrievedDocument document, LocalizedText what) => new($"{document.Name}: {what.Nl}", $"{document.Name}: {what.En}");
}
