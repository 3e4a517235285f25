namespace TenderWatch.Core.Supply;

/// <summary>
/// What a document says about the supply of a purchase and no notice has a field for: who delivers which component, who owns the
/// suppliers, where goods come from, how long the stock lasts. Entered by a person, word for word from the document. The form is
/// described in <c>docs/supply.md</c>.
/// </summary>
public sealed record SupplyStatement
{
    /// <summary>The document that says it.</summary>
    public required StatementSource Source { get; init; }

    /// <summary>The components that are bought, with their suppliers.</summary>
    public IReadOnlyList<ComponentSupply> Components { get; init; } = [];

    /// <summary>Who owns what part of a supplier.</summary>
    public IReadOnlyList<Ownership> Ownership { get; init; } = [];

    /// <summary>Which part of the goods of a tender comes from which country.</summary>
    public IReadOnlyList<GoodsOrigin> Goods { get; init; } = [];

    /// <summary>How long what there is now lasts.</summary>
    public StockHorizon? Stock { get; init; }
}

/// <summary>A document that states something.</summary>
/// <param name="Title">What it is called.</param>
/// <param name="Publisher">Who published it.</param>
/// <param name="Date">Its date.</param>
/// <param name="Url">Where it is found.</param>
public sealed record StatementSource(string Title, string Publisher, DateOnly? Date = null, Uri? Url = null);

/// <summary>A component with its suppliers.</summary>
/// <param name="Component">Its id in the list of components: <c>measuring-module</c>.</param>
/// <param name="Suppliers">Who delivers it.</param>
/// <param name="Quote">The words that say so.</param>
public sealed record ComponentSupply(string Component, IReadOnlyList<ComponentSupplier> Suppliers, string Quote);

/// <summary>A supplier of a component.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Country">Where the document says that it is from, ISO 3166-1 alpha-3: the registered seat of a subsidiary may be another.</param>
/// <param name="SharePercent">Its part of the deliveries, 60 for 60 %.</param>
/// <param name="CanTakeOver">Whether it can deliver everything when the others fail.</param>
/// <param name="ProductionCountry">Where it makes or assembles the component.</param>
public sealed record ComponentSupplier(string Name, string? Country = null, decimal? SharePercent = null, bool? CanTakeOver = null, string? ProductionCountry = null);

/// <summary>A part in a company.</summary>
/// <param name="Company">The supplier, or the company above it.</param>
/// <param name="Owner">Who holds the part.</param>
/// <param name="Quote">The words that say so.</param>
/// <param name="Percent">How much, 35 for 35 %; absent where only the tie is stated.</param>
/// <param name="Country">The owner's country.</param>
/// <param name="IsState">Whether the owner is a state or owned by one.</param>
public sealed record Ownership(string Company, string Owner, string Quote, decimal? Percent = null, string? Country = null, bool? IsState = null);

/// <summary>The origin of goods under the Union Customs Code.</summary>
/// <param name="Bidder">Whose tender.</param>
/// <param name="Country">The country of origin.</param>
/// <param name="Percent">Its part of the total value of the goods, 55 for 55 %.</param>
/// <param name="Quote">The words that say so.</param>
public sealed record GoodsOrigin(string Bidder, string Country, decimal Percent, string Quote);

/// <summary>How long the stock of what is used now lasts.</summary>
/// <param name="Until">The last day.</param>
/// <param name="Quote">The words that say so.</param>
public sealed record StockHorizon(DateOnly Until, string Quote);
