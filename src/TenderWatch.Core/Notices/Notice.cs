namespace TenderWatch.Core.Notices;

/// <summary>
/// The facts of one notice in one version, as written in it. Absent facts are <see langword="null"/> or empty. Members marked
/// <see cref="NotInPublicFormAttribute"/> are kept for the case but are not printed by <c>extract</c>. Field numbers are those of eForms.
/// </summary>
public sealed record Notice
{
    /// <summary><c>eforms</c>, <c>ted-export</c>, <c>tenderned-html</c> where TenderNed offers nothing better, or <c>mercell-s2c</c>.</summary>
    public required string Format { get; init; }

    /// <summary>CustomizationID, for example <c>eforms-sdk-1.7</c>.</summary>
    public string? Sdk { get; init; }

    /// <summary>BT-701.</summary>
    public string? NoticeId { get; init; }

    /// <summary>BT-757.</summary>
    public string? NoticeVersion { get; init; }

    /// <summary>OPP-010 without leading zeros: <c>595577-2024</c>.</summary>
    public string? PublicationNumber { get; init; }

    /// <summary>OPP-012, its offset dropped.</summary>
    public DateOnly? PublicationDate { get; init; }

    /// <summary>BT-04 as written. Not unique: several buyers carry the UUID of an example.</summary>
    public string? ProcedureId { get; init; }

    /// <summary>OPP-070: <c>29</c>; for TED_EXPORT the form, <c>F03</c>.</summary>
    public string? Subtype { get; init; }

    /// <summary>BT-02: <c>can-standard</c>.</summary>
    public string? NoticeType { get; init; }

    /// <summary>BT-03: <c>planning</c>, <c>competition</c>, <c>result</c>, …</summary>
    public string? FormType { get; init; }

    /// <summary>BT-01: <c>32014L0025</c> is the utilities directive.</summary>
    public string? LegalBasis { get; init; }

    /// <summary>The notice's language, ISO 639-3 in lower case.</summary>
    public string? Language { get; init; }

    /// <summary>BT-758 as written: a publication number or "notice id-version".</summary>
    public string? Changes { get; init; }

    /// <summary>
    /// Earlier notices of the same procedure that it names, as written: OPP-090, BT-1501 of a modification, or REF_NOTICE of TED_EXPORT. Not BT-125: one planning
    /// notice may announce many purchases.
    /// </summary>
    [NotInPublicForm]
    public IReadOnlyList<string> PreviousPublications { get; init; } = [];

    /// <summary>BT-105.</summary>
    public string? ProcedureType { get; init; }

    /// <summary>BT-21-Procedure in the notice's language.</summary>
    public string? Title { get; init; }

    /// <summary>BT-24-Procedure in the notice's language.</summary>
    [NotInPublicForm]
    public string? Description { get; init; }

    /// <summary>BT-300-Procedure in the notice's language.</summary>
    [NotInPublicForm]
    public string? AdditionalInformation { get; init; }

    /// <summary>BT-23: works, supplies, services, combined.</summary>
    public string? ContractNature { get; init; }

    /// <summary>BT-262 and BT-263 of the procedure, main first: 8 digits, no duplicates.</summary>
    public IReadOnlyList<string> Cpv { get; init; } = [];

    /// <summary>OPT-300-Procedure-Buyer, in order.</summary>
    public IReadOnlyList<Party> Buyers { get; init; } = [];

    /// <summary>BT-27-Procedure.</summary>
    public Money? EstimatedValue { get; init; }

    /// <summary>BT-271-Procedure.</summary>
    public Money? FrameworkMaximum { get; init; }

    /// <summary>BT-161.</summary>
    public Money? TotalValue { get; init; }

    /// <summary>BT-118.</summary>
    public Money? TotalFrameworkMaximum { get; init; }

    /// <summary>BT-1118.</summary>
    public Money? TotalFrameworkApproximate { get; init; }

    /// <summary>Lots, without groups and parts.</summary>
    public IReadOnlyList<Lot> Lots { get; init; } = [];

    /// <summary>One per LotResult.</summary>
    public IReadOnlyList<LotResult> Results { get; init; } = [];

    /// <summary>One per LotTender, losing ones too where they are published.</summary>
    public IReadOnlyList<Bid> Bids { get; init; } = [];

