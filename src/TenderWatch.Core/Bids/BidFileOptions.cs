namespace TenderWatch.Core.Bids;

/// <summary>What a person says about a file of bids because the file does not.</summary>
public sealed record BidFileOptions
{
    /// <summary>The ISO 4217 code of prices that have none.</summary>
    public string? Currency { get; init; }

    /// <summary>How numbers in text are written; <see langword="null"/> to find out, which fails where they can mean two things.</summary>
    public NumberStyle? Numbers { get; init; }
}
