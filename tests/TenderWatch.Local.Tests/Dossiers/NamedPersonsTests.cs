using System.Text.Json;

namespace TenderWatch.Local.Tests.Dossiers;

/// <summary>Nobody publishes the names in a ledger without having been told.</summary>
public sealed class NamedPersonsTests
{
    [Fact]
    public async Task Whoever_makes_a_public_dossier_is_told_whom_it_names()
    {
        using var exported = await ExportedCase.CreateAsync();
        var placed = await exported.Cli.RunAsync("hold", exported.Id, "--reason", "Kort geding", "--by", "C. Jurist");
        Assert.True(placed.ExitCode == 0, placed.Error);

        var open = await exported.Cli.RunAsync("export", exported.Id, "--out", "public.zip", "--by", ExportedCase.By);
        Assert.Contains("A public dossier of this case names 1 name or address in its ledger: C. Jurist.", open.Output, StringComparison.Ordinal);
        using var json = JsonDocument.Parse((await exported.Cli.RunAsync("export", exported.Id, "--out", "public.zip", "--by", ExportedCase.By, "--json")).Output);
        Assert.Equal("C. Jurist", Assert.Single(json.RootElement.GetProperty("named").EnumerateArray()).GetString());
        var all = await exported.Cli.RunAsync("export", exported.Id, "--audience", "internal", "--out", "internal.zip", "--by", ExportedCase.By);
        Assert.DoesNotContain("names 1 name", all.Output, StringComparison.Ordinal);
    }
}