    /// <summary>One per SettledContract.</summary>
    public IReadOnlyList<Contract> Contracts { get; init; } = [];

    /// <summary>What a tender platform shows beside the facts above; absent in notices themselves.</summary>
    [NotInPublicForm]
    public PlatformTender? Platform { get; init; }

    /// <summary>Every field the buyer withholds, with reason and release date.</summary>
    public IReadOnlyList<WithheldField> Withheld { get; init; } = [];

    /// <summary>What looked wrong in the notice itself.</summary>
    public IReadOnlyList<NoticeProblem> Problems { get; init; } = [];
}

/// <summary>An organisation in a notice.</summary>
public sealed record Party
{
    /// <summary>BT-500 in the notice's language.</summary>
    public string? Name { get; init; }

    /// <summary>BT-501, leading zeros kept.</summary>
    public IReadOnlyList<string> Ids { get; init; } = [];

    /// <summary>BT-514: ISO 3166-1 alpha-3. The registered seat, which is not the origin of an owner or of goods.</summary>
    public string? Country { get; init; }

    /// <summary>BT-165.</summary>
    public string? Size { get; init; }

    /// <summary>BT-746 as stated (unreliable in real notices).</summary>
    public bool? Listed { get; init; }

    /// <summary>BT-633.</summary>
    public bool? NaturalPerson { get; init; }

    /// <summary>BT-706 of the beneficial owners.</summary>
    public IReadOnlyList<string> OwnerNationalities { get; init; } = [];

    /// <summary>OPT-170, for a bidder in a group.</summary>
    public bool? Leader { get; init; }
}

/// <summary>A lot (ProcurementProjectLot with scheme Lot).</summary>
public sealed record Lot
{
    /// <summary>BT-137: <c>LOT-0001</c>.</summary>
    public string? Id { get; init; }

    /// <summary>BT-21-Lot.</summary>
    public string? Title { get; init; }

    /// <summary>BT-24-Lot.</summary>
    [NotInPublicForm]
    public string? Description { get; init; }

    /// <summary>BT-262 and BT-263 of the lot.</summary>
    public IReadOnlyList<string> Cpv { get; init; } = [];

    /// <summary>BT-25 with the unit of BT-625.</summary>
    [NotInPublicForm]
    public Quantity? Quantity { get; init; }

    /// <summary>BT-27-Lot.</summary>
    public Money? EstimatedValue { get; init; }

    /// <summary>BT-271-Lot.</summary>
    public Money? FrameworkMaximum { get; init; }

    /// <summary>BT-36 as an ISO 8601 period with the unit given (<c>P8Y</c>), or <c>UNLIMITED</c> (BT-538).</summary>
    public string? Duration { get; init; }

    /// <summary>BT-536.</summary>
    public DateOnly? Start { get; init; }

    /// <summary>BT-537.</summary>
    public DateOnly? End { get; init; }

    /// <summary>BT-58.</summary>
    public int? Renewals { get; init; }

    /// <summary>BT-57.</summary>
    public string? RenewalDescription { get; init; }

    /// <summary>BT-54.</summary>
    public string? OptionsDescription { get; init; }

    /// <summary>BT-765: <c>none</c>, <c>fa-wo-rc</c>, …</summary>
    public string? Framework { get; init; }

    /// <summary>BT-131, else BT-1311.</summary>
    public LocalDeadline? Deadline { get; init; }

    /// <summary>BT-681: whether the buyer applies the Foreign Subsidies Regulation.</summary>
    public bool? Fsr { get; init; }

    /// <summary>BT-15.</summary>
    public IReadOnlyList<string> DocumentsUrl { get; init; } = [];

    /// <summary>BT-615: where documents with restricted access are.</summary>
    [NotInPublicForm]
    public IReadOnlyList<string> RestrictedDocumentsUrl { get; init; } = [];
}

/// <summary>A number of things.</summary>
/// <param name="Value">How many, as written.</param>
/// <param name="Unit">UN/ECE Recommendation 20 unit or as written; absent where none is given.</param>
public sealed record Quantity(decimal Value, string? Unit);

/// <summary>The result of one lot (LotResult).</summary>
public sealed record LotResult
{
    /// <summary>OPT-322: <c>RES-0001</c>.</summary>
    public string? Id { get; init; }

