using TenderWatch.Core.Evidence;
using TenderWatch.Core.Notices;

namespace TenderWatch.Sources;

/// <summary>Under which key a notice out of a file is known.</summary>
public static class NoticeFileKeys
{
    /// <summary>The key of a file. A notice that TED has published is that publication, however it came here: the same file twice, or once from TED, is one notice.</summary>
    /// <param name="content">Its bytes.</param>
    public static NoticeKey Of(byte[] content)
    {
        using var stream = new MemoryStream(content, writable: false);
        return NoticeXml.Read(stream) switch
        {
            NoticeReading.Read { Notice.PublicationNumber: var written } when TenderNed.TedNumbers.Normal(written) is { } number => new NoticeKey("ted", number),
            NoticeReading.Read { Notice: { NoticeId: { } id } notice } => new NoticeKey("file", notice.NoticeVersion is { } version ? $"{id}-{version}" : id),
            _ => Of(Digest.Of(content)),
        };
    }

    /// <summary>The key of a file of which nothing but its digest is known.</summary>
    /// <param name="content">The digest of its bytes.</param>
    public static NoticeKey Of(Digest content) => new("file", content.Hex[..16]);
}
