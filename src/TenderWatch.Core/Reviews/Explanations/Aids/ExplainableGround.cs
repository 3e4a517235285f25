namespace TenderWatch.Core.Reviews.Explanations.Aids;

/// <summary>
/// What an explanation of a price may concern, in the order of <see cref="ExplainableGrounds"/> (art. 2.116 lid 2 Aw 2012; art. 84(2) Directive 2014/25/EU). The list is open, and a
/// tenderer need not speak of every one.
/// </summary>
public enum ExplainableGround
{
    /// <summary>The economics of the manufacturing process, of the services or of the construction method.</summary>
    Economics,

    /// <summary>Technical solutions, or exceptionally favourable conditions.</summary>
    Technical,

    /// <summary>The originality of what is offered.</summary>
    Originality,

    /// <summary>Obligations of environmental, social and labour law (art. 36(2) of the Directive).</summary>
    Obligations,

    /// <summary>Aid of Member States (art. 107 TFEU). Subsidies of third countries have a track of their own.</summary>
    StateAid,

    /// <summary>Obligations on subcontracting (art. 88 of the Directive; art. 2.79 Aw 2012).</summary>
    Subcontracting,
}

/// <summary>A cost of which a request may ask the figures.</summary>
public enum CostTopic
{
    /// <summary>Wages and hours.</summary>
    Labour,

    /// <summary>Materials and what is bought in.</summary>
    Materials,

    /// <summary>Making or doing it: the cost price.</summary>
    Production,

    /// <summary>Transport, storage and delivery.</summary>
    Transport,

    /// <summary>Overhead.</summary>
    Overhead,

    /// <summary>Profit and risk.</summary>
    Profit,

    /// <summary>What subcontractors are paid.</summary>
    Subcontractors,

    /// <summary>Investment and depreciation.</summary>
    Investment,

    /// <summary>The price of a unit or an hour.</summary>
    UnitPrice,
}
