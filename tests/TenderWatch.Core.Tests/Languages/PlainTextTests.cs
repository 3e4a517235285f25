using System.Globalization;
using CsCheck;
using TenderWatch.Core.Languages;
using TenderWatch.Testing;

namespace TenderWatch.Core.Tests.Languages;

public sealed class PlainTextTests
{
    [Theory]
    [InlineData("DSMR6 E-meter", "DSMR6 E-meter")]
    [InlineData("  two\r\n\tlines \u0000 ", "two lines")]
    [InlineData("a\u202Eb\u2066c\u200Bd\uFEFFe", "abcde")]
    [InlineData("Łódź 漢字 😀", "Łódź 漢字 😀")]
    [InlineData(null, "")]
    public void Text_of_others_becomes_one_honest_line(string? text, string line) => Assert.Equal(line, PlainText.Line(text, 100));

    [Fact]
    public void It_is_never_longer_than_promised_and_never_split_inside_a_character() =>
        Gen.Select(Hostile.Text, Gen.Int[1, 50]).Sample((text, most) =>
        {
            var line = PlainText.Line(text, most);
            Assert.True(new StringInfo(line).LengthInTextElements <= most && line.EnumerateRunes().Count() <= most);
            Assert.True(Hostile.IsWellFormed(line));
            Assert.DoesNotContain(line, character => Hostile.IsDeceptive(character) || character is '\r' or '\n');
        });
}
