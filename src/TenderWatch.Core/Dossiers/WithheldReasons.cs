using TenderWatch.Core.Languages;
using TenderWatch.Core.Reviews;

namespace TenderWatch.Core.Dossiers;

/// <summary>Why evidence is left out of a dossier.</summary>
public static class WithheldReasons
{
    /// <summary>Tenders and their prices.</summary>
    public const string Tenders = "tenders";

    /// <summary>Filings under the Foreign Subsidies Regulation.</summary>
    public const string Filings = "filings";

    /// <summary>What parties wrote in a procedure on a price.</summary>
    public const string Explanation = "explanation";

    /// <summary>Messages, which name their recipients.</summary>
    public const string Message = "message";

    /// <summary>Facts and findings that rest on tenders or filings.</summary>
    public const string Derived = "derived";

    /// <summary>Anything else that is kept confidentially.</summary>
    public const string Confidential = "confidential";

    /// <summary>The time for which it is kept was over and it was deleted: a signed tombstone is enclosed in its place. The one reason that a dossier for internal use has too.</summary>
    public const string Deleted = "deleted";

    /// <summary>All of them.</summary>
    public static IReadOnlyList<string> All { get; } = [Tenders, Filings, Explanation, Message, Derived, Confidential, Deleted];

    /// <summary>The reason, by the kind of the ledger entry that names the evidence.</summary>
    public static string Of(string kind) => kind switch
    {
        CaseEventKinds.BidsSubmitted or CaseEventKinds.BidsWithdrawn => Tenders,
        CaseEventKinds.FilingReceived or CaseEventKinds.FilingWithdrawn => Filings,
        "message-queued" => Message,
        "facts" or "findings" => Derived,
        _ when kind.StartsWith("explanation-", StringComparison.Ordinal) => Explanation,
        _ => Confidential,
    };

    /// <summary>A reason in words.</summary>
    public static LocalizedText Words(string reason) => reason switch
    {
        Tenders => new("Inschrijvingen en prijzen: vertrouwelijk (art. 2.57 Aw 2012).", "Tenders and prices: confidential (art. 2.57 Aw 2012)."),
        Filings => new("Meldingen volgens de Verordening buitenlandse subsidies: vertrouwelijk (art. 2.57 Aw 2012).", "Filings under the Foreign Subsidies Regulation: confidential (art. 2.57 Aw 2012)."),
        Explanation => new("Wat partijen schreven over een prijs: vertrouwelijk (art. 2.57 Aw 2012).", "What parties wrote about a price: confidential (art. 2.57 Aw 2012)."),
        Message => new("Berichten aan medewerkers: zij noemen de ontvangers.", "Messages to staff: they name their recipients."),
        Derived => new("Feiten en bevindingen die op inschrijvingen of meldingen berusten: vertrouwelijk (art. 2.57 Aw 2012).", "Facts and findings that rest on tenders or filings: confidential (art. 2.57 Aw 2012)."),
        Deleted => new(
            "Verwijderd omdat de bewaartermijn voorbij was. Wie, wanneer en waarom staat in de bijlage en in een ondertekende verklaring (map tombstones).",
            "Deleted because the time for which it is kept was over. Who, when and why stands in the annex and in a signed statement (folder tombstones)."),
        _ => new("Vertrouwelijk.", "Confidential."),
    };
}
