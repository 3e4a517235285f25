using TenderWatch.Core.Notices;

namespace TenderWatch.Sources.EForms;

/// <summary>efac:LotResult: how the procedure ended for a lot.</summary>
internal sealed class LotResultDraft : Draft
{
    public static readonly Shape<LotResultDraft> Shape = new Shape<LotResultDraft>()
        .On("cbc:ID", static (xml, result) => result.Id ??= xml.Text())
        .On("efac:TenderLot/cbc:ID", static (xml, result) => result.Lot ??= xml.Text())
        .On("efac:LotTender/cbc:ID", static (xml, result) => result.Bids.AddIfAny(xml.Text()))
        .On("cbc:TenderResultCode", static (xml, result) => result.Status ??= xml.Code())
        .On("efac:DecisionReason/efbc:DecisionReasonCode", static (xml, result) => result.NotAwardedReason ??= xml.Code())
        .On("cbc:LowerTenderAmount", static (xml, result) => result.StatedLowest ??= xml.Money())
        .On("cbc:HigherTenderAmount", static (xml, result) => result.StatedHighest ??= xml.Money())
        .Withholding()
        .Each("efac:FrameworkAgreementValues", FrameworkValuesDraft.Shape, static () => new FrameworkValuesDraft(), static (result, values) => result.Add(values))
        .Each("efac:ReceivedSubmissionsStatistics", SubmissionsDraft.Shape, static () => new SubmissionsDraft(), static (result, count) => result.Add(count));

    private readonly List<KeyValuePair<string, decimal?>> _counts = [];

    public override bool NamesWithheldFields => true;

    public string? Lot { get; private set; }

    public List<string> Bids { get; } = [];

    public string? Status { get; private set; }

    public string? NotAwardedReason { get; private set; }

    public Money? Lowest => StatedLowest ?? (Withholds("ten-val-low") ? Money.Withheld : null);

    public Money? Highest => StatedHighest ?? (Withholds("ten-val-hig") ? Money.Withheld : null);

    public Money? FrameworkMaximum { get; private set; }

    public Money? FrameworkReestimated { get; private set; }

    /// <summary>The first of a repeated code.</summary>
    public SubmissionCounts Submissions => _counts.Count == 0 ? SubmissionCounts.None : new SubmissionCounts([.. _counts.DistinctBy(count => count.Key, StringComparer.Ordinal)]);

    private Money? StatedLowest { get; set; }

    private Money? StatedHighest { get; set; }

    private bool Add(FrameworkValuesDraft values)
    {
        FrameworkMaximum ??= values.Maximum;
        FrameworkReestimated ??= values.Reestimated;
        return true;
    }

    private bool Add(SubmissionsDraft count)
    {
        if (count.Code is not { } code || !(count.IsWithheld || count.Number is not null)) return count.Code is not null;
        _counts.Add(KeyValuePair.Create(code, count.IsWithheld ? null : count.Number));
        return true;
    }
}

/// <summary>efac:FrameworkAgreementValues of a lot result.</summary>
internal sealed class FrameworkValuesDraft : Draft
{
    public static readonly Shape<FrameworkValuesDraft> Shape = new Shape<FrameworkValuesDraft>()
        .On("cbc:MaximumValueAmount", static (xml, values) => values.StatedMaximum ??= xml.Money())
        .On("efbc:ReestimatedValueAmount", static (xml, values) => values.StatedReestimated ??= xml.Money())
        .Withholding();

    public Money? Maximum => StatedMaximum ?? (Withholds("max-val") ? Money.Withheld : null);

    public Money? Reestimated => StatedReestimated ?? (Withholds("ree-val") ? Money.Withheld : null);

    private Money? StatedMaximum { get; set; }

    private Money? StatedReestimated { get; set; }
}

/// <summary>efac:ReceivedSubmissionsStatistics: how many submissions of one kind came in.</summary>
internal sealed class SubmissionsDraft : Draft
{
    public static readonly Shape<SubmissionsDraft> Shape = new Shape<SubmissionsDraft>()
        .On("efbc:StatisticsCode", static (xml, count) => count.Code ??= xml.Code())
        .On("efbc:StatisticsNumeric", static (xml, count) => count.Number ??= xml.Number())
        .Withholding();

    public string? Code { get; private set; }

    public decimal? Number { get; private set; }

    public bool IsWithheld => AmountFacts.IsMask(Number) || (Number is null && Withholds("rec-sub-cou"));
}
