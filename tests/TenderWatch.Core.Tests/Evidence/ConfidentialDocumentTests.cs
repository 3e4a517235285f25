using System.Text;
using TenderWatch.Core.Evidence;

namespace TenderWatch.Core.Tests.Evidence;

public sealed class ConfidentialDocumentTests
{
    private static readonly Nonce One = Nonce.New(count => [.. Enumerable.Range(0, count).Select(n => (byte)n)]);

    [Fact]
    public void It_is_one_line_with_the_nonce_and_the_content_and_is_read_back()
    {
        var document = new ConfidentialDocument("a;b\n1;2\n"u8.ToArray(), One);

        Assert.Equal("TenderWatch confidential 000102030405060708090a0b0c0d0e0f101112131415161718191a1b1c1d1e1f\na;b\n1;2\n", Encoding.ASCII.GetString(document.ToBytes()));
        var read = ConfidentialDocument.Of(document.ToBytes());
        Assert.Equal((One, "a;b\n1;2\n", Digest.Of(document.ToBytes())), (read.Nonce, Encoding.ASCII.GetString(read.Content), read.Sha256));
    }

    [Theory]
    [InlineData("")]
    [InlineData("[]")]
    [InlineData("TenderWatch confidential x\n[]")]
    [InlineData("TenderWatch confidential 000102030405060708090A0B0C0D0E0F101112131415161718191A1B1C1D1E1F\n[]")]
    public void What_has_no_such_line_is_content_as_it_was_stored_before(string stored)
    {
        var read = ConfidentialDocument.Of(Encoding.ASCII.GetBytes(stored));

        Assert.Equal(((Nonce?)null, stored), (read.Nonce, Encoding.ASCII.GetString(read.Content)));
        Assert.Equal(stored, Encoding.ASCII.GetString(read.ToBytes()));
    }

    [Fact]
    public void A_nonce_that_follows_from_others_is_the_one_that_the_page_on_the_format_says()
    {
        Assert.Null(Nonce.Of([null, null]));
        Assert.Equal(Digest.Of("nonce of\n" + One.Hex).Hex, Nonce.Of([null, One])!.Value.Hex);
        Assert.NotEqual(Nonce.Of([One]), Nonce.Of([One, One]));
    }
}
