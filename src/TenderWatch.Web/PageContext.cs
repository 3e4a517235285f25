using System.Globalization;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Extensions;
using TenderWatch.Core.Languages;

namespace TenderWatch.Web;

/// <summary>What every part of a page needs to know about the request and the service.</summary>
public sealed class PageContext
{
    private readonly HttpRequest _request;

    internal PageContext(HttpRequest request, Language language, WebSettings settings, IReadOnlyDictionary<string, LocalizedText> checks)
    {
        _request = request;
        Language = language;
        Settings = settings;
        Checks = checks;
    }

    /// <summary>The context of a page that stands on its own: in a file, on paper.</summary>
    internal static PageContext OnPaper(Language language, WebSettings settings, IReadOnlyDictionary<string, LocalizedText> checks) =>
        new(new DefaultHttpContext().Request, language, settings, checks) { IsPaper = true };

    /// <summary>Whether nobody can click on it: everything must be there, and evidence stands in a folder beside it.</summary>
    internal bool IsPaper { get; private init; }

    internal Language Language { get; }

    internal WebSettings Settings { get; }

    /// <summary>Who reads the page, and with which role.</summary>
    internal string Reader => $"{Access.Person.Of(_request.HttpContext.User).Name} ({Access.Roles.Highest(_request.HttpContext.User)})";

    /// <summary>Whether nobody signed in: everybody at this machine is this one person.</summary>
    internal bool IsDevelopment => _request.HttpContext.User.Identity?.AuthenticationType == Access.DevelopmentIdentity.Name;

    /// <summary>Whether the reader may see what is confidential.</summary>
    internal bool MaySeeConfidential => Access.Roles.MaySeeConfidential(_request.HttpContext.User);

    /// <summary>Whether the reader may do what only the engineer may.</summary>
    internal bool IsAdmin => _request.HttpContext.User.IsInRole(Access.Roles.Admin);

    /// <summary>The names of the checks by id.</summary>
    internal IReadOnlyDictionary<string, LocalizedText> Checks { get; }

    /// <summary>The path of the page without the base of the host.</summary>
    internal string Path => _request.Path.Value ?? "/";

    /// <summary>An address within the service.</summary>
    internal string Link(string path) => _request.PathBase.ToUriComponent() + path;

    /// <summary>This page in a language, with the rest of its query.</summary>
    internal string InLanguage(Language language) => Link(_request.Path.ToUriComponent()) + Query((RequestLanguage.Parameter, RequestLanguage.Code(language)));

    /// <summary>This page at another page of its list.</summary>
    internal string AtPage(int number) => Link(_request.Path.ToUriComponent()) + Query((OverviewQuery.PageParameter, number.ToString(CultureInfo.InvariantCulture)));

    private string Query((string Name, string Value) changed)
    {
        var kept = _request.Query.Where(item => item.Key != changed.Name && item.Key != RequestLanguage.Parameter)
            .SelectMany(item => item.Value, (item, value) => KeyValuePair.Create(item.Key, value ?? ""));
        return new QueryBuilder([.. kept, KeyValuePair.Create(changed.Name, changed.Value)]).ToQueryString().Value!;
    }
}
