using System.IO.Compression;
using System.Text.Json;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using TenderWatch.Local.Tests.Support;
using TenderWatch.Local.Tests.Texts;
using TenderWatch.Testing;

namespace TenderWatch.Local.Tests.Commands;

public sealed class FactsTests
{
    private static readonly string Award = Path.Combine(SharedData.Repository, "samples", "dsmr6", "ted", "99000002-2025.xml");
    private static readonly string Call = Path.Combine(SharedData.Repository, "samples", "dsmr6", "ted", "99000001-2025.xml");

    [Fact]
    public async Task The_texts_of_the_DSMR6_award_yield_its_figures_with_quotations()
    {
        using var cli = new Cli();
        var run = await cli.RunAsync("facts", Award, "--json");
        Assert.True(run.ExitCode == 0, run.Error);
        using var json = JsonDocument.Parse(run.Output);
        Assert.Equal("rules/1", json.RootElement.GetProperty("extractor").GetString());
        var facts = json.RootElement.GetProperty("facts").EnumerateArray().Select(fact => $"{fact.GetProperty("kind")} {fact.GetProperty("value")} «{fact.GetProperty("quote")}»").ToList();
        foreach (var expected in (string[])["quantity 7933740 «7.933.740 meters»", "money 592517432 «EUR 592.517.432»", "shares 60/40 «60 % en 40 %»", "duration P8Y «looptijd is 8 jaar»", "renewals R3/P2Y «3 maal 2 jaar»"])
            Assert.Contains(expected, facts);
    }

    [Fact]
    public async Task Precision_and_recall_are_printed_for_marked_texts()
    {
        using var cli = new Cli();
        var run = await cli.RunAsync("facts", "--evaluate", Path.Combine(SharedData.Repository, "tests", "TenderWatch.Extraction.Tests", "Rules", "marked-excerpts.json"), "--json");
        Assert.True(run.ExitCode == 0, run.Error);
        using var json = JsonDocument.Parse(run.Output);
        Assert.True(json.RootElement.GetProperty("total").GetProperty("precision").GetDecimal() >= 0.98m);
    }

    [Fact]
    public async Task A_model_is_asked_only_where_it_is_on_and_what_it_adds_stands_apart()
    {
        const string Answer = """{"facts":[{"passage":1,"kind":"quantity","quote":"350 zweefvliegtuigen","value":"350","unit":"zweefvliegtuigen"},{"passage":1,"kind":"quantity","quote":"900 lieren","value":"900","unit":"lieren"}]}""";
        var asked = 0;
        var builder = WebApplication.CreateSlimBuilder();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        await using var server = builder.Build();
        server.Run(context =>
        {
            Interlocked.Increment(ref asked);
            return context.Response.WriteAsJsonAsync(new { id = "1", @object = "chat.completion", created = 1, model = "m", choices = new[] { new { index = 0, finish_reason = "stop", message = new { role = "assistant", content = Answer } } }, usage = new { prompt_tokens = 400, completion_tokens = 60, total_tokens = 460 } });
        });
        await server.StartAsync(TestContext.Current.CancellationToken);
        using var cli = new Cli();
        cli.Write("text.txt", "De opdracht omvat 350 zweefvliegtuigen en 7.933.740 meters.");
        cli.Write("marked.json", """[{"publication":"a","language":"nld","text":"De opdracht omvat 350 zweefvliegtuigen en 7.933.740 meters.","facts":[{"kind":"quantity","value":"350","unit":"zweefvliegtuigen","quote":"350 zweefvliegtuigen"},{"kind":"quantity","value":"7933740","unit":"meters","quote":"7.933.740 meters"}]}]""");
        string Settings(string on) => JsonSerializer.Serialize(new { Values = new Dictionary<string, string>(StringComparer.Ordinal) { ["TenderWatch__Extraction__Model__Enabled"] = on, ["TenderWatch__Extraction__Model__Endpoint"] = server.Urls.Single(), ["TenderWatch__Extraction__Model__Deployment"] = "m", ["TenderWatch__Extraction__Model__ApiKey"] = "k", ["TenderWatch__Extraction__Model__InputPrice"] = "10", ["TenderWatch__Extraction__Model__RequestsPerMinute"] = "6000" } });
        cli.Write("on.json", Settings("true"));
        cli.Write("off.json", Settings("false"));

        var (off, without) = (await cli.RunAsync("facts", "text.txt", "--model", "--settings", "off.json"), await cli.RunAsync("facts", "text.txt", "--settings", "on.json", "--json"));
        Assert.Equal((2, 0, 0), (off.ExitCode, without.ExitCode, asked));
        Assert.Contains("The model is off", off.Error, StringComparison.Ordinal);
        Assert.DoesNotContain("model", without.Output, StringComparison.Ordinal);

        var on = await cli.RunAsync("facts", "text.txt", "--model", "--settings", "on.json", "--data", "kept");
        Assert.True(on.ExitCode == 0, on.Error);
        foreach (var expected in (string[])["350 zweefvliegtuigen", "model/m/prompt-1", "dropped: not-verbatim 1", "1 requests, 400 + 60 tokens, EUR 0.0040", "460 of 200000"]) Assert.Contains(expected, on.Output, StringComparison.Ordinal);
        var measured = await cli.RunAsync("facts", "--evaluate", "marked.json", "--model", "--settings", "on.json", "--data", "kept", "--json");
        Assert.True(measured.ExitCode == 0, measured.Error);
        using var json = JsonDocument.Parse(measured.Output);
        Assert.Equal((1, 2), (json.RootElement.GetProperty("total").GetProperty("right").GetInt32(), json.RootElement.GetProperty("withModel").GetProperty("total").GetProperty("right").GetInt32()));
    }

