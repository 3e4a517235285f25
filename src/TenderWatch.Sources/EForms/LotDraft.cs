using TenderWatch.Core.Notices;

namespace TenderWatch.Sources.EForms;

/// <summary>cac:ProcurementProjectLot: a lot, or a group or part, which is dropped once its scheme is known.</summary>
internal sealed class LotDraft : ProjectDraft
{
    public static readonly Shape<LotDraft> Shape = AddTo(new Shape<LotDraft>())
        .On("cbc:ID", static (xml, lot) => lot.ReadId(xml))
        .On("cac:ProcurementProject/cbc:EstimatedOverallContractQuantity", static (xml, lot) => lot.Quantity ??= xml.Quantity())
        .On("cac:ProcurementProject/cac:PlannedPeriod/cbc:DurationMeasure", static (xml, lot) => lot.Measure ??= xml.Duration())
        .On("cac:ProcurementProject/cac:PlannedPeriod/cbc:DescriptionCode", static (xml, lot) => lot.IsUnlimited |= xml.Code() == DurationFacts.Unlimited)
        .On("cac:ProcurementProject/cac:PlannedPeriod/cbc:StartDate", static (xml, lot) => lot.Start ??= xml.Date())
        .On("cac:ProcurementProject/cac:PlannedPeriod/cbc:EndDate", static (xml, lot) => lot.End ??= xml.Date())
        .On("cac:ProcurementProject/cac:ContractExtension/cbc:MaximumNumberNumeric", static (xml, lot) => lot.Renewals ??= xml.WholeNumber())
        .On("cac:ProcurementProject/cac:ContractExtension/cbc:OptionsDescription", static (xml, lot) => lot.OptionsDescription.Add(xml))
        .On("cac:ProcurementProject/cac:ContractExtension/cac:Renewal/cac:Period/cbc:Description", static (xml, lot) => lot.RenewalDescription.Add(xml))
        .On("cac:TenderingProcess/cac:ContractingSystem/cbc:ContractingSystemTypeCode", static (xml, lot) => lot.ReadFramework(xml))
        .On("cac:TenderingProcess/cac:TenderSubmissionDeadlinePeriod/cbc:EndDate", static (xml, lot) => lot.TenderDate ??= xml.Date())
        .On("cac:TenderingProcess/cac:TenderSubmissionDeadlinePeriod/cbc:EndTime", static (xml, lot) => lot.TenderTime ??= xml.Time())
        .On("cac:TenderingProcess/cac:ParticipationRequestReceptionPeriod/cbc:EndDate", static (xml, lot) => lot.RequestDate ??= xml.Date())
        .On("cac:TenderingProcess/cac:ParticipationRequestReceptionPeriod/cbc:EndTime", static (xml, lot) => lot.RequestTime ??= xml.Time())
        .On("cac:TenderingTerms/cac:ContractExecutionRequirement/cbc:ExecutionRequirementCode", static (xml, lot) => lot.ReadRequirement(xml))
        .Each(
            "cac:TenderingTerms/cac:CallForTendersDocumentReference",
            DocumentReferenceDraft.Shape,
            static () => new DocumentReferenceDraft(),
            static (lot, document) =>
            {
                if (document.IsUnrestricted) lot.DocumentUrls.AddRange(document.Urls);
                if (document.IsRestricted) lot.RestrictedDocumentUrls.AddRange(document.Urls);
                return true;
            });

    public override bool NamesWithheldFields => true;

    /// <summary>Whether the scheme says Lot, and not LotsGroup or Part.</summary>
    public bool IsLot { get; private set; }

    public MultilingualText RenewalDescription { get; } = new();

    public MultilingualText OptionsDescription { get; } = new();

    public List<string> DocumentUrls { get; } = [];

    public List<string> RestrictedDocumentUrls { get; } = [];

    public Quantity? Quantity { get; private set; }

    public DateOnly? Start { get; private set; }

    public DateOnly? End { get; private set; }

    public int? Renewals { get; private set; }

    public string? Framework { get; private set; }

    public bool? Fsr { get; private set; }

    public string? Duration => Measure ?? (IsUnlimited ? DurationFacts.Unlimited : null);

    public LocalDeadline? Deadline => Join(TenderDate, TenderTime) ?? Join(RequestDate, RequestTime);

    private string? Measure { get; set; }

    private bool IsUnlimited { get; set; }

    private DateOnly? TenderDate { get; set; }

    private TimeOfDay? TenderTime { get; set; }

    private DateOnly? RequestDate { get; set; }

    private TimeOfDay? RequestTime { get; set; }

    private static LocalDeadline? Join(DateOnly? date, TimeOfDay? time) =>
        date is { } day ? new LocalDeadline(day, time?.Clock, time?.Offset, time?.Zulu ?? false) : null;

    private void ReadId(NoticeCursor xml)
    {
        IsLot |= xml.HasAttribute("schemeName", "Lot");
        Id ??= xml.Text();
    }

    private void ReadFramework(NoticeCursor xml)
    {
        if (xml.HasAttribute("listName", "framework-agreement")) Framework ??= xml.Code();
    }

    private void ReadRequirement(NoticeCursor xml)
    {
        if (xml.HasAttribute("listName", "fsr")) Fsr ??= xml.Indicator();
    }
}

/// <summary>cac:CallForTendersDocumentReference: where documents are, restricted or not.</summary>
internal sealed class DocumentReferenceDraft : Draft
{
    public static readonly Shape<DocumentReferenceDraft> Shape = new Shape<DocumentReferenceDraft>()
        .On("cbc:DocumentType", static (xml, document) => document.ReadType(xml.Text()))
        .On("cac:Attachment/cac:ExternalReference/cbc:URI", static (xml, document) => document.Urls.AddIfAny(xml.Text()));

    public bool IsUnrestricted { get; private set; }

    public bool IsRestricted { get; private set; }

    public List<string> Urls { get; } = [];

    private void ReadType(string? type)
    {
        IsUnrestricted |= type == "non-restricted-document";
        IsRestricted |= type == "restricted-document";
    }
}
