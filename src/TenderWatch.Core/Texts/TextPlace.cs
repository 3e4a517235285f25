using TenderWatch.Core.Evidence;

namespace TenderWatch.Core.Texts;

/// <summary>Where words stand: so exactly that anybody can look them up in the stored bytes.</summary>
/// <param name="Document">The stored bytes.</param>
/// <param name="Part">
/// What of them: the eForms field for a notice (<c>BT-24</c>), the path within an archive (<c>annex/prices.xlsx</c>), empty for the document itself.
/// </param>
/// <param name="At">The lot for a notice, the sheet of a workbook, else <see langword="null"/>.</param>
/// <param name="Page">The page of a PDF, the row of a sheet or the paragraph of another document, from 1; <see langword="null"/> for a field of a notice.</param>
/// <param name="Offset">Of the first character, counted in UTF-16 units from the begin of the text of that part (and page) as this version of the reader gives it.</param>
/// <param name="Length">Of the words, in UTF-16 units.</param>
public sealed record TextPlace(Digest Document, string Part, string? At, int? Page, int Offset, int Length)
{
    /// <summary>Whether exactly these words stand there.</summary>
    /// <param name="text">The text of the part (and page).</param>
    /// <param name="quote">The words.</param>
    public bool Holds(string text, string quote) =>
        quote.Length > 0 && Length == quote.Length && Offset >= 0 && Offset <= text.Length - Length && text.AsSpan(Offset, Length).SequenceEqual(quote);
}
