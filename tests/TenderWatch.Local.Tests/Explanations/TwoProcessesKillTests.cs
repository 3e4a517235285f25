using System.Diagnostics;
using System.Globalization;
using System.Text;
using TenderWatch.Core.Evidence;
using TenderWatch.Core.Messages;
using TenderWatch.Core.Reviews;
using TenderWatch.Core.Reviews.Explanations;
using TenderWatch.Local.Demo;
using TenderWatch.Local.Hosting;
using TenderWatch.Local.Tests.Support;
using TenderWatch.Storage;
using TenderWatch.Testing;

namespace TenderWatch.Local.Tests.Explanations;

/// <summary>
/// Two processes of the product move one procedure on a price on one storage at once, and both are killed (SIGKILL) at random moments,
/// again and again. The seed is that of <c>TENDERWATCH_KILL_SEED</c> and stands in every failure; <c>TENDERWATCH_KILL_ROUNDS</c> makes it longer.
/// </summary>
public sealed class TwoProcessesKillTests
{
    private static readonly ExplanationStep[] Turns = [ExplanationStep.Request, ExplanationStep.Receive, ExplanationStep.Assess, ExplanationStep.Accept];

    // A procedure is full at some length: a long run goes on with one on the next tender.
    private static readonly int TurnsOfProcedure = ExplanationProcedure.MostTurns / Turns.Length * Turns.Length;

    private readonly List<CaseEvent> _raised = [];

    [Fact]
    public async Task Killed_at_random_again_and_again_everything_is_there_exactly_once()
    {
        var seed = Setting("TENDERWATCH_KILL_SEED", 20261125);
        var random = new Random(seed);
        using var installation = await Installation.CreateAsync();
        var cli = installation.Cli;
        await using var mails = await SmtpSink.StartAsync(await NodePackages.EnsureAsync(folder: null, progress: null, CancellationToken.None));
        foreach (var (name, value) in new Dictionary<string, string>
        {
            ["PublicBaseUrl"] = "http://127.0.0.1:7071",
            ["From"] = "tenderwatch@example.org",
            ["Recipients__0__Email"] = "inkoop@example.org",
            ["Smtp__Host"] = "127.0.0.1",
            ["Smtp__Port"] = mails.Port.ToString(CultureInfo.InvariantCulture),
            ["Smtp__Security"] = "None",
        }) cli.Environment["TenderWatch__Notifications__" + name] = value;
        cli.Write("in/1.xml", File.ReadAllText(Path.Combine(SharedData.Repository, "samples", "dsmr6", "ted", "99000004-2025.xml")));
        var watch = Stopwatch.StartNew();
        var opened = await cli.RunAsync("ingest", "in");
        Assert.True(opened.ExitCode == 0, opened.Output + opened.Error);
        var longest = (int)watch.ElapsedMilliseconds;
        var account = await installation.AccountAsync();
        var caseId = Assert.Single(await new Cases(account).ListAsync(CancellationToken.None)).Id;

        // A second notice changes what the checks say, which is told by mail.
        cli.Write("in/2.xml", File.ReadAllText(Path.Combine(SharedData.Repository, "samples", "dsmr6", "ted", "99000003-2025.xml")));
        var kills = 0;
        for (var round = 0; round < Setting("TENDERWATCH_KILL_ROUNDS", 5); round++)
        {
            for (var i = 0; i < 3; i++) await RaiseAsync(account, caseId);
            using var first = cli.Start("ingest", "in", "--json");
            using var second = cli.Start("ingest", "in", "--json");
            // Start-up is most of a run: the kills fall into the rest of it.
            var ends = await Task.WhenAll(KillAsync(first, random.Next(longest / 3, longest)), KillAsync(second, random.Next(longest / 3, longest)));
            kills += ends.Count(killed => killed);
        }

        var last = await cli.RunAsync("ingest", "in");
        Assert.True(last.ExitCode == 0, $"seed {seed}: {last.Output}{last.Error}");
        var verified = await cli.RunAsync("verify");
        Assert.True(verified.ExitCode == 0, $"seed {seed}: {verified.Output}{verified.Error}");
        Assert.True(kills > 0, $"seed {seed}: every process got through before it was killed");
        await AssertOnceAsync(account, caseId, $"seed {seed}, {kills} kills");

        var messages = await new Outbox(account).AboutAsync(caseId, CancellationToken.None);
        Assert.All(messages, message => Assert.Equal(OutboxState.Sent, message.State));
        var arrived = 0;
        while (mails.Taken.TryRead(out _)) arrived++;
        // A kill between a server's "taken" and our note of it may repeat that one message.
        Assert.True(messages.Count > 0 && arrived >= messages.Count && arrived <= messages.Count + kills, $"seed {seed}: {messages.Count} messages, {arrived} mails, {kills} kills");
    }

