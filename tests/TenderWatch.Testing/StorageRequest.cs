using System.Text;
using System.Text.RegularExpressions;
using Azure.Core;

namespace TenderWatch.Testing;

/// <summary>A request to storage.</summary>
/// <param name="IsWrite">Whether it changes something.</param>
/// <param name="Kind">What it reads or changes, without what differs from one case, notice or message to the next.</param>
public sealed partial record StorageRequest(bool IsWrite, string Kind)
{
    /// <summary>Describes a request.</summary>
    public static StorageRequest Of(Request request) => new(IsWriting(request), KindOf(request));

    internal static bool IsWriting(Request request) => request.Method != RequestMethod.Get && request.Method != RequestMethod.Head;

    private static string KindOf(Request request)
    {
        var place = Ids().Replace(Prefix().Replace(Uri.UnescapeDataString(request.Uri.Path), ""), "*");
        if (!IsWriting(request)) return $"{request.Method} {place}";
        var said = Said().Matches(BodyOf(request)).Select(match => Ids().Replace(match.Value, "*")).Distinct(StringComparer.Ordinal);
        return $"{request.Method} {place} {string.Join(' ', said)}";
    }

    private static string BodyOf(Request request)
    {
        if (request.Content is null) return "";
        using var body = new MemoryStream();
        request.Content.WriteTo(body, CancellationToken.None);
        return Encoding.UTF8.GetString(body.ToArray());
    }

    // The account and the prefix of the installation.
    [GeneratedRegex("devstoreaccount1|(?<=[/'])t[0-9]{6}", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Prefix();

    [GeneratedRegex("[0-9a-f]{12,64}|[0-9]{10}(?=\\.json)", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Ids();

    // The kinds of ledger entries, and the operations and rows of a transaction.
    [GeneratedRegex("""(?<="kind":")[a-z-]+(?=","prev")|^(POST|PUT|DELETE|MERGE|PATCH)(?= http)|(?<="RowKey":")[a-z]+(?=\|)""", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture | RegexOptions.Multiline, 1000)]
    private static partial Regex Said();
}
