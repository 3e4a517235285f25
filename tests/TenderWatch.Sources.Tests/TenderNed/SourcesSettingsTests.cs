namespace TenderWatch.Sources.Tests.TenderNed;

public sealed class SourcesSettingsTests
{
    private static SourcesSettings Good => new() { Contact = "inkoop@netbeheer.example" };

    [Fact]
    public void The_defaults_need_nothing_but_a_contact()
    {
        Assert.Empty(Good.Validate());
        Assert.Equal(["Contact"], new SourcesSettings().Validate().Select(fault => fault.Name));
    }

    [Theory]
    [InlineData("https://netbeheer.example/tenderwatch", true)]
    [InlineData("mailto:inkoop@netbeheer.example", true)]
    [InlineData("inkoop@netbeheer.example", true)]
    [InlineData("a) Evil/1.0 (b@c.d", false)]
    [InlineData("inkoop@netbeheer.example\r\nX: y", false)]
    [InlineData("wij", false)]
    public void A_contact_is_an_address_that_fits_into_a_header(string contact, bool isGood)
    {
        var settings = Good;
        settings.Contact = contact;
        Assert.Equal(isGood, !settings.Validate().Any());
    }

    public static TheoryData<string, Action<SourcesSettings>> Wrong => new()
    {
        { "TenderNed:BaseAddress", settings => settings.TenderNed.BaseAddress = "http://www.tenderned.nl/papi" },
        { "TenderNed:BaseAddress", settings => settings.TenderNed.BaseAddress = "tenderned" },
        { "Ted:SearchAddress", settings => settings.Ted.SearchAddress = "http://api.ted.europa.eu" },
        { "Ted:DaysBack", settings => settings.Ted.DaysBack = 0 },
        { "Ted:Countries", settings => settings.Ted.Countries = ["NL"] },
        { "Ted:BaseAddress", settings => settings.Ted.BaseAddress = "https://ted.europa.eu?x=1" },
        { "Mercell:WrittenPermission", settings => settings.Mercell.WrittenPermission = "True" },
        { "Mercell:WrittenPermission", settings => settings.Mercell.WrittenPermission = new string('x', 201) },
        { "Mercell:BaseAddress", settings => settings.Mercell.BaseAddress = "http://api.s2c.mercell.com" },
        { "Mercell:SiteAddress", settings => settings.Mercell.SiteAddress = "s2c" },
        { "Mercell:DaysBack", settings => settings.Mercell.DaysBack = 0 },
        { "TenderNed:Password", settings => settings.TenderNed.User = "reader" },
        { "TenderNed:DaysBack", settings => settings.TenderNed.DaysBack = 0 },
        { "MinimumInterval", settings => settings.MinimumInterval = TimeSpan.FromMilliseconds(999) },
        { "MaximumDocumentBytes", settings => settings.MaximumDocumentBytes = 1 },
        { "Timeout", settings => settings.Timeout = TimeSpan.Zero },
        { "Attempts", settings => settings.Attempts = 0 },
        { "FirstRetryAfter", settings => settings.FirstRetryAfter = TimeSpan.FromSeconds(-1) },
        { "LongestRetryAfter", settings => settings.LongestRetryAfter = TimeSpan.FromDays(1) },
        { "BreakDuration", settings => settings.BreakDuration = TimeSpan.Zero },
    };

    [Theory]
    [MemberData(nameof(Wrong))]
    public void A_wrong_setting_is_named(string name, Action<SourcesSettings> change)
    {
        var settings = Good;
        change(settings);
        Assert.Equal([name], settings.Validate().Select(fault => fault.Name));
    }

    [Fact]
    public void A_password_in_an_address_is_refused_and_not_repeated()
    {
        var settings = Good;
        settings.TenderNed.BaseAddress = "https://reader:geheim@www.tenderned.nl/papi";
        var fault = Assert.Single(settings.Validate());
        Assert.DoesNotContain("geheim", $"{fault}", StringComparison.Ordinal);
    }
}
