using System.Text.Json;
using TenderWatch.Core.Cases;
using TenderWatch.Core.Checks;
using TenderWatch.Core.Evidence;
using TenderWatch.Core.Evidence.Tombstones;
using TenderWatch.Core.Messages;
using TenderWatch.Core.Notices;
using TenderWatch.Core.Procurements;
using TenderWatch.Core.Reviews.Explanations;
using TenderWatch.Core.Sources;
using TenderWatch.Core.Supply;
using TenderWatch.Core.Telemetry;
using TenderWatch.Core.Texts;

namespace TenderWatch.Core.Reviews;

/// <summary>The activities of an episode. Each may run more than once with the same input and then changes nothing more.</summary>
public sealed class CaseActivities(
    ICases cases,
    ILedger ledger,
    IRegistry registry,
    IEvidenceStore evidence,
    IPublicationReader reader,
    IEnumerable<ICheck> checks,
    CheckSettings settings,
    IMessageComposer composer,
    IOutbox outbox,
    ITextFactReader textRules,
    ReminderRule? reminders = null,
    ITextModel? model = null,
    IDocumentReader? documentReader = null)
{
    /// <summary>Loads the state of a case.</summary>
    public const string Load = nameof(Load);

    /// <summary>Records the event in the ledger.</summary>
    public const string RecordEvent = nameof(RecordEvent);

    /// <summary>Asks a model about what the rules left open; only where one is set.</summary>
    public const string AskModel = nameof(AskModel);

    /// <summary>Gathers the facts from the notices.</summary>
    public const string GatherFacts = nameof(GatherFacts);

    /// <summary>Runs one check.</summary>
    public const string RunCheck = nameof(RunCheck);

    /// <summary>Records the findings in the ledger.</summary>
    public const string RecordFindings = nameof(RecordFindings);

    /// <summary>Queues messages.</summary>
    public const string Notify = nameof(Notify);

    /// <summary>Saves the state of the case.</summary>
    public const string Save = nameof(Save);

    // The hex digits, because a reference is read and written as a whole by several cases at once.
    private string? _settings;

    private readonly StoredNotices _notices = new(registry, evidence, reader);

    private readonly EnteredFacts _entered = new(evidence);

    private readonly CaseTexts _texts = new(evidence, textRules);

    private readonly ModelAsking? _asking = model is null ? null : new(model, new CaseTexts(evidence, textRules), evidence, ledger, documentReader);

    /// <summary>
    /// The state of a case; an empty one for a case that is about to be opened. A procurement that another took over meanwhile is known
    /// as such here already, so that an event that still waits does not open a second case on one purchase.
    /// </summary>
    public async Task<CaseState> LoadAsync(string caseId, CancellationToken cancellationToken)
    {
        var state = await cases.FindAsync(caseId, cancellationToken) ?? new CaseState { Id = caseId };
        var goesOn = await registry.FindProcurementAsync(caseId, cancellationToken);
        if (_asking is not null) state = state with { AsksModel = true };
        if (goesOn is null) return state;
        if (goesOn.Id != caseId) return state with { MergedInto = goesOn.Id, NextDeadline = null, NextReminder = null, Term = null, PublicTerm = null };
        foreach (var merged in goesOn.Merged)
        {
            // A procedure on a price, a legal hold, and what people said of facts, go on where the purchase does.
            if (await cases.FindAsync(merged, cancellationToken) is not { } taken) continue;
            state = state with { Explanations = ExplanationEvents.Adopt(state.Explanations, taken.Explanations), Holds = HoldEvents.Adopt(state.Holds, taken.Holds), FactReviews = FactEvents.Adopt(state.FactReviews, taken.FactReviews) };
        }

        return state;
    }

    /// <summary>Records the event.</summary>
    public async Task<LedgerHead> RecordEventAsync(RecordEvent input, CancellationToken cancellationToken)
    {
        using var span = Traces.Continue(Spans.Event, input.Event.TraceParent).With(Attributes.Case, input.CaseId).With(Attributes.Event, input.Event.Kind);
        return await ledger.AppendAsync(input.CaseId, input.After, new LedgerDraft("event:" + input.Event.Id, input.Event.Kind, input.Event.At, input.Event.Body), cancellationToken);
    }

    /// <summary>Asks a model about texts of the case that it was not asked about; what was asked for this event before is not asked again.</summary>
    public async Task<AskedModel> AskModelAsync(AskModel input, CancellationToken cancellationToken)
    {
        using var span = Traces.Continue(Spans.Model, input.TraceParent).With(Attributes.Case, input.CaseId);
        if (_asking is null) return new AskedModel(input.Asked, input.After);
        var lists = (await TakenAsync(input.CaseId, cancellationToken)).Select(other => other.Documents).Append(input.Documents).OfType<Digest>();
        try
        {
            return await _asking.AskAsync(input, await _notices.OfAsync(input.CaseId, cancellationToken), [.. lists], cancellationToken);
        }
        catch (EvidenceDeletedException)
        {
            return new AskedModel(input.Asked, input.After);
        }
    }

    /// <summary>Reads the notices of the procurement again from their stored bytes and stores what they say together; nothing where they were deleted because their time was over.</summary>
    public async Task<GatheredFacts> GatherFactsAsync(GatherFacts input, CancellationToken cancellationToken)
    {
        using var span = Traces.Continue(Spans.Facts, input.TraceParent).With(Attributes.Case, input.CaseId);
        try
        {
            return await GatherAsync(input, cancellationToken);
        }
        catch (EvidenceDeletedException)
        {
            return GatheredFacts.Deleted(input.After);
        }
    }

    private async Task<GatheredFacts> GatherAsync(GatherFacts input, CancellationToken cancellationToken)
    {
        var notices = await _notices.OfAsync(input.CaseId, cancellationToken);
        var taken = await TakenAsync(input.CaseId, cancellationToken);
        var statements = await StatementsAsync(input, taken, cancellationToken);
        var read = _texts.OfNotices(notices);
        var (documents, readOfDocuments) = await _texts.OfDocumentsAsync(taken.Select(other => other.Documents).Append(input.Documents).OfType<Digest>(), cancellationToken);
        var (asked, readByModel) = await _texts.AskedAsync(taken.Select(other => other.Asked).Append(input.Asked).OfType<Digest>(), notices, documents, [.. read, .. readOfDocuments], cancellationToken);
        // As evidence of its own first: what a rule made of the texts can be told apart from what the texts say.
        var extracted = read.Count == 0 ? (Digest?)null : await PutAsync(new ExtractedFacts(_texts.Extractor, [.. read.SelectMany(text => text.Facts)]).ToBytes(), cancellationToken);
        var facts = new CaseFacts(input.CaseId, notices, FactSheet.Of(notices, statements))
        {
            Statements = statements,
            Texts = [.. read, .. readOfDocuments, .. readByModel],
            Asked = asked,
            FactReviews = await _texts.ReviewsAsync(input.FactReviews, cancellationToken),
            Documents = documents.Documents,
            MissedDocuments = documents.Missed,
            PastAwards = await PastUnitAwards.ForAsync(notices, registry, cancellationToken),
        };
        var stored = await PutAsync(JsonSerializer.SerializeToUtf8Bytes(facts, NoticeJson.Stored), cancellationToken);
        var all = await _entered.WithAsync(facts, input, taken, cancellationToken);
        Digest? confidential = all is null ? null : await evidence.PutAsync(all.Value.Stored, cancellationToken);
        var body = ToBody(new
        {
            sha256 = stored,
            extractor = reader.Version,
            notices = notices.Select(notice => new
            {
                key = notice.Record.Key.ToString(),
                version = notice.Record.Version,
                documents = notice.Record.Documents.Select(document => new { document.Sha256, role = document.Role, origin = document.Origin, retrievedAt = document.RetrievedAt }),
            }),
            statements = statements.Count == 0 ? null : statements.Select(statement => new { sha256 = statement.Reference.Sha256 }),
            texts = extracted is { } readFacts ? new { sha256 = readFacts, extractor = _texts.Extractor, facts = read.Sum(text => text.Facts.Count) } : null,
            confidential = Confidential(confidential),
        });
        var head = await ledger.AppendAsync(input.CaseId, input.After, new LedgerDraft($"facts:{input.EventId}", "facts", input.Now, body), cancellationToken);
        var matches = notices.SelectMany(notice => notice.Record.Matches).GroupBy(match => match.Profile).Select(group => group.First());
        var buyers = notices.LastOrDefault(notice => notice.Record.Buyers.Count > 0)?.Record.Buyers ?? [];
        var rule = reminders ?? ReminderRule.Default;
        CaseTerm[] terms = [.. CaseDeadlines.Of(facts, input.Explanations, rule), .. CaseDeadlines.OfChecks(checks, facts, all?.Facts, rule)];
        var term = CaseDeadlines.First(terms, input.Now);
        return new GatheredFacts(stored, facts.Title, buyers, [.. matches], notices.Count, term?.End, head, TimelineState.Of(Timeline.Of(notices)), confidential)
        {
            Term = term,
            PublicTerm = term is { IsPublic: false } ? CaseDeadlines.First(terms.Where(one => one.IsPublic), input.Now) : null,
            Sources = [.. notices.Select(notice => notice.Record.Key.Source).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)],
            NextReminder = CaseDeadlines.NextReminder(terms, input.Now),
            Reached = input.Deadline is { } moment ? CaseDeadlines.Reached(terms, moment, input.Now) : null,
        };
    }

    /// <summary>
    /// Runs a check on the public facts and, where there are confidential ones, on all facts; stores the findings of both where they differ, each where
    /// its facts are. The verdict is that of all facts; counts are those of the public ones, for the state of a case is read by many.
    /// </summary>
    public async Task<CheckResult> RunCheckAsync(RunCheck input, CancellationToken cancellationToken)
    {
        using var span = Traces.Continue(Spans.Check, input.TraceParent).With(Attributes.Check, input.Check);
        var result = await JudgeAsync(input, cancellationToken);
        span.With(Attributes.Verdict, result.Verdict.ToString());
        return result;
    }

    private async Task<CheckResult> JudgeAsync(RunCheck input, CancellationToken cancellationToken)
    {
        var check = checks.Single(candidate => candidate.Id == input.Check);
        var findings = check.Run(await GetAsync<CaseFacts>(input.Facts, cancellationToken));
        var written = FindingsJson.Write(findings);
        var stored = await PutAsync(written, cancellationToken);
        if (input.Confidential is not { } digest) return Verdicts.ResultOf(check, findings, stored);
        var (facts, nonce) = await _entered.ReadAsync(digest, cancellationToken);
        var all = EnteredFacts.Judge(check, facts);
        var document = FindingsJson.Write(all, nonce);
        return document.Content.AsSpan().SequenceEqual(written)
            ? Verdicts.ResultOf(check, findings, stored)
            : Verdicts.ResultOf(check, findings, stored) with { Verdict = Verdicts.Gravest(all), Confidential = await evidence.PutAsync(document, cancellationToken), RestsOnConfidential = true };
    }

    /// <summary>Records the findings, by digest, and what they were made with: the settings of the checks, and the program.</summary>
    public async Task<LedgerHead> RecordFindingsAsync(RecordFindings input, CancellationToken cancellationToken)
    {
        using var span = Traces.Continue(Spans.Findings, input.TraceParent).With(Attributes.Case, input.CaseId);
        // After a crash the results may be remembered ones, of rules that are no longer set.
        var ours = input.Results.All(result => checks.Any(check => check.Id == result.Check && check.Version == result.RuleVersion));
        var body = ToBody(new
        {
            facts = new { sha256 = input.Facts },
            confidentialFacts = Confidential(input.Confidential),
            findings = input.Results.Select(result => new
            {
                check = result.Check,
                ruleVersion = result.RuleVersion,
                verdict = result.Verdict,
                sha256 = result.Findings,
                confidential = Confidential(result.Confidential),
            }),
            settings = ours ? new { sha256 = await SettingsAsync(cancellationToken) } : null,
            program = ours ? ProgramVersion.Current : null,
        });
        var head = await FindingsRecord.AppendAsync(ledger, input, body, cancellationToken);
        foreach (var result in input.Results) Measures.Found(result);
        return head;
    }

    /// <summary>Composes and queues the messages, from public facts and findings alone, and records their exact bytes.</summary>
    public async Task<LedgerHead> NotifyAsync(Notify input, CancellationToken cancellationToken)
    {
        using var span = Traces.Continue(Spans.Notify, input.TraceParent).With(Attributes.Case, input.State.Id);
        var facts = await GetAsync<CaseFacts>(input.State.Facts!.Value, cancellationToken);
        var findings = new List<Finding>();
        foreach (var result in input.State.Checks) findings.AddRange(await GetAsync<IReadOnlyList<Finding>>(result.Findings, cancellationToken));

        var (after, last) = (input.State.Ledger, input.State.Ledger);
        var reason = JsonNamingPolicy.CamelCase.ConvertName(input.Reason.ToString());
        foreach (var message in composer.Compose(new CaseMessage(input.Reason, input.State.ForReaders(), facts, findings, input.Previous.ForReaders(), input.EventId) { Term = input.Term?.ForMessages() }, input.Now))
        {
            var head = await outbox.QueueAsync(message, reason, after, input.Now, evidence, ledger, cancellationToken);
            // What lies in between may be the next message, recorded by a run that could not save the case.
            if (head.Sequence == after.Sequence + 1) after = head;
            if (head.Sequence > last.Sequence) last = head;
        }

        return last;
    }

    /// <summary>Saves the state.</summary>
    public async Task<bool> SaveAsync(CaseState state, CancellationToken cancellationToken)
    {
        await cases.SaveAsync(state, cancellationToken);
        return true;
    }

    // What was entered into the cases that this one took over counts too: they are about the same purchase.
    private async Task<IReadOnlyList<CaseState>> TakenAsync(string caseId, CancellationToken cancellationToken)
    {
        var taken = new List<CaseState>();
        foreach (var merged in (await registry.FindProcurementAsync(caseId, cancellationToken))?.Merged ?? [])
        {
            if (await cases.FindAsync(merged, cancellationToken) is { } state) taken.Add(state);
        }

        return taken;
    }

    private async Task<IReadOnlyList<CaseStatement>> StatementsAsync(GatherFacts input, IReadOnlyList<CaseState> taken, CancellationToken cancellationToken)
    {
        var references = input.Statements.Concat(taken.SelectMany(state => state.Statements));
        var statements = new List<CaseStatement>();
        foreach (var reference in references.DistinctBy(reference => reference.Sha256).OrderBy(reference => reference.At).ThenBy(reference => reference.Sha256.Hex, StringComparer.Ordinal))
        {
            var bytes = await evidence.GetAsync(reference.Sha256, Confidentiality.Public, cancellationToken);
            var content = SupplyStatements.Read(bytes, out var faults)
                ?? throw new InvalidOperationException($"Statement {reference.Sha256} was valid when it was entered and is not now: {faults[0].En}");
            statements.Add(new CaseStatement(reference, content));
        }

        return statements;
    }

    // Stored once in the life of a process; storing them again would change nothing.
    private async Task<Digest> SettingsAsync(CancellationToken cancellationToken) =>
        Digest.Parse(_settings ??= (await PutAsync(RecordedSettings.Write(settings), cancellationToken)).Hex);

    private Task<Digest> PutAsync(byte[] json, CancellationToken cancellationToken) => evidence.PutAsync(json, "application/json", Confidentiality.Public, cancellationToken);

    private async Task<T> GetAsync<T>(Digest digest, CancellationToken cancellationToken) =>
        JsonSerializer.Deserialize<T>(await evidence.GetAsync(digest, Confidentiality.Public, cancellationToken), NoticeJson.Stored)!;

    private static object? Confidential(Digest? digest) => digest is { } sha256 ? new { sha256, confidentiality = Confidentiality.Confidential } : null;

    private static JsonElement ToBody<T>(T body) => JsonSerializer.SerializeToElement(body, NoticeJson.Stored);
}
