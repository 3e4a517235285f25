using Microsoft.AspNetCore.Http;
using TenderWatch.Core.Evidence;

namespace TenderWatch.Web;

/// <summary>A file that pages refer to, embedded in the assembly; its address changes with its content and may be cached for ever.</summary>
internal sealed class Asset
{
    private readonly byte[] _content;
    private readonly string _mediaType;

    private Asset(string name, string mediaType)
    {
        using var stream = typeof(Asset).Assembly.GetManifestResourceStream(name)!;
        _content = new byte[stream.Length];
        stream.ReadExactly(_content);
        _mediaType = mediaType;
        Path = $"/assets/{Digest.Of(_content).Hex[..12]}/{name}";
    }

    public static Asset Stylesheet { get; } = new("tenderwatch.css", "text/css; charset=utf-8");

    public static Asset Icon { get; } = new("icon.svg", "image/svg+xml");

    public string Path { get; }

    /// <summary>The text, for a page that must need nothing beside it.</summary>
    public string Text => System.Text.Encoding.UTF8.GetString(_content);

    public IResult Serve(HttpContext context)
    {
        context.Response.Headers.CacheControl = "public, max-age=31536000, immutable";
        context.Response.Headers.Remove("Vary");
        return Results.Bytes(_content, _mediaType);
    }
}
