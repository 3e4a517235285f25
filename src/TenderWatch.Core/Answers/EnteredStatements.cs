using TenderWatch.Core.Cases;
using TenderWatch.Core.Languages;
using TenderWatch.Core.Reviews.Explanations;

namespace TenderWatch.Core.Answers;

/// <summary>
/// Fills a part from what people entered. A sheet that can be published tells nothing of it, not even whether there is any; a confidential one how far
/// procedures are and on which tender, what was done when, and who tendered at what price.
/// </summary>
internal sealed class EnteredStatements(CaseView view, bool isConfidential, SourceList sources)
{
    private static readonly LocalizedText Procedure = new("Procedure over een prijs die laag lijkt", "Procedure on a price that appears low");

    public PartFill Of(EnteredSource source) => source == EnteredSource.Bids ? Bids() : Explanations();

    private PartFill Explanations()
    {
        if (!isConfidential) return Untold(new("Procedures over prijzen", "Procedures on prices"));
        var procedures = view.State.Explanations;
        if (procedures.Count == 0) return new PartFill(AnswerState.Open, [], [new("Er is geen procedure over een prijs vastgelegd", "No procedure on a price was recorded")]);
        var isEnded = procedures.All(procedure => procedure.Stage is ExplanationStage.Accepted or ExplanationStage.Rejected);
        return new PartFill(
            isEnded ? AnswerState.Answered : AnswerState.Partly,
            [.. procedures.OrderBy(procedure => procedure.Lot, StringComparer.Ordinal).ThenBy(procedure => procedure.Bid, StringComparer.Ordinal).Select(Statement)],
            isEnded ? [] : [new("De procedure loopt nog", "The procedure is still under way")]);
    }

    private AnswerStatement Statement(ExplanationProcedure procedure)
    {
        var stage = ExplanationWords.Of(procedure.Stage);
        var steps = procedure.Turns.Index().Select(turn => (Turn: turn.Item, Cited: sources.CiteStep(ExplanationEvents.Of(view.State.Id, procedure.Lot, procedure.Bid, turn.Index, turn.Item).Id, ExplanationWords.Of(turn.Item.Step)))).ToList();
        return new AnswerStatement(
            StatementKind.Recorded,
            new($"{Procedure.Nl} ({procedure.Bid}, {procedure.Lot})", $"{Procedure.En} ({procedure.Bid}, {procedure.Lot})"),
            stage,
            [.. steps.Select(step => step.Cited).OfType<Citation>()])
        {
            Reasons = [.. steps.Select(step => Told(step.Turn))],
        };
    }

    private static LocalizedText Told(ExplanationTurn turn)
    {
        var what = ExplanationWords.Of(turn.Step);
        return LocalizedText.Of(w => $"{w.Moment(turn.At)}: {what.Nl} ({turn.By})", w => $"{w.Moment(turn.At)}: {what.En} ({turn.By})");
    }

    // The same words whether there are any or not: that there are is confidential too.
    private static PartFill Untold(LocalizedText what) => new(
        AnswerState.Open,
        [new AnswerStatement(StatementKind.Confidential, what, new("Of die er zijn en wat zij inhouden, wordt op een openbaar blad niet verteld (art. 2.57 Aw 2012).", "Whether there are any and what they say is not told on a public sheet (art. 2.57 Aw 2012)."), [])],
        [new("Vertrouwelijk: wie bevoegd is, ziet dit op het vertrouwelijke antwoordblad", "Confidential: those who are authorised see this on the confidential answer sheet")]);

    private PartFill Bids()
    {
        if (!isConfidential) return Untold(new("Inschrijvingen", "Tenders"));
        if (view.State.Bids.Count == 0) return new PartFill(AnswerState.Open, [], [new("Er zijn geen inschrijvingen aan de zaak toegevoegd", "No tenders were added to the case")]);
        var bids = view.Facts?.Bids ?? [];
        return new PartFill(
            bids.Count == 0 ? AnswerState.Open : AnswerState.Answered,
            [.. bids.SelectMany(entered => entered.Bids.Select(bid => new AnswerStatement(
                StatementKind.Stated,
                new($"Inschrijving {bid.Id} ({bid.Lot})", $"Tender {bid.Id} ({bid.Lot})"),
                LocalizedText.Of(w => $"{bid.Bidder}: {w.Money(bid.Price, bid.Currency)}", w => $"{bid.Bidder}: {w.Money(bid.Price, bid.Currency)}"),
                sources.Cite([entered.Origin(bid)]))))],
            bids.Count == 0 ? [new("De inschrijvingen zijn niet leesbaar", "The tenders cannot be read")] : []);
    }
}
