using TenderWatch.Core.Cases;
using TenderWatch.Core.Evidence;
using TenderWatch.Core.Texts;

namespace TenderWatch.Core.Reviews.Entries;

/// <summary>What a person says of a fact.</summary>
/// <param name="Fact">The fact; see <see cref="TextFact.Id"/>.</param>
/// <param name="Act">What the person says.</param>
public sealed record FactDraft(string Fact, FactAct Act)
{
    /// <summary>The value that counts, where it is corrected.</summary>
    public string? Value { get; init; }

    /// <summary>The unit that counts, where it is corrected to another one.</summary>
    public string? Unit { get; init; }

    /// <summary>Why; needed to correct and to withdraw.</summary>
    public string? Reason { get; init; }
}

/// <summary>Confirms, corrects and withdraws facts that were read from the texts of a case. The latest counts; the ledger has all.</summary>
public sealed class FactEntry(CaseEntrance entrance, CaseViews views, IEvidenceStore evidence)
{
    private const int LongestReason = 1000;
    private const int LongestUnit = 40;

    /// <summary>Records what a person says. The same again by the same person changes nothing.</summary>
    /// <param name="caseId">The case.</param>
    /// <param name="draft">What the person says.</param>
    /// <param name="by">Who says it.</param>
    /// <param name="cancellationToken">Stops the call.</param>
    /// <param name="seen">The state of the case that it rests on; any where there is none.</param>
    public async Task<EntryOutcome> TakeAsync(string caseId, FactDraft draft, string by, CancellationToken cancellationToken, SeenState? seen = null)
    {
        var visitor = await entrance.FindAsync(caseId, by, cancellationToken);
        if (visitor.Fault is { } fault) return EntryOutcome.Refused(fault);
        var state = visitor.State;
        if (await views.FactsAsync(state, cancellationToken) is not { } facts) return EntryOutcome.Refused(CaseEntrance.NoFacts(state));
        var reviews = new List<FactReview>();
        foreach (var reference in state.FactReviews ?? []) reviews.Add(FactReview.Read(await evidence.GetAsync(reference.Sha256, Confidentiality.Public, cancellationToken)));
        if (StandingFacts.Of(facts with { FactReviews = reviews }).FirstOrDefault(one => one.Id == draft.Fact) is not { } fact)
            return EntryOutcome.Refused(new("not-found", "fact", "Dit feit staat niet (meer) in de zaak. Kies het opnieuw.", "This fact is not in the case (any more). Choose it again.")
            {
                Sentence = $"Case {state.Id} has no such fact from text. GET /api/cases/{state.Id}/facts lists them.",
            });
        draft = draft with { Value = Spaced(draft.Value), Unit = Spaced(draft.Unit), Reason = Spaced(draft.Reason) };
        if (Wrong(draft, fact.Read.Kind) is { } wrong) return EntryOutcome.Refused(wrong);
        var review = new FactReview(draft.Act, fact.Notice, fact.Document, fact.Read, entrance.Now, visitor.By) { Value = draft.Value, Unit = draft.Unit, Reason = draft.Reason };
        if (fact.Review is { } known && known with { At = review.At } == review)
            return EntryOutcome.Entered(state.Id, FactEvents.Of(state.Id, known, Digest.Of(known.ToBytes())).Id, isNew: false);
        if (seen is not null && await seen.FaultAsync(visitor.Waiting) is { } unseen) return EntryOutcome.Refused(unseen);
        if (reviews.Count >= FactEvents.Most && reviews.All(one => one.Fact.Id != fact.Id))
            return EntryOutcome.Refused(new("too-many", null,
                $"Van {FactEvents.Most} feiten van zaak {state.Id} is iets gezegd, van zoveel als er kan.",
                $"People said something of {FactEvents.Most} facts of case {state.Id}, of as many as they can."));
        var stored = await evidence.PutAsync(review.ToBytes(), "application/json", Confidentiality.Public, cancellationToken);
        return await entrance.RaiseAsync(state.Id, FactEvents.Of(state.Id, review, stored), cancellationToken);
    }

    private static EntryFault? Wrong(FactDraft draft, TextFactKind kind)
    {
        var (value, unit, reason) = (draft.Value, draft.Unit, draft.Reason);
        if (draft.Act == FactAct.Correct && value is null) return Fault("value", TextFactValues.Form(kind));
        if (draft.Act == FactAct.Correct && TextFactValues.Wrong(kind, value!) is { } wrong) return Fault("value", wrong);
        if (draft.Act != FactAct.Correct && value is not null) return Fault("value", new("Een waarde hoort alleen bij een correctie.", "A value belongs to a correction only."));
        if (unit is not null && (draft.Act != FactAct.Correct || kind is not (TextFactKind.Money or TextFactKind.Quantity))) return Fault("unit", new("Een eenheid hoort alleen bij de correctie van een bedrag of hoeveelheid.", "A unit belongs to the correction of an amount or quantity only."));
        if (unit is not null && (kind == TextFactKind.Money ? unit.Length != 3 || !unit.All(char.IsAsciiLetterUpper) : unit.Length > LongestUnit || unit.Any(char.IsControl)))
            return Fault("unit", new($"Schrijf een munt als drie hoofdletters, zoals EUR, en een andere eenheid in hoogstens {LongestUnit} tekens.", $"Write a currency as three capitals, such as EUR, and another unit in at most {LongestUnit} characters."));
        if (reason is null && draft.Act != FactAct.Confirm) return Fault("reason", new("Geef aan waarom: de reden komt in het logboek.", "Say why: the reason goes into the ledger."));
        if (reason is not null && (reason.Length > LongestReason || reason.Any(char.IsControl))) return Fault("reason", new($"Geef de reden in hoogstens {LongestReason} tekens.", $"Give the reason in at most {LongestReason} characters."));
        return null;
    }

    private static EntryFault Fault(string field, Languages.LocalizedText words) => new("content", field, words);

    private static string? Spaced(string? text) => text is null || string.Join(' ', text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)) is not { Length: > 0 } words ? null : words;
}
