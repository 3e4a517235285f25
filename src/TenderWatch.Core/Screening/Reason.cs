namespace TenderWatch.Core.Screening;

/// <summary>Why an indicator says nothing about a release or an organisation; 5 bits each in <see cref="Results.Explanation"/>.</summary>
internal enum Reason : byte
{
    /// <summary>It was looked at.</summary>
    Assessed,
    TenderCancelled,
    MethodDetailsExcluded,
    MethodNotSelected,
    PricesNotCompared,
    NoSubmissionPeriod,
    UnreadablePeriod,
    NoNumberOfTenderers,
    NoAwards,
    NoActiveAward,
    AwardNotFinal,
    SeveralAwards,
    NoSingleSupplier,
    NoBids,
    NoValidBids,
    NoPricedBids,
    NoBidDates,
    OtherCurrency,
    NoBidOfWinner,
    NoOtherBid,
    WinnerNotLowest,
    WinnerPriceZero,
    NoClassifications,
    NothingToCompareWith,
    FenceNotAboveZero,
    TooFew,
    BidWithoutPrice,
    SeveralBidsOfOne,
}
