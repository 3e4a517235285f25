using System.Text.Json;
using TenderWatch.Core.Checks;
using TenderWatch.Core.Evidence;
using TenderWatch.Core.Rechecks;
using TenderWatch.Core.Reviews;
using TenderWatch.Testing;

namespace TenderWatch.Core.Tests.Reviews;

public sealed class FindingsRecordTests
{
    private const string Case = "0123456789ab";

    private readonly MemoryLedger _ledger = new();
    private int _moments;

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task The_same_findings_again_are_no_entry_and_what_a_case_was_last_saved_with_stands_last()
    {
        var first = await RecordAsync("1");
        Assert.Equal(first, await RecordAsync("1"));
        var second = await RecordAsync("2");
        Assert.Equal(second, await RecordAsync("2"));
        // An upgrade that was undone: the rule of before judges again, and nothing of it was saved yet.
        var third = await RecordAsync("1");
        Assert.Equal(third, await RecordAsync("1"));

        var entries = await _ledger.ReadAsync(Case, Stop).Select(stored => LedgerEntry.Parse(stored.Bytes)).ToListAsync(Stop);
        Assert.Equal(["findings:e", "findings:e@1", "findings:e@2"], entries.Select(entry => entry.Key));
        Assert.Equal(["1", "2", "1"], entries.Select(entry => FindingsEntry.Read(entry)!.Results[0].Rule.Version));
        Assert.Equal((1, 2, 3), (first.Sequence, second.Sequence, third.Sequence));
    }

    [Fact]
    public async Task What_the_case_shows_already_by_a_later_event_is_not_recorded_for_the_earlier_one()
    {
        var first = await RecordAsync("1");
        Assert.Equal(first, await RecordAsync("2", shown: true));
        Assert.Single(await _ledger.ReadAsync(Case, Stop).ToListAsync(Stop));
    }

    // Each at a moment of its own, as retries are.
    private Task<LedgerHead> RecordAsync(string rule, bool shown = false)
    {
        var (facts, findings) = (Digest.Of("facts"), Digest.Of("findings by " + rule));
        var input = new RecordFindings(Case, "e", LedgerHead.Start, new DateTimeOffset(2026, 3, 2, 12, _moments++, 0, TimeSpan.Zero), facts, [new CheckResult("alt", rule, Verdict.Clear, findings, findings, 0, 0, 1)]) { Shown = shown };
        var body = JsonSerializer.SerializeToElement(new { facts = new { sha256 = facts.Hex }, findings = new[] { new { check = "alt", ruleVersion = rule, sha256 = findings.Hex } } });
        return FindingsRecord.AppendAsync(_ledger, input, body, Stop);
    }
}
