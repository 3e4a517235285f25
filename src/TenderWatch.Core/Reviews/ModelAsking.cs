using System.Globalization;
using System.Text.Json;
using TenderWatch.Core.Cases;
using TenderWatch.Core.Evidence;
using TenderWatch.Core.Notices;
using TenderWatch.Core.Telemetry;
using TenderWatch.Core.Texts;

namespace TenderWatch.Core.Reviews;

/// <summary>
/// Asks a model about texts of a case that it was not asked about: those of publications and of retrieved documents, which are public, and nothing else. What it added, what was
/// dropped and what it took becomes an entry of the ledger. That it could not be asked is a result like any other, and the next event of the case asks again; what it
/// cannot answer about a text is asked once.
/// </summary>
internal sealed class ModelAsking(ITextModel model, CaseTexts texts, IEvidenceStore evidence, ILedger ledger, IDocumentReader? documentReader)
{
    /// <summary>The kind of the entry.</summary>
    public const string Kind = "model-asked";

    // So that an episode ends: the next event of the case asks about the rest.
    private const int MostQuestions = 10;

    /// <summary>Asks, unless the ledger tells that it was done for this event.</summary>
    /// <param name="input">The case and its event.</param>
    /// <param name="notices">The notices.</param>
    /// <param name="lists">Where lists of documents are stored.</param>
    /// <param name="cancellationToken">Stops the call.</param>
    /// <exception cref="Evidence.Tombstones.EvidenceDeletedException">The file of the case was deleted because its time was over.</exception>
    public async Task<AskedModel> AskAsync(AskModel input, IReadOnlyList<CaseNotice> notices, IReadOnlyList<Digest> lists, CancellationToken cancellationToken)
    {
        var key = $"model:{input.EventId}";
        if (await DoneAsync(input, key, cancellationToken) is { } done) return done;
        var before = input.Asked is { } stored ? AskedTexts.Read(await evidence.GetAsync(stored, Confidentiality.Public, cancellationToken)) : AskedTexts.None;
        var (all, fresh) = (new List<AskedText>(), new List<AskedText>());
        // A platform shows its page to whom it permitted to read it, which is not the public.
        foreach (var (notice, own) in CaseTexts.TextsOf(notices).Where(own => own.Texts.Count > 0 && !own.Notice.IsSecondHand))
            await AskAsync(input, before, notice.Record.Key, null, AskedText.NameOf(own), () => Task.FromResult<(IReadOnlyList<SourceText>, IReadOnlyList<TextFact>)>((own, texts.Read(own))), all, fresh, cancellationToken);
        var (documents, read) = await texts.OfDocumentsAsync(lists, cancellationToken);
        foreach (var document in documentReader is null ? [] : documents.Documents)
        {
            var language = notices.FirstOrDefault(notice => notice.Record.Key == document.Notice)?.Notice.Language;
            await AskAsync(input, before, document.Notice, document.Name, document.Sha256, async () =>
            {
                var content = await evidence.GetAsync(document.Sha256, Confidentiality.Public, cancellationToken);
                return (documentReader!.TextsOf(document.Sha256, content, language), [.. read.SelectMany(text => text.Facts).Where(fact => fact.Place.Document == document.Sha256)]);
            }, all, fresh, cancellationToken);
        }

        if (fresh.Count == 0) return new AskedModel(input.Asked, input.After);
        var sha256 = await evidence.PutAsync(new AskedTexts(all).ToBytes(), "application/json", Confidentiality.Public, cancellationToken);
        return new AskedModel(sha256, await ledger.AppendAsync(input.CaseId, input.After, new LedgerDraft(key, Kind, input.Now, Body(sha256, fresh)), cancellationToken));
    }

    private async Task AskAsync(
        AskModel input, AskedTexts before, NoticeKey notice, string? document, Digest name,
        Func<Task<(IReadOnlyList<SourceText> Texts, IReadOnlyList<TextFact> Known)>> read, List<AskedText> all, List<AskedText> fresh, CancellationToken cancellationToken)
    {
        var known = before.Texts.FirstOrDefault(one => one.Notice == notice && one.Document == document);
        var isAskedAgain = known is not null && known.Texts == name && known.Extractor == model.Extractor;
        if (isAskedAgain && !known!.Answer.IsForNow)
        {
            all.Add(known);
            return;
        }

        var answer = new ModelAnswer([], new Dictionary<string, int>(), [ModelFaults.Later], ModelUse.None);
        if (fresh.Count < MostQuestions)
        {
            var (own, facts) = await read();
            answer = await model.ReadAsync(own, facts, cancellationToken);
            Measures.Asked(answer);
        }

        if (isAskedAgain) answer = answer.After(known!.Answer);
        // What another text, model or attempt took was paid for this notice too.
        var asked = new AskedText(notice, document, name, model.Extractor, input.Now, known is null ? answer : answer with { Use = known.Answer.Use.With(answer.Use) });
        // Where nothing was open, nothing was asked, and there is nothing to tell; of a document that is kept, so that it is not read again each time.
        if (document is null && asked.Answer is { Use.Requests: 0, Faults.Count: 0, Facts.Count: 0, Dropped.Count: 0 }) return;
        var isSame = known is not null && asked.IsSame(known);
        all.Add(isSame ? known! : asked);
        if (!isSame) fresh.Add(asked);
    }

    // After a crash between the entry and what the host remembers of it.
    private async Task<AskedModel?> DoneAsync(AskModel input, string key, CancellationToken cancellationToken)
    {
        for (var number = input.After.Sequence + 1; await ledger.FindAsync(input.CaseId, number, cancellationToken) is { } stored; number++)
        {
            var entry = LedgerEntry.Parse(stored.Bytes);
            if (entry.Key == key) return new AskedModel(Digest.Parse(entry.Body.GetProperty("sha256").GetString()!), new LedgerHead(number, Digest.Of(stored.Bytes)));
        }

        return null;
    }

    private static JsonElement Body(Digest sha256, IReadOnlyList<AskedText> fresh) => JsonSerializer.SerializeToElement(
        new
        {
            sha256,
            asked = fresh.Select(one => new
            {
                notice = one.Notice.ToString(),
                document = one.Document,
                extractor = one.Extractor,
                facts = one.Answer.Facts.Select(fact => new { id = fact.Id, fact.Kind, fact.Value, fact.Unit, fact.Quote, source = new { sha256 = fact.Place.Document, fact.Place.Part, fact.Place.At, fact.Place.Page, fact.Place.Offset } }),
                dropped = one.Answer.Dropped,
                faults = one.Answer.Faults,
                // As text, since canonical JSON knows whole numbers only.
                use = new { one.Answer.Use.Requests, one.Answer.Use.InputTokens, one.Answer.Use.OutputTokens, cost = one.Answer.Use.Cost?.ToString(CultureInfo.InvariantCulture), one.Answer.Use.Currency },
            }),
        },
        NoticeJson.Stored);
}
