using TenderWatch.Core.Languages;

namespace TenderWatch.Extraction.BidFiles;

/// <summary>
/// Where reading stops. The largest real number of tenders for one lot is some hundreds; what is far beyond it is the wrong file, or one
/// that was made to exhaust memory.
/// </summary>
internal static class BidFileLimits
{
    public const int Rows = 100_000;
    public const int Columns = 200;
    public const int FileBytes = 32 * 1024 * 1024;
    public const int CellCharacters = 2_000;

    /// <summary>Of one part of a workbook, unpacked.</summary>
    public const long PartCharacters = 256 * 1024 * 1024;
    public const int SharedStrings = 500_000;

    public static LocalizedText TooManyRows { get; } = new(
        $"er zijn meer dan {Rows} rijen; wat daarna komt is niet gelezen en geen perceel is beoordeeld. Kijk na of dit het bestand met inschrijvingen is.",
        $"there are more than {Rows} rows; nothing beyond was read and no lot is judged. Check that this is the file of bids.");

    public static LocalizedText TooManyColumns { get; } = new(
        $"er zijn meer dan {Columns} kolommen. Kijk na of dit het blad met inschrijvingen is.", $"there are more than {Columns} columns. Check that this is the sheet of bids.");
}

/// <summary>Reading cannot go on: the file as a whole is not what it should be.</summary>
internal sealed class BidFileException(string code, LocalizedText text, int? row = null) : Exception(text.En)
{
    public BidFileException(string code, string nl, string en, int? row = null)
        : this(code, new LocalizedText(nl, en), row)
    {
    }

    public LocalizedText Text { get; } = text;

    public string Code { get; } = code;

    public int? Row { get; } = row;
}
