using System.Buffers;

namespace TenderWatch.Sources.Http;

/// <summary>
/// Who asks. The form with "compatible" is one that the firewall before TED lets through; it names us and where to reach us, and
/// does not pose as a browser.
/// </summary>
internal static class UserAgent
{
    private const int MaximumLength = 200;

    // RFC 9110 section 5.6.5: a comment ends at a parenthesis, and a backslash quotes.
    private static readonly SearchValues<char> NotInComment = SearchValues.Create("()\\;\"<> ");

    public static string Of(string contact)
    {
        var version = typeof(UserAgent).Assembly.GetName().Version!.ToString(3);
        return contact.Length == 0
            ? $"Mozilla/5.0 (compatible; TenderWatch/{version})"
            : $"Mozilla/5.0 (compatible; TenderWatch/{version}; +{contact})";
    }

    public static bool IsContact(string contact)
    {
        if (contact.Length is 0 or > MaximumLength || contact.AsSpan().ContainsAny(NotInComment) || !contact.All(char.IsAscii) || contact.Any(char.IsControl)) return false;
        if (Uri.TryCreate(contact, UriKind.Absolute, out var uri)) return uri.Scheme == Uri.UriSchemeHttps || uri.Scheme == Uri.UriSchemeHttp || uri.Scheme == Uri.UriSchemeMailto;
        var at = contact.IndexOf('@', StringComparison.Ordinal);
        return at > 0 && contact.IndexOf('.', at) > at + 1 && contact.LastIndexOf('@') == at;
    }
}
