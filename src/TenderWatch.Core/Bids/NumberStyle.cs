namespace TenderWatch.Core.Bids;

/// <summary>How numbers are written in text.</summary>
public enum NumberStyle
{
    /// <summary>1.234.567,89</summary>
    Dutch,

    /// <summary>1,234,567.89</summary>
    English,
}
