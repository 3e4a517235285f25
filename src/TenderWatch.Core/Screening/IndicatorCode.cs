namespace TenderWatch.Core.Screening;

/// <summary>The eleven indicators, with the codes of OCP Cardinal; the value is the place in lists.</summary>
internal enum IndicatorCode : byte
{
    /// <summary>Short submission period.</summary>
    R003,

    /// <summary>Single bid received.</summary>
    R018,

    /// <summary>Price close to the winning bid.</summary>
    R024,

    /// <summary>Excessive unsuccessful bids.</summary>
    R025,

    /// <summary>Identical bid prices.</summary>
    R028,

    /// <summary>Late bid won.</summary>
    R030,

    /// <summary>All except the winning bid disqualified.</summary>
    R035,

    /// <summary>Lowest bid disqualified.</summary>
    R036,

    /// <summary>Excessive disqualified bids.</summary>
    R038,

    /// <summary>Heterogeneous supplier.</summary>
    R048,

    /// <summary>Heavily discounted bid.</summary>
    R058,
}
