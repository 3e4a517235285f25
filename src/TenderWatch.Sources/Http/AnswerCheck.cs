using System.Globalization;
using System.Net;
using System.Text;
using System.Text.Json;
using TenderWatch.Core.Evidence;
using TenderWatch.Core.Sources;

namespace TenderWatch.Sources.Http;

/// <summary>What a body must be.</summary>
internal enum BodyKind
{
    Json,
    Xml,

    /// <summary>Plain text, which may be empty.</summary>
    Text,

    /// <summary>A document of whatever kind.</summary>
    Any,
}

/// <summary>Tells a document from everything else that a source may send with any status.</summary>
internal static class AnswerCheck
{
    private static ReadOnlySpan<byte> ByteOrderMark => [0xEF, 0xBB, 0xBF];

    public static SourceResult<SourceDocument> Of(
        HttpResponseMessage response, ReceivedContent content, Uri address, BodyKind kind, string role, DateTimeOffset at)
    {
        var mediaType = content.Headers.ContentType?.MediaType ?? "application/octet-stream";
        var origin = (response.RequestMessage?.RequestUri ?? address).AbsoluteUri;
        var document = new SourceDocument(role, mediaType, origin, at, (int)response.StatusCode, content.Bytes);
        if (StatusFault(response, content, origin) is { } status) return Failure(status, document);
        if (content.Cut != Cut.None) return Failure(TooLarge(content, origin), document);
        if (content.Bytes.IsEmpty && kind != BodyKind.Text) return Failure(("empty-answer", $"{origin} answered 200 without a body. It is tried again at the next run."), document);
        var fault = kind switch
        {
            BodyKind.Json => JsonFault(content.Bytes, mediaType, origin),
            BodyKind.Xml => XmlFault(content.Bytes, mediaType, origin),
            BodyKind.Any => null,
            _ => TextFault(content.Bytes, origin),
        };
        return fault is { } wrong ? Failure(wrong, document) : document;
    }

    private static SourceFailure Failure((string Code, string Text) fault, SourceDocument document) =>
        new(fault.Code, fault.Text, document.Content.IsEmpty ? [] : [document with { Role = EvidenceRoles.Unread }]);

    private static (string Code, string Text)? StatusFault(HttpResponseMessage response, ReceivedContent content, string origin)
    {
        var status = ((int)response.StatusCode).ToString(CultureInfo.InvariantCulture);
        // The firewall before TED answers 202 with this header and no body.
        if (response.Headers.Contains("x-amzn-waf-action"))
            return ("challenge", $"The firewall before {origin} asked for a browser ({status}). Check that Sources:Contact is set, and ask the source's operator for access.");
        return response.StatusCode switch
        {
            HttpStatusCode.OK => null,
            HttpStatusCode.Unauthorized or HttpStatusCode.Forbidden =>
                ("refused", $"{origin} refused access ({status}). Check the credentials, if it needs any, and whether Sources:Contact is set."),
            HttpStatusCode.NotFound or HttpStatusCode.Gone => ("not-found", $"{origin} does not exist ({status}): not published yet, or withdrawn."),
            HttpStatusCode.TooManyRequests => ("too-many-requests", $"{origin} asked to slow down (429). Raise Sources:MinimumInterval if this lasts."),
            >= HttpStatusCode.InternalServerError => ("server-error", $"{origin} failed ({status}) in every attempt. It is tried again at the next run."),
            >= HttpStatusCode.MultipleChoices and < HttpStatusCode.BadRequest =>
                ("redirect", $"{origin} redirects ({status}) to a host that is not one of the sources, or in circles; it was not followed. If the source has moved, change its BaseAddress."),
            < HttpStatusCode.MultipleChoices when content.Bytes.IsEmpty => ("empty-answer", $"{origin} answered {status} without a body. It is tried again at the next run."),
            _ => ("status", $"{origin} answered {status}, which is no answer to a request for a document. The source may have changed; its answer is kept."),
        };
    }

    private static (string, string) TooLarge(ReceivedContent content, string origin) => content.Cut == Cut.Size
        ? ("too-large", $"{origin} is larger than {content.Bytes.Length} bytes; the first of them are kept. Raise Sources:MaximumDocumentBytes if it is genuine.")
        : ("too-large", $"{origin} expands more than 200 times, as no notice does; the first {content.Bytes.Length} bytes are kept.");

    private static (string, string)? JsonFault(ReadOnlyMemory<byte> bytes, string mediaType, string origin)
    {
        if (!mediaType.Equals("application/json", StringComparison.OrdinalIgnoreCase) && !mediaType.EndsWith("+json", StringComparison.OrdinalIgnoreCase))
            return ("not-json", $"{origin} answered {mediaType} in place of JSON. The source may be down for maintenance or have changed; its answer is kept.");
        try
        {
            using var json = JsonDocument.Parse(bytes.Span.StartsWith(ByteOrderMark) ? bytes[ByteOrderMark.Length..] : bytes);
            return null;
        }
        catch (JsonException exception)
        {
            return ("not-json", $"{origin} is broken JSON at line {exception.LineNumber + 1}. It is tried again at the next run; its answer is kept.");
        }
    }

    private static (string, string)? XmlFault(ReadOnlyMemory<byte> bytes, string mediaType, string origin)
    {
        var isXml = mediaType.Equals("application/xml", StringComparison.OrdinalIgnoreCase) || mediaType.Equals("text/xml", StringComparison.OrdinalIgnoreCase)
            || (mediaType.EndsWith("+xml", StringComparison.OrdinalIgnoreCase) && !mediaType.Equals("application/xhtml+xml", StringComparison.OrdinalIgnoreCase));
        if (isXml && !LooksLikeHtml(bytes.Span)) return null;
        return ("not-xml", $"{origin} answered {(isXml ? "HTML" : mediaType)} in place of XML. The source may be down for maintenance or have changed; its answer is kept.");
    }

    private static (string, string)? TextFault(ReadOnlyMemory<byte> bytes, string origin) => LooksLikeHtml(bytes.Span)
        ? ("not-text", $"{origin} answered HTML in place of plain text. The source may be down for maintenance or have changed; its answer is kept.")
        : null;

    private static bool LooksLikeHtml(ReadOnlySpan<byte> bytes)
    {
        var start = Encoding.Latin1.GetString(bytes[..Math.Min(bytes.Length, 512)]);
        return start.Contains("<html", StringComparison.OrdinalIgnoreCase) || start.Contains("<!doctype html", StringComparison.OrdinalIgnoreCase);
    }
}
