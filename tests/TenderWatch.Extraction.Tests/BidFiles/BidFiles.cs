using System.Text;
using TenderWatch.Core.Bids;
using TenderWatch.Extraction.BidFiles;

namespace TenderWatch.Extraction.Tests.BidFiles;

internal static class Read
{
    public static BidTable Text(string text, BidFileOptions? options = null) => Bytes(Encoding.UTF8.GetBytes(text), options);

    public static BidTable Bytes(byte[] bytes, BidFileOptions? options = null) => BidFileReader.Read(new MemoryStream(bytes), options ?? new BidFileOptions());

    /// <summary>The only fault.</summary>
    public static BidFault FaultOf(string text, BidFileOptions? options = null) => Assert.Single(Text(text, options).Faults);
}
