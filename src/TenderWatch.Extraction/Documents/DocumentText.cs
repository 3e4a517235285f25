using TenderWatch.Core.Evidence;
using TenderWatch.Core.Texts;

namespace TenderWatch.Extraction.Documents;

/// <summary>The text of a document, or of the documents in an archive, with what could not be read of it.</summary>
/// <param name="Parts">The pieces of text, in order.</param>
/// <param name="Faults">What could not be read, and what was left alone; none when all is well.</param>
public sealed record DocumentText(IReadOnlyList<TextPart> Parts, IReadOnlyList<DocumentFault> Faults)
{
    /// <summary>The texts as facts are read from them.</summary>
    /// <param name="document">The stored bytes.</param>
    /// <param name="language">Their language, ISO 639-3, where it is known.</param>
    public IEnumerable<SourceText> Texts(Digest document, string? language) => Parts.Select(part => new SourceText(document, part.Path, part.Sheet, part.Number, language, part.Text));
}

/// <summary>A page, a row of a sheet, or a paragraph.</summary>
/// <param name="Path">The path within an archive; empty for the document itself.</param>
/// <param name="Sheet">The sheet of a workbook.</param>
/// <param name="Number">The page, row or paragraph, from 1.</param>
/// <param name="Text">Its text.</param>
public sealed record TextPart(string Path, string? Sheet, int? Number, string Text);

/// <summary>Why a document, or a part of it, was not read.</summary>
/// <param name="Code">
/// A stable name: <c>empty</c>, <c>too-large</c>, <c>too-much-text</c>, <c>too-many-pages</c>, <c>too-many-files</c>, <c>bomb</c>, <c>nested</c>, <c>encrypted</c>, <c>damaged</c>, <c>macros</c>,
/// <c>old-format</c>, <c>unknown-format</c>, <c>timeout</c>.
/// </param>
/// <param name="Path">The path within an archive; empty for the document itself.</param>
/// <param name="Text">What was wrong and what to do, in English. Nothing of the content.</param>
public sealed record DocumentFault(string Code, string Path, string Text)
{
    /// <summary>Whether the text was read all the same.</summary>
    public bool IsNote { get; init; }
}

/// <summary>Reading cannot go on.</summary>
internal sealed class DocumentException(string code, string text) : Exception(text)
{
    public string Code { get; } = code;
}
