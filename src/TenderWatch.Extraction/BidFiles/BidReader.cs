using TenderWatch.Core.Bids;

namespace TenderWatch.Extraction.BidFiles;

/// <summary><see cref="BidFileReader"/> for those who are given a reader.</summary>
public sealed class BidReader : IBidReader
{
    /// <inheritdoc/>
    public BidTable Read(byte[] content, BidFileOptions options)
    {
        using var stream = new MemoryStream(content, writable: false);
        return BidFileReader.Read(stream, options);
    }
}
