using System.Text;
using System.Text.Json;
using TenderWatch.Core.Languages;
using TenderWatch.Hosting.Settings;
using TenderWatch.Local.Tests.Support;
using TenderWatch.Notifications;
using TenderWatch.Testing;

namespace TenderWatch.Local.Tests.Settings;

public sealed class SettingsLoaderTests : IDisposable
{
    private const string Secret = "hunter2secret";

    private readonly Cli _cli = new();

    public void Dispose() => _cli.Dispose();

    [Fact]
    public void The_sample_is_well_formed_complete_and_loads()
    {
        var settings = SettingsLoader.Load(new FileInfo(Path.Combine(SharedData.Repository, "local.settings.sample.json")), asksSources: true, out var faults);

        Assert.Empty(faults);
        Assert.Equal("UseDevelopmentStorage=true", settings!.Storage.ConnectionString);
        Assert.Equal("https://tenderwatch.example.org/contact", settings.Sources.Contact);
        Assert.Equal(["smart-meters"], settings.Watch.Profiles);
        Assert.Equal(Language.Nl, Assert.Single(settings.Notifications.Recipients).Language);
        Assert.Equal((587, SmtpSecurity.StartTls), (settings.Notifications.Smtp.Port, settings.Notifications.Smtp.Security));
        Assert.Contains("placeholder", Assert.Single(settings.Notifications.Teams).Webhook, StringComparison.Ordinal);
    }

    [Fact]
    public void Without_any_setting_the_development_storage_and_the_profile_smart_meters_are_used()
    {
        var settings = Load("""{ "Values": {} }""", out var faults);

        Assert.Empty(faults);
        Assert.Equal("UseDevelopmentStorage=true", settings!.Storage.ConnectionString);
        Assert.Equal(["smart-meters"], settings.Watch.ProfilesInUse);
    }

    [Theory]
    [InlineData("Storge__Prefix", "a", "Setting TenderWatch:Storge is unknown; TenderWatch has: Storage, Evidence, Retention, Sources, Extraction, Watch, Checks, Answers, Notifications, Web, Telemetry.")]
    [InlineData("Sources__Ted__Adress", "a", "Setting TenderWatch:Sources:Ted:Adress is unknown; TenderWatch:Sources:Ted has: BaseAddress, SearchAddress, Watch, Countries, Query, DaysBack.")]
    [InlineData("Notifications__Recipients__0__Mail", "a", "Setting TenderWatch:Notifications:Recipients:0:Mail is unknown; TenderWatch:Notifications:Recipients:0 has: Email, Language, Delivery, Profiles, Least, Alarms.")]
    [InlineData("Notifications__Recipients__1__Email", "a@example.org", "Setting TenderWatch:Notifications:Recipients:1 is unknown; the items of TenderWatch:Notifications:Recipients are numbered from 0 without gaps, and here stands TenderWatch:Notifications:Recipients:0.")]
    [InlineData("Watch__ProfilesInUse__0", "a", "Setting TenderWatch:Watch:ProfilesInUse is unknown; TenderWatch:Watch has: Profiles, TenderNedCron, TedCron, MercellCron, AlarmAfter.")]
    [InlineData("Watch__Profiles", "smart-meters", "Setting TenderWatch:Watch:Profiles is a list: each item has its number, the first is TenderWatch:Watch:Profiles:0.")]
    [InlineData("Watch__Profiles__0__Name", "a", "Setting TenderWatch:Watch:Profiles:0:Name is unknown; TenderWatch:Watch:Profiles:0 is a single value.")]
    [InlineData("Storage", "a", "Setting TenderWatch:Storage has no value of its own; it has: ConnectionString, BlobServiceUri, TableServiceUri, Prefix.")]
    [InlineData("Web__Banner__Nl", "Proef", "Setting TenderWatch:Web:Banner:En is not set; it goes with the others of TenderWatch:Web:Banner.")]
    public void An_unknown_name_is_named_with_those_that_are_known(string name, string value, string sentence) => Assert.Equal(sentence, Fault(name, value));

