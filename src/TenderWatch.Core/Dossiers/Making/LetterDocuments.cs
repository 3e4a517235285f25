using System.Text;
using TenderWatch.Core.Cases;
using TenderWatch.Core.Reviews.Explanations;

namespace TenderWatch.Core.Dossiers.Making;

/// <summary>The letters of procedures on prices, and their record: confidential. What was sent and received itself is evidence.</summary>
public sealed class LetterDocuments(ExplanationPapers papers) : IDossierDocuments
{
    /// <inheritdoc/>
    public async Task<IReadOnlyList<DossierDocument>> MakeAsync(CaseView view, DossierOccasion dossier, CancellationToken cancellationToken)
    {
        if (dossier.Audience == DossierAudience.Public || view.State.Explanations.Count == 0) return [];
        var documents = new List<DossierDocument>
        {
            new(
                "letters/record.md",
                Encoding.UTF8.GetBytes(await papers.RecordAsync(view, dossier.Language, cancellationToken)),
                new("Stappen en redenen voor het proces-verbaal", "Steps and reasons for the record")),
        };
        foreach (var (number, procedure) in view.State.Explanations.Index())
        {
            var letter = await papers.LetterAsync(view, procedure.Lot, procedure.Bid, reasons: null, due: null, cancellationToken);
            documents.Add(new DossierDocument(
                $"letters/letter-{number + 1}.md",
                Encoding.UTF8.GetBytes(letter.In(dossier.Language)),
                new($"Brief met verzoek om toelichting aan {procedure.Bid} ({procedure.Lot})", $"Letter that asks {procedure.Bid} ({procedure.Lot}) for an explanation")));
        }

        return documents;
    }
}
