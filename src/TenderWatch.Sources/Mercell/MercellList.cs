using TenderWatch.Core.Evidence;
using TenderWatch.Core.Sources;
using TenderWatch.Sources.Http;

namespace TenderWatch.Sources.Mercell;

/// <summary>Asks for a part of Mercell's list and holds it against what was asked for: not more than that, and newest first.</summary>
internal static class MercellList
{
    /// <param name="client">Asks.</param>
    /// <param name="list">The address of the list.</param>
    /// <param name="first">The first place, counted from 1.</param>
    /// <param name="last">The last place, included.</param>
    /// <param name="cancellationToken">Stops the call.</param>
    public static async Task<(MercellListPage? Page, SourceDocument? Document, SourceFailure? Failure)> WindowAsync(
        SourceClient client, Uri list, int first, int last, CancellationToken cancellationToken)
    {
        var answer = await client.PostJsonAsync(list, MercellAddresses.Window(first, last), EvidenceRoles.Unread, cancellationToken);
        if (answer.Value is not { } document) return (null, null, answer.Failure);
        SourceFailure Wrong(string code, string text) => new(code, text, [document]);
        var (page, fault) = MercellListPage.Read(document);
        if (page is null) return (null, null, Wrong("shape", $"{list} is no list of tenders: {fault}. Mercell's API may have changed; its answer is kept."));
        if (page.Items.Count > last - first + 1)
            return (null, null, Wrong("canary", $"{list} was asked for {last - first + 1} tenders and gave {page.Items.Count}: Mercell ignores what it is asked, so its list cannot be trusted."));
        for (var i = 1; i < page.Items.Count; i++)
        {
            if (page.Items[i].Created > page.Items[i - 1].Created)
                return (null, null, Wrong("canary", $"{list} lists tender {page.Items[i].Id} after an older one: Mercell no longer sorts by CreatedDate, so the end of a day cannot be told."));
        }

        return (page, document, null);
    }
}
