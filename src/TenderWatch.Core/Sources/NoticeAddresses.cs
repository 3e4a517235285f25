using System.Text.RegularExpressions;
using TenderWatch.Core.Notices;

namespace TenderWatch.Core.Sources;

/// <summary>Publications as people name them: by the address of their page, or by source and id.</summary>
public static partial class NoticeAddresses
{
    /// <summary>What an address or id has to look like.</summary>
    public const string Allowed = "https://www.tenderned.nl/aankondigingen/overzicht/123456, https://ted.europa.eu/en/notice/-/detail/123456-2025, or https://s2c.mercell.com/today/12345";

    /// <summary>The publication whose page this is; <see langword="null"/> where it is none of a known source.</summary>
    /// <param name="address">The address.</param>
    public static NoticeKey? Of(string address)
    {
        if (!Uri.TryCreate(address, UriKind.Absolute, out var uri) || uri.Scheme != Uri.UriSchemeHttps || uri.UserInfo.Length > 0 || !uri.IsDefaultPort) return null;
        var path = uri.AbsolutePath.TrimEnd('/').Split('/');
        return (uri.Host, path) switch
        {
            ("www.tenderned.nl" or "tenderned.nl", ["", "aankondigingen", "overzicht", var id, ..]) => Of("tenderned", id),
            ("ted.europa.eu", ["", _, "notice", "-", "detail", var id]) => Of("ted", id),
            ("ted.europa.eu", ["", _, "notice", var id, ..]) => Of("ted", id),
            ("s2c.mercell.com", ["", "today", var id]) => Of("mercell", id),
            _ => null,
        };
    }

    /// <summary>A publication by source and id; <see langword="null"/> where the id is none of that source.</summary>
    /// <param name="source">The source.</param>
    /// <param name="id">The id: it becomes part of an address that is asked, so it is held against its form.</param>
    public static NoticeKey? Of(string source, string id) => source switch
    {
        "tenderned" or "mercell" when Number().IsMatch(id) => new NoticeKey(source, id),
        "ted" when TedNumber().IsMatch(id) => new NoticeKey(source, id.TrimStart('0')),
        _ => null,
    };

    [GeneratedRegex("^[1-9][0-9]{0,11}$", RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Number();

    [GeneratedRegex("^0*[1-9][0-9]{0,8}-[0-9]{4}$", RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 1000)]
    private static partial Regex TedNumber();
}
