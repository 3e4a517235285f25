namespace TenderWatch.Core.Reviews.Explanations;

/// <summary>What somebody does in the procedure on a price that appears abnormally low (art. 2.116 Aw 2012; art. 84 Directive 2014/25/EU).</summary>
public enum ExplanationStep
{
    /// <summary>The buyer asks for an explanation by a date (lid 1).</summary>
    Request,

    /// <summary>The doubt rests on foreign subsidies alone: the buyer asks nothing and informs the Commission (art. 29(7) Regulation (EU) 2022/2560).</summary>
    Refer,

    /// <summary>The buyer sets a later date for the answer.</summary>
    Extend,

    /// <summary>The tenderer has answered.</summary>
    Receive,

    /// <summary>The buyer has assessed the price in consultation with the tenderer (lid 3), with or without an answer.</summary>
    Assess,

    /// <summary>The buyer asks for proof by a date that State aid is compatible with art. 107 TFEU (lid 6). Aid of Member States alone.</summary>
    Consult,

    /// <summary>The buyer accepts the explanation, with reasons.</summary>
    Accept,

    /// <summary>The buyer rejects the tender, with reasons (lid 4, 5 or 6).</summary>
    Reject,

    /// <summary>The Commission has been informed of a rejection on State aid (lid 7).</summary>
    Inform,
}

/// <summary>Where a procedure stands.</summary>
public enum ExplanationStage
{
    /// <summary>No explanation is asked; the doubt belongs to the track of foreign subsidies.</summary>
    Referred,

    /// <summary>An explanation is asked by a date.</summary>
    Requested,

    /// <summary>An answer is there and not assessed yet.</summary>
    Received,

    /// <summary>The price is assessed; a decision is due.</summary>
    Assessed,

    /// <summary>Proof that State aid is compatible is asked by a date.</summary>
    StateAidConsulted,

    /// <summary>The price is accepted.</summary>
    Accepted,

    /// <summary>The tender is rejected.</summary>
    Rejected,
}

/// <summary>What a doubt about a price rests on.</summary>
public enum DoubtGround
{
    /// <summary>The price or the costs themselves, in relation to what is offered.</summary>
    Price,

    /// <summary>Subsidies of third countries.</summary>
    ForeignSubsidies,
}

/// <summary>Why a tender is rejected.</summary>
public enum RejectionGround
{
    /// <summary>The evidence does not sufficiently account for the price (lid 4): the buyer may reject.</summary>
    Insufficient,

    /// <summary>The price is low because obligations of environmental, social or labour law are not met (lid 5): the buyer must reject.</summary>
    Obligations,

    /// <summary>The price is low because of State aid, and its compatibility was not proven in time (lid 6): the buyer may reject.</summary>
    StateAid,
}
