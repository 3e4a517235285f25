using System.Text;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Web;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using TenderWatch.Core.Checks;
using TenderWatch.Core.Languages;

namespace TenderWatch.Web.Dossiers;

/// <summary>Renders pages that stand on their own. They depend on their parameters alone: there is no request and no clock.</summary>
internal sealed class PaperRenderer(WebSettings settings, IEnumerable<ICheck> checks, ILoggerFactory loggers)
{
    private static readonly string Style = ReadStyle();

    private readonly Dictionary<string, LocalizedText> _checks = checks.DistinctBy(check => check.Id).ToDictionary(check => check.Id, check => check.Name, StringComparer.Ordinal);

    /// <param name="language">The language.</param>
    /// <param name="name">The parameter that holds what the page shows.</param>
    /// <param name="value">What it shows.</param>
    public async Task<byte[]> RenderAsync<TPage>(Language language, string name, object value)
        where TPage : IComponent
    {
        var parameters = ParameterView.FromDictionary(new Dictionary<string, object?>(StringComparer.Ordinal)
        {
            [nameof(DossierPage.Page)] = PageContext.OnPaper(language, settings, _checks),
            [nameof(DossierPage.Style)] = Style,
            [name] = value,
        });
        await using var services = new ServiceCollection().BuildServiceProvider();
        await using var renderer = new HtmlRenderer(services, loggers);
        var html = await renderer.Dispatcher.InvokeAsync(async () => (await renderer.RenderComponentAsync<TPage>(parameters)).ToHtmlString());
        return Encoding.UTF8.GetBytes(HarmlessHtml.Of(html));
    }

    private static string ReadStyle()
    {
        using var reader = new StreamReader(typeof(PaperRenderer).Assembly.GetManifestResourceStream("dossier.css")!, Encoding.UTF8);
        return reader.ReadToEnd();
    }
}
