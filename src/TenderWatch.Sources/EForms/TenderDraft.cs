using TenderWatch.Core.Notices;

namespace TenderWatch.Sources.EForms;

/// <summary>efac:LotTender: a bid, winning or losing.</summary>
internal sealed class TenderDraft : Draft
{
    public static readonly Shape<TenderDraft> Shape = new Shape<TenderDraft>()
        .On("cbc:ID", static (xml, tender) => tender.Id ??= xml.Text())
        .On("efac:TenderLot/cbc:ID", static (xml, tender) => tender.Lot ??= xml.Text())
        .On("efac:TenderingParty/cbc:ID", static (xml, tender) => tender.TenderingParty ??= xml.Text())
        .On("cac:LegalMonetaryTotal/cbc:PayableAmount", static (xml, tender) => tender.StatedValue ??= xml.Money())
        .On("cbc:RankCode", static (xml, tender) => tender.StatedRank ??= xml.WholeNumber())
        .On("efbc:TenderVariantIndicator", static (xml, tender) => tender.StatedVariant ??= xml.Indicator())
        .On("efac:Origin/efbc:AreaCode", static (xml, tender) => tender.Origin.AddIfAny(xml.Code()))
        .On("efbc:ForeignSubsidiesMeasuresCode", static (xml, tender) => tender.FsrConclusion ??= xml.Code())
        .Withholding()
        .Each("efac:SubcontractingTerm", SubcontractingDraft.Shape, static () => new SubcontractingDraft(), static (tender, term) => tender.Add(term));

    public override bool NamesWithheldFields => true;

    public string? Lot { get; private set; }

    public string? TenderingParty { get; private set; }

    public Money? Value => StatedValue ?? (Withholds("win-ten-val") ? Money.Withheld : null);

    public int? Rank => AmountFacts.IsMask(StatedRank) ? null : StatedRank;

    /// <summary>An indicator has no masked value: whatever stands there says nothing where BT-195 names it.</summary>
    public bool? Variant => Withholds("win-ten-var") ? null : StatedVariant;

    public List<string> Origin { get; } = [];

    public string? FsrConclusion { get; private set; }

    public Subcontracting? Subcontracting { get; private set; }

    private Money? StatedValue { get; set; }

    private int? StatedRank { get; set; }

    private bool? StatedVariant { get; set; }

    private bool Add(SubcontractingDraft term)
    {
        if (!term.IsApplicability) return false;
        var known = Subcontracting ?? new Subcontracting();
        var merged = new Subcontracting
        {
            Status = known.Status ?? term.Status,
            Value = known.Value ?? term.Value,
            Percent = known.Percent ?? term.Percent,
        };
        if (merged != new Subcontracting()) Subcontracting = merged;
        return true;
    }
}

/// <summary>efac:SubcontractingTerm: it counts only where its code is of the list "applicability" (BT-773).</summary>
internal sealed class SubcontractingDraft : Draft
{
    public static readonly Shape<SubcontractingDraft> Shape = new Shape<SubcontractingDraft>()
        .On("efbc:TermCode", static (xml, term) => term.ReadCode(xml))
        .On("efbc:TermAmount", static (xml, term) => term.StatedValue ??= xml.Money())
        .On("efbc:TermPercent", static (xml, term) => term.StatedPercent ??= xml.Number())
        .Withholding();

    public bool IsApplicability { get; private set; }

    public string? Status { get; private set; }

    public Money? Value => StatedValue ?? (Withholds("sub-val") ? Money.Withheld : null);

    public decimal? Percent => AmountFacts.IsMask(StatedPercent) ? null : StatedPercent;

    private Money? StatedValue { get; set; }

    private decimal? StatedPercent { get; set; }

    private void ReadCode(NoticeCursor xml)
    {
        IsApplicability |= xml.HasAttribute("listName", "applicability");
        Status ??= xml.Code();
    }
}
