using TenderWatch.Core.Languages;

namespace TenderWatch.Core.Cases;

/// <summary>The names of facts and what people call them.</summary>
public static class FactNames
{
    /// <summary>BT-21.</summary>
    public const string Title = "title";

    /// <summary>BT-500 of each buyer.</summary>
    public const string Buyer = "buyer";

    /// <summary>BT-105.</summary>
    public const string ProcedureType = "procedure-type";

    /// <summary>BT-01.</summary>
    public const string LegalBasis = "legal-basis";

    /// <summary>BT-262.</summary>
    public const string Cpv = "cpv";

    /// <summary>BT-25, summed over lots that share a unit.</summary>
    public const string Quantity = "quantity";

    /// <summary>BT-27.</summary>
    public const string EstimatedValue = "estimated-value";

    /// <summary>BT-271.</summary>
    public const string FrameworkMaximum = "framework-maximum";

    /// <summary>BT-161.</summary>
    public const string TotalValue = "total-value";

    /// <summary>BT-118.</summary>
    public const string TotalFrameworkMaximum = "total-framework-maximum";

    /// <summary>BT-161 divided by BT-25.</summary>
    public const string UnitPrice = "unit-price";

    /// <summary>BT-36.</summary>
    public const string Duration = "duration";

    /// <summary>BT-58 and BT-57.</summary>
    public const string Renewals = "renewals";

    /// <summary>BT-36 with all renewals.</summary>
    public const string LongestDuration = "longest-duration";

    /// <summary>BT-131 or BT-1311.</summary>
    public const string Deadline = "deadline";

    /// <summary>BT-681.</summary>
    public const string Fsr = "fsr";

    /// <summary>BT-759 of kind tenders.</summary>
    public const string TendersReceived = "tenders-received";

    /// <summary>BT-142.</summary>
    public const string Result = "result";

    /// <summary>BT-500 of a bidder whose bid won.</summary>
    public const string Winner = "winner";

    /// <summary>The share of a winner as its contract's title states it (BT-721).</summary>
    public const string Share = "share";

    /// <summary>BT-514 of a winner.</summary>
    public const string WinnerCountry = "winner-country";

    /// <summary>BT-500 of a bidder whose bid did not win.</summary>
    public const string Bidder = "bidder";

    /// <summary>BT-720.</summary>
    public const string BidValue = "bid-value";

    /// <summary>BT-1451.</summary>
    public const string Decided = "decided";

    /// <summary>BT-145.</summary>
    public const string Concluded = "concluded";

    /// <summary>BT-195 with its release date.</summary>
    public const string Withheld = "withheld";

    /// <summary>BT-15.</summary>
    public const string Documents = "documents";

    /// <summary>BT-300.</summary>
    public const string AdditionalInformation = "additional-information";

    /// <summary>BT-137 with BT-21-Lot: that a notice has the lot.</summary>
    public const string Lot = "lot";

    /// <summary>BT-54.</summary>
    public const string Options = "options";

    /// <summary>BT-536.</summary>
    public const string Start = "start";

    /// <summary>BT-537.</summary>
    public const string End = "end";

    /// <summary>Stated by a document: who delivers a component.</summary>
    public const string ComponentSupplier = "component-supplier";

    /// <summary>Stated by a document: who holds what part of a company.</summary>
    public const string Owner = "owner";

    /// <summary>Stated by a document: which part of the goods comes from a country.</summary>
    public const string GoodsOrigin = "goods-origin";

    /// <summary>Stated by a document: how long the stock lasts.</summary>
    public const string StockUntil = "stock-until";

    /// <summary>Whether a tender platform shows the tender as cancelled or removed.</summary>
    public const string PlatformStatus = "platform-status";

    /// <summary>The kind of procedure in a tender platform's own terms.</summary>
    public const string PlatformProcedure = "platform-procedure";

    /// <summary>A document that a tender platform shows.</summary>
    public const string PlatformDocument = "platform-document";

    private static readonly Dictionary<string, LocalizedText> Labels = new(StringComparer.Ordinal)
    {
        [Title] = new("Titel", "Title"),
        [Buyer] = new("Koper", "Buyer"),
        [ProcedureType] = new("Procedure", "Procedure"),
        [LegalBasis] = new("Rechtsgrondslag", "Legal basis"),
        [Cpv] = new("CPV-code", "CPV code"),
        [Quantity] = new("Hoeveelheid", "Quantity"),
        [EstimatedValue] = new("Geraamde waarde (zonder btw)", "Estimated value (excluding VAT)"),
        [FrameworkMaximum] = new("Maximumwaarde raamovereenkomst", "Framework maximum"),
        [TotalValue] = new("Gegunde waarde", "Awarded value"),
        [TotalFrameworkMaximum] = new("Maximumwaarde van de gegunde raamovereenkomsten", "Maximum value of the awarded frameworks"),
        [UnitPrice] = new("Waarde per eenheid", "Value per unit"),
        [Duration] = new("Looptijd", "Duration"),
        [Renewals] = new("Verlengingen", "Renewals"),
        [LongestDuration] = new("Langste looptijd", "Longest duration"),
        [Deadline] = new("Sluitingsdatum", "Deadline"),
        [Fsr] = new("Verordening buitenlandse subsidies toegepast", "Foreign Subsidies Regulation applied"),
        [TendersReceived] = new("Ontvangen inschrijvingen", "Tenders received"),
        [Result] = new("Resultaat", "Result"),
        [Winner] = new("Gegund aan", "Awarded to"),
        [Share] = new("Aandeel", "Share"),
        [WinnerCountry] = new("Vestigingsland van de winnaar", "Country of the winner's registered seat"),
        [Bidder] = new("Andere inschrijver", "Other bidder"),
        [BidValue] = new("Waarde van de inschrijving", "Value of the tender"),
        [Decided] = new("Datum gunningsbeslissing", "Date of the award decision"),
        [Concluded] = new("Datum contractsluiting", "Date the contract was concluded"),
        [Withheld] = new("Niet openbaar gemaakt", "Withheld"),
        [Documents] = new("Aanbestedingsstukken", "Procurement documents"),
        [Lot] = new("Perceel", "Lot"),
        [Options] = new("Opties", "Options"),
        [Start] = new("Begin", "Start"),
        [End] = new("Einde", "End"),
        [ComponentSupplier] = new("Leverancier van onderdeel", "Supplier of component"),
        [Owner] = new("Eigenaar", "Owner"),
        [GoodsOrigin] = new("Herkomst van goederen", "Origin of goods"),
        [StockUntil] = new("Voorraad tot", "Stock until"),
        [PlatformStatus] = new("Status op het aanbestedingsplatform", "Status on the tender platform"),
        [PlatformProcedure] = new("Procedure op het aanbestedingsplatform", "Procedure on the tender platform"),
        [PlatformDocument] = new("Stuk op het aanbestedingsplatform", "Document on the tender platform"),
        [AdditionalInformation] = new("Aanvullende informatie", "Additional information"),
    };

    /// <summary>All names.</summary>
    public static IReadOnlyCollection<string> All => Labels.Keys;

    /// <summary>What people call a fact.</summary>
    public static LocalizedText Label(string name) => Labels[name];
}
