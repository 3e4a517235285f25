using System.Net.Http.Headers;
using System.Text;
using Microsoft.Extensions.Logging;
using TenderWatch.Core.Evidence;
using TenderWatch.Core.Notices;
using TenderWatch.Core.Sources;
using TenderWatch.Sources.Http;
using TenderWatch.Sources.TenderNed.Rendering;

namespace TenderWatch.Sources.TenderNed;

/// <summary>TenderNed through the keyless API behind its own pages; the notices themselves preferably as XML.</summary>
internal sealed partial class TenderNedSource(SourceClient client, SourcesSettings settings, ILogger<TenderNedSource> logger) : INoticeSource
{
    public const string SourceName = "tenderned";

    private readonly TenderNedAddresses _addresses = new(settings);

    public string Name => SourceName;

    public int DaysBack => settings.TenderNed.DaysBack;

    /// <summary>Parameters that TenderNed does not know are ignored without a word; the whole corpus comes back then.</summary>
    public async Task<SourceFailure?> ProbeAsync(CancellationToken cancellationToken)
    {
        var address = _addresses.Page(new DateOnly(2099, 1, 1), null, 0, 1);
        var answer = await client.GetAsync(address, BodyKind.Json, EvidenceRoles.Unread, cancellationToken);
        if (answer.Value is not { } document) return answer.Failure;
        var (page, fault) = ListPage.Read(document.Content);
        if (page is null) return DayList.Shape(address, fault!, document);
        return page is { Total: 0, Items.Count: 0 } ? null : new SourceFailure("canary",
            $"{address} must find nothing and found {page.Total}: TenderNed no longer filters by day, so its lists cannot be trusted. Compare the parameters with tenderned.nl.", [document]);
    }

    public Task<SourceResult<DayListing>> ListAsync(DateOnly day, bool mustBeComplete, CancellationToken cancellationToken) =>
        new DayList(client, _addresses).ReadAsync(day, mustBeComplete, cancellationToken);

    public async Task<SourceResult<Publication>> ReadAsync(NoticeKey key, CancellationToken cancellationToken)
    {
        if (key.Source != SourceName || !PublicationId.IsValid(key.Id)) throw new ArgumentException($"'{key}' is no publication of TenderNed.", nameof(key));
        var detail = await client.GetAsync(_addresses.Detail(key.Id), BodyKind.Json, EvidenceRoles.TenderNedDetail, cancellationToken);
        if (detail.Value is not { } found) return detail.Failure!;
        if (TenderNedDetail.Read(found.Content) is not { } facts || facts.Id != key.Id)
            return OtherShape(found, "the detail of publication " + key.Id);

        var (notice, failure) = await ReadNoticeAsync(key.Id, facts.TedNumber, cancellationToken);
        var related = await client.GetAsync(_addresses.Related(key.Id), BodyKind.Json, EvidenceRoles.TenderNedRelated, cancellationToken);
        if (related.Value is { } list && RelatedPublications.Read(list.Content, key.Id) is null) related = OtherShape(list, "a list of related publications");
        SourceDocument?[] documents = [notice, found, related.Value];
        return new Publication(key, [.. documents.OfType<SourceDocument>()], failure ?? related.Failure);
    }

    // XML from TenderNed, else from TED, else the rendering. Only the last is certain to exist.
    private async Task<(SourceDocument? Notice, SourceFailure? Failure)> ReadNoticeAsync(string id, string? tedNumber, CancellationToken cancellationToken)
    {
        SourceFailure? failure = null;
        if (settings.TenderNed.User.Length > 0)
        {
            var own = await client.GetAsync(_addresses.PublicXml(id), BodyKind.Xml, EvidenceRoles.NoticeXml, cancellationToken, Credentials());
            if (own.Value is not null) return (own.Value, null);
            LogNoPublicXml(id, own.Failure!.Code);
            // A notice without XML at TenderNed is normal; anything else wants a second look, unless TED has it.
            if (own.Failure.Code != "not-found") failure = own.Failure;
        }

        if (tedNumber is not null)
        {
            var ted = await client.GetAsync(_addresses.TedXml(tedNumber), BodyKind.Xml, EvidenceRoles.NoticeXml, cancellationToken);
            if (ted.Value is not null) return (ted.Value, null);
            LogNoTedXml(id, tedNumber, ted.Failure!.Code);
            failure = ted.Failure;
        }

        var rendering = await client.GetAsync(_addresses.Rendering(id), BodyKind.Json, EvidenceRoles.TenderNedHtml, cancellationToken);
        if (rendering.Value is { } html && RenderedNotice.HtmlOf(html.Content) is null) rendering = OtherShape(html, "the rendering of a publication");
        return (rendering.Value, failure ?? rendering.Failure);
    }

    private static SourceFailure OtherShape(SourceDocument document, string expected) =>
        new("shape", $"{document.Origin} is not {expected}. TenderNed's API may have changed; its answer is kept.", [document with { Role = EvidenceRoles.Unread }]);

    private AuthenticationHeaderValue Credentials() =>
        new("Basic", Convert.ToBase64String(Encoding.UTF8.GetBytes($"{settings.TenderNed.User}:{settings.TenderNed.Password}")));

    [LoggerMessage(2101, LogLevel.Warning, "TenderNed gave no XML of publication {Id} ({Code}); it is looked for at TED and in the rendering")]
    private partial void LogNoPublicXml(string id, string code);

    [LoggerMessage(2102, LogLevel.Information, "TED has no XML of publication {Id}, number {TedNumber} ({Code}); the rendering is kept and the notice is read again later")]
    private partial void LogNoTedXml(string id, string tedNumber, string code);
}
