using Microsoft.Extensions.Configuration;
using TenderWatch.Core.Languages;

namespace TenderWatch.Notifications.Tests;

public sealed class SettingsTests
{
    private static NotificationSettings Bind(params (string Name, string Value)[] values) =>
        new ConfigurationBuilder().AddInMemoryCollection(values.Select(each => KeyValuePair.Create(each.Name, (string?)each.Value))).Build().Get<NotificationSettings>() ?? new();

    private static readonly (string, string)[] Good =
    [
        ("Smtp:Host", "mail.example.org"), ("Smtp:User", "u"), ("Smtp:Password", "p"), ("From", "TenderWatch <tw@example.org>"), ("PublicBaseUrl", "https://tw.example.org"),
        ("Recipients:0:Email", "a@example.org"), ("Recipients:1:Email", "b@example.org"), ("Recipients:1:Language", "En"),
        ("Teams:0:Name", "inkoop"), ("Teams:0:Webhook", "https://prod-1.westeurope.logic.azure.com:443/workflows/1?sig=x"),
    ];

    [Fact]
    public void Settings_are_read_and_nothing_is_wrong_with_good_ones()
    {
        var settings = Bind(Good);

        Assert.Empty(settings.Validate());
        Assert.Equal([Language.Nl, Language.En], settings.Recipients.Select(recipient => recipient.Language));
        Assert.Equal((587, SmtpSecurity.StartTls), (settings.Smtp.Port, settings.Smtp.Security));
    }

    [Fact]
    public void No_settings_at_all_are_good_settings() => Assert.Empty(new NotificationSettings().Validate());

    [Theory]
    [InlineData("Smtp:Host", "", "Smtp:Host")]
    [InlineData("Smtp:Port", "70000", "Smtp:Port")]
    [InlineData("Smtp:Password", "", "Smtp:User")]
    [InlineData("Smtp:Security", "None", "Smtp:Security")]
    [InlineData("Smtp:TimeoutSeconds", "0", "Smtp:TimeoutSeconds")]
    [InlineData("From", "nobody", "From")]
    [InlineData("From", "a@example.org\r\nBcc: evil@example.net", "From")]
    [InlineData("Recipients:0:Email", "a@example.org, c@example.org", "Recipients:0:Email")]
    [InlineData("Recipients:0:Email", "B@example.org", "Recipients:1:Email")]
    [InlineData("PublicBaseUrl", "tenderwatch", "PublicBaseUrl")]
    [InlineData("PublicBaseUrl", "javascript:alert(1)", "PublicBaseUrl")]
    [InlineData("Teams:0:Name", " ", "Teams:0:Name")]
    [InlineData("Teams:0:Webhook", "https://logic.azure.com.evil.example/x", "Teams:0:Webhook")]
    [InlineData("Teams:0:Webhook", "http://prod-1.westeurope.logic.azure.com/x", "Teams:0:Webhook")]
    [InlineData("Teams:0:Webhook", "https://a.logic.azure.com@evil.example/x", "Teams:0:Webhook")]
    [InlineData("Teams:0:Webhook", "https://evillogic.azure.com/x", "Teams:0:Webhook")]
    [InlineData("Teams:0:Webhook", "http://127.0.0.1:8080/x", "Teams:0:Webhook")]
    [InlineData("MaximumAttempts", "0", "MaximumAttempts")]
    public void A_wrong_setting_is_named(string name, string value, string named)
    {
        var fault = Assert.Single(Bind([.. Good.Where(each => each.Item1 != name), (name, value)]).Validate());

        Assert.Equal(named, fault.Name);
        Assert.NotEmpty(fault.Allowed);
        if (name.EndsWith("Webhook", StringComparison.Ordinal)) Assert.Null(fault.Value);
    }

    [Theory]
    [InlineData("https://default1.02.environment.api.powerplatform.com:443/powerautomate/automations/x")]
    [InlineData("https://a.powerautomate.com/x")]
    [InlineData("https://contoso.webhook.office.com/webhookb2/x")]
    public void The_hosts_of_workflows_and_connectors_are_allowed(string webhook) =>
        Assert.Empty(Bind([.. Good.Where(each => each.Item1 != "Teams:0:Webhook"), ("Teams:0:Webhook", webhook)]).Validate());

    [Fact]
    public void Settings_do_not_print_their_secrets()
    {
        object[] settings = [Bind(Good), Bind(Good).Teams[0], Bind(Good).Smtp];

        Assert.All(settings, each => Assert.Equal(each.GetType().FullName, $"{each}"));
    }
}