    [Fact]
    public async Task What_cannot_be_read_says_why()
    {
        using var cli = new Cli();
        cli.Write("marked.json", """[{"publication":"a","facts":[{"kind":"unheard-of"}]}]""");
        cli.Write("unknown.json", """[{"publication":"00000001-2025","facts":[]}]""");
        using (var archive = ZipFile.Open(Path.Combine(cli.Folder, "bomb.zip"), ZipArchiveMode.Create))
        using (var entry = archive.CreateEntry("bom.txt").Open())
            entry.Write(new byte[20 * 1024 * 1024]);

        var (bomb, absent, neither, both, marked, unknown, language) = (
            await cli.RunAsync("facts", "bomb.zip"), await cli.RunAsync("facts", "absent.pdf"), await cli.RunAsync("facts"), await cli.RunAsync("facts", "bomb.zip", "--evaluate", "marked.json"),
            await cli.RunAsync("facts", "--evaluate", "marked.json"), await cli.RunAsync("facts", "--evaluate", "unknown.json"), await cli.RunAsync("facts", "bomb.zip", "--language", "fr"));
        Assert.Equal((1, 2, 2, 2, 2, 2, 2), (bomb.ExitCode, absent.ExitCode, neither.ExitCode, both.ExitCode, marked.ExitCode, unknown.ExitCode, language.ExitCode));
        Assert.Contains("200 times larger", bomb.Error, StringComparison.Ordinal);
        Assert.Contains("no file absent.pdf", absent.Error, StringComparison.Ordinal);
        Assert.Contains("$[0].facts[0]", marked.Error, StringComparison.Ordinal);
        Assert.Contains("00000001-2025", unknown.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Documents_of_a_case_are_retrieved_when_they_are_switched_on_and_their_facts_stand_in_the_case_with_evidence_that_verifies()
    {
        await using var documents = await DocumentServer.StartAsync(("leidraad.html", "De geraamde waarde is € 1.234.567,- exclusief btw."));
        using var installation = await Installation.CreateAsync();
        var cli = installation.Cli;
        cli.Write("in/1.xml", documents.Linking("leidraad.html")(File.ReadAllText(Call)));
        Assert.Equal(0, (await cli.RunAsync("ingest", "in", "--json")).ExitCode);
        var before = await View(cli);
        var id = before.GetProperty("state").GetProperty("id").GetString()!;
        Assert.Contains(Values(before), value => value == "7933740");

        var off = await cli.RunAsync("documents", id, "--by", "A. Voorbeeld");
        Assert.Equal(2, off.ExitCode);
        Assert.Contains("Sources:Documents:Retrieve is false", off.Error, StringComparison.Ordinal);

        cli.Environment["TenderWatch__Sources__Documents__Retrieve"] = "true";
        cli.Environment["TenderWatch__Sources__Documents__Hosts__0"] = documents.Authority;
        var run = await cli.RunAsync("documents", id, "--by", "A. Voorbeeld", "--json");
        Assert.True(run.ExitCode == 0, run.Error);
        var after = await View(cli);
        Assert.Contains(Values(after), value => value == "1234567");
        Assert.Equal("leidraad.html", Assert.Single(after.GetProperty("facts").GetProperty("documents").EnumerateArray()).GetProperty("name").GetString());
        // What a text says changes no verdict.
        Assert.Equal(Verdicts(before), Verdicts(after));
        var again = await cli.RunAsync("documents", id, "--by", "A. Voorbeeld", "--json");
        Assert.Equal(0, again.ExitCode);
        Assert.Single((await View(cli)).GetProperty("facts").GetProperty("documents").EnumerateArray());
        Assert.Equal(0, (await cli.RunAsync("verify")).ExitCode);
    }

    private static async Task<JsonElement> View(Cli cli)
    {
        using var json = JsonDocument.Parse((await cli.RunAsync("cases", "--json")).Output);
        return Assert.Single(json.RootElement.GetProperty("cases").EnumerateArray()).Clone();
    }

    private static IEnumerable<string> Values(JsonElement view) =>
        view.GetProperty("facts").GetProperty("texts").EnumerateArray().SelectMany(text => text.GetProperty("facts").EnumerateArray()).Select(fact => fact.GetProperty("value").GetString()!);

    private static IEnumerable<string> Verdicts(JsonElement view) =>
        view.GetProperty("findings").EnumerateArray().Select(finding => $"{finding.GetProperty("check")} {finding.GetProperty("subject")} {finding.GetProperty("verdict")}").Order(StringComparer.Ordinal);
}
