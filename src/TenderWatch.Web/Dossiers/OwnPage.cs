using Microsoft.AspNetCore.Http;

namespace TenderWatch.Web.Dossiers;

/// <summary>
/// Whether a form was sent from a page of this host: what the browser itself says of it (Fetch Metadata, the header Origin), which no page of another site can change. There is no token
/// that could expire, or that another instance of the host would not know.
/// </summary>
internal static class OwnPage
{
    public static bool Sent(HttpRequest request)
    {
        if (request.Headers["Sec-Fetch-Site"] is [{ } site]) return site == "same-origin";
        return request.Headers.Origin is [{ } origin] && Uri.TryCreate(origin, UriKind.Absolute, out var from) && from.Authority.Equals(request.Host.Value, StringComparison.OrdinalIgnoreCase);
    }
}
