using TenderWatch.Web.Tests.Seeds;

namespace TenderWatch.Web.Tests;

public sealed class LanguageTests
{
    [Theory]
    [InlineData("/", null, null, "nl")]
    [InlineData("/", null, "de-DE, fr;q=0.9", "nl")]
    [InlineData("/", null, "en-GB,en;q=0.9,nl;q=0.8", "en")]
    [InlineData("/", null, "en;q=0.5, nl-BE;q=0.6", "nl")]
    [InlineData("/", null, "nl;q=0, en;q=0.1", "en")]
    [InlineData("/", null, ";;=,,q=x", "nl")]
    [InlineData("/", "tenderwatch-lang=en", "nl", "en")]
    [InlineData("/?lang=nl", "tenderwatch-lang=en", "en", "nl")]
    [InlineData("/?lang=xx", "tenderwatch-lang=en", "nl", "en")]
    public async Task The_language_is_asked_for_then_remembered_then_preferred_then_Dutch(string path, string? cookie, string? accept, string language)
    {
        await using var host = await WebHost.StartAsync();
        using var request = new HttpRequestMessage(HttpMethod.Get, path);
        if (cookie is not null) request.Headers.Add("Cookie", cookie);
        if (accept is not null) request.Headers.TryAddWithoutValidation("Accept-Language", accept);

        using var response = await host.Client.SendAsync(request);

        Assert.Contains($"<html lang=\"{language}\">", await response.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        Assert.Equal([language], response.Content.Headers.ContentLanguage);
        Assert.Contains("Cookie", response.Headers.Vary);
    }

    [Fact]
    public async Task A_choice_is_remembered_in_a_cookie_that_scripts_and_other_sites_do_not_see()
    {
        await using var host = await WebHost.StartAsync();

        using var chosen = await host.Client.GetAsync("/?lang=en");
        using var unchosen = await host.Client.GetAsync("/");

        var cookie = Assert.Single(chosen.Headers.GetValues("Set-Cookie"));
        Assert.StartsWith("tenderwatch-lang=en; max-age=", cookie, StringComparison.Ordinal);
        Assert.Contains("httponly", cookie, StringComparison.Ordinal);
        Assert.Contains("samesite=lax", cookie, StringComparison.Ordinal);
        Assert.False(unchosen.Headers.Contains("Set-Cookie"));
    }

    [Fact]
    public async Task The_language_switch_keeps_the_page_and_what_was_asked_of_it()
    {
        await using var host = await WebHost.StartAsync(OtherCases.SaveAllAsync);

        var page = await host.PageAsync("/?q=a%26b&verdict=flagged&lang=nl");

        Assert.Equal("/?q=a%26b&verdict=flagged&lang=en", page.QuerySelector(".languages a[lang=en]")!.GetAttribute("href"));
        Assert.Equal("true", page.QuerySelector(".languages a[lang=nl]")!.GetAttribute("aria-current"));
    }

    [Theory]
    [InlineData("/")]
    [InlineData("/cases/" + Dsmr6.Id)]
    [InlineData("/cases/" + OtherCases.LowId)]
    [InlineData("/cases/" + Dsmr6.Id + "/answers/parliament-2026-01")]
    [InlineData("/cases/" + OtherCases.LowId + "/answers/parliament-2026-01")]
    [InlineData("/quarantine")]
    [InlineData("/sources")]
    [InlineData("/rules")]
    [InlineData("/rules/alt")]
    [InlineData("/rules/fsr-scope")]
    public async Task Neither_language_accuses(string path)
    {
        await using var host = await WebHost.StartAsync(OtherCases.SaveAllAsync);
        foreach (var language in new[] { "nl", "en" })
        {
            var text = (await host.PageAsync($"{path}?lang={language}")).Body!.TextContent;

            Assert.DoesNotMatch("(?i)verdacht|fraude|(?<!ver)schuldig|dumping|overtreding|suspicious|suspect|fraud|guilty|violation|corrupt", text);
        }
    }
}
