using System.Text.Json;
using TenderWatch.Local.Tests.Support;
using TenderWatch.Testing;

namespace TenderWatch.Local.Tests.Ingest;

public sealed class TimelineTests
{
    private static string Sample(string number) => File.ReadAllText(Path.Combine(SharedData.Repository, "samples", "dsmr6", "ted", number + ".xml"));

    [Fact]
    public async Task A_case_shows_its_timeline_with_what_a_new_version_changes_and_the_list_names_an_award_without_a_call()
    {
        using var installation = await Installation.CreateAsync();
        var award = Sample("99000002-2025");
        var next = award.Replace("<cbc:VersionID>01</cbc:VersionID>", "<cbc:VersionID>02</cbc:VersionID>", StringComparison.Ordinal)
            .Replace("99000002-2025", "99000009-2025", StringComparison.Ordinal)
            .Replace("592517432", "592517433", StringComparison.Ordinal);
        installation.Cli.Write("in/1.xml", award);
        installation.Cli.Write("in/2.xml", next);
        await installation.Cli.RunAsync("ingest", "in", "--json");

        var list = await installation.Cli.RunAsync("cases");
        using var json = JsonDocument.Parse((await installation.Cli.RunAsync("cases", "--json")).Output);
        var view = Assert.Single(json.RootElement.GetProperty("cases").EnumerateArray());
        var id = view.GetProperty("state").GetProperty("id").GetString()!;
        var shown = await installation.Cli.RunAsync("cases", id);

        Assert.Contains("Without a counterpart: 1", list.Output, StringComparison.Ordinal);
        Assert.Equal((id, "award-without-call"), (json.RootElement.GetProperty("orphans")[0].GetProperty("case").GetString(), json.RootElement.GetProperty("orphans")[0].GetProperty("problem").GetProperty("code").GetString()));
        Assert.Equal(2, view.GetProperty("timeline").GetArrayLength());
        Assert.Contains("Awarded value: EUR 592,517,432 → EUR 592,517,433", shown.Output, StringComparison.Ordinal);
        Assert.Contains("There is an award, but no contract notice.", shown.Output, StringComparison.Ordinal);
    }
}
