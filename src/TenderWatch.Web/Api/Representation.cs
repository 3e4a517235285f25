using System.Text.Json;
using Microsoft.AspNetCore.Http;
using Microsoft.Net.Http.Headers;
using TenderWatch.Core.Evidence;
using TenderWatch.Core.Notices;

namespace TenderWatch.Web;

/// <summary>The bytes of an answer with their ETag, which is their digest: the same tag means the same bytes, and another reader's rights another tag.</summary>
/// <param name="Content">The bytes.</param>
/// <param name="ETag">Their tag.</param>
internal sealed record Representation(byte[] Content, EntityTagHeaderValue ETag)
{
    public static Representation Of<T>(T value)
    {
        var content = JsonSerializer.SerializeToUtf8Bytes(value, NoticeJson.Stored);
        return new Representation(content, new EntityTagHeaderValue($"\"{Digest.Of(content).Hex[..32]}\""));
    }

    /// <summary>The answer: nothing where the caller has it already.</summary>
    public IResult Answer(HttpContext context)
    {
        context.Response.Headers.ETag = ETag.ToString();
        // May be kept, but never used without asking: it depends on who asks.
        context.Response.Headers.CacheControl = "private, no-cache";
        context.Response.Headers.Vary = "Authorization, Cookie";
        var known = context.Request.GetTypedHeaders().IfNoneMatch;
        return known?.Any(tag => tag.Compare(ETag, useStrongComparison: false) || tag.Tag == "*") == true
            ? Results.StatusCode(StatusCodes.Status304NotModified)
            : new Answers.Written(Content, "application/json; charset=utf-8", StatusCodes.Status200OK);
    }
}