    private async Task AssertOnceAsync(StorageAccount account, string caseId, string run)
    {
        Assert.True((await new CaseInbox(account).WaitingCasesAsync(CancellationToken.None)).Count == 0, $"{run}: events still wait");
        var entries = new List<LedgerEntry>();
        await foreach (var stored in new LedgerStore(account).ReadAsync(caseId, CancellationToken.None)) entries.Add(LedgerEntry.Parse(stored.Bytes));
        var keys = entries.Select(entry => entry.Key).ToList();
        Assert.True(keys.Count == keys.Distinct(StringComparer.Ordinal).Count(), $"{run}: an entry is there twice:\n{string.Join('\n', keys)}");
        foreach (var raised in _raised)
        {
            Assert.True(keys.Contains("event:" + raised.Id), $"{run}: event {raised.Kind} is lost");
            Assert.True(keys.Count(key => key.StartsWith("findings:" + raised.Id, StringComparison.Ordinal)) == 1, $"{run}: event {raised.Kind} has not one set of findings");
        }

        var state = (await new Cases(account).FindAsync(caseId, CancellationToken.None))!;
        Assert.True(state.Stuck is null, $"{run}: {state.Stuck}");
        Assert.True(state.Ledger.Sequence == entries.Count, $"{run}: the state ends at {state.Ledger.Sequence}, the ledger at {entries.Count}");
        var turns = state.Explanations.OrderBy(procedure => procedure.Bid, StringComparer.Ordinal).SelectMany(procedure => procedure.Turns).ToList();
        Assert.True(
            turns.Select(turn => ExplanationEvents.KindOf(turn.Step)).SequenceEqual(_raised.Select(raised => raised.Kind)),
            $"{run}: the procedures have {string.Join(", ", turns.Select(turn => turn.Step))}");
    }

    private async Task RaiseAsync(StorageAccount account, string caseId)
    {
        var place = _raised.Count;
        var step = Turns[place % Turns.Length];
#pragma warning disable RS0030 // The command line is a process of its own and goes by the system clock.
        var now = TimeProvider.System.GetUtcNow();
#pragma warning restore RS0030
        var said = await new EvidenceStore(account).PutAsync(Encoding.UTF8.GetBytes($"{step} {place}"), "text/plain; charset=utf-8", Confidentiality.Confidential, CancellationToken.None);
        var turn = new ExplanationTurn(step, now, "A. Voorbeeld")
        {
            Due = step == ExplanationStep.Request ? DateOnly.FromDateTime(now.Date).AddDays(30) : null,
            Doubts = step == ExplanationStep.Request ? [DoubtGround.Price] : [],
            Document = step == ExplanationStep.Receive ? said : null,
            Reasons = step == ExplanationStep.Receive ? null : said,
        };
        var bid = string.Create(CultureInfo.InvariantCulture, $"TEN-{1 + (place / TurnsOfProcedure):D4}");
        var caseEvent = ExplanationEvents.Of(caseId, "LOT-0001", bid, place % TurnsOfProcedure, turn);
        Assert.True(await new CaseInbox(account).RaiseAsync(caseId, caseEvent, CancellationToken.None));
        _raised.Add(caseEvent);
    }

    private static async Task<bool> KillAsync(Process process, int milliseconds)
    {
        process.StandardInput.Close();
        var said = Task.WhenAll(process.StandardOutput.ReadToEndAsync(), process.StandardError.ReadToEndAsync());
        using var limit = new CancellationTokenSource(milliseconds);
        try
        {
            await process.WaitForExitAsync(limit.Token);
            Assert.True(process.ExitCode == 0, string.Concat(await said));
            return false;
        }
        catch (OperationCanceledException)
        {
            process.Kill();
            await process.WaitForExitAsync(CancellationToken.None);
            return true;
        }
    }

    private static int Setting(string name, int otherwise) =>
        int.TryParse(Environment.GetEnvironmentVariable(name), CultureInfo.InvariantCulture, out var value) ? value : otherwise;
}
