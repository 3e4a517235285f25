using System.Globalization;
using System.Text;
using TenderWatch.Core.Cases;
using TenderWatch.Core.Checks;
using TenderWatch.Core.Evidence;
using TenderWatch.Core.Messages;
using TenderWatch.Core.Reviews;
using TenderWatch.Core.Reviews.Entries;

namespace TenderWatch.Testing.Conformance;

/// <summary>
/// The Commission's clock in a case, at every host: from the filing of a tenderer over what was missing in it and the Commission's dates to the contract. The case
/// wakes on each of them; its ledger tells when a term was over, and not which. See <see cref="CaseConformance"/>.
/// </summary>
public abstract class FilingConformance
{
    private const string Check = "fsr-filings";

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    /// <summary>Starts a host over storage of its own.</summary>
    protected abstract Task<ICaseHost> StartAsync();

    [Fact]
    public async Task A_filing_goes_from_receipt_over_cure_and_the_Commissions_dates_to_a_question_on_the_contract_and_stays_confidential()
    {
        await using var host = await StartAsync();
        // Above the thresholds of article 28.
        var review = await CaseUnderTest.WithAwardAsync(host, text => text.Replace(">12480000.00", ">312480000.00", StringComparison.Ordinal).Replace(">24000000.00", ">324000000.00", StringComparison.Ordinal));
        await host.SettleAsync();
        var before = await review.StateAsync();

        await FileAsync(host, review, "\"asked\":\"2026-01-12\"");
        Assert.True(await host.SettleAndCrashAsync(5));
        await host.SettleAsync();
        var asked = await FindingAsync(review);
        Assert.Equal((Verdict.Flagged, "2026-01-26"), (asked.Verdict, Day(asked, "cure-end")));
        var cure = (await review.StateAsync()).Term!;
        Assert.Equal((CaseTermKind.Law, true, new DateTimeOffset(2026, 1, 26, 23, 0, 0, TimeSpan.Zero), (await review.StateAsync()).NextDeadline), (cure.Kind, cure.Confidential, cure.End, cure.End));
        Assert.Equal(asked.Dates.Single(date => date.Id == "cure-end").Label, cure.Label);
        Assert.Null((await review.StateAsync()).ForReaders().NextDeadline);

        await host.AdvanceToAsync(new DateTimeOffset(2026, 1, 27, 9, 0, 0, TimeSpan.Zero));
        await host.SettleAsync();
        Assert.Equal(["deadlinePassed"], await ToldOfTermsAsync(review));
        await FileAsync(host, review, "\"asked\":\"2026-01-12\",\"complete\":\"2026-01-20\"");
        await host.SettleAsync();
        Assert.Equal("2026-02-17", Day(await FindingAsync(review), "preliminary-end"));

        await host.AdvanceToAsync(new DateTimeOffset(2026, 2, 16, 9, 0, 0, TimeSpan.Zero));
        await host.SettleAsync();
        await FileAsync(host, review, "\"complete\":\"2026-01-20\",\"extended\":true");
        Assert.True(await host.SettleAndCrashAsync(3));
        await host.SettleAsync();
        Assert.False((await FindingAsync(review)).Dates.Single(date => date.Id == "preliminary-extended-end").Conditional);

        // People are told before the first end, before the extended one and after that alone. The contract in the notice is older, which the buyer is asked about.
        await host.AdvanceToAsync(new DateTimeOffset(2026, 3, 1, 9, 0, 0, TimeSpan.Zero));
        await host.SettleAsync();
        await host.AdvanceToAsync(new DateTimeOffset(2026, 3, 4, 9, 0, 0, TimeSpan.Zero));
        await host.SettleAsync();
        Assert.Equal(["deadlinePassed", "deadlineNear", "deadlineNear", "deadlinePassed"], await ToldOfTermsAsync(review));
        var over = await FindingAsync(review);
        Assert.Equal((Verdict.Flagged, "2026-03-03"), (over.Verdict, Day(over, "preliminary-extended-end")));
        await review.AssertWholeAsync();

        var after = await review.StateAsync();
        Assert.Equal((before.Facts, before.NextDeadline, 3), (after.Facts, after.NextDeadline, after.Filings.Count));
        Assert.DoesNotContain(await review.FindingsAsync(Check, Confidentiality.Public), finding => finding.Subject == CaseUnderTest.Bid);
        var terms = (await review.LedgerAsync()).Where(entry => entry.Kind is CaseEventKinds.DeadlinePassed or CaseEventKinds.ReminderDue).ToArray();
        Assert.All(terms, entry => Assert.Single(entry.Body.EnumerateObject()));
        await AssertMessagesTellNoDateAsync(host, review);
        Assert.DoesNotContain(await review.LedgerAsync(), entry => entry.Body.GetRawText() is var body && (body.Contains("-end", StringComparison.Ordinal) || body.Contains("Commissi", StringComparison.Ordinal)));
        foreach (var filing in after.Filings) await host.Get<FilingEntry>().WithdrawAsync(review.Id, filing.Sha256.Hex, "A. Voorbeeld", Stop);
        await host.SettleAsync();
        Assert.Null((await review.StateAsync()).Checks.Single(result => result.Check == Check).Confidential);
        await review.AssertWholeAsync();
    }

