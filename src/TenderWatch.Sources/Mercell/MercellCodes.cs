using TenderWatch.Core.Notices;

namespace TenderWatch.Sources.Mercell;

/// <summary>Mercell's numbers in words. One that is not known is left open.</summary>
internal static class MercellCodes
{
    /// <summary>BT-23 from <c>TypeOfContract</c>.</summary>
    public static string? ContractNature(long? type) => type switch
    {
        1 => "services",
        2 => "supplies",
        3 => "works",
        _ => null,
    };

    /// <summary>The procedure in Mercell's own terms, from <c>ProcedureType</c>.</summary>
    public static string? Procedure(long? type) => type switch
    {
        2 => "open",
        3 => "restricted",
        4 => "competitive-negotiation",
        5 => "negotiated-with-call",
        6 => "competitive-dialogue",
        13 => "direct-negotiation",
        16 => "mini-competition",
        17 => "qualification-system",
        18 => "dynamic-purchasing-system",
        19 => "market-research",
        >= 23 and <= 27 => "below-threshold",
        _ => null,
    };

    /// <summary>BT-105, where eForms has the procedure: a mini-competition, a system or research is none.</summary>
    public static string? ProcedureType(long? type) => type switch
    {
        2 => "open",
        3 => "restricted",
        4 or 5 => "neg-w-call",
        6 => "comp-dial",
        13 => "neg-wo-call",
        _ => null,
    };

    /// <summary>BT-03. A call that was published after its deadline is none: an award, as likely as not, and Mercell does not say which.</summary>
    /// <param name="type"><c>ProcedureType</c>.</param>
    /// <param name="isOpen">Whether the deadline is later than the publication.</param>
    public static string FormType(long? type, bool isOpen) => type switch
    {
        19 => "consultation",
        2 or 3 or 4 or 5 or 6 or 16 or 17 or 18 or (>= 23 and <= 27) when isOpen => "competition",
        _ => "other",
    };

    /// <summary>The status from <c>ExplicitTenderStatus</c>.</summary>
    public static string? Status(long? status) => status switch
    {
        3 => PlatformTender.Cancelled,
        7 => PlatformTender.Removed,
        _ => null,
    };
}
