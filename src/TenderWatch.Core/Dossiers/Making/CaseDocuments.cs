using System.Text.Json;
using TenderWatch.Core.Cases;
using TenderWatch.Core.Evidence;
using TenderWatch.Core.Evidence.Tombstones;
using TenderWatch.Core.Languages;
using TenderWatch.Core.Notices;

namespace TenderWatch.Core.Dossiers.Making;

/// <summary>Facts, timeline, findings, procedures and statements under names that say what they are; facts, findings and statements are the stored bytes.</summary>
public sealed class CaseDocuments(IEvidenceStore evidence) : IDossierDocuments
{
    /// <inheritdoc/>
    public async Task<IReadOnlyList<DossierDocument>> MakeAsync(CaseView view, DossierOccasion dossier, CancellationToken cancellationToken)
    {
        var documents = new List<DossierDocument>();
        var state = view.State;
        async Task AddAsync(string path, Digest? open, Digest? all, LocalizedText title)
        {
            var content = (dossier.Audience == DossierAudience.Internal ? await FindAsync(all, Confidentiality.Confidential, cancellationToken) : null)
                ?? await FindAsync(open, Confidentiality.Public, cancellationToken);
            if (content is not null) documents.Add(new DossierDocument(path, content, title));
        }

        await AddAsync(DossierPaths.Facts, state.Facts, state.ConfidentialFacts, new("De feiten zoals de controles ze zagen", "The facts as the checks saw them"));
        foreach (var check in state.Checks)
            await AddAsync(DossierPaths.Findings(check.Check), check.Findings, check.Confidential, new($"Bevindingen van controle {check.Check}", $"Findings of the check {check.Check}"));
        foreach (var (number, statement) in state.Statements.Index())
            await AddAsync($"case/statements/{number + 1}.json", statement.Sha256, null, new($"Opgave {number + 1}", $"Statement {number + 1}"));
        documents.Add(Json("case/timeline.json", view.Timeline, new("De publicaties op volgorde", "The publications in order")));
        if (dossier.Audience == DossierAudience.Internal)
            documents.Add(Json("case/decisions.json", state.Explanations, new("Procedures over prijzen en beslissingen", "Procedures on prices and decisions")));
        return documents;
    }

    // What was deleted under retention has a tombstone in the dossier, and no other name.
    private async Task<byte[]?> FindAsync(Digest? sha256, Confidentiality confidentiality, CancellationToken cancellationToken)
    {
        try
        {
            return sha256 is { } digest ? await evidence.GetAsync(digest, confidentiality, cancellationToken) : null;
        }
        catch (EvidenceDeletedException)
        {
            return null;
        }
    }

    private static DossierDocument Json<T>(string path, T value, LocalizedText title) => new(path, JsonSerializer.SerializeToUtf8Bytes(value, NoticeJson.Stored), title);
}
