using TenderWatch.Core.Answers;
using TenderWatch.Core.Cases;
using TenderWatch.Core.Dossiers;
using TenderWatch.Core.Dossiers.Making;
using TenderWatch.Core.Languages;

namespace TenderWatch.Web.Dossiers;

/// <summary>The answer sheet of each template, to read and for programs: made of what the audience may see.</summary>
internal sealed class EnclosedAnswers(AnswerTemplates templates, PaperRenderer renderer) : IDossierDocuments
{
    public async Task<IReadOnlyList<DossierDocument>> MakeAsync(CaseView view, DossierOccasion dossier, CancellationToken cancellationToken)
    {
        var documents = new List<DossierDocument>();
        foreach (var (number, template) in templates.All.Index())
        {
            var sheet = Answering.Of(template, view, dossier.Audience == DossierAudience.Internal, dossier.Entries);
            // An id of the user's own may have characters that no path of a dossier has.
            var name = DossierPaths.IsPath(template.Id) && !template.Id.Contains('/', StringComparison.Ordinal) ? template.Id : $"template-{number + 1}";
            documents.Add(new DossierDocument($"answers/{name}.html", await renderer.RenderAsync<AnswerPage>(dossier.Language, nameof(AnswerPage.Sheet), sheet), sheet.Name));
            documents.Add(new DossierDocument($"answers/{name}.json", AnswerSheets.Json(sheet), new LocalizedText($"{sheet.Name.Nl}, voor programma's", $"{sheet.Name.En}, for programs")));
        }

        return documents;
    }
}
