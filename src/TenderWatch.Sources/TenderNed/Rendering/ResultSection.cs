using System.Globalization;
using TenderWatch.Core.Notices;

namespace TenderWatch.Sources.TenderNed.Rendering;

/// <summary>
/// Section 6: totals, then per lot its result with winners, their bids and contracts. The rendering has no technical ids, so bids,
/// results and contracts are numbered in the order in which they stand.
/// </summary>
internal sealed class ResultSection(Amounts amounts)
{
    private readonly List<ResultEntry> _results = [];
    private readonly List<BidEntry> _bids = [];
    private readonly AmountSlot _total = new();
    private readonly AmountSlot _frameworkMaximum = new();
    private readonly AmountSlot _frameworkApproximate = new();
    private ResultEntry? _result;
    private BidEntry? _bid;
    private Label _part;

    public void Heading(RenderedRow row)
    {
        _bid = null;
        _part = row.Level == 3 ? Labels.Of(row.Label) : Label.Unknown;
        if (row.Level == 1) _result = null;
        if (row.Level == 2) _results.Add(_result = new ResultEntry(_results.Count + 1, row.Text));
    }

    public void Row(RenderedRow row)
    {
        var label = Labels.Of(row.Label);
        if (label is Label.SelectionStatus or Label.Unknown && RenderedCodes.SelectionStatus(row.Text ?? row.Label) is { } status)
        {
            // Older renderings write the sentence without a label.
            if (_result is not null) _result.Status ??= status;
            return;
        }

        switch (label)
        {
            case Label.Winner:
                OpenBid(won: true);
                _part = Label.Winner;
                if (row.Text is { } named) _bid!.Bidders.Add(Names.Clean(named));
                break;
            case Label.Tender or Label.ContractInformation or Label.Subcontractors when row.Values.Count == 0:
                _part = label;
                break;
            case Label.OfficialName when row.Text is { } name:
                AddName(Names.Clean(name));
                break;
            case Label.GroupMembers when _part == Label.Winner && _bid is not null:
                _bid.Bidders.AddRange(row.Values.Select(Names.Clean));
                break;
            case Label.TotalValue:
                amounts.Read(row, _total, null, "not-val");
                break;
            case Label.TotalFrameworkMaximum:
                amounts.Read(row, _frameworkMaximum, null, "not-max-val");
                break;
            case Label.TotalFrameworkApproximate:
                amounts.Read(row, _frameworkApproximate, null, "not-app-val");
                break;
            case Label.FrameworkMaximum when _result is not null && _bid is null:
                amounts.Read(row, _result.FrameworkMaximum, _result.Id, "max-val");
                break;
            case Label.FrameworkReestimated when _result is not null && _bid is null:
                amounts.Read(row, _result.FrameworkReestimated, _result.Id, "ree-val");
                break;
            case Label.LowestTender when _result is not null:
                amounts.Read(row, _result.Lowest, _result.Id, "ten-val-low");
                break;
            case Label.HighestTender when _result is not null:
                amounts.Read(row, _result.Highest, _result.Id, "ten-val-hig");
                break;
            case Label.NotAwardedReason when _result is not null:
                _result.NotAwardedReason = RenderedCodes.NotAwardedReason(row.Text);
                break;
            case Label.SubmissionKind when _result is not null:
                _result.SubmissionKind = RenderedCodes.Submission(row.Text);
                break;
            case Label.SubmissionCount when _result is not null:
                _result.Count(row, amounts);
                break;
            case var _ when InBid(label, row):
                // The names of the winner stand before anything about its bid; later ones are others'.
                if (_part == Label.Winner) _part = Label.Tender;
                break;
            default:
                Unread(row);
                break;
        }
    }

    public Notice AddTo(Notice notice, OrganisationSection organisations)
    {
        foreach (var result in _results.Where(result => !_bids.Exists(bid => bid.Result == result && bid.Won)))
        {
            // Some notices leave the winners out and name them in the list of organisations only.
            foreach (var name in organisations.WinnersOf(result.Lot))
            {
                _bids.Add(new BidEntry(_bids.Count + 1, result, won: true) { Bidders = { name } });
            }
        }

        foreach (var bid in _bids.Where(bid => bid.Bidders.Count == 0))
            amounts.Problems.Add(new NoticeProblem("winner-without-name", bid.Id, "A winner is announced without a name; look at the notice itself."));
        return notice with
        {
            TotalValue = _total.Value,
            TotalFrameworkMaximum = _frameworkMaximum.Value,
            TotalFrameworkApproximate = _frameworkApproximate.Value,
            Results = [.. _results.Select(result => result.ToResult(_bids))],
            Bids = [.. _bids.Select(bid => bid.ToBid(organisations))],
            Contracts = [.. _bids.Select(bid => bid.ToContract()).OfType<Contract>()],
        };
    }

    private bool InBid(Label label, RenderedRow row)
    {
        if (_bid is not { Won: true } bid) return false;
        switch (label)
        {
            case Label.LotIdentifier:
                bid.Lot = row.Text ?? bid.Lot;
                return true;
            case Label.TenderValue:
                amounts.Read(row, bid.Value, bid.Id, "win-ten-val");
                return true;
            case Label.Rank:
                bid.Rank = int.TryParse(row.Text, CultureInfo.InvariantCulture, out var rank) ? rank : null;
                return true;
            case Label.Variant:
                bid.Variant = RenderedCodes.YesOrNo(row.Text);
                return true;
            case Label.ContractReference:
                bid.Contract = bid.Contract with { Reference = row.Text };
                return true;
            case Label.Title when _part == Label.ContractInformation:
                bid.Contract = bid.Contract with { Title = row.Text };
                return true;
            case Label.DecisionDate:
                bid.Contract = bid.Contract with { Decided = amounts.Date(row, bid.Id) };
                return true;
            case Label.ConclusionDate:
                bid.Contract = bid.Contract with { Concluded = amounts.Date(row, bid.Id) };
                return true;
            default:
                return false;
        }
    }

    private void OpenBid(bool won) => _bids.Add(_bid = new BidEntry(_bids.Count + 1, _result, won));

    private void AddName(string name)
    {
        switch (_part)
        {
            case Label.LosersHeading:
                OpenBid(won: false);
                _bid!.Bidders.Add(name);
                _bid = null;
                break;
            case Label.Winner when _bid is not null:
                _bid.Bidders.Add(name);
                break;
            case Label.Subcontractors when _bid is not null:
                _bid.Subcontractors.Add(name);
                break;
        }
    }

    // An amount under a label that is not known, or at a place where it belongs to nobody, must not vanish without a word.
    private void Unread(RenderedRow row)
    {
        if (RenderedAmount.Read(row.Values) is null) return;
        amounts.Problems.Add(new NoticeProblem("unread-amount", _bid?.Id ?? _result?.Id, $"The results state an amount under '{row.Label}' that is not read; look at the notice itself."));
    }
}
