using System.Text.Json;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using TenderWatch.Local.Tests.Support;
using TenderWatch.Testing;

namespace TenderWatch.Local.Tests.Commands;

/// <summary><c>summary</c> and <c>aid</c> as a user runs them.</summary>
public sealed class SummaryAndAidTests
{
    private const string Marker = "loods-7x3q9z";

    private static readonly string Award = Path.Combine(SharedData.Repository, "samples", "dsmr6", "ted", "99000002-2025.xml");

    [Fact]
    public async Task A_notice_is_told_in_five_lines_in_both_languages_or_in_one()
    {
        using var cli = new Cli();

        var (both, dutch, json) = (await cli.RunAsync("summary", Award), await cli.RunAsync("summary", Award, "--language", "nl"), await cli.RunAsync("summary", Award, "--json"));

        Assert.Equal((0, 0, 0), (both.ExitCode, dutch.ExitCode, json.ExitCode));
        foreach (var expected in (string[])["Gegunde waarde: EUR 592.517.432.", "Awarded value: EUR 592,517,432.", "source: file:99000002-2025 BT-161", "Gegund aan Kaifa Technology Netherlands B.V. (60 %) en Sagemcom Energy & Telecom SAS (40 %)."]) Assert.Contains(expected, both.Output, StringComparison.Ordinal);
        Assert.DoesNotContain("Awarded value", dutch.Output, StringComparison.Ordinal);
        using var read = JsonDocument.Parse(json.Output);
        Assert.Equal(5, read.RootElement.GetProperty("lines").GetArrayLength());
    }

    [Fact]
    public async Task What_is_no_notice_has_no_five_lines()
    {
        using var cli = new Cli();
        cli.Write("text.txt", "De opdracht omvat 350 meters.");

        var (text, absent) = (await cli.RunAsync("summary", "text.txt"), await cli.RunAsync("summary", "absent.xml"));

        Assert.Equal((1, 2), (text.ExitCode, absent.ExitCode));
        Assert.Contains("'tenderwatch facts'", text.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_aid_names_grounds_with_quotations_and_what_was_asked_and_is_not_found_and_gives_no_verdict()
    {
        using var cli = new Cli();
        cli.Write("answer.txt", "De cao wordt toegepast op iedereen die voor ons werkt. Onze winstmarge is marktconform en niet ongewoon.");
        cli.Write("letter.txt", "Wij vragen u om een toelichting op staatssteun en op het arbeidsrecht. Wij vragen u ook de winstmarge te specificeren.");

        var (dutch, json) = (await cli.RunAsync("aid", "answer.txt", "--request", "letter.txt", "--language", "nl"), await cli.RunAsync("aid", "answer.txt", "--request", "letter.txt", "--json"));

        Assert.True(dutch.ExitCode == 0, dutch.Error);
        foreach (var expected in (string[])["“De cao wordt toegepast op iedereen die voor ons werkt.”", "gevraagd; geen passage gevonden", "winst en risico: gevraagd; genoemd zonder cijfer", "Het zegt niet of de toelichting volstaat"]) Assert.Contains(expected, dutch.Output, StringComparison.Ordinal);
        using var read = JsonDocument.Parse(json.Output);
        Assert.Equal(["stateAid"], read.RootElement.GetProperty("aid").GetProperty("grounds").EnumerateArray().Where(ground => ground.GetProperty("isOpen").GetBoolean()).Select(ground => ground.GetProperty("ground").GetString()));
    }

    [Fact]
    public async Task A_model_reads_an_explanation_only_where_the_settings_say_so_and_nothing_of_it_is_kept()
    {
        const string Sentence = $"Wij mogen de {Marker} van het zusterbedrijf om niet gebruiken.";
        var asked = 0;
        var builder = WebApplication.CreateSlimBuilder();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        await using var server = builder.Build();
        server.Run(context =>
        {
            Interlocked.Increment(ref asked);
            var answer = JsonSerializer.Serialize(new { points = new[] { new { passage = 1, ground = "technical", quote = Sentence }, new { passage = 1, ground = "technical", quote = "een verzonnen aanhaling van drie woorden" } } });
            return context.Response.WriteAsJsonAsync(new { id = "1", @object = "chat.completion", created = 1, model = "m", choices = new[] { new { index = 0, finish_reason = "stop", message = new { role = "assistant", content = answer } } }, usage = new { prompt_tokens = 400, completion_tokens = 60, total_tokens = 460 } });
        });
        await server.StartAsync(TestContext.Current.CancellationToken);
        using var cli = new Cli();
        cli.Write("answer.txt", Sentence);
        string Settings(string confidential) => JsonSerializer.Serialize(new
        {
            Values = new Dictionary<string, string>(StringComparer.Ordinal)
            {
                ["TenderWatch__Extraction__Model__Enabled"] = "true",
                ["TenderWatch__Extraction__Model__Confidential"] = confidential,
                ["TenderWatch__Extraction__Model__Endpoint"] = server.Urls.Single(),
                ["TenderWatch__Extraction__Model__Deployment"] = "m",
                ["TenderWatch__Extraction__Model__ApiKey"] = "k",
                ["TenderWatch__Extraction__Model__RequestsPerMinute"] = "6000",
            },
        });
        cli.Write("on.json", Settings("true"));
        cli.Write("off.json", Settings("false"));

        var off = await cli.RunAsync("aid", "answer.txt", "--model", "--settings", "off.json", "--data", "kept");
        Assert.Equal((2, 0), (off.ExitCode, asked));
        Assert.Contains("Extraction:Model:Confidential", off.Error, StringComparison.Ordinal);

        var on = await cli.RunAsync("aid", "answer.txt", "--model", "--settings", "on.json", "--data", "kept", "--language", "nl");
        Assert.True(on.ExitCode == 0, on.Error);
        Assert.Equal(1, asked);
        foreach (var expected in (string[])["Door een model aangewezen (model/m/explanation-1)", Sentence, "dropped: not-verbatim 1"]) Assert.Contains(expected, on.Output, StringComparison.Ordinal);
        Assert.DoesNotContain(Marker, on.Error, StringComparison.Ordinal);
        foreach (var file in Directory.GetFiles(Path.Combine(cli.Folder, "kept"), "*", SearchOption.AllDirectories)) Assert.DoesNotContain(Marker, await File.ReadAllTextAsync(file, TestContext.Current.CancellationToken), StringComparison.Ordinal);
    }
}
