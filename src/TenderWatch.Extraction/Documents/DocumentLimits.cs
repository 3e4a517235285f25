namespace TenderWatch.Extraction.Documents;

/// <summary>Where the reading of a document stops. The largest real set of tender documents has some hundreds of files and some thousands of pages.</summary>
public sealed record DocumentLimits
{
    /// <summary>The usual limits.</summary>
    public static DocumentLimits Usual { get; } = new();

    /// <summary>Of one file, and of an archive as it is stored.</summary>
    public long Bytes { get; init; } = 64 * 1024 * 1024;

    /// <summary>Of everything in an archive, unpacked.</summary>
    public long UnpackedBytes { get; init; } = 256 * 1024 * 1024;

    /// <summary>How often larger a packed file may become; markup reaches 40, DEFLATE ends at about 1032.</summary>
    public int Ratio { get; init; } = 200;

    /// <summary>Files in an archive.</summary>
    public int Entries { get; init; } = 2_000;

    /// <summary>Archives within archives.</summary>
    public int Nesting { get; init; } = 2;

    /// <summary>Pages of a PDF, and sheets of a workbook.</summary>
    public int Pages { get; init; } = 5_000;

    /// <summary>Characters of text in all.</summary>
    public int Characters { get; init; } = 20_000_000;

    /// <summary>The longest that one document may take.</summary>
    public TimeSpan Time { get; init; } = TimeSpan.FromSeconds(60);
}