    /// <summary>BT-13713.</summary>
    public string? Lot { get; init; }

    /// <summary>OPT-320: the bids on the lot, losing ones too, as written and distinct.</summary>
    public IReadOnlyList<string> Bids { get; init; } = [];

    /// <summary>BT-142: selec-w, clos-nw, open-nw.</summary>
    public string? Status { get; init; }

    /// <summary>VAL_ESTIMATED_TOTAL of the award (TED_EXPORT only).</summary>
    public Money? EstimatedValue { get; init; }

    /// <summary>BT-144.</summary>
    public string? NotAwardedReason { get; init; }

    /// <summary>BT-710.</summary>
    public Money? Lowest { get; init; }

    /// <summary>BT-711.</summary>
    public Money? Highest { get; init; }

    /// <summary>BT-709.</summary>
    public Money? FrameworkMaximum { get; init; }

    /// <summary>BT-660.</summary>
    public Money? FrameworkReestimated { get; init; }

    /// <summary>BT-760 → BT-759, in document order.</summary>
    public SubmissionCounts Submissions { get; init; } = SubmissionCounts.None;
}

/// <summary>A submitted tender (LotTender).</summary>
public sealed record Bid
{
    /// <summary>OPT-321: <c>TEN-0001</c>.</summary>
    public string? Id { get; init; }

    /// <summary>BT-13714.</summary>
    public string? Lot { get; init; }

    /// <summary>BT-720.</summary>
    public Money? Value { get; init; }

    /// <summary>BT-171.</summary>
    public int? Rank { get; init; }

    /// <summary>BT-193.</summary>
    public bool? Variant { get; init; }

    /// <summary>Whether a SettledContract refers to it (BT-3202): a lot result's own list holds losing bids too.</summary>
    public required bool Won { get; init; }

    /// <summary>OPT-300-Tenderer.</summary>
    public IReadOnlyList<Party> Bidders { get; init; } = [];

    /// <summary>OPT-301-Tenderer-SubCont.</summary>
    public IReadOnlyList<Party> Subcontractors { get; init; } = [];

    /// <summary>BT-773, BT-553, BT-555.</summary>
    public Subcontracting? Subcontracting { get; init; }

    /// <summary>BT-191: country of origin of what is offered.</summary>
    public IReadOnlyList<string> Origin { get; init; } = [];

    /// <summary>BT-682.</summary>
    public string? FsrConclusion { get; init; }
}

/// <summary>What a bid leaves to subcontractors.</summary>
public sealed record Subcontracting
{
    /// <summary>BT-773: yes, no, not-known.</summary>
    public string? Status { get; init; }

    /// <summary>BT-553.</summary>
    public Money? Value { get; init; }

    /// <summary>BT-555, per cent.</summary>
    public decimal? Percent { get; init; }
}

/// <summary>A concluded contract (SettledContract).</summary>
public sealed record Contract
{
    /// <summary>OPT-316: <c>CON-0001</c>.</summary>
    public string? Id { get; init; }

    /// <summary>BT-150.</summary>
    public string? Reference { get; init; }

    /// <summary>BT-721 in the notice's language.</summary>
    [NotInPublicForm]
    public string? Title { get; init; }

    /// <summary>BT-3202.</summary>
    public IReadOnlyList<string> Bids { get; init; } = [];

    /// <summary>BT-145.</summary>
    public DateOnly? Concluded { get; init; }

    /// <summary>BT-1451.</summary>
    public DateOnly? Decided { get; init; }
}

/// <summary>A field that the buyer withholds.</summary>
public sealed record WithheldField
{
    /// <summary>BT-195: <c>win-ten-val</c>.</summary>
    public string? Field { get; init; }

    /// <summary>BT-197: <c>fair-comp</c>.</summary>
    public string? Reason { get; init; }

    /// <summary>BT-198: from when it may be published.</summary>
    public DateOnly? Until { get; init; }

    /// <summary>The nearest enclosing bid, lot result or lot.</summary>
    public string? At { get; init; }
}

/// <summary>Something that looks wrong in the notice itself.</summary>
/// <param name="Code">A stable code, for example <c>placeholder-amount</c>.</param>
/// <param name="At">The id or element concerned.</param>
/// <param name="Text">What is wrong, in words.</param>
public sealed record NoticeProblem(string Code, string? At, string Text);
