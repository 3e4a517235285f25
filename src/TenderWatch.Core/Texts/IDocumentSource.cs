using TenderWatch.Core.Cases;
using TenderWatch.Core.Languages;
using TenderWatch.Core.Sources;

namespace TenderWatch.Core.Texts;

/// <summary>Retrieves the procurement documents that a notice names.</summary>
public interface IDocumentSource
{
    /// <summary>Whether documents may be retrieved at all.</summary>
    bool IsOn { get; }

    /// <summary>Retrieves them; one that cannot or may not be retrieved is an answer with the reason.</summary>
    /// <param name="notice">The notice.</param>
    /// <param name="cancellationToken">Stops the call.</param>
    Task<IReadOnlyList<RetrievedDocument>> RetrieveAsync(CaseNotice notice, CancellationToken cancellationToken);
}

/// <summary>A document, or why there is none.</summary>
/// <param name="Name">What the source calls it.</param>
/// <param name="Origin">Its address.</param>
/// <param name="Document">Its bytes; <see langword="null"/> with a failure.</param>
/// <param name="Failure">Why there are none.</param>
public sealed record RetrievedDocument(string Name, string Origin, SourceDocument? Document, RetrievalFailure? Failure);

/// <summary>Why a document was not retrieved.</summary>
/// <param name="Code">A stable code: <c>robots</c>, <c>host-not-allowed</c>, <c>too-large</c>, <c>virus</c>, <c>not-found</c>, …</param>
/// <param name="Text">What was wrong and what to do, for people.</param>
public sealed record RetrievalFailure(string Code, LocalizedText Text);

/// <summary>Reads the text of documents and the facts in it.</summary>
public interface IDocumentReader
{
    /// <summary>The facts, and what could not be read, in words for people. Whatever the bytes are, this gives an answer.</summary>
    /// <param name="document">The stored bytes.</param>
    /// <param name="content">The bytes.</param>
    /// <param name="language">Their language, ISO 639-3, where it is known.</param>
    (ExtractedFacts Facts, IReadOnlyList<LocalizedText> Faults) Read(Evidence.Digest document, ReadOnlyMemory<byte> content, string? language);

    /// <summary>The texts of a document, as <see cref="Read"/> reads facts from them.</summary>
    /// <param name="document">The stored bytes.</param>
    /// <param name="content">The bytes.</param>
    /// <param name="language">Their language, ISO 639-3, where it is known.</param>
    IReadOnlyList<SourceText> TextsOf(Evidence.Digest document, ReadOnlyMemory<byte> content, string? language);
}
