namespace TenderWatch.Core.Screening.Results;

/// <summary>What a result is about, in the words of Cardinal's result.</summary>
internal enum Group
{
    /// <summary>A contracting process.</summary>
    OCID,

    /// <summary>/buyer.</summary>
    Buyer,

    /// <summary>/tender/procuringEntity.</summary>
    ProcuringEntity,

    /// <summary>One of /bids/details[]/tenderers or /awards[]/suppliers.</summary>
    Tenderer,
}
