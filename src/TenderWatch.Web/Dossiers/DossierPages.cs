using TenderWatch.Core.Dossiers.Making;

namespace TenderWatch.Web.Dossiers;

/// <summary>Writes the page of a dossier with the parts that the pages of cases have.</summary>
internal sealed class DossierPages(PaperRenderer renderer) : IDossierPage
{
    public Task<byte[]> WriteAsync(DossierView view, CancellationToken cancellationToken) => renderer.RenderAsync<DossierPage>(view.Occasion.Language, nameof(DossierPage.View), view);
}
