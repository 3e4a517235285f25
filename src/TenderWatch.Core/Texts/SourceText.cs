using TenderWatch.Core.Evidence;

namespace TenderWatch.Core.Texts;

/// <summary>A text that facts are read from, with where it stands.</summary>
/// <param name="Document">The stored bytes it was taken from.</param>
/// <param name="Part">See <see cref="TextPlace.Part"/>.</param>
/// <param name="At">See <see cref="TextPlace.At"/>.</param>
/// <param name="Page">See <see cref="TextPlace.Page"/>.</param>
/// <param name="Language">ISO 639-3 in lower case where it is known: it decides what <c>1.250</c> means.</param>
/// <param name="Text">The text.</param>
public sealed record SourceText(Digest Document, string Part, string? At, int? Page, string? Language, string Text)
{
    /// <summary>The place of a run of characters in it.</summary>
    /// <param name="offset">Of the first character.</param>
    /// <param name="length">Of the run.</param>
    public TextPlace Place(int offset, int length) => new(Document, Part, At, Page, offset, length);
}
