using System.Text.Json;
using TenderWatch.Local.Tests.Support;
using TenderWatch.Testing;

namespace TenderWatch.Local.Tests.Ingest;

public class IngestTests
{
    private static readonly string Award = Path.Combine(SharedData.Repository, "samples", "dsmr6", "ted", "99000002-2025.xml");

    [Fact]
    public async Task The_real_notices_give_a_case_with_the_figures_of_Harderwijk_and_a_second_run_changes_nothing()
    {
        Assert.SkipWhen(SharedData.Root is null, SharedData.Absent);
        using var installation = await Installation.CreateAsync();
        var profile = installation.Cli.Write("harderwijk.json", """{ "name": "harderwijk", "buyers": ["Gemeente Harderwijk"] }""");

        var first = await installation.Cli.RunAsync("ingest", SharedData.File("eforms"), "--profile", profile);
        Assert.True(first.ExitCode == 0, first.Error);
        string[] shown =
        [
            "Wienerberger B.V. (TEN-0001): price (awarded): EUR 2,268,620.40", "(TEN-0002): price: EUR 2,440,070.62", "(TEN-0003): price: EUR 2,551,506",
            "(TEN-0004): price: EUR 3,257,258.17", "Mean of the prices: EUR 2,629,363.80", "7.03 %", "490: 490 new or changed, 0 known already, 0 in quarantine",
        ];
        Assert.All(shown, text => Assert.Contains(text, first.Output, StringComparison.Ordinal));

        var second = await installation.Cli.RunAsync("ingest", SharedData.File("eforms"), "--profile", profile, "--json");
        using var summary = JsonDocument.Parse(second.Output);
        Assert.Equal((0, 490, 0, 1), (Number(summary, "new"), Number(summary, "known"), Number(summary, "episodes"), Number(summary, "cases")));
    }

    [Fact]
    public async Task A_broken_notice_is_kept_and_shown_and_the_others_go_on()
    {
        using var installation = await Installation.CreateAsync();
        var whole = await File.ReadAllTextAsync(Award, TestContext.Current.CancellationToken);
        installation.Cli.Write("in/1-truncated.xml", whole[..(whole.Length / 2)]);
        installation.Cli.Write("in/2-html.xml", "<!DOCTYPE html><html><body>Even geduld</body></html>");
        installation.Cli.Write("in/3-dtd.xml", "<!DOCTYPE a [<!ENTITY x SYSTEM \"file:///etc/passwd\">]><a>&x;</a>");
        installation.Cli.Write("in/4-empty.xml", "");
        installation.Cli.Write("in/5-whole.xml", whole);

        var first = await installation.Cli.RunAsync("ingest", "in", "--json");
        Assert.Equal(1, first.ExitCode);
        using var summary = JsonDocument.Parse(first.Output);
        Assert.Equal((5, 1, 4, 1), (Number(summary, "files"), Number(summary, "new"), Number(summary, "quarantined"), Number(summary, "cases")));

        await installation.Cli.RunAsync("ingest", "in", "--json");
        var shown = await installation.Cli.RunAsync("cases");
        Assert.Contains("DSMR6 E-meter", shown.Output, StringComparison.Ordinal);
        Assert.Contains("In quarantine: 4", shown.Output, StringComparison.Ordinal);
        Assert.All(["truncated", "html", "dtd", "empty", "1-truncated.xml"], word => Assert.Contains(word, shown.Output, StringComparison.Ordinal));
        Assert.DoesNotContain("root:", shown.Output, StringComparison.Ordinal);
    }

    private static int Number(JsonDocument summary, string name) => summary.RootElement.GetProperty(name).GetInt32();
}