    [Theory]
    [InlineData("Sources__Attempts", "many", "Setting TenderWatch:Sources:Attempts is 'many'; allowed: a whole number.")]
    [InlineData("Sources__Attempts", "", "Setting TenderWatch:Sources:Attempts is ''; allowed: a whole number.")]
    [InlineData("Sources__Timeout", "a minute", "Setting TenderWatch:Sources:Timeout is 'a minute'; allowed: a time span such as 00:00:01.")]
    [InlineData("Checks__Fsr__Lot", "125.000.000", "Setting TenderWatch:Checks:Fsr:Lot is '125.000.000'; allowed: a number with a decimal point.")]
    [InlineData("Notifications__AllowLoopback", "yes", "Setting TenderWatch:Notifications:AllowLoopback is 'yes'; allowed: true or false.")]
    [InlineData("Notifications__Smtp__Security", "Ssl", "Setting TenderWatch:Notifications:Smtp:Security is 'Ssl'; allowed: None, StartTls, Tls.")]
    [InlineData("Notifications__Smtp__Security", "7", "Setting TenderWatch:Notifications:Smtp:Security is '7'; allowed: None, StartTls, Tls.")]
    [InlineData("Web__Documentation", "http://[", "Setting TenderWatch:Web:Documentation is 'http://['; allowed: an address such as https://example.org/.")]
    [InlineData("Notifications__Recipients__0__Language", "Fr", "Setting TenderWatch:Notifications:Recipients:0:Language is 'Fr'; allowed: Nl, En.")]
    public void A_value_of_another_kind_is_shown_with_what_is_allowed(string name, string value, string sentence) => Assert.Equal(sentence, Fault(name, value));

    [Theory]
    [InlineData("Sources__Attempts", "11", "Setting TenderWatch:Sources:Attempts is '11'; allowed: 1 to 10.")]
    [InlineData("Sources__MinimumInterval", "00:00:00.5", "Setting TenderWatch:Sources:MinimumInterval is '00:00:00.5000000'; allowed: at least 1 second where a source is not on this machine.")]
    [InlineData("Checks__Alt__GapToNextPercent", "100", "Setting TenderWatch:Checks:Alt:GapToNextPercent is '100'; allowed: a percentage above 0 and below 100.")]
    [InlineData("Extraction__Model__TokensPerDay", "0", "Setting TenderWatch:Extraction:Model:TokensPerDay is '0'; allowed: 1 to 1000000000.")]
    [InlineData("Extraction__Model__Endpoint", "http://example.org/", "Setting TenderWatch:Extraction:Model:Endpoint is wrong; allowed: an https address without user, query and fragment (http only on this machine).")]
    [InlineData("Storage__Prefix", "A\nb", "Setting TenderWatch:Storage:Prefix is 'A b'; allowed: up to 20 lower-case letters and digits, a letter first.")]
    [InlineData("Watch__TenderNedCron", "daily", "Setting TenderWatch:Watch:TenderNedCron is 'daily'; allowed: a cron expression of five fields (minute hour day month weekday), for example */20 6-22 * * *.")]
    [InlineData("Watch__AlarmAfter", "8", "Setting TenderWatch:Watch:AlarmAfter is '8.00:00:00'; allowed: 00:10:00 to 7.00:00:00.")]
    [InlineData("Watch__Profiles__0", "smart-metres", "Setting TenderWatch:Watch:Profiles is 'smart-metres'; allowed: the path of a profile file, or one of: smart-meters.")]
    public void A_value_out_of_range_is_shown_with_what_is_allowed(string name, string value, string sentence) => Assert.Equal(sentence, Fault(name, value));

    [Theory]
    [InlineData("Storage__ConnectionString", "AccountName=a;AccountKey=" + Secret)]
    [InlineData("Storage__BlobServiceUri", "https://a.blob.core.windows.net/?sig=" + Secret)]
    [InlineData("Sources__TenderNed__Password", Secret)]
    [InlineData("Sources__TenderNed__BaseAddress", "https://user:" + Secret + "@example.org/")]
    [InlineData("Sources__TenderNed__BaseAddress", "https://example.org/?key=" + Secret)]
    [InlineData("Extraction__Model__ApiKey", Secret + " ")]
    [InlineData("Extraction__Model__Endpoint", "https://user:" + Secret + "@example.org/")]
    [InlineData("Notifications__Smtp__Password", Secret)]
    [InlineData("Notifications__Teams__0__Webhook", "https://example.org/" + Secret)]
    [InlineData("Notifications__PublicBaseUrl", "https://user:" + Secret + "@example.org/")]
    public void A_secret_is_never_shown(string name, string value)
    {
        Dictionary<string, string> values = new(StringComparer.Ordinal)
        {
            ["TenderWatch__Notifications__Recipients__0__Email"] = "inkoop@example.org",
            ["TenderWatch__" + name] = value,
        };

        Load(JsonSerializer.Serialize(new { Values = values }), out var faults);

        var named = name.Replace("__", ":", StringComparison.Ordinal).Replace("Smtp:Password", "Smtp:User", StringComparison.Ordinal);
        Assert.Contains(faults, fault => fault.StartsWith($"Setting TenderWatch:{named} is ", StringComparison.Ordinal));
        Assert.DoesNotContain(faults, fault => fault.Contains(Secret, StringComparison.Ordinal));
    }

