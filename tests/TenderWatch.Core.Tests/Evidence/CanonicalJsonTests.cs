using System.Text;
using System.Text.Json;
using CsCheck;
using TenderWatch.Core.Evidence;

namespace TenderWatch.Core.Tests.Evidence;

public class CanonicalJsonTests
{
    private static string Canonical(string json)
    {
        using var document = JsonDocument.Parse(json);
        return Encoding.UTF8.GetString(CanonicalJson.Write(document.RootElement));
    }

    // The member order of RFC 8785 section 3.2.3: by UTF-16 code units, not by code points.
    [Fact]
    public void Members_are_ordered_by_UTF16_code_units_as_in_RFC_8785()
    {
        var json = "{\"\\u20ac\":1,\"\\r\":2,\"\\ufb33\":3,\"1\":4,\"\\ud83d\\ude00\":5,\"\\u0080\":6,\"\\u00f6\":7}";
        Assert.Equal("{\"\\r\":2,\"1\":4,\"\u0080\":6,\"\u00f6\":7,\"\u20ac\":1,\"\ud83d\ude00\":5,\"\ufb33\":3}", Canonical(json));
    }

    // The string of RFC 8785 section 3.2.2.2.
    [Fact]
    public void Only_what_must_be_escaped_is_escaped() => Assert.Equal(
        """
        "€$\u000f\nA'B\"\\\\\"/"
        """,
        Canonical(
            """
            "\u20ac$\u000F\u000aA'\u0042\u0022\u005c\\\"\/"
            """));

    [Fact]
    public void Whitespace_goes_and_values_stay() =>
        Assert.Equal("{\"a\":[1,true,null,\"x\"],\"b\":{}}", Canonical(" { \"b\" : { } , \"a\" : [ 1 , true , null , \"x\" ] } "));

    [Theory]
    [InlineData("1.5")]
    [InlineData("1e2")]
    [InlineData("9007199254740992")]
    public void A_number_that_a_reader_could_round_is_refused(string number) => Assert.Throws<ArgumentException>(() => Canonical(number));

    [Fact]
    public void A_repeated_member_is_refused() => Assert.Throws<ArgumentException>(() => Canonical("{\"a\":1,\"a\":2}"));

    [Fact]
    public void A_lone_surrogate_is_refused()
    {
        using var document = JsonDocument.Parse("\"\\ud83d\"");
        Assert.ThrowsAny<Exception>(() => CanonicalJson.Write(document.RootElement));
    }

    [Fact]
    public void Writing_twice_gives_the_same_and_any_text_survives() => Gen.String.Where(IsWellFormed).Sample(text =>
    {
        var once = Canonical(JsonSerializer.Serialize(text));
        Assert.Equal(once, Canonical(once));
        Assert.Equal(text, JsonSerializer.Deserialize<string>(once));
    });

    private static bool IsWellFormed(string text)
    {
        try
        {
            new UTF8Encoding(false, true).GetBytes(text);
            return true;
        }
        catch (EncoderFallbackException)
        {
            return false;
        }
    }
}
