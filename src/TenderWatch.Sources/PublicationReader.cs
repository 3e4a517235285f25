using System.Runtime.InteropServices;
using TenderWatch.Core.Evidence;
using TenderWatch.Core.Notices;
using TenderWatch.Core.Sources;
using TenderWatch.Sources.Mercell;
using TenderWatch.Sources.TenderNed;
using TenderWatch.Sources.TenderNed.Rendering;

namespace TenderWatch.Sources;

/// <summary>Reads the stored documents of a publication: the notice from its XML or its rendering, the links from everything.</summary>
/// <param name="readXml">Reads an eForms or TED notice.</param>
public sealed class PublicationReader(Func<Stream, NoticeReading> readXml) : IPublicationReader
{
    /// <inheritdoc/>
    public string Version => "3";

    /// <inheritdoc/>
    public PublicationReading Read(NoticeKey key, IReadOnlyList<SourceDocument> documents)
    {
        if (key.Source == MercellSource.SourceName) return MercellReading.Read(key, documents);
        var detail = Find(documents, EvidenceRoles.TenderNedDetail) is { } json ? TenderNedDetail.Read(json.Content) : null;
        if (detail is not null && detail.Id != key.Id)
            return Fault("other-publication", $"The detail is that of publication {detail.Id}, not of {key}: the documents were mixed up.");
        var (notice, fault) = Notice(documents, detail);
        if (notice is null) return new PublicationReading.Unreadable(fault!);
        return new PublicationReading.Read(notice, Links(key, notice, documents, detail), detail?.Published ?? notice.PublicationDate);
    }

    private (Notice? Notice, ReadingFault? Fault) Notice(IReadOnlyList<SourceDocument> documents, TenderNedDetail? detail)
    {
        if (Find(documents, EvidenceRoles.NoticeXml) is { } xml)
        {
            // A broken notice is never papered over with the little that the detail knows.
            using var stream = new MemoryStream(Bytes(xml.Content), writable: false);
            var reading = readXml(stream);
            return reading is NoticeReading.Read read ? (read.Notice, null) : (null, ((NoticeReading.Unreadable)reading).Fault);
        }

        if (detail is null)
        {
            return Find(documents, EvidenceRoles.TenderNedDetail) is null
                ? (null, new ReadingFault("empty", "There is neither the notice as XML nor a detail of TenderNed: nothing to read. Ingest the notice again."))
                : (null, new ReadingFault("shape", "The detail is no detail of a TenderNed publication. TenderNed's API may have changed."));
        }

        if (Find(documents, EvidenceRoles.TenderNedHtml) is not { } rendering)
        {
            var problem = new NoticeProblem("no-rendering", null, "Only TenderNed's detail could be retrieved: values and winners are unknown until the notice is read again.");
            return (TenderNedNotice.Join(new Notice { Format = RenderedNotice.Format, Problems = [problem] }, detail), null);
        }

        return RenderedNotice.HtmlOf(rendering.Content) is { } html
            ? (TenderNedNotice.Join(RenderedNotice.Read(html), detail), null)
            : (null, new ReadingFault("shape", "The rendering is no JSON object with a text 'html'. TenderNed's API may have changed."));
    }

    private static PublicationLinks Links(NoticeKey key, Notice notice, IReadOnlyList<SourceDocument> documents, TenderNedDetail? detail)
    {
        string?[] numbers = [notice.PublicationNumber, detail?.TedNumber];
        return new PublicationLinks
        {
            Kenmerk = detail?.Kenmerk,
            RelatedPublications = Find(documents, EvidenceRoles.TenderNedRelated) is { } related ? RelatedPublications.Read(related.Content, key.Id) ?? [] : [],
            TedNumbers = [.. numbers.Select(TedNumbers.Normal).OfType<string>().Distinct(StringComparer.Ordinal)],
            MercellIds = MercellIds(notice, detail),
            Page = Page(key, notice),
        };
    }

    private static IReadOnlyList<string> MercellIds(Notice notice, TenderNedDetail? detail)
    {
        var linked = detail?.DocumentsUrl is { } address ? MercellLinks.TenderId(address) : null;
        return linked is null ? MercellLinks.Of(notice) : [.. MercellLinks.Of(notice).Prepend(linked).Distinct(StringComparer.Ordinal)];
    }

    private static string? Page(NoticeKey key, Notice notice)
    {
        if (key.Source == TenderNedSource.SourceName) return $"https://www.tenderned.nl/aankondigingen/overzicht/{key.Id}";
        return TedNumbers.Normal(notice.PublicationNumber) is { } number ? $"https://ted.europa.eu/en/notice/-/detail/{number}" : null;
    }

    private static PublicationReading.Unreadable Fault(string code, string text) => new(new ReadingFault(code, text));

    private static SourceDocument? Find(IReadOnlyList<SourceDocument> documents, string role) => documents.FirstOrDefault(document => document.Role == role);

    private static byte[] Bytes(ReadOnlyMemory<byte> content) =>
        MemoryMarshal.TryGetArray(content, out var segment) && segment.Offset == 0 && segment.Count == segment.Array!.Length ? segment.Array : content.ToArray();
}
