using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using TenderWatch.Web.Dossiers;
using TenderWatch.Web.Requests;

namespace TenderWatch.Web.Forms;

/// <summary>Reads a form that a page of this host sent.</summary>
internal static class SentForm
{
    private const int Large = 16 * 1024 * 1024;

    private static readonly Problem OtherSite = new(403, "other-site",
        new("Dit verzoek kwam van een andere bladzijde", "This request came from another page"),
        new("Open de zaak in TenderWatch en gebruik het formulier daar.", "Open the case in TenderWatch and use the form there."));

    /// <summary>The form, or why it is not read.</summary>
    public static async Task<(IFormCollection? Form, Problem? Problem)> ReadAsync(HttpRequest request, CancellationToken cancellationToken)
    {
        if (!OwnPage.Sent(request)) return (null, OtherSite);
        if (!request.HasFormContentType) return (null, RequestProblems.MediaType(["multipart/form-data"]));
        if (request.ContentLength is null or > Large) return (null, RequestProblems.TooLarge(Large));
        try
        {
            // In memory whole: bids that spill over into a temporary file would outlive the request on a disk that nobody guards.
            var limits = new FormOptions { MemoryBufferThreshold = Large, MultipartBodyLengthLimit = Large, BufferBodyLengthLimit = Large, ValueCountLimit = 128, ValueLengthLimit = 256 * 1024, KeyLengthLimit = 64, MultipartHeadersLengthLimit = 4096 };
            return (await request.ReadFormAsync(limits, cancellationToken), null);
        }
        catch (Exception wrong) when (wrong is InvalidDataException or BadHttpRequestException)
        {
            return (null, RequestProblems.Wrong("form", "its parts cannot be read; send it again from the page"));
        }
    }

    /// <summary>What a field says, with the line ends that it had before the form was sent.</summary>
    public static string? Text(this IFormCollection form, string field) => form[field].ToString().ReplaceLineEndings("\n").Trim() is { Length: > 0 } text ? text : null;

    /// <summary>The bytes of a file; <see langword="null"/> where none was chosen.</summary>
    public static async Task<byte[]?> BytesAsync(this IFormCollection form, string field, CancellationToken cancellationToken)
    {
        if (form.Files.GetFile(field) is not { } file || (file.Length == 0 && file.FileName.Length == 0)) return null;
        using var content = new MemoryStream();
        await file.CopyToAsync(content, cancellationToken);
        return content.ToArray();
    }

    /// <summary>What was entered, to be shown again.</summary>
    public static Dictionary<string, string> Values(this IFormCollection form) => form.ToDictionary(field => field.Key, field => string.Join(',', field.Value.ToArray()), StringComparer.Ordinal);
}
