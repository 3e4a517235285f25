using TenderWatch.Core.Notices;

namespace TenderWatch.Sources.EForms;

/// <summary>The whole notice: the fields of its root, and its aggregates in document order.</summary>
internal sealed class NoticeDraft : ProjectDraft
{
    /// <summary>The extension point of UBL, in which eForms keeps its own elements.</summary>
    public const string Extension = "ext:UBLExtensions/ext:UBLExtension/ext:ExtensionContent/efext:EformsExtension";

    private const string Result = Extension + "/efac:NoticeResult";

    public static readonly Shape<NoticeDraft> Shape = AddTo(new Shape<NoticeDraft>())
        .On("cbc:CustomizationID", static (xml, notice) => notice.Sdk ??= xml.Text())
        .On("cbc:ID", static (xml, notice) => notice.ReadId(xml))
        .On("cbc:VersionID", static (xml, notice) => notice.Version ??= xml.Text())
        .On("cbc:ContractFolderID", static (xml, notice) => notice.ProcedureId ??= xml.Text())
        .On("cbc:NoticeTypeCode", static (xml, notice) => notice.ReadType(xml))
        .On("cbc:RegulatoryDomain", static (xml, notice) => notice.LegalBasis ??= xml.Code())
        .On("cbc:NoticeLanguageCode", static (xml, notice) => notice.Language ??= xml.Code())
        .On("cac:TenderingProcess/cac:NoticeDocumentReference/cbc:ID", static (xml, notice) => notice.PreviousPublications.AddIfAny(xml.Text()))
        .On("cac:TenderingProcess/cbc:ProcedureCode", static (xml, notice) => notice.ProcedureType ??= xml.Code())
        .On("cac:ProcurementProject/cbc:Note", static (xml, notice) => notice.Note.Add(xml))
        .On("cac:ProcurementProject/cbc:ProcurementTypeCode", static (xml, notice) => notice.ContractNature ??= xml.Code())
        .On("cac:ContractingParty/cac:Party/cac:PartyIdentification/cbc:ID", static (xml, notice) => notice.Buyers.AddIfAny(xml.Text()))
        .On(Extension + "/efac:NoticeSubType/cbc:SubTypeCode", static (xml, notice) => notice.Subtype ??= xml.Code())
        .On(Extension + "/efac:Changes/efbc:ChangedNoticeIdentifier", static (xml, notice) => notice.Changes ??= xml.Text())
        .On(Extension + "/efac:ContractModification/efbc:ChangedNoticeIdentifier", static (xml, notice) => notice.PreviousPublications.AddIfAny(xml.Text()))
        .On(Extension + "/efac:Publication/efbc:NoticePublicationID", static (xml, notice) => notice.ReadPublicationNumber(xml))
        .On(Extension + "/efac:Publication/efbc:PublicationDate", static (xml, notice) => notice.PublicationDate ??= xml.Date())
        .On(Result + "/cbc:TotalAmount", static (xml, notice) => notice.StatedTotal ??= xml.Money())
        .On(Result + "/efbc:OverallMaximumFrameworkContractsAmount", static (xml, notice) => notice.StatedMaximum ??= xml.Money())
        .On(Result + "/efbc:OverallApproximateFrameworkContractsAmount", static (xml, notice) => notice.StatedApproximate ??= xml.Money())
        .Withholding(Result + "/efac:FieldsPrivacy")
        .Each(Extension + "/efac:Organizations/efac:Organization", OrganisationDraft.Shape, static () => new OrganisationDraft(), static (notice, part) => Add(notice.Organisations, part))
        .Each(Extension + "/efac:Organizations/efac:UltimateBeneficialOwner", OwnerDraft.Shape, static () => new OwnerDraft(), static (notice, part) => Add(notice.Owners, part))
        .Each(Result + "/efac:LotResult", LotResultDraft.Shape, static () => new LotResultDraft(), static (notice, part) => Add(notice.Results, part))
        .Each(Result + "/efac:LotTender", TenderDraft.Shape, static () => new TenderDraft(), static (notice, part) => Add(notice.Tenders, part))
        .Each(Result + "/efac:TenderingParty", TenderingPartyDraft.Shape, static () => new TenderingPartyDraft(), static (notice, part) => Add(notice.TenderingParties, part))
        .Each(Result + "/efac:SettledContract", ContractDraft.Shape, static () => new ContractDraft(), static (notice, part) => Add(notice.Contracts, part))
        .Each("cac:ProcurementProjectLot", LotDraft.Shape, static () => new LotDraft(), static (notice, lot) => Add(notice.Lots, lot) && lot.IsLot);

    public MultilingualText Note { get; } = new();

    public List<string> PreviousPublications { get; } = [];

    public List<string> Buyers { get; } = [];

    public List<OrganisationDraft> Organisations { get; } = [];

    public List<OwnerDraft> Owners { get; } = [];

    public List<LotResultDraft> Results { get; } = [];

    public List<TenderDraft> Tenders { get; } = [];

    public List<TenderingPartyDraft> TenderingParties { get; } = [];

    public List<ContractDraft> Contracts { get; } = [];

    public List<LotDraft> Lots { get; } = [];

    public string? Sdk { get; private set; }

    public string? Version { get; private set; }

    public string? PublicationNumber { get; private set; }

    public DateOnly? PublicationDate { get; private set; }

    public string? ProcedureId { get; private set; }

    public string? Subtype { get; private set; }

    public string? Type { get; private set; }

    public string? Form { get; private set; }

    public string? LegalBasis { get; private set; }

    public string? Language { get; private set; }

    public string? Changes { get; private set; }

    public string? ProcedureType { get; private set; }

    public string? ContractNature { get; private set; }

    public Money? TotalValue => StatedTotal ?? (Withholds("not-val") ? Money.Withheld : null);

    public Money? TotalFrameworkMaximum => StatedMaximum ?? (Withholds("not-max-val") ? Money.Withheld : null);

    public Money? TotalFrameworkApproximate => StatedApproximate ?? (Withholds("not-app-val") ? Money.Withheld : null);

    private Money? StatedTotal { get; set; }

    private Money? StatedMaximum { get; set; }

    private Money? StatedApproximate { get; set; }

    private static bool Add<T>(List<T> list, T part)
    {
        list.Add(part);
        return true;
    }

    private void ReadId(NoticeCursor xml)
    {
        if (xml.HasAttribute("schemeName", "notice-id")) Id ??= xml.Text();
    }

    private void ReadType(NoticeCursor xml)
    {
        Form ??= xml.Attribute("listName");
        Type ??= xml.Code();
    }

    private void ReadPublicationNumber(NoticeCursor xml)
    {
        if (xml.HasAttribute("schemeName", "ojs-notice-id")) PublicationNumber ??= xml.Text()?.TrimStart('0');
    }
}
