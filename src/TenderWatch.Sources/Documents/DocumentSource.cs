using TenderWatch.Core.Cases;
using TenderWatch.Core.Evidence;
using TenderWatch.Core.Sources;
using TenderWatch.Core.Texts;
using TenderWatch.Sources.Http;
using TenderWatch.Sources.TenderNed;

namespace TenderWatch.Sources.Documents;

/// <summary>Retrieves the documents of a notice: those at TenderNed, and those behind its links to hosts that are allowed, as politely as everything else.</summary>
internal sealed class DocumentSource(SourceClient client, SourcesSettings settings) : IDocumentSource
{
    private const string Product = "TenderWatch";
    // What TenderNed calls the list of documents of a publication.
    private const string List = "documenten";
    private readonly AllowedHosts _hosts = new(settings);
    private readonly TenderNedAddresses _addresses = new(settings);

    public bool IsOn => settings.Documents.Retrieve;

    public async Task<IReadOnlyList<RetrievedDocument>> RetrieveAsync(CaseNotice notice, CancellationToken cancellationToken)
    {
        var documents = new List<RetrievedDocument>();
        if (notice.Record.Key.Source == TenderNedSource.SourceName && PublicationId.IsValid(notice.Record.Key.Id)) documents.AddRange(await FromTenderNedAsync(notice.Record.Key.Id, cancellationToken));
        var robots = new Dictionary<string, RobotsTxt?>(StringComparer.OrdinalIgnoreCase);
        foreach (var link in notice.Notice.Lots.SelectMany(lot => lot.DocumentsUrl).Distinct(StringComparer.Ordinal).Take(settings.Documents.MostPerNotice))
        {
            if (documents.Count >= settings.Documents.MostPerNotice) break;
            documents.Add(await FromLinkAsync(link, robots, cancellationToken));
        }

        return documents;
    }

    private async Task<IReadOnlyList<RetrievedDocument>> FromTenderNedAsync(string id, CancellationToken cancellationToken)
    {
        var address = _addresses.Documents(id);
        var list = await client.GetAsync(address, BodyKind.Json, EvidenceRoles.ProcurementDocument, cancellationToken);
        if (list.Value is not { } answer) return list.Failure!.Code == "not-found" ? [] : [Refused(address.AbsoluteUri, List, RetrievalWords.Of(list.Failure, "De lijst van stukken bij TenderNed kon niet worden opgehaald, en dus geen van de stukken."))];
        if (TenderNedDocument.Read(answer.Content) is not { } items) return [Refused(address.AbsoluteUri, List, RetrievalWords.NoList(address))];
        var documents = new List<RetrievedDocument>();
        foreach (var item in items.Take(settings.Documents.MostPerNotice))
        {
            var place = _addresses.Document(id, item.Id);
            if (item.HasVirus) documents.Add(Refused(place.AbsoluteUri, item.Name, RetrievalWords.Virus));
            else if (item.Length is { } bytes && bytes > settings.MaximumDocumentBytes) documents.Add(Refused(place.AbsoluteUri, item.Name, RetrievalWords.TooLarge(bytes)));
            else documents.Add(await GetAsync(place, item.Name, cancellationToken));
        }

        if (items.Count > settings.Documents.MostPerNotice)
            documents.Add(Refused(address.AbsoluteUri, List, RetrievalWords.TooMany(items.Count, settings.Documents.MostPerNotice)));
        return documents;
    }

    private async Task<RetrievedDocument> FromLinkAsync(string link, Dictionary<string, RobotsTxt?> robots, CancellationToken cancellationToken)
    {
        var shown = link.Length > 500 ? link[..500] : link;
        if (!Uri.TryCreate(link, UriKind.Absolute, out var address) || address.Scheme is not ("http" or "https")) return Refused(shown, shown, RetrievalWords.NoAddress);
        var name = Uri.UnescapeDataString(address.Segments[^1].Trim('/')) is { Length: > 0 } last ? last : address.Host;
        if (!_hosts.Allows(address))
            return Refused(shown, name, RetrievalWords.HostNotAllowed(address));
        if (!robots.TryGetValue(address.Authority, out var rules))
        {
            var (read, fault) = await RobotsAsync(address, cancellationToken);
            if (fault is not null) return Refused(shown, name, RetrievalWords.Of(fault, $"De robots.txt van {address.Host} kon niet worden gelezen, dus het stuk is niet opgevraagd."));
            robots[address.Authority] = rules = read;
        }

        return rules!.Allows(address.PathAndQuery) ? await GetAsync(address, name, cancellationToken) : Refused(shown, name, RetrievalWords.Robots(address));
    }

    private async Task<(RobotsTxt? Rules, SourceFailure? Fault)> RobotsAsync(Uri host, CancellationToken cancellationToken)
    {
        var answer = await client.GetAsync(new Uri(host, "/robots.txt"), BodyKind.Text, EvidenceRoles.Unread, cancellationToken);
        if (answer.Value is { } document) return (RobotsTxt.For(document.Content.Span, Product), null);
        // RFC 9309 section 2.3.1.3 and 2.3.1.4, as in RobotsCheck. An answer that is no text has no rules in it.
        return answer.Failure is { Code: "not-found" or "refused" or "not-text" } ? (RobotsTxt.For([], Product), null) : (null, answer.Failure);
    }

    private async Task<RetrievedDocument> GetAsync(Uri address, string name, CancellationToken cancellationToken)
    {
        var answer = await client.GetAsync(address, BodyKind.Any, EvidenceRoles.ProcurementDocument, cancellationToken);
        return answer.Value is { } document ? new RetrievedDocument(name, document.Origin, document, null) : Refused(address.AbsoluteUri, name, RetrievalWords.Of(answer.Failure!));
    }

    private static RetrievedDocument Refused(string origin, string name, RetrievalFailure failure) => new(name, origin, null, failure);
}
