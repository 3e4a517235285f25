using TenderWatch.Core.Evidence;
using TenderWatch.Core.Languages;
using TenderWatch.Core.Texts;

namespace TenderWatch.Extraction.Documents;

/// <summary>Reads the facts that stand in documents: their text by its format, the facts by rules.</summary>
public sealed class DocumentFacts(ITextFactReader rules, TimeProvider time) : IDocumentReader
{
    private const int Most = 5_000;

    /// <inheritdoc/>
    public (ExtractedFacts Facts, IReadOnlyList<LocalizedText> Faults) Read(Digest document, ReadOnlyMemory<byte> content, string? language)
    {
        var text = TextOf(content);
        return (new ExtractedFacts(rules.Version, [.. text.Texts(document, language).SelectMany(rules.Read).Take(Most)]), [.. text.Faults.Select(DocumentFaultWords.Of)]);
    }

    /// <inheritdoc/>
    public IReadOnlyList<SourceText> TextsOf(Digest document, ReadOnlyMemory<byte> content, string? language) => [.. TextOf(content).Texts(document, language)];

    private DocumentText TextOf(ReadOnlyMemory<byte> content)
    {
        using var stream = new MemoryStream(content.ToArray(), writable: false);
        return DocumentReader.Read(stream, DocumentLimits.Usual, time);
    }
}