    [Fact]
    public void All_faults_are_named_at_once()
    {
        Load("""{ "Values": { "TenderWatch__Sources__Attempts": "0", "TenderWatch__Storage__Prefix": "A", "TenderWatch__Checks__Alt__ShareOfMeanPercent": -1 } }""", out var faults);

        Assert.Equal(3, faults.Count);
    }

    [Theory]
    [InlineData("""{ "Values": { """, "cannot be read: ")]
    [InlineData("", "cannot be read: ")]
    [InlineData("[]", "has no object \"Values\" with the settings; see local.settings.sample.json.")]
    [InlineData("""{ "TenderWatch": {} }""", "has no object \"Values\" with the settings; see local.settings.sample.json.")]
    [InlineData("""{ "Values": {}, "TenderWatch": {} }""", "has an unknown member \"TenderWatch\" beside \"Values\"; settings stand in \"Values\".")]
    [InlineData("""{ "IsEncrypted": true, "Values": {} }""", "is encrypted")]
    [InlineData("""{ "Values": { "TenderWatch__Watch__Profiles": [] } }""", "gives TenderWatch__Watch__Profiles an array or object, which it cannot hold; write each value by itself: \"TenderWatch__Watch__Profiles__0\"")]
    [InlineData("""{ "Values": { "TenderWatch": { "Storage": {} } } }""", "gives TenderWatch an array or object")]
    [InlineData("""{ "Values": { "TenderWatch_Storage__Prefix": "a" } }""", "has an unknown setting TenderWatch_Storage__Prefix; names begin with TenderWatch__ (two underscores).")]
    [InlineData("""{ "Values": { "TenderWatch__Storage__Prefix": "a", "tenderwatch:storage:prefix": "b" } }""", "has the setting tenderwatch:storage:prefix twice.")]
    public void A_file_of_another_shape_is_named_with_what_is_wrong(string json, string what)
    {
        Assert.Null(Load(json, out var faults));

        Assert.StartsWith($"The settings file {Path.Combine(_cli.Folder, "settings.json")} {what}", Assert.Single(faults), StringComparison.Ordinal);
    }

    [Fact]
    public void A_file_that_is_not_there_is_a_fault_where_it_was_named()
    {
        var missing = new FileInfo(Path.Combine(_cli.Folder, "none.json"));

        Assert.Null(SettingsLoader.Load(missing, asksSources: false, out var faults));

        Assert.Equal($"The settings file {missing.FullName} does not exist.", Assert.Single(faults));
    }

    [Fact]
    public void Empty_lists_nulls_numbers_comments_other_names_and_a_byte_order_mark_are_read()
    {
        var path = Path.Combine(_cli.Folder, "settings.json");
        File.WriteAllText(
            path,
            """
            {
              "Host": { "LocalHttpPort": 7071 },
              "Values": {
                "AzureWebJobsStorage": "UseDevelopmentStorage=true", // the Functions runtime's
                "TenderWatch__Watch__Profiles": "",
                "TenderWatch__Storage__Prefix": null,
                "TENDERWATCH__sources__ATTEMPTS": 3,
                "TenderWatch:Web:Documentation": "",
                "TenderWatch__Notifications__AllowLoopback": true,
              }
            }
            """,
            new UTF8Encoding(encoderShouldEmitUTF8Identifier: true));

        var settings = SettingsLoader.Load(new FileInfo(path), asksSources: false, out var faults);

        Assert.Empty(faults);
        Assert.Equal((3, true), (settings!.Sources.Attempts, settings.Notifications.AllowLoopback));
        Assert.Equal((null, null), (settings.Storage.Prefix, settings.Web.Documentation));
        Assert.Equal(["smart-meters"], settings.Watch.ProfilesInUse);
    }

    [Fact]
    public void Only_a_command_that_asks_sources_needs_a_contact()
    {
        const string None = """{ "Values": {} }""";

        Assert.NotNull(Load(None, out _));
        Assert.Null(SettingsLoader.Load(new FileInfo(_cli.Write("settings.json", None)), asksSources: true, out var faults));

        Assert.Equal("Setting TenderWatch:Sources:Contact is not set; allowed: an https address or an e-mail address of whoever runs this, at most 200 characters.", Assert.Single(faults));
    }

    private string Fault(string name, string value)
    {
        Assert.Null(Load(JsonSerializer.Serialize(new { Values = new Dictionary<string, string>(StringComparer.Ordinal) { ["TenderWatch__" + name] = value } }), out var faults));
        return Assert.Single(faults);
    }

    private TenderWatchSettings? Load(string json, out IReadOnlyList<string> faults) => SettingsLoader.Load(new FileInfo(_cli.Write("settings.json", json)), asksSources: false, out faults);
}
