namespace TenderWatch.Core.Bids;

/// <summary>Reads bids from a file that a person made.</summary>
public interface IBidReader
{
    /// <summary>Reads a file; whatever is in it, the answer is a table with its faults.</summary>
    /// <param name="content">Its bytes: CSV, XLSX or JSON, told apart by content.</param>
    /// <param name="options">What the file does not say.</param>
    BidTable Read(byte[] content, BidFileOptions options);
}
