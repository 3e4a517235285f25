using System.Formats.Tar;
using System.IO.Compression;
using System.Text.Json;
using TenderWatch.Local.Demo;
using TenderWatch.Local.Tests.Support;
using TenderWatch.Testing;

namespace TenderWatch.Local.Tests.Backfill;

public sealed class BackfillTests
{
    private static readonly string Samples = Path.Combine(SharedData.Repository, "samples", "dsmr6");

    [Fact]
    public async Task Past_days_of_a_source_are_taken_in_once_however_often_it_is_repeated()
    {
        await using var replay = await ReplayServer.StartAsync(Samples, cancellationToken: TestContext.Current.CancellationToken);
        using var installation = await Installation.CreateAsync();
        installation.Cli.Environment["TenderWatch__Sources__TenderNed__BaseAddress"] = replay.TenderNed;
        installation.Cli.Environment["TenderWatch__Sources__Ted__BaseAddress"] = installation.Cli.Environment["TenderWatch__Sources__Ted__SearchAddress"] = replay.Ted;
        installation.Cli.Environment["TenderWatch__Sources__MinimumInterval"] = "00:00:00";
        string[] command = ["backfill", "--source", "ted", "--from", "2025-12-10", "--to", "2025-12-12", "--json"];

        Assert.Equal((1, 0, 0), Counts(await installation.Cli.RunAsync(command)));
        Assert.Equal((0, 1, 0), Counts(await installation.Cli.RunAsync(command)));
        command[2] = "tenderned";
        Assert.Equal((1, 0, 0), Counts(await installation.Cli.RunAsync(command)));
        using var cases = JsonDocument.Parse((await installation.Cli.RunAsync("cases", "--json")).Output);
        Assert.Equal(2, Assert.Single(cases.RootElement.GetProperty("cases").EnumerateArray()).GetProperty("state").GetProperty("notices").GetInt32());
    }

    [Fact]
    public async Task Of_a_folder_the_matching_notices_are_taken_in_with_those_of_its_packages_and_what_has_no_TED_number_is_no_publication_of_TED()
    {
        using var installation = await Installation.CreateAsync();
        var cli = installation.Cli;
        foreach (var notice in Directory.GetFiles(Path.Combine(Samples, "ted")).Order(StringComparer.Ordinal)) cli.Write("past/2025/" + Path.GetFileName(notice), await File.ReadAllTextAsync(notice, TestContext.Current.CancellationToken));
        cli.Write("past/odd.xml", (await File.ReadAllTextAsync(Path.Combine(Samples, "ted", "99000003-2025.xml"), TestContext.Current.CancellationToken)).Replace("99000003-2025", "2025/S 12-x", StringComparison.Ordinal).Replace("edb1e50c7c2c", "000000000000", StringComparison.Ordinal));
        await using (var file = File.Create(cli.Write("past/202500001.tar.gz", "")))
        await using (var gzip = new GZipStream(file, CompressionLevel.Optimal))
        await using (var tar = new TarWriter(gzip)) await tar.WriteEntryAsync(Path.Combine(Samples, "ted", "99000002-2025.xml"), "1/99000002-2025.xml", TestContext.Current.CancellationToken);

        cli.Environment["TenderWatch__Watch__Profiles__0"] = cli.Write("dsmr6.json", """{ "name": "dsmr6", "phrases": ["DSMR6"] }""");
        Assert.Equal((2, 1, 3), Counts(await cli.RunAsync("backfill", "--folder", "past", "--json")));
        Assert.Equal((3, 3, 0), Counts(await cli.RunAsync("backfill", "--folder", "past", "--all", "--json")));
        Assert.Contains("There is no folder", (await cli.RunAsync("backfill", "--folder", "absent")).Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Of_a_package_the_matching_notices_are_taken_in_and_a_broken_one_is_said()
    {
        using var installation = await Installation.CreateAsync();
        var whole = installation.Cli.Write("202500001.tar.gz", "");
        await using (var file = File.Create(whole))
        await using (var gzip = new GZipStream(file, CompressionLevel.Optimal))
        await using (var tar = new TarWriter(gzip))
        {
            foreach (var notice in Directory.GetFiles(Path.Combine(Samples, "ted")).Order(StringComparer.Ordinal)) await tar.WriteEntryAsync(notice, "1/" + Path.GetFileName(notice), TestContext.Current.CancellationToken);
            await tar.WriteEntryAsync(Path.Combine(SharedData.Repository, "docs", "notice.schema.json"), "1/other.json", TestContext.Current.CancellationToken);
        }

        var profile = installation.Cli.Write("dsmr6.json", """{ "name": "dsmr6", "phrases": ["DSMR6"] }""");
        installation.Cli.Environment["TenderWatch__Watch__Profiles__0"] = profile;
        Assert.Equal((2, 0, 2), Counts(await installation.Cli.RunAsync("backfill", "--package", whole, "--json")));
        Assert.Equal((2, 2, 0), Counts(await installation.Cli.RunAsync("backfill", "--package", whole, "--all", "--json")));

        var bytes = await File.ReadAllBytesAsync(whole, TestContext.Current.CancellationToken);
        await File.WriteAllBytesAsync(whole, bytes[..(bytes.Length / 3)], TestContext.Current.CancellationToken);
        var broken = await installation.Cli.RunAsync("backfill", "--package", whole);
        Assert.Equal(1, broken.ExitCode);
        Assert.Contains("breaks off", broken.Output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Give one of --source with --from, --package and --folder.")]
    [InlineData("--source needs --from.", "--source", "ted")]
    [InlineData("allowed: a date as yyyy-MM-dd", "--source", "ted", "--from", "1-2-2025")]
    [InlineData("There is no file gone.tar.gz", "--package", "gone.tar.gz")]
    public async Task Wrong_arguments_are_named_and_nothing_is_done(string sentence, params string[] arguments)
    {
        using var cli = new Cli();
        var result = await cli.RunAsync(["backfill", .. arguments]);
        Assert.Equal(2, result.ExitCode);
        Assert.Contains(sentence, result.Error, StringComparison.Ordinal);
    }

    private static (int New, int Known, int LeftOut) Counts(CliResult result)
    {
        Assert.True(result.ExitCode == 0, result.Error + result.Output);
        using var summary = JsonDocument.Parse(result.Output);
        int Number(string name) => summary.RootElement.GetProperty(name).GetInt32();
        return (Number("new"), Number("known"), Number("leftOut"));
    }
}
