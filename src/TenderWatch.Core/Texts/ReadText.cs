using TenderWatch.Core.Notices;

namespace TenderWatch.Core.Texts;

/// <summary>The facts that stand in the running text of one notice, or of one document that belongs to it.</summary>
/// <param name="Notice">The notice.</param>
/// <param name="Document">The name of the document; <see langword="null"/> for the texts of the notice itself.</param>
/// <param name="Facts">The facts, in the order of the text.</param>
public sealed record ReadText(NoticeKey Notice, string? Document, IReadOnlyList<TextFact> Facts);
