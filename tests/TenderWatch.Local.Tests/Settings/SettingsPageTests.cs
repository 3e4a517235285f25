using System.Text.RegularExpressions;
using TenderWatch.Core.Watching;
using TenderWatch.Hosting.Settings;
using TenderWatch.Local.Tests.Support;
using TenderWatch.Testing;

namespace TenderWatch.Local.Tests.Settings;

/// <summary>What <c>docs/settings.md</c> says is so.</summary>
public sealed partial class SettingsPageTests : IDisposable
{
    private static readonly string Page = File.ReadAllText(Path.Combine(SharedData.Repository, "docs", "settings.md")).ReplaceLineEndings("\n");

    private readonly Cli _cli = new();

    public void Dispose() => _cli.Dispose();

    [Fact]
    public void Every_setting_stands_on_the_page_once_with_its_default_and_none_that_does_not_exist()
    {
        var rows = Row().Matches(Page).Select(match => (Name: match.Groups["name"].Value, Default: match.Groups["default"].Value)).ToList();
        var known = KnownSettings.Defaults();

        Assert.Equal(known.Keys, rows.Select(row => row.Name).Order(StringComparer.Ordinal));
        Assert.All(rows, row => Assert.True(row.Default == known[row.Name] || row.Default.StartsWith(known[row.Name] + ";", StringComparison.Ordinal) || row.Default.StartsWith(known[row.Name] + ",", StringComparison.Ordinal), $"{row.Name}: the page says {row.Default}, the code {known[row.Name]}"));
    }

    [Fact]
    public void Text_and_examples_name_only_settings_that_exist()
    {
        var known = KnownSettings.Defaults().Keys.ToList();
        var named = Name().Matches(Page).Select(match => Item().Replace(match.Value, "__0")).Except(["TenderWatch__Section__Name"], StringComparer.Ordinal);

        Assert.Empty(named.Except(known, StringComparer.Ordinal));
    }

    [Fact]
    public void Secrets_are_marked()
    {
        var marked = Row().Matches(Page).Where(match => match.Groups["meaning"].Value.Contains("**Secret**", StringComparison.Ordinal)).Select(match => match.Groups["name"].Value[(match.Groups["name"].Value.LastIndexOf('_') + 1)..]);

        Assert.Equal(["ApiKey", "ConnectionString", "Password", "Password", "Webhook"], marked.Order(StringComparer.Ordinal));
    }

    [Fact]
    public void Every_member_of_a_profile_stands_on_the_page_and_the_example_is_one()
    {
        var members = typeof(WatchProfile).GetProperties().Select(property => char.ToLowerInvariant(property.Name[0]) + property.Name[1..]).ToList();
        var example = Blocks().Single(block => block.Contains("\"suppliers\"", StringComparison.Ordinal));

        Assert.Equal(members.Order(StringComparer.Ordinal), Member().Matches(Page).Select(match => match.Groups["name"].Value).Order(StringComparer.Ordinal));
        var profile = WatchProfiles.Read(example, "transformers.json", out var fault);
        Assert.Null(fault);
        Assert.Equal((5_000_000m, "Royal SMIT Transformers", 3), (profile!.MinimumValue, Assert.Single(profile.Suppliers), profile.Buyers.Count));
    }

    [Fact]
    public void The_example_settings_load_with_the_example_profile()
    {
        var profile = _cli.Write("transformers.json", Blocks().Single(block => block.Contains("\"suppliers\"", StringComparison.Ordinal)));
        var example = Blocks().Single(block => block.Contains("\"Values\"", StringComparison.Ordinal)).Replace("profiles/transformers.json", profile.Replace('\\', '/'), StringComparison.Ordinal);

        var settings = SettingsLoader.Load(new FileInfo(_cli.Write("settings.json", example)), asksSources: true, out var faults);

        Assert.Empty(faults);
        Assert.Equal("inkoop@example.org", settings!.Sources.Contact);
        Assert.Equal(["smart-meters", "transformers"], WatchSettings.LoadProfiles(settings.Watch.ProfilesInUse, out _).Select(each => each.Name));
    }

    [Fact]
    public void The_messages_on_the_page_are_those_that_come()
    {
        var file = _cli.Write("settings.json", """{ "Values": { "TenderWatch__Storage__Prefx": "a" } }""");
        SettingsLoader.Load(new FileInfo(file), asksSources: false, out var unknown);
        SettingsLoader.Load(new FileInfo(_cli.Write("other.json", """{ "Values": { "TenderWatch__Sources__Attempts": "50" } }""")), asksSources: false, out var wrong);

        Assert.All([Assert.Single(unknown), Assert.Single(wrong)], sentence => Assert.Contains("\n" + sentence + "\n", Page, StringComparison.Ordinal));
    }

    private static IEnumerable<string> Blocks() => Json().Matches(Page).Select(match => match.Groups["json"].Value);

    [GeneratedRegex(@"^\| `(?<name>TenderWatch__\w+)` \| (?<meaning>[^|]+) \| (?<default>[^|]+) \| [^|]+ \|$", RegexOptions.Multiline | RegexOptions.ExplicitCapture, 10_000)]
    private static partial Regex Row();

    [GeneratedRegex(@"^\| `(?<name>[a-z]\w*)` \| [^|]+ \| [^|]* ?\|$", RegexOptions.Multiline | RegexOptions.ExplicitCapture, 10_000)]
    private static partial Regex Member();

    [GeneratedRegex(@"TenderWatch__\w*\w", RegexOptions.None, 10_000)]
    private static partial Regex Name();

    [GeneratedRegex(@"__\d+(?=__|$)", RegexOptions.None, 10_000)]
    private static partial Regex Item();

    [GeneratedRegex("```json\n(?<json>.*?)```", RegexOptions.Singleline | RegexOptions.ExplicitCapture, 10_000)]
    private static partial Regex Json();
}
