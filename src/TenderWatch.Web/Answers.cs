using System.Text;
using System.Text.Json;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Web;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;
using TenderWatch.Core.Checks;
using TenderWatch.Core.Languages;
using TenderWatch.Core.Notices;
using TenderWatch.Web.Pages;
using TenderWatch.Web.Parts;

namespace TenderWatch.Web;

/// <summary>Gives answers their form. A page is finished before its first byte is sent, so that a fault never leaves half a page.</summary>
internal sealed class Answers(WebSettings settings, IEnumerable<ICheck> checks, ILoggerFactory loggers)
{
    private readonly Dictionary<string, LocalizedText> _checks = checks.DistinctBy(check => check.Id).ToDictionary(check => check.Id, check => check.Name, StringComparer.Ordinal);

    public async Task<IResult> PageAsync<TBody>(HttpContext context, LocalizedText title, Dictionary<string, object?> parameters, int status = StatusCodes.Status200OK)
        where TBody : Part
    {
        var language = RequestLanguage.Of(context);
        context.Response.Headers.ContentLanguage = RequestLanguage.Code(language);
        var shell = ParameterView.FromDictionary(new Dictionary<string, object?>(StringComparer.Ordinal)
        {
            [nameof(Shell.Page)] = new PageContext(context.Request, language, settings, _checks),
            [nameof(Shell.Title)] = Part.Shorten(title.In(language)),
            [nameof(Shell.Body)] = typeof(TBody),
            [nameof(Shell.Parameters)] = parameters,
        });
        await using var renderer = new HtmlRenderer(context.RequestServices, loggers);
        var html = await renderer.Dispatcher.InvokeAsync(async () => (await renderer.RenderComponentAsync<Shell>(shell)).ToHtmlString());
        return Results.Content(HarmlessHtml.Of(html), "text/html", Encoding.UTF8, status);
    }

    public static IResult Json<T>(T value) => Bytes(value, "application/json; charset=utf-8");

    public async Task<IResult> ProblemAsync(HttpContext context, Problem problem, string? reference = null)
    {
        if (!IsForPrograms(context.Request))
        {
            return await PageAsync<ProblemPage>(context, problem.Title,
                new(StringComparer.Ordinal) { [nameof(ProblemPage.Problem)] = problem, [nameof(ProblemPage.Reference)] = reference }, problem.Status);
        }

        var language = RequestLanguage.Of(context);
        context.Response.Headers.ContentLanguage = RequestLanguage.Code(language);
        return Bytes(
            new
            {
                type = "urn:tenderwatch:problem:" + problem.Code,
                title = problem.Title.In(language),
                status = problem.Status,
                detail = problem.Detail.In(language),
                reference,
                errors = problem.Errors.Count == 0 ? null : problem.Errors,
            },
            "application/problem+json; charset=utf-8",
            problem.Status);
    }

    public static bool IsForPrograms(HttpRequest request) => request.Path.StartsWithSegments("/api", StringComparison.Ordinal) || request.Path.StartsWithSegments("/health", StringComparison.Ordinal);

    private static Written Bytes<T>(T value, string mediaType, int status = StatusCodes.Status200OK) => new Written(JsonSerializer.SerializeToUtf8Bytes(value, NoticeJson.Stored), mediaType, status);

    /// <summary>Bytes with a status; of a HEAD request the length alone.</summary>
    internal sealed record Written(byte[] Content, string MediaType, int Status) : IResult
    {
        public async Task ExecuteAsync(HttpContext httpContext)
        {
            httpContext.Response.StatusCode = Status;
            httpContext.Response.ContentType = MediaType;
            httpContext.Response.ContentLength = Content.Length;
            if (!HttpMethods.IsHead(httpContext.Request.Method)) await httpContext.Response.Body.WriteAsync(Content, httpContext.RequestAborted);
        }
    }
}
