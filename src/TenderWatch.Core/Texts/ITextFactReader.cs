namespace TenderWatch.Core.Texts;

/// <summary>Reads facts from text: deterministic, without network, in time that grows with the length of the text alone.</summary>
public interface ITextFactReader
{
    /// <summary>Name and version, as <see cref="TextFact.Extractor"/> states them: <c>rules/1</c>. A changed rule is another version.</summary>
    string Version { get; }

    /// <summary>The facts in the order in which they stand in the text. Every quotation stands verbatim at its place.</summary>
    /// <param name="text">The text; whatever it is, this gives an answer.</param>
    IReadOnlyList<TextFact> Read(SourceText text);
}
