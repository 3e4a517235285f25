using System.Text;
using System.Text.Json;
using TenderWatch.Core.Evidence;

namespace TenderWatch.Core.Tests.Evidence;

public class LedgerEntryTests
{
    private static readonly LedgerEntry Entry = new(
        "abc123", 1, default, "event:1", "event", new DateTimeOffset(2025, 12, 11, 13, 0, 0, TimeSpan.FromHours(1)), JsonSerializer.SerializeToElement(new { value = "592517432", a = 1 }));

    [Fact]
    public void An_entry_is_canonical_JSON_in_UTC() => Assert.Equal(
        "{\"at\":\"2025-12-11T12:00:00.0000000Z\",\"body\":{\"a\":1,\"value\":\"592517432\"},\"case\":\"abc123\",\"key\":\"event:1\",\"kind\":\"event\","
        + "\"prev\":\"0000000000000000000000000000000000000000000000000000000000000000\",\"seq\":1,\"v\":1}",
        Encoding.UTF8.GetString(Entry.ToBytes()));

    [Fact]
    public void An_entry_is_read_back_as_it_was() => Assert.Equal(Entry.ToBytes(), LedgerEntry.Parse(Entry.ToBytes()).ToBytes());

    [Fact]
    public void Any_changed_byte_is_refused_or_gives_another_digest()
    {
        var original = Entry.ToBytes();
        var digest = Digest.Of(original);
        for (var i = 0; i < original.Length; i++)
        {
            for (var bit = 0; bit < 8; bit++)
            {
                var changed = (byte[])original.Clone();
                changed[i] ^= (byte)(1 << bit);
                try
                {
                    Assert.NotEqual(digest, Digest.Of(LedgerEntry.Parse(changed).ToBytes()));
                }
                catch (FormatException)
                {
                    // Refused, which is as good.
                }
            }
        }
    }

    [Theory]
    [InlineData("")]
    [InlineData("null")]
    [InlineData("[]")]
    [InlineData("{}")]
    [InlineData("{\"case\":1}")]
    public void Other_bytes_are_refused(string text) => Assert.Throws<FormatException>(() => LedgerEntry.Parse(Encoding.UTF8.GetBytes(text)));
}
