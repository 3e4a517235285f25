using TenderWatch.Core.Languages;

namespace TenderWatch.Web.Tests;

public sealed class WebSettingsTests
{
    [Fact]
    public void The_defaults_are_right() => Assert.Empty(new WebSettings().Validate());

    [Fact]
    public void A_banner_in_one_language_only_is_refused() =>
        Assert.Equal("Banner", Assert.Single(new WebSettings { Banner = new LocalizedText("Demonstratie", " ") }.Validate()).Name);

    [Theory]
    [InlineData("docs/")]
    [InlineData("javascript:alert(1)/")]
    [InlineData("https://example.org/docs")]
    public void Documentation_that_is_no_folder_on_the_web_is_refused(string address) =>
        Assert.Equal("Documentation", Assert.Single(new WebSettings { Documentation = new Uri(address, UriKind.RelativeOrAbsolute) }.Validate()).Name);
}
