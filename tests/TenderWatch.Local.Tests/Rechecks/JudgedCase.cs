using System.Text.Json;
using TenderWatch.Core.Evidence;
using TenderWatch.Core.Reviews;
using TenderWatch.Local.Tests.Support;
using TenderWatch.Storage;
using TenderWatch.Testing;

namespace TenderWatch.Local.Tests.Rechecks;

/// <summary>An installation with one case, which was judged with the default thresholds.</summary>
internal sealed class JudgedCase : IDisposable
{
    /// <summary>The setting that these tests change: the estimate of the sample is below this one.</summary>
    public const string Threshold = "TenderWatch__Checks__Fsr__Procurement";

    private JudgedCase(Installation installation) => Installation = installation;

    public Installation Installation { get; }

    public Cli Cli => Installation.Cli;

    public static async Task<JudgedCase> CreateAsync()
    {
        var judged = new JudgedCase(await Installation.CreateAsync());
        judged.Cli.Write("in/1.xml", File.ReadAllText(Path.Combine(SharedData.Repository, "samples", "dsmr6", "ted", "99000002-2025.xml")));
        await judged.JudgeAsync();
        return judged;
    }

    /// <summary>Judges it with another threshold for good, or with the default one again.</summary>
    public async Task JudgeAsync(string? threshold = null)
    {
        Cli.Environment.Remove(Threshold);
        if (threshold is not null) Cli.Environment[Threshold] = threshold;
        var run = await Cli.RunAsync("ingest", "in", "--json");
        Assert.True(run.ExitCode == 0, run.Error);
    }

    public async Task<CaseState> StateAsync() => Assert.Single(await new Storage.Cases(Installation.Account()).ListAsync(CancellationToken.None));

    public async Task<CheckResult> ResultAsync(string check = "fsr-scope") => (await StateAsync()).Checks.Single(result => result.Check == check);

    /// <summary>Appends an entry of findings as a program of another time would have.</summary>
    public async Task AppendAsync(string check, string version, Digest findings, string? program = null)
    {
        var state = await StateAsync();
        var body = program is null
            ? JsonSerializer.SerializeToElement(new { facts = new { sha256 = state.Facts }, findings = new[] { new { check, ruleVersion = version, verdict = "clear", sha256 = findings } } })
            : JsonSerializer.SerializeToElement(new { facts = new { sha256 = state.Facts }, findings = new[] { new { check, ruleVersion = version, verdict = "clear", sha256 = findings } }, program });
        await new LedgerStore(Installation.Account()).AppendAsync(state.Id, state.Ledger, new LedgerDraft($"findings:{check}{version}", "findings", state.UpdatedAt!.Value, body), CancellationToken.None);
    }

    /// <summary>Runs <c>recheck</c>; the exit code, and each result as outcome and rule.</summary>
    public async Task<(int ExitCode, JsonElement Report)> RecheckAsync(params string[] arguments)
    {
        var run = await Cli.RunAsync(["recheck", .. arguments, "--json"]);
        Assert.True(run.Output.Length > 0, run.Error);
        using var json = JsonDocument.Parse(run.Output);
        return (run.ExitCode, json.RootElement.Clone());
    }

    public static IReadOnlyList<JsonElement> Results(JsonElement report) =>
        [.. report.GetProperty("cases").EnumerateArray().SelectMany(one => one.GetProperty("results").EnumerateArray())];

    public void Dispose() => Installation.Dispose();
}
