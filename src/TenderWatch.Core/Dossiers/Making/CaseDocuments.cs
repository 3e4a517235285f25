using System.Text.Json;
using TenderWatch.Core.Cases;
using TenderWatch.Core.Evidence;
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
            var confidential = dossier.Audience == DossierAudience.Internal && all is not null;
            if ((confidential ? all : open) is not { } digest) return;
            documents.Add(new DossierDocument(path, await evidence.GetAsync(digest, confidential ? Confidentiality.Confidential : Confidentiality.Public, cancellationToken), title));
        }

        await AddAsync(DossierPaths.Facts, state.Facts, state.ConfidentialFacts, new("De feiten zoals de controles ze zagen", "The facts as the checks saw them"));
        foreach (var check in state.Checks)
            await AddAsync(DossierPaths.Findings(check.Check), check.Findings, check.Confidential, new($"Bevindingen van controle {check.Check}", $"Findings of the check {check.Check}"));
        foreach (var (number, statement) in state.Statements.Index())
            await AddAsync($"case/statements/{number + 1}.json", statement.Sha256, null, new($"Verklaring {number + 1}", $"Statement {number + 1}"));
        documents.Add(Json("case/timeline.json", view.Timeline, new("De publicaties op volgorde", "The publications in order")));
        documents.Add(Json("case/decisions.json", state.Explanations, new("Procedures over prijzen en beslissingen", "Procedures on prices and decisions")));
        return documents;
    }

    private static DossierDocument Json<T>(string path, T value, LocalizedText title) => new(path, JsonSerializer.SerializeToUtf8Bytes(value, NoticeJson.Stored), title);
}
