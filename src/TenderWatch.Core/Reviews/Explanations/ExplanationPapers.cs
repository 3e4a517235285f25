using System.Text;
using TenderWatch.Core.Cases;
using TenderWatch.Core.Evidence;
using TenderWatch.Core.Evidence.Tombstones;
using TenderWatch.Core.Languages;
using TenderWatch.Core.Notices;

namespace TenderWatch.Core.Reviews.Explanations;

/// <summary>The letter and the record of procedures, with the confidential reasons read from where they are kept.</summary>
public sealed class ExplanationPapers(IEvidenceStore evidence)
{
    /// <summary>The draft of the letter.</summary>
    /// <param name="view">The case, with what is confidential: the letter itself takes care that it tells one tenderer nothing of another.</param>
    /// <param name="lot">The lot.</param>
    /// <param name="bid">The tender.</param>
    /// <param name="reasons">The reasons to ask; where none are given, those of the latest request.</param>
    /// <param name="due">The last day; where none is given, that of the procedure.</param>
    /// <param name="cancellationToken">Stops the call.</param>
    public async Task<ExplanationLetter> LetterAsync(CaseView view, string lot, string bid, string? reasons, DateOnly? due, CancellationToken cancellationToken)
    {
        var procedure = ExplanationEvents.Find(view.State.Explanations, lot, bid);
        if (reasons is null && procedure?.Turns.LastOrDefault(turn => turn.Step == ExplanationStep.Request)?.Reasons is { } digest)
            reasons = await ReasonsAsync(digest, cancellationToken);
        var entered = view.Facts?.Bids.SelectMany(bids => bids.Bids).FirstOrDefault(candidate => candidate.Lot == lot && candidate.Id == bid)?.Bidder;
        var published = LotAward.Of(view.Facts?.Notices ?? []).Where(award => award.Subject == lot).SelectMany(award => award.Bids).ToList();
        var known = published.Count(candidate => candidate.Value.CanReckon() && !candidate.Bidders.Any(bidder => PartyNames.Same(bidder.Name, entered)));
        var tenderers = published.Where(candidate => candidate.Id == bid).SelectMany(candidate => candidate.Bidders).Select(bidder => bidder.Name).OfType<string>().ToList();
        return new ExplanationLetter(
            view.State.Buyers, entered ?? (tenderers.Count == 0 ? null : string.Join(" + ", tenderers)), view.State.Title, lot, bid, PriceDoubt.Of(view.Findings, lot, bid, known), reasons, due ?? procedure?.Due)
        {
            LegalBasis = view.Facts?.Notices.LastOrDefault(notice => notice.Notice.LegalBasis is not null)?.Notice.LegalBasis,
        };
    }

    /// <summary>The passages for the proces-verbaal.</summary>
    /// <param name="view">The case.</param>
    /// <param name="language">The language.</param>
    /// <param name="cancellationToken">Stops the call.</param>
    public async Task<string> RecordAsync(CaseView view, Language language, CancellationToken cancellationToken)
    {
        var text = new StringBuilder();
        foreach (var procedure in view.State.Explanations)
        {
            var reasons = new Dictionary<Digest, string>();
            foreach (var digest in procedure.Turns.Select(turn => turn.Reasons).OfType<Digest>().Distinct()) reasons[digest] = await ReasonsAsync(digest, cancellationToken);
            text.Append(ExplanationRecord.Of(procedure, reasons, language)).Append('\n');
        }

        return text.ToString();
    }

    private async Task<string> ReasonsAsync(Digest digest, CancellationToken cancellationToken)
    {
        try
        {
            return Encoding.UTF8.GetString((await evidence.GetConfidentialAsync(digest, cancellationToken)).Content);
        }
        catch (EvidenceDeletedException deleted)
        {
            var words = TombstoneWords.Of(deleted.Tombstone);
            return $"[{words.Nl}]\n[{words.En}]";
        }
    }
}
