using System.Text;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Web;
using Microsoft.Extensions.Logging;
using TenderWatch.Core.Answers;
using TenderWatch.Core.Languages;
using TenderWatch.Web.Parts;

namespace TenderWatch.Web;

/// <summary>Answer sheets as files that stand by themselves. The same state of a case gives the same bytes.</summary>
public sealed class AnswerDocuments(AnswerSheets sheets, IServiceProvider services, ILoggerFactory loggers)
{
    /// <summary>The sheet of a case as HTML and as JSON; <see langword="null"/> where there is no such case or template.</summary>
    /// <param name="caseId">The case.</param>
    /// <param name="template">The template, by id.</param>
    /// <param name="language">The language of the HTML; the JSON has both.</param>
    /// <param name="confidential">Whether the reader may see what is confidential; otherwise both can be published.</param>
    /// <param name="cancellationToken">Stops the call.</param>
    /// <param name="address">Where the reader of the HTML finds the bytes of a source; nowhere by default.</param>
    public async Task<AnswerFiles?> FindAsync(string caseId, string template, Language language, bool confidential, CancellationToken cancellationToken, Func<AnswerSource, string?>? address = null) =>
        await sheets.EncloseAsync(caseId, template, confidential, cancellationToken) is { } sheet
            ? new AnswerFiles(await HtmlAsync(sheet, language, address), AnswerSheets.Json(sheet))
            : null;

    /// <summary>A sheet as a page that needs nothing beside it, for screen and paper.</summary>
    /// <param name="sheet">The sheet.</param>
    /// <param name="language">The language.</param>
    /// <param name="address">Where its reader finds the bytes of a source; nowhere by default.</param>
    public async Task<byte[]> HtmlAsync(AnswerSheet sheet, Language language, Func<AnswerSource, string?>? address = null)
    {
        var parameters = ParameterView.FromDictionary(new Dictionary<string, object?>(StringComparer.Ordinal)
        {
            [nameof(AnswerDocument.Sheet)] = sheet,
            [nameof(AnswerDocument.Language)] = language,
            [nameof(AnswerDocument.Address)] = address ?? (_ => null),
        });
        await using var renderer = new HtmlRenderer(services, loggers);
        var html = await renderer.Dispatcher.InvokeAsync(async () => (await renderer.RenderComponentAsync<AnswerDocument>(parameters)).ToHtmlString());
        return Encoding.UTF8.GetBytes(HarmlessHtml.Of(html));
    }
}

/// <summary>A sheet as files.</summary>
/// <param name="Html">A page that needs nothing beside it.</param>
/// <param name="Json">The sheet in both languages; see <see cref="AnswerSheets.Json"/>.</param>
public sealed record AnswerFiles(byte[] Html, byte[] Json);
