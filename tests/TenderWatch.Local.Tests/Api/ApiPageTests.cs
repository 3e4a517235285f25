using System.Diagnostics;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using TenderWatch.Testing;

namespace TenderWatch.Local.Tests.Api;

/// <summary>The examples of <c>docs/api.md</c>, with real curl, in their order.</summary>
public sealed partial class ApiPageTests
{
    private static readonly string Page = File.ReadAllText(Path.Combine(SharedData.Repository, "docs", "api.md")).ReplaceLineEndings("\n");

    [Fact]
    public async Task Every_example_answers_as_the_page_shows()
    {
        Assert.SkipUnless(OperatingSystem.IsLinux() && File.Exists("/usr/bin/curl"), "needs bash and curl");
        await using var host = await ApiHost.StartAsync();
        var folder = Directory.CreateTempSubdirectory("tenderwatch-api-");
        try
        {
            await File.WriteAllBytesAsync(Path.Combine(folder.FullName, "notice.xml"), ApiHost.SampleNotice, TestContext.Current.CancellationToken);
            await File.WriteAllTextAsync(Path.Combine(folder.FullName, "bids.csv"), Csv().Match(Page).Groups["csv"].Value, TestContext.Current.CancellationToken);
            var id = await host.OpenAsync();
            var examples = Example().Matches(Page);
            Assert.True(examples.Count >= 18);
            foreach (var example in examples.AsEnumerable())
            {
                await host.SettleAsync();
                var (status, answer) = await RunAsync(example.Groups["command"].Value, folder.FullName, host.Client.BaseAddress!.OriginalString.TrimEnd('/'), id);
                Assert.True(status == example.Groups["status"].Value, $"{example.Groups["command"].Value}: {status} {answer}");
                if (example.Groups["answer"] is { Success: true, Value: var shown }) Matches(JsonNode.Parse(shown)!, JsonNode.Parse(answer), "$");
            }
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    private static async Task<(string Status, string Answer)> RunAsync(string command, string folder, string api, string id)
    {
        const string Quiet = """curl() { if [ "$1" = -sI ]; then command curl "$@"; else command curl -s -o answer.json -w '%{http_code}' "$@"; fi; }""";
        using var process = Process.Start(new ProcessStartInfo("bash", ["-c", Quiet + "\n" + command])
        {
            WorkingDirectory = folder,
            UseShellExecute = false,
            RedirectStandardOutput = true,
            Environment = { ["API"] = api, ["CASE"] = id },
        })!;
        var status = await process.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken);
        await process.WaitForExitAsync(TestContext.Current.CancellationToken);
        return (status.Trim(), await File.ReadAllTextAsync(Path.Combine(folder, "answer.json"), TestContext.Current.CancellationToken));
    }

    // What the page shows is there, of the same kind; of a list the first item.
    private static void Matches(JsonNode shown, JsonNode? given, string path)
    {
        Assert.True(given is not null, path + " is absent");
        if (shown is JsonObject members)
        {
            foreach (var (name, value) in members) Matches(value!, given[name], $"{path}.{name}");
        }
        else if (shown is JsonArray { Count: > 0 } items)
        {
            Matches(items[0]!, given.AsArray().FirstOrDefault(), path + "[0]");
        }
        else
        {
            Assert.Equal(Kind(shown), Kind(given));
        }
    }

    private static JsonValueKind Kind(JsonNode node) => node.GetValueKind() == JsonValueKind.False ? JsonValueKind.True : node.GetValueKind();

    [GeneratedRegex("```sh\n(?<command>.*?)\n# (?<status>[0-9]{3})\n```(\n\n```json\n(?<answer>.*?)```)?", RegexOptions.Singleline | RegexOptions.ExplicitCapture, 10_000)]
    private static partial Regex Example();

    [GeneratedRegex("```csv\n(?<csv>.*?)```", RegexOptions.Singleline | RegexOptions.ExplicitCapture, 10_000)]
    private static partial Regex Csv();
}
