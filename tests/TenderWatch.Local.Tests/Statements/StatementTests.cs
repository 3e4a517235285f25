using System.Text.Json;
using TenderWatch.Local.Tests.Support;
using TenderWatch.Testing;

namespace TenderWatch.Local.Tests.Statements;

public sealed class StatementTests
{
    private const string Statement = """{"source":{"title":"Jaarverslag","publisher":"Voorbeeld"},"ownership":[{"company":"Kaifa Technology Netherlands B.V.","owner":"Voorbeeldstaat","percent":35,"country":"CHN","isState":true,"quote":"35 %"}]}""";

    [Fact]
    public async Task A_statement_changes_what_a_case_knows_until_it_is_withdrawn_and_the_ledger_keeps_both()
    {
        using var installation = await Installation.CreateAsync();
        var cli = installation.Cli;
        cli.Write("in/1.xml", File.ReadAllText(Path.Combine(SharedData.Repository, "samples", "dsmr6", "ted", "99000002-2025.xml")));
        await cli.RunAsync("ingest", "in", "--json");
        var id = (await View(cli)).GetProperty("state").GetProperty("id").GetString()!;
        cli.Write("statement.json", Statement);

        var entered = await cli.RunAsync("statement", id, "statement.json", "--by", "A. Voorbeeld", "--json");
        Assert.True(entered.ExitCode == 0, entered.Error);
        Assert.Equal("flagged", Verdict(await View(cli)));
        var again = await cli.RunAsync("statement", id, "statement.json", "--by", "A. Voorbeeld", "--json");
        Assert.Equal((0, entered.Output), (again.ExitCode, again.Output));

        var sha256 = (await View(cli)).GetProperty("state").GetProperty("statements")[0].GetProperty("sha256").GetString()!;
        Assert.Equal(0, (await cli.RunAsync("statement", id, "--withdraw", sha256[..12], "--by", "B. Voorbeeld")).ExitCode);
        Assert.Equal("notAssessable", Verdict(await View(cli)));
        Assert.Equal(0, (await cli.RunAsync("verify")).ExitCode);
    }

    [Fact]
    public async Task What_cannot_be_entered_says_why_and_changes_nothing()
    {
        using var installation = await Installation.CreateAsync();
        var cli = installation.Cli;
        cli.Write("good.json", Statement);
        cli.Write("bad.json", Statement.Replace("35,", "350,", StringComparison.Ordinal));

        var (bad, none, neither, absent) = (
            await cli.RunAsync("statement", "000000000000", "bad.json", "--by", "me"), await cli.RunAsync("statement", "000000000000", "good.json", "--by", "me"),
            await cli.RunAsync("statement", "000000000000", "--by", "me"), await cli.RunAsync("statement", "000000000000", "absent.json", "--by", "me"));

        Assert.Equal((2, 2, 2, 2), (bad.ExitCode, none.ExitCode, neither.ExitCode, absent.ExitCode));
        Assert.Contains("$.ownership[0].percent", bad.Error, StringComparison.Ordinal);
        Assert.Contains("There is no case 000000000000", none.Error, StringComparison.Ordinal);
        Assert.Contains("--withdraw", neither.Error, StringComparison.Ordinal);
        Assert.Contains("absent.json cannot be opened", absent.Error, StringComparison.Ordinal);
    }

    private static async Task<JsonElement> View(Cli cli)
    {
        using var json = JsonDocument.Parse((await cli.RunAsync("cases", "--json")).Output);
        return Assert.Single(json.RootElement.GetProperty("cases").EnumerateArray()).Clone();
    }

    private static string Verdict(JsonElement view) =>
        view.GetProperty("findings").EnumerateArray().Single(finding => finding.GetProperty("check").GetString() == "state-influence").GetProperty("verdict").GetString()!;
}
