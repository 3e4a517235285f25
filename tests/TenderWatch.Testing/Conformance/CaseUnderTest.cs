using System.Text;
using System.Text.Json;
using Azure.Data.Tables;
using TenderWatch.Core.Checks;
using TenderWatch.Core.Evidence;
using TenderWatch.Core.Messages;
using TenderWatch.Core.Notices;
using TenderWatch.Core.Reviews;
using TenderWatch.Core.Reviews.Explanations;
using TenderWatch.Core.Sources;
using TenderWatch.Core.Watching;

namespace TenderWatch.Testing.Conformance;

/// <summary>One case at a host: what happens to it, and what must then hold.</summary>
internal sealed class CaseUnderTest(ICaseHost host, string id)
{
    public const string Lot = "LOT-0001";
    public const string Bid = "TEN-0001";

    private readonly HashSet<string> _raised = new(StringComparer.Ordinal);
    private int _events;

    public string Id => id;

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    /// <summary>Takes the award notice in, which opens a case once its event is handled.</summary>
    /// <param name="host">The host.</param>
    /// <param name="published">What the notice says, where it is to say something else.</param>
    public static async Task<CaseUnderTest> WithAwardAsync(ICaseHost host, Func<string, string>? published = null)
    {
        var opened = new CaseUnderTest(host, (await TakeAsync(host, "99000004-2025", published)).ProcurementId!);
        await opened.NoteWaitingAsync();
        return opened;
    }

    /// <summary>Takes the contract notice of the same purchase in.</summary>
    public async Task AddNoticeAsync()
    {
        Assert.Equal(id, (await TakeAsync(host, "99000003-2025")).ProcurementId);
        await NoteWaitingAsync();
    }

    public async Task<CaseState> StateAsync() => await host.Get<ICases>().FindAsync(id, Stop) ?? new CaseState { Id = id };

    public Task<IReadOnlyList<WaitingEvent>> WaitingAsync() => host.Get<ICaseInbox>().WaitingAsync(id, Stop);

    /// <summary>Raises an event.</summary>
    /// <returns>Its id.</returns>
    public async Task<string> RaiseAsync(string kind = CaseEventKinds.RecheckRequested, DateTimeOffset? at = null)
    {
        var number = Interlocked.Increment(ref _events);
        var caseEvent = new CaseEvent(Digest.Of($"{id}|{number}").Hex[..32], kind, at ?? host.Now, JsonSerializer.SerializeToElement(new { number }));
        return await RaiseAsync(caseEvent);
    }

    public async Task<string> RaiseAsync(CaseEvent caseEvent)
    {
        await host.Get<ICaseInbox>().RaiseAsync(id, caseEvent, Stop);
        lock (_raised) _raised.Add(caseEvent.Id);
        return caseEvent.Id;
    }

    /// <summary>A step of the procedure on a price.</summary>
    public async Task<string> StepAsync(ExplanationStep step, int place, DateOnly? due = null, DateTimeOffset? at = null)
    {
        var said = await host.Get<IEvidenceStore>().PutAsync(Encoding.UTF8.GetBytes(step.ToString()), "text/plain; charset=utf-8", Confidentiality.Confidential, Stop);
        return await RaiseAsync(ExplanationEvents.Of(id, Lot, Bid, place, new ExplanationTurn(step, at ?? host.Now, "A. Voorbeeld")
        {
            Due = due,
            Doubts = step == ExplanationStep.Request ? [DoubtGround.Price] : [],
            Document = step == ExplanationStep.Receive ? said : null,
            Reasons = step == ExplanationStep.Receive ? null : said,
        }));
    }

    /// <summary>Puts a state in the place of the present one, as another version of the program wrote it.</summary>
    public async Task StoreAsync(string json)
    {
        var row = new TableEntity("case", id) { ["J0"] = json.Replace("CASE", id, StringComparison.Ordinal) };
        await new TableClient(host.Storage.ConnectionString, host.Storage.Prefix + "cases").UpsertEntityAsync(row, TableUpdateMode.Replace, Stop);
    }

    public async Task<IReadOnlyList<LedgerEntry>> LedgerAsync()
    {
        var entries = new List<LedgerEntry>();
        await foreach (var stored in host.Get<ILedger>().ReadAsync(id, Stop)) entries.Add(LedgerEntry.Parse(stored.Bytes));
        return entries;
    }

