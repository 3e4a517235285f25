using System.Text.Json;
using TenderWatch.Core.Evidence;
using TenderWatch.Core.Notices;

namespace TenderWatch.Core.Texts;

/// <summary>What a model was asked about the texts of one notice, or of one document, and what it added.</summary>
/// <param name="Notice">The notice.</param>
/// <param name="Document">The name of the document; <see langword="null"/> for the texts of the notice itself.</param>
/// <param name="Texts">Which texts: another digest means that they changed.</param>
/// <param name="Extractor">Model and version of the prompt.</param>
/// <param name="At">When.</param>
/// <param name="Answer">What came of it. Its use is that of all questions about this notice or document so far.</param>
public sealed record AskedText(NoticeKey Notice, string? Document, Digest Texts, string Extractor, DateTimeOffset At, ModelAnswer Answer)
{
    /// <summary>What names the texts of a notice: the bytes they stand in, their places and their words.</summary>
    /// <param name="texts">The texts.</param>
    public static Digest NameOf(IReadOnlyList<SourceText> texts) => Digest.Of(string.Join('\n', texts.Select(text => $"{text.Document.Hex} {text.Part} {text.At} {text.Page} {Digest.Of(text.Text).Hex}")));

    /// <summary>Whether another answer says the same: only its moment may differ.</summary>
    /// <param name="other">The other.</param>
    public bool IsSame(AskedText other) => JsonSerializer.Serialize(this with { At = default }, NoticeJson.Stored) == JsonSerializer.Serialize(other with { At = default }, NoticeJson.Stored);
}

/// <summary>All that a model was asked about a case, as it is stored.</summary>
/// <param name="Texts">By notice and document, each once.</param>
public sealed record AskedTexts(IReadOnlyList<AskedText> Texts)
{
    /// <summary>Nothing was asked.</summary>
    public static AskedTexts None { get; } = new([]);

    /// <summary>The bytes that are stored.</summary>
    public byte[] ToBytes() => JsonSerializer.SerializeToUtf8Bytes(this, NoticeJson.Stored);

    /// <summary>Reads what <see cref="ToBytes"/> wrote.</summary>
    /// <exception cref="JsonException">The bytes are something else.</exception>
    public static AskedTexts Read(ReadOnlySpan<byte> bytes) => JsonSerializer.Deserialize<AskedTexts>(bytes, NoticeJson.Stored) ?? None;
}
