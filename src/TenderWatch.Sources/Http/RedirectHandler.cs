using System.Net;

namespace TenderWatch.Sources.Http;

/// <summary>
/// Follows redirects to hosts that may be asked only. Any other redirect is returned as it came, so that no address in a
/// response can send us, or the password, elsewhere.
/// </summary>
internal sealed class RedirectHandler(Func<Uri, bool> mayFollow) : DelegatingHandler
{
    private const int MaximumRedirects = 5;

    /// <summary>Whether an address is at one of the sources.</summary>
    public static Func<Uri, bool> ToSources(SourcesSettings settings)
    {
        Uri[] sources =
        [
            new Uri(settings.TenderNed.BaseAddress), new Uri(settings.Ted.BaseAddress), new Uri(settings.Ted.SearchAddress),
            .. settings.Mercell.IsOn ? [new Uri(settings.Mercell.BaseAddress), new Uri(settings.Mercell.SiteAddress)] : (Uri[])[],
        ];
        return target => Array.Exists(sources, source => IsSameOrigin(source, target));
    }

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        var response = await base.SendAsync(request, cancellationToken);
        for (var count = 0; count < MaximumRedirects && Target(request, response) is { } target; count++)
        {
            using var redirected = response;
            request = Next(request, target);
            response = await base.SendAsync(request, cancellationToken);
        }

        return response;
    }

    private Uri? Target(HttpRequestMessage request, HttpResponseMessage response)
    {
        var isRedirect = response.StatusCode is HttpStatusCode.MovedPermanently or HttpStatusCode.Found or HttpStatusCode.SeeOther
            or HttpStatusCode.TemporaryRedirect or HttpStatusCode.PermanentRedirect;
        // A search is not followed: its body must not go elsewhere.
        if (!isRedirect || request.Method != HttpMethod.Get || response.Headers.Location is not { } location) return null;
        if (!Uri.TryCreate(request.RequestUri!, location, out var target) || target.UserInfo.Length > 0) return null;
        return mayFollow(target) ? target : null;
    }

    private static HttpRequestMessage Next(HttpRequestMessage request, Uri target)
    {
        var next = new HttpRequestMessage(HttpMethod.Get, target) { Version = request.Version, VersionPolicy = request.VersionPolicy };
        foreach (var (name, values) in request.Headers) next.Headers.TryAddWithoutValidation(name, values);
        if (!IsSameOrigin(request.RequestUri!, target)) next.Headers.Authorization = null;
        return next;
    }

    private static bool IsSameOrigin(Uri a, Uri b) => a.Scheme == b.Scheme && string.Equals(a.Authority, b.Authority, StringComparison.OrdinalIgnoreCase);
}
