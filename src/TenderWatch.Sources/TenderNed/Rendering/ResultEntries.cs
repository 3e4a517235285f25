using TenderWatch.Core.Notices;

namespace TenderWatch.Sources.TenderNed.Rendering;

/// <summary>The result of a lot while it is being read.</summary>
internal sealed class ResultEntry(int number, string? lot)
{
    private readonly List<KeyValuePair<string, decimal?>> _counts = [];

    public string Id { get; } = $"RES-{number:0000}";

    public string? Lot { get; } = lot;

    public string? Status { get; set; }

    public string? NotAwardedReason { get; set; }

    public string? SubmissionKind { get; set; }

    public AmountSlot EstimatedValue { get; } = new();

    public AmountSlot FrameworkMaximum { get; } = new();

    public AmountSlot FrameworkReestimated { get; } = new();

    public AmountSlot Lowest { get; } = new();

    public AmountSlot Highest { get; } = new();

    /// <summary>A count belongs to the kind named before it; without one it could be tenders or requests to participate.</summary>
    public void Count(RenderedRow row, Amounts amounts)
    {
        var kind = SubmissionKind;
        SubmissionKind = null;
        if (kind is null)
            amounts.Problems.Add(new NoticeProblem("submissions-without-kind", Id, "A number of received submissions stands without a kind that is known: tenders or requests to participate."));
        else
            Count(kind, row.Values.Count == 1 ? row.Text : null, amounts);
    }

    public void Count(string kind, string? text, Amounts amounts)
    {
        if (_counts.Exists(known => known.Key == kind)) return;
        // -1 masks a number that the buyer withholds.
        if (text is "-1" or "niet gepubliceerd")
            _counts.Add(KeyValuePair.Create(kind, (decimal?)null));
        else if (text is not null && RenderedAmount.TryReadNumber(text, out var count) && count == decimal.Truncate(count))
            _counts.Add(KeyValuePair.Create(kind, (decimal?)count));
        else
            amounts.Problems.Add(new NoticeProblem("unreadable-count", Id, "A number of received submissions is no whole number; look at the notice itself."));
    }

    public LotResult ToResult(IReadOnlyList<BidEntry> bids) => new()
    {
        Id = Id,
        Lot = Lot,
        Bids = [.. bids.Where(bid => bid.Result == this).Select(bid => bid.Id)],
        Status = Status,
        NotAwardedReason = NotAwardedReason,
        EstimatedValue = EstimatedValue.Value,
        Lowest = Lowest.Value,
        Highest = Highest.Value,
        FrameworkMaximum = FrameworkMaximum.Value,
        FrameworkReestimated = FrameworkReestimated.Value,
        Submissions = _counts.Count == 0 ? SubmissionCounts.None : new SubmissionCounts(_counts),
    };
}

/// <summary>A bid while it is being read.</summary>
internal sealed class BidEntry(int number, ResultEntry? result, bool won)
{
    public string Id { get; } = $"TEN-{number:0000}";

    public ResultEntry? Result { get; } = result;

    public bool Won { get; } = won;

    public string? Lot { get; set; } = result?.Lot;

    public List<string> Bidders { get; } = [];

    public List<string> Subcontractors { get; } = [];

    public AmountSlot Value { get; } = new();

    public int? Rank { get; set; }

    public bool? Variant { get; set; }

    public Contract Contract { get; set; } = new();

    public Bid ToBid(OrganisationSection organisations) => new()
    {
        Id = Id,
        Lot = Lot,
        Value = Value.Value,
        Rank = Rank,
        Variant = Variant,
        Won = Won,
        Bidders = [.. Bidders.Distinct(StringComparer.Ordinal).Select(organisations.Find)],
        Subcontractors = [.. Subcontractors.Distinct(StringComparer.Ordinal).Select(organisations.Find)],
    };

    public Contract? ToContract() => Contract is { Reference: null, Title: null, Decided: null, Concluded: null }
        ? null : Contract with { Id = $"CON-{number:0000}", Bids = [Id] };
}
