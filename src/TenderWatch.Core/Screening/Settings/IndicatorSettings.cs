namespace TenderWatch.Core.Screening.Settings;

/// <summary>R003: days that a submission period has to last.</summary>
/// <param name="Threshold">Days, unless the method details have their own.</param>
/// <param name="Methods">The procurement methods looked at; all when empty.</param>
/// <param name="ThresholdOf">Days by /tender/procurementMethodDetails.</param>
internal sealed record PeriodSettings(long Threshold, TextSet Methods, IReadOnlyList<(byte[] Details, long Threshold)> ThresholdOf);

/// <summary>R018.</summary>
/// <param name="Methods">The procurement methods in which competition is expected; all when empty.</param>
internal sealed record SingleBidSettings(TextSet Methods);

/// <summary>R024 and R058.</summary>
/// <param name="Fence">The fence; from the data when null.</param>
internal sealed record GapSettings(double? Fence);

/// <summary>R025.</summary>
/// <param name="Percentile">From this percentile of submitted bids a tenderer is a top tenderer.</param>
/// <param name="Fence">The lower fence of the ratio; from the data when null.</param>
internal sealed record UnsuccessfulSettings(ulong Percentile, double? Fence);

/// <summary>R035.</summary>
/// <param name="Threshold">Tenderers, others than the winner, with a disqualified bid; at least 1.</param>
internal sealed record OthersDisqualifiedSettings(ulong Threshold);

/// <summary>R038.</summary>
/// <param name="Fence">The upper fence of the ratio; from the data when null.</param>
/// <param name="MinimumOfTenderer">Bids below which a tenderer is left out.</param>
/// <param name="MinimumOfBuyer">Bids below which a buyer or procuring entity is left out.</param>
internal sealed record DisqualificationSettings(double? Fence, ulong MinimumOfTenderer, ulong MinimumOfBuyer);

/// <summary>R048.</summary>
/// <param name="Digits">Characters of a classification that make its first level.</param>
/// <param name="Fence">The upper fence of the number of classifications; from the data when null.</param>
/// <param name="Minimum">Contracting processes below which a supplier is left out.</param>
internal sealed record VarietySettings(ulong Digits, ulong? Fence, ulong Minimum);