    private static async Task FileAsync(ICaseHost host, CaseUnderTest review, string members)
    {
        var filing = $$"""{"bidder":"{{CaseUnderTest.Bid}}","stage":"tender","kind":"notification","received":"2026-01-08",{{members}}}""";
        var outcome = await host.Get<FilingEntry>().EnterAsync(review.Id, Encoding.UTF8.GetBytes(filing), "A. Voorbeeld", Stop);
        Assert.Null(outcome.Fault);
    }

    // Whoever gets a message need not see filings.
    private static async Task AssertMessagesTellNoDateAsync(ICaseHost host, CaseUnderTest review)
    {
        var told = 0;
        foreach (var entry in (await review.LedgerAsync()).Where(entry => entry.Kind == "message-queued" && entry.Body.GetProperty("reason").GetString()!.StartsWith("deadline", StringComparison.Ordinal)))
        {
            var bytes = await host.Get<IEvidenceStore>().GetAsync(Digest.Parse(entry.Body.GetProperty("sha256").GetString()!), OutboxMessage.ContentConfidentiality, Stop);
            var text = Encoding.UTF8.GetString(bytes).Replace("=\r\n", "", StringComparison.Ordinal);
            Assert.All(new[] { "26 januari", "26 January", "17 februari", "17 February", "3 maart", "3 March", "Einde van het voorlopig onderzoek", "Laatste dag om een ontbrekende" }, word => Assert.DoesNotContain(word, text, StringComparison.Ordinal));
            Assert.Contains(new[] { "wie bevoegd is", "those who are authorised" }, words => text.Contains(words, StringComparison.Ordinal));
            told++;
        }

        Assert.NotEqual(0, told);
    }

    // One recipient's reasons, in order.
    private static async Task<string[]> ToldOfTermsAsync(CaseUnderTest review)
    {
        var queued = (await review.LedgerAsync()).Where(entry => entry.Kind == "message-queued").Select(entry => entry.Body.GetProperty("reason").GetString()!).ToArray();
        var recipients = queued.Count(reason => reason == "opened");
        return [.. queued.Where(reason => reason.StartsWith("deadline", StringComparison.Ordinal)).Where((_, place) => place % recipients == 0)];
    }

    private static async Task<Finding> FindingAsync(CaseUnderTest review) =>
        (await review.FindingsAsync(Check, Confidentiality.Confidential)).Single(finding => finding.Subject == CaseUnderTest.Bid);

    private static string? Day(Finding finding, string date) => finding.Dates.Single(each => each.Id == date).Day?.ToString("O", CultureInfo.InvariantCulture);
}