    /// <summary>What a check found, on public facts alone or on all.</summary>
    public async Task<IReadOnlyList<Finding>> FindingsAsync(string check, Confidentiality facts)
    {
        var result = (await StateAsync()).Checks.Single(result => result.Check == check);
        var stored = facts == Confidentiality.Public ? result.Findings : Assert.NotNull(result.Confidential);
        return JsonSerializer.Deserialize<IReadOnlyList<Finding>>(ConfidentialDocument.Of(await host.Get<IEvidenceStore>().GetAsync(stored, facts, Stop)).Content, NoticeJson.Stored)!;
    }

    /// <summary>Nothing is lost, nothing is there twice, nothing waits, and everything verifies.</summary>
    public async Task AssertWholeAsync()
    {
        Assert.Empty(await host.Get<ICaseInbox>().WaitingCasesAsync(Stop));
        var (state, entries) = (await StateAsync(), await LedgerAsync());
        Assert.Null(state.Stuck);
        Assert.Equal(entries.Count, entries.Select(entry => entry.Key).Distinct(StringComparer.Ordinal).Count());
        Assert.Superset(_raised.Select(raised => "event:" + raised).ToHashSet(StringComparer.Ordinal), entries.Select(entry => entry.Key).ToHashSet(StringComparer.Ordinal));
        // Findings of an event are recorded again only where they are others.
        var found = entries.Where(entry => entry.Kind == "findings").GroupBy(entry => entry.Key.Split('@')[0], StringComparer.Ordinal).ToList();
        Assert.Equal(entries.Count(entry => entry.Key.StartsWith("event:", StringComparison.Ordinal) && IsReviewed(entry)), found.Count);
        Assert.All(found, same => Assert.Equal(same.Count(), same.Select(entry => entry.Body.ToString()).Distinct(StringComparer.Ordinal).Count()));
        Assert.Equal(entries[^1].Sequence, state.Ledger.Sequence);

        // What the case shows is what its ledger says last.
        var findings = entries.Last(entry => entry.Kind == "findings").Body;
        Assert.Equal(state.Facts!.Value.Hex, findings.GetProperty("facts").GetProperty("sha256").GetString());
        Assert.Equal(state.Checks.Select(check => check.Findings.Hex), findings.GetProperty("findings").EnumerateArray().Select(finding => finding.GetProperty("sha256").GetString()));

        var messages = await host.Get<IOutbox>().AboutAsync(id, Stop);
        Assert.NotEmpty(messages);
        Assert.All(messages, message => Assert.Equal(OutboxState.Sent, message.State));
        string[] ids = [.. messages.Select(message => message.Id).Order(StringComparer.Ordinal)];
        Assert.Equal(ids, host.Sent.Order(StringComparer.Ordinal));
        Assert.Equal(ids, entries.Where(entry => entry.Kind == "message-queued").Select(entry => entry.Key["message:".Length..]).Order(StringComparer.Ordinal));
        var report = await host.Get<Verification>().RunAsync(null, Stop);
        Assert.True(report.Intact, string.Join('\n', report.Faults));
    }

    private static bool IsReviewed(LedgerEntry entry) => entry.Kind is not (CaseEventKinds.MessageSent or CaseEventKinds.MessageDead or CaseEventKinds.MessageReplaced);

    private async Task NoteWaitingAsync()
    {
        foreach (var waiting in await WaitingAsync()) _raised.Add(waiting.Event.Id);
    }

    private static async Task<IntakeResult> TakeAsync(ICaseHost host, string number, Func<string, string>? published = null)
    {
        var text = await File.ReadAllTextAsync(Path.Combine(SharedData.Repository, "samples", "dsmr6", "ted", number + ".xml"), Stop);
        var content = Encoding.UTF8.GetBytes(published is null ? text : published(text));
        var document = new SourceDocument(EvidenceRoles.NoticeXml, "application/xml", number + ".xml", host.Now, null, content);
        return await host.Get<NoticeIntake>().TakeAsync(new Publication(new NoticeKey("ted", number), [document]), default, Stop);
    }
}
