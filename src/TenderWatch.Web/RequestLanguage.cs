using Microsoft.AspNetCore.Http;
using TenderWatch.Core.Languages;

namespace TenderWatch.Web;

/// <summary>The language of an answer: <c>?lang=</c>, else the cookie of an earlier choice, else Accept-Language, else Dutch.</summary>
internal static class RequestLanguage
{
    public const string Cookie = "tenderwatch-lang";
    public const string Parameter = "lang";

    public static Language Of(HttpContext context)
    {
        if (Parse(context.Request.Query[Parameter]) is { } chosen)
        {
            context.Response.Cookies.Append(Cookie, Code(chosen), new CookieOptions
            {
                HttpOnly = true,
                IsEssential = true,
                MaxAge = TimeSpan.FromDays(365),
                Path = "/",
                SameSite = SameSiteMode.Lax,
                Secure = context.Request.IsHttps,
            });
            return chosen;
        }

        return Parse(context.Request.Cookies[Cookie]) ?? Accepted(context.Request) ?? Language.Nl;
    }

    public static string Code(Language language) => language == Language.Nl ? "nl" : "en";

    private static Language? Accepted(HttpRequest request) => request.GetTypedHeaders().AcceptLanguage
        .Where(language => language.Quality is not 0)
        .OrderByDescending(language => language.Quality ?? 1)
        .Select(language => Parse(language.Value.Value?.Split('-')[0]))
        .FirstOrDefault(language => language is not null);

    private static Language? Parse(string? code) => code?.ToLowerInvariant() switch { "nl" => Language.Nl, "en" => Language.En, _ => null };
}
