using System.Text.Json;
using System.Text.Json.Serialization;
using TenderWatch.Core.Evidence;
using TenderWatch.Core.Languages;
using TenderWatch.Core.Notices;

namespace TenderWatch.Core.Texts;

/// <summary>A procurement document that was retrieved for a case.</summary>
/// <param name="Sha256">Its stored bytes.</param>
/// <param name="Length">Their number.</param>
/// <param name="MediaType">Their media type as the source declared it.</param>
/// <param name="Name">What the source calls it.</param>
/// <param name="Origin">The address they came from.</param>
/// <param name="Notice">The notice that names it.</param>
/// <param name="RetrievedAt">When they were received.</param>
public sealed record CaseDocument(Digest Sha256, long Length, string MediaType, string Name, string Origin, NoticeKey Notice, DateTimeOffset RetrievedAt)
{
    /// <summary>The facts that were read from it, stored as <see cref="ExtractedFacts"/>; <see langword="null"/> where nothing could be read.</summary>
    public Digest? Facts { get; init; }

    /// <summary>What could not be read of it and why, in words for people.</summary>
    [JsonConverter(typeof(WordsListJsonConverter))]
    public IReadOnlyList<LocalizedText> Faults { get; init; } = [];
}

/// <summary>A document that a notice names and that was not retrieved.</summary>
/// <param name="Name">What the source calls it.</param>
/// <param name="Origin">Its address.</param>
/// <param name="Notice">The notice that names it.</param>
/// <param name="Why">Why it was not retrieved, in words for people.</param>
public sealed record MissedDocument(string Name, string Origin, NoticeKey Notice, [property: JsonConverter(typeof(WordsJsonConverter))] LocalizedText Why);

/// <summary>The documents of a case, stored as one piece of evidence, so that the state of the case stays small.</summary>
/// <param name="Documents">The documents, each address once.</param>
public sealed record CaseDocuments(IReadOnlyList<CaseDocument> Documents)
{
    /// <summary>So many documents are kept with a case.</summary>
    public const int Most = 100;

    /// <summary>Those that the last retrieval did not get; <see langword="null"/> where it got all.</summary>
    public IReadOnlyList<MissedDocument>? Missed { get; init; }

    /// <summary>No documents.</summary>
    public static CaseDocuments None { get; } = new([]);

    /// <summary>These with those of another retrieval, of which each address counts in place of the same address here.</summary>
    public CaseDocuments With(CaseDocuments later)
    {
        CaseDocument[] documents = [.. Documents.Where(known => !later.Documents.Any(one => one.Origin == known.Origin)).Concat(later.Documents).TakeLast(Most)];
        MissedDocument[] missed = [.. (Missed ?? []).Concat(later.Missed ?? []).Where(one => !documents.Any(document => document.Origin == one.Origin)).DistinctBy(one => one.Origin).Take(Most)];
        return new(documents) { Missed = missed.Length == 0 ? null : missed };
    }

    /// <summary>The bytes that are stored.</summary>
    public byte[] ToBytes() => JsonSerializer.SerializeToUtf8Bytes(this, NoticeJson.Stored);

    /// <summary>Reads what <see cref="ToBytes"/> wrote.</summary>
    /// <exception cref="JsonException">The bytes are something else.</exception>
    public static CaseDocuments Read(ReadOnlySpan<byte> bytes) => JsonSerializer.Deserialize<CaseDocuments>(bytes, NoticeJson.Stored) ?? None;
}
