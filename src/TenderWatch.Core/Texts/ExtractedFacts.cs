using System.Text.Json;
using TenderWatch.Core.Notices;

namespace TenderWatch.Core.Texts;

/// <summary>What one extractor read from the texts of a case or of a document. Stored as evidence before anything is shown of it.</summary>
/// <param name="Extractor">Name and version of what read it.</param>
/// <param name="Facts">The facts, in the order of the texts.</param>
public sealed record ExtractedFacts(string Extractor, IReadOnlyList<TextFact> Facts)
{
    /// <summary>The bytes that are stored.</summary>
    public byte[] ToBytes() => JsonSerializer.SerializeToUtf8Bytes(this, NoticeJson.Stored);

    /// <summary>Reads what <see cref="ToBytes"/> wrote; <see langword="null"/> where the bytes are something else.</summary>
    public static ExtractedFacts? Read(ReadOnlySpan<byte> bytes)
    {
        try
        {
            return JsonSerializer.Deserialize<ExtractedFacts>(bytes, NoticeJson.Stored) is { Extractor: not null, Facts: not null } read && !read.Facts.Contains(null!) ? read : null;
        }
        catch (JsonException)
        {
            return null;
        }
        catch (FormatException)
        {
            return null;
        }
    }
}
