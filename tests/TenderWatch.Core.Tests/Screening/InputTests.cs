using System.Text;
using TenderWatch.Core.Screening;
using static TenderWatch.Core.Tests.Screening.Screen;

namespace TenderWatch.Core.Tests.Screening;

/// <summary>Lines that are no releases, and JSON in all its forms.</summary>
public sealed class InputTests
{
    private const string Good = """{"ocid":"A","tender":{"numberOfTenderers":1,"procurementMethod":"open"}}""";
    private const string Flagged = """{"OCID":{"A":{"R018":1.0}}}""";

    private static readonly ScreeningOptions NoMeta = new() { Meta = false };

    [Theory]
    [InlineData("{", "is not valid JSON at byte 2: ")]
    [InlineData("""{"ocid":"B"} x""", "is not valid JSON at byte 14: ")]
    [InlineData("""{"ocid":"B",}""", "is not valid JSON at byte 13: ")]
    [InlineData("""{"ocid":"B","x":01}""", "is not valid JSON at byte 18: ")]
    [InlineData("""{"ocid":"B","x":NaN}""", "is not valid JSON at byte 17: ")]
    [InlineData("{\"ocid\":\"B\",\"x\":\"\t\"}", "is not valid JSON at byte 18: ")]
    [InlineData("""{"ocid":"B","x":"\ud800"}""", "is not valid JSON: a text has an escape that is no character.")]
    [InlineData("""{"ocid":"B","x":"\udC00\ud800"}""", "is not valid JSON: a text has an escape that is no character.")]
    [InlineData("""{"ocid":"\ud800"}""", "is not valid JSON: a text has an escape that is no character.")]
    [InlineData("[]", "is JSON but not an object; a line holds one release.")]
    [InlineData("1", "is JSON but not an object; a line holds one release.")]
    [InlineData("""{"id":"B"}""", "has no ocid (a text); without it nothing can be told about the release.")]
    [InlineData("""{"ocid":7}""", "has no ocid (a text); without it nothing can be told about the release.")]
    public void A_bad_line_is_named_with_its_number_and_the_rest_goes_on(string line, string fault)
    {
        var result = Run("[R018]", NoMeta, "", line, "  \t\r", Good, line);

        Assert.Equal(Flagged, Json(result));
        Assert.Equal((1, 2), (result.Releases, result.BadLineCount));
        Assert.Equal([2, 5], result.BadLines.Select(bad => bad.Line));
        Assert.All(result.BadLines, bad => Assert.StartsWith(fault, bad.Fault, StringComparison.Ordinal));
    }

    [Fact]
    public void A_line_that_is_not_UTF_8_is_named_and_a_byte_order_mark_is_passed_over()
    {
        byte[] bytes = [.. "\uFEFF"u8, .. Encoding.UTF8.GetBytes(Good), (byte)'\n', .. "{\"ocid\":\""u8, 0xFF, .. "\"}"u8];

        var result = Run("[R018]", NoMeta, bytes);

        Assert.Equal(Flagged, Json(result));
        Assert.Equal(new(2, "is not UTF-8."), Assert.Single(result.BadLines));
    }

    [Fact]
    public void The_first_thousand_bad_lines_are_named_and_all_are_counted()
    {
        var result = Run("[R018]", NoMeta with { Threads = 4, BlockSize = 50 }, [.. Enumerable.Repeat("?", 3000), Good]);

        Assert.Equal(3000, result.BadLineCount);
        Assert.Equal(Enumerable.Range(1, 1000).Select(line => (long)line), result.BadLines.Select(bad => bad.Line));
    }

    [Theory]
    [InlineData(127, true)]
    [InlineData(128, false)]
    public void Levels_are_limited_as_in_Cardinal(int levels, bool read) => Assert.Equal(
        read ? Flagged : "{}",
        Results("[R018]", Good[..^1] + ",\"x\":" + new string('[', levels - 1) + new string(']', levels - 1) + "}"));

