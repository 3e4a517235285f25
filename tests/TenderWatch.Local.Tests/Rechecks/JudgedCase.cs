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
    private JudgedCase(Installation installation) => Installation = installation;

    public Installation Installation { get; }

    public Cli Cli => Installation.Cli;

    public static async Task<JudgedCase> CreateAsync()
    {
        var judged = new JudgedCase(await Installation.CreateAsync());
        judged.Cli.Write("in/1.xml", File.ReadAllText(Path.Combine(SharedData.Repository, "samples", "dsmr6", "ted", "99000004-2025.xml")));
        await judged.JudgeAsync();
        return judged;
    }

    /// <summary>Thresholds below the estimate of the sample, EUR 24 million: its purchase then comes into the scope of the FSR.</summary>
    public void LowerThresholds()
    {
        Cli.Environment["TenderWatch__Checks__Fsr__Procurement"] = "20000000";
        Cli.Environment["TenderWatch__Checks__Fsr__Lot"] = "10000000";
    }

    /// <summary>The default thresholds again.</summary>
    public void RestoreThresholds()
    {
        Cli.Environment.Remove("TenderWatch__Checks__Fsr__Procurement");
        Cli.Environment.Remove("TenderWatch__Checks__Fsr__Lot");
    }

    /// <summary>Judges it by the thresholds that are set.</summary>
    public async Task JudgeAsync()
    {
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

    /// <summary>Runs <c>recheck --json</c>.</summary>
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
