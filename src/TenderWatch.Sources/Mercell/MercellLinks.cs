using System.Text.RegularExpressions;
using TenderWatch.Core.Notices;

namespace TenderWatch.Sources.Mercell;

/// <summary>
/// Tenders at Mercell S2C that a notice links to. A link ties notices of one purchase together, also where Mercell itself is not asked because its
/// operator has not allowed it.
/// </summary>
public static partial class MercellLinks
{
    private const string Host = "s2c.mercell.com";

    /// <summary>The ids of the tenders that the notice links to as the place of its documents (BT-15, BT-615), each once.</summary>
    public static IReadOnlyList<string> Of(Notice notice) =>
        [.. notice.Lots.SelectMany(lot => lot.DocumentsUrl.Concat(lot.RestrictedDocumentsUrl)).Select(TenderId).OfType<string>().Distinct(StringComparer.Ordinal)];

    /// <summary>The id in <c>https://s2c.mercell.com/today/90866</c>; <see langword="null"/> for any other address, that of a buyer's profile included.</summary>
    /// <param name="address">An address as people write it: perhaps without a scheme.</param>
    public static string? TenderId(string address)
    {
        var text = address.Trim();
        if (!text.Contains("://", StringComparison.Ordinal)) text = "https://" + text;
        if (!Uri.TryCreate(text, UriKind.Absolute, out var uri) || uri.Scheme is not ("https" or "http") || uri.UserInfo.Length > 0) return null;
        if (!uri.Host.Equals(Host, StringComparison.OrdinalIgnoreCase)) return null;
        var path = TenderPath().Match(uri.AbsolutePath);
        return path.Success ? path.Groups["id"].Value : null;
    }

    [GeneratedRegex("^/(?:today|tender)/0*(?<id>[1-9][0-9]{0,11})(?:/|$)", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase, matchTimeoutMilliseconds: 1000)]
    private static partial Regex TenderPath();
}
