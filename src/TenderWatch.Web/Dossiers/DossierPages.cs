using System.Text;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Web;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using TenderWatch.Core.Checks;
using TenderWatch.Core.Dossiers.Making;

namespace TenderWatch.Web.Dossiers;

/// <summary>Writes the page of a dossier with the parts that the pages of cases have. It depends on the view alone: there is no request and no clock.</summary>
internal sealed class DossierPages(WebSettings settings, IEnumerable<ICheck> checks, ILoggerFactory loggers) : IDossierPage
{
    private static readonly string Style = ReadStyle();

    private readonly Dictionary<string, Core.Languages.LocalizedText> _checks = checks.DistinctBy(check => check.Id).ToDictionary(check => check.Id, check => check.Name, StringComparer.Ordinal);

    public async Task<byte[]> WriteAsync(DossierView view, CancellationToken cancellationToken)
    {
        var parameters = ParameterView.FromDictionary(new Dictionary<string, object?>(StringComparer.Ordinal)
        {
            [nameof(DossierPage.Page)] = PageContext.OnPaper(view.Occasion.Language, settings, _checks),
            [nameof(DossierPage.View)] = view,
            [nameof(DossierPage.Style)] = Style,
        });
        await using var services = new ServiceCollection().BuildServiceProvider();
        await using var renderer = new HtmlRenderer(services, loggers);
        var html = await renderer.Dispatcher.InvokeAsync(async () => (await renderer.RenderComponentAsync<DossierPage>(parameters)).ToHtmlString());
        return Encoding.UTF8.GetBytes(HarmlessHtml.Of(html));
    }

    private static string ReadStyle()
    {
        using var reader = new StreamReader(typeof(DossierPages).Assembly.GetManifestResourceStream("dossier.css")!, Encoding.UTF8);
        return reader.ReadToEnd();
    }
}
