namespace TenderWatch.Core.Screening.Reading;

/// <summary>Where a text of a release stands: in its line, or where its escapes were undone.</summary>
/// <param name="Start">The first byte; negative where escapes were undone.</param>
/// <param name="Length">How many bytes; -1 when there is no text.</param>
internal readonly record struct Text(int Start, int Length)
{
    /// <summary>No text: the member is absent or is not a text.</summary>
    public static readonly Text Absent = new(0, -1);

    public bool IsAbsent => Length < 0;
}