    [Theory]
    [InlineData("""{"ocid":"X","ocid":"A","tender":{"numberOfTenderers":2,"numberOfTenderers":1,"procurementMethod":"open"}}""")]
    [InlineData("""{"tender":{"status":"cancelled"},"ocid":"A","tender":{"numberOfTenderers":1,"procurementMethod":"open"}}""")]
    [InlineData("""{"\u006fcid":"\u0041","tender":{"numberOf\u0054enderers":1,"procurementMethod":"op\u0065n","title":"\ud83d\ude00 \\ud800"}}""")]
    [InlineData(""" { "x" : { "ocid" : "Z" } , "ocid" : "A" , "tender" : { "numberOfTenderers" : 1 , "procurementMethod" : "open" } } """)]
    public void The_last_of_two_members_counts_and_escapes_and_spaces_change_nothing(string line) => Assert.Equal(Flagged, Results("[R018]", line));

    [Theory]
    [InlineData("""{"ocid":"A","tender":{"numberOfTenderers":1,"procurementMethod":"open"},"tender":null}""")]
    [InlineData("""{"ocid":"A","tender":{"numberOfTenderers":1,"procurementMethod":"open","numberOfTenderers":"1"}}""")]
    public void A_last_member_of_the_wrong_type_takes_the_earlier_one_away(string line) => Assert.Equal("{}", Results("[R018]", line));

    [Fact]
    public void Keys_are_written_as_they_are_read_and_in_the_order_of_their_bytes() => Assert.Equal(
        """{"OCID":{"\"\\":{"R018":1.0},"A":{"R018":1.0},"a":{"R018":1.0},"é":{"R018":1.0}}}""",
        Results("[R018]", Good.Replace("\"A\"", "\"\\u00e9\"", StringComparison.Ordinal), Good.Replace("\"A\"", "\"a\"", StringComparison.Ordinal), Good, Good.Replace("\"A\"", "\"\\\"\\\\\"", StringComparison.Ordinal)));

    [Fact]
    public void A_line_may_be_longer_than_a_block()
    {
        var line = Good[..^1] + ",\"x\":\"" + new string('x', 10_000) + "\"}";

        Assert.Equal(Flagged, Json(Run("[R018]", NoMeta with { BlockSize = 16, Threads = 3 }, Good.Replace("\"A\"", "1", StringComparison.Ordinal), line, Good)));
    }

    [Theory]
    [InlineData(1)]
    [InlineData(4)]
    public void A_stream_that_breaks_off_is_told_and_a_stop_is_obeyed(int threads)
    {
        var options = NoMeta with { Threads = threads, BlockSize = 100 };
        using var stopped = new CancellationTokenSource();
        stopped.Cancel();

        Assert.Throws<IOException>(() => BulkScreening.Run(new BrokenStream(), TenderWatch.Core.Screening.Settings.ScreeningSettings.Default, options, TestContext.Current.CancellationToken));
        Assert.ThrowsAny<OperationCanceledException>(() => BulkScreening.Run(new MemoryStream(new byte[1000]), TenderWatch.Core.Screening.Settings.ScreeningSettings.Default, options, stopped.Token));
    }

    private sealed class BrokenStream : MemoryStream
    {
        private int _reads;

        public override int Read(byte[] buffer, int offset, int count)
        {
            if (++_reads > 20) throw new IOException("The share is gone.");
            Encoding.UTF8.GetBytes(Good + "\n").AsSpan(0, Math.Min(count, Good.Length + 1)).CopyTo(buffer.AsSpan(offset));
            return Math.Min(count, Good.Length + 1);
        }
    }

    [Fact]
    public void No_input_gives_an_empty_result()
    {
        Assert.Equal("{}", Results("[R018]"));
        Assert.Equal("""{"Meta":{}}""", Json(Run("", new ScreeningOptions(), Good)));
    }
}
