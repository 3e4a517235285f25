using System.Xml;
using System.Xml.Linq;

namespace TenderWatch.Benchmarks.Extraction;

/// <summary>The fields that the extraction gives, as the absolute XPaths of the eForms field list: one query a field, no joining.</summary>
internal static class FieldPaths
{
    private const string Ext = "/*/ext:UBLExtensions/ext:UBLExtension/ext:ExtensionContent/efext:EformsExtension";
    private const string Result = Ext + "/efac:NoticeResult";
    private const string Organisation = Ext + "/efac:Organizations/efac:Organization";
    private const string Project = "/*/cac:ProcurementProject";
    private const string Lot = "/*/cac:ProcurementProjectLot[cbc:ID/@schemeName='Lot']";
    private const string Nested = "/ext:UBLExtensions/ext:UBLExtension/ext:ExtensionContent/efext:EformsExtension";

    private static readonly string[] Always =
    [
        "/*/cbc:CustomizationID", "/*/cbc:ID[@schemeName='notice-id']", "/*/cbc:VersionID", "/*/cbc:ContractFolderID", "/*/cbc:NoticeTypeCode",
        "/*/cbc:RegulatoryDomain", "/*/cbc:NoticeLanguageCode", "/*/cac:TenderingProcess/cbc:ProcedureCode",
        "/*/cac:ContractingParty/cac:Party/cac:PartyIdentification/cbc:ID",
        Ext + "/efac:NoticeSubType/cbc:SubTypeCode", Ext + "/efac:Changes/efbc:ChangedNoticeIdentifier",
        Ext + "/efac:Publication/efbc:NoticePublicationID[@schemeName='ojs-notice-id']", Ext + "/efac:Publication/efbc:PublicationDate",
        Organisation + "/efac:Company/cac:PartyIdentification/cbc:ID", Organisation + "/efac:Company/cac:PartyName/cbc:Name",
        Organisation + "/efac:Company/cac:PartyLegalEntity/cbc:CompanyID", Organisation + "/efac:Company/cac:PostalAddress/cac:Country/cbc:IdentificationCode",
        Organisation + "/efac:Company/efbc:CompanySizeCode", Organisation + "/efac:TouchPoint/cac:PartyIdentification/cbc:ID",
        Organisation + "/efbc:ListedOnRegulatedMarketIndicator", Organisation + "/efbc:NaturalPersonIndicator",
        Organisation + "/efac:UltimateBeneficialOwner/cbc:ID", Ext + "/efac:Organizations/efac:UltimateBeneficialOwner/efac:Nationality/cbc:NationalityID",
        Project + "/cbc:Name", Project + "/cbc:Description", Project + "/cbc:Note", Project + "/cbc:ProcurementTypeCode",
        Project + "/cac:MainCommodityClassification/cbc:ItemClassificationCode", Project + "/cac:AdditionalCommodityClassification/cbc:ItemClassificationCode",
        Project + "/cac:RequestedTenderTotal/cbc:EstimatedOverallContractAmount", Project + "/cac:RequestedTenderTotal" + Nested + "/efbc:FrameworkMaximumAmount",
        Lot + "/cbc:ID", Lot + "/cac:ProcurementProject/cbc:Name", Lot + "/cac:ProcurementProject/cbc:Description",
        Lot + "/cac:ProcurementProject/cac:MainCommodityClassification/cbc:ItemClassificationCode",
        Lot + "/cac:ProcurementProject/cac:AdditionalCommodityClassification/cbc:ItemClassificationCode",
        Lot + "/cac:ProcurementProject/cbc:EstimatedOverallContractQuantity",
        Lot + "/cac:ProcurementProject/cac:RequestedTenderTotal/cbc:EstimatedOverallContractAmount",
        Lot + "/cac:ProcurementProject/cac:RequestedTenderTotal" + Nested + "/efbc:FrameworkMaximumAmount",
        Lot + "/cac:ProcurementProject/cac:PlannedPeriod/cbc:DurationMeasure", Lot + "/cac:ProcurementProject/cac:PlannedPeriod/cbc:DescriptionCode",
        Lot + "/cac:ProcurementProject/cac:PlannedPeriod/cbc:StartDate", Lot + "/cac:ProcurementProject/cac:PlannedPeriod/cbc:EndDate",
        Lot + "/cac:ProcurementProject/cac:ContractExtension/cbc:MaximumNumberNumeric", Lot + "/cac:ProcurementProject/cac:ContractExtension/cbc:OptionsDescription",
        Lot + "/cac:ProcurementProject/cac:ContractExtension/cac:Renewal/cac:Period/cbc:Description",
        Lot + "/cac:TenderingProcess/cac:ContractingSystem[cbc:ContractingSystemTypeCode/@listName='framework-agreement']/cbc:ContractingSystemTypeCode",
        Lot + "/cac:TenderingProcess/cac:TenderSubmissionDeadlinePeriod/cbc:EndDate", Lot + "/cac:TenderingProcess/cac:TenderSubmissionDeadlinePeriod/cbc:EndTime",
        Lot + "/cac:TenderingProcess/cac:ParticipationRequestReceptionPeriod/cbc:EndDate", Lot + "/cac:TenderingProcess/cac:ParticipationRequestReceptionPeriod/cbc:EndTime",
        Lot + "/cac:TenderingTerms/cac:ContractExecutionRequirement[cbc:ExecutionRequirementCode/@listName='fsr']/cbc:ExecutionRequirementCode",
        Lot + "/cac:TenderingTerms/cac:CallForTendersDocumentReference/cac:Attachment[../cbc:DocumentType/text()='non-restricted-document']/cac:ExternalReference/cbc:URI",
        "//efac:FieldsPrivacy/efbc:FieldIdentifierCode", "//efac:FieldsPrivacy/cbc:ReasonCode", "//efac:FieldsPrivacy/efbc:PublicationDate",
    ];

    private static readonly string[] OfResults =
    [
        Result + "/cbc:TotalAmount", Result + "/efbc:OverallMaximumFrameworkContractsAmount", Result + "/efbc:OverallApproximateFrameworkContractsAmount",
        Result + "/efac:LotResult/cbc:ID", Result + "/efac:LotResult/efac:TenderLot/cbc:ID", Result + "/efac:LotResult/efac:LotTender/cbc:ID",
        Result + "/efac:LotResult/cbc:TenderResultCode", Result + "/efac:LotResult/efac:DecisionReason/efbc:DecisionReasonCode",
        Result + "/efac:LotResult/cbc:LowerTenderAmount", Result + "/efac:LotResult/cbc:HigherTenderAmount",
        Result + "/efac:LotResult/efac:FrameworkAgreementValues/cbc:MaximumValueAmount",
        Result + "/efac:LotResult/efac:FrameworkAgreementValues/efbc:ReestimatedValueAmount",
        Result + "/efac:LotResult/efac:ReceivedSubmissionsStatistics/efbc:StatisticsCode",
        Result + "/efac:LotResult/efac:ReceivedSubmissionsStatistics/efbc:StatisticsNumeric",
        Result + "/efac:LotTender/cbc:ID", Result + "/efac:LotTender/efac:TenderLot/cbc:ID", Result + "/efac:LotTender/efac:TenderingParty/cbc:ID",
        Result + "/efac:LotTender/cac:LegalMonetaryTotal/cbc:PayableAmount", Result + "/efac:LotTender/cbc:RankCode",
        Result + "/efac:LotTender/efbc:TenderVariantIndicator", Result + "/efac:LotTender/efac:Origin/efbc:AreaCode",
        Result + "/efac:LotTender/efbc:ForeignSubsidiesMeasuresCode",
        Result + "/efac:LotTender/efac:SubcontractingTerm[efbc:TermCode/@listName='applicability']/efbc:TermCode",
        Result + "/efac:LotTender/efac:SubcontractingTerm[efbc:TermCode/@listName='applicability']/efbc:TermAmount",
        Result + "/efac:LotTender/efac:SubcontractingTerm[efbc:TermCode/@listName='applicability']/efbc:TermPercent",
        Result + "/efac:TenderingParty/cbc:ID", Result + "/efac:TenderingParty/efac:Tenderer/cbc:ID",
        Result + "/efac:TenderingParty/efac:Tenderer/efbc:GroupLeadIndicator", Result + "/efac:TenderingParty/efac:SubContractor/cbc:ID",
        Result + "/efac:SettledContract/cbc:ID", Result + "/efac:SettledContract/cbc:Title", Result + "/efac:SettledContract/cbc:IssueDate",
        Result + "/efac:SettledContract/cbc:AwardDate", Result + "/efac:SettledContract/efac:ContractReference/cbc:ID",
        Result + "/efac:SettledContract/efac:LotTender/cbc:ID",
    ];

    public static XmlNamespaceManager Namespaces { get; } = NewNamespaces();

    /// <summary>The paths worth asking of a notice: those of results only where it has some.</summary>
    public static IEnumerable<string> Of(XElement root) => root.Name.LocalName == "ContractAwardNotice" ? Always.Concat(OfResults) : Always;

    private static XmlNamespaceManager NewNamespaces()
    {
        const string Ubl = "urn:oasis:names:specification:ubl:schema:xsd:";
        const string Eforms = "http://data.europa.eu/p27/";
        var manager = new XmlNamespaceManager(new NameTable());
        manager.AddNamespace("cac", Ubl + "CommonAggregateComponents-2");
        manager.AddNamespace("cbc", Ubl + "CommonBasicComponents-2");
        manager.AddNamespace("ext", Ubl + "CommonExtensionComponents-2");
        manager.AddNamespace("efext", Eforms + "eforms-ubl-extensions/1");
        manager.AddNamespace("efac", Eforms + "eforms-ubl-extension-aggregate-components/1");
        manager.AddNamespace("efbc", Eforms + "eforms-ubl-extension-basic-components/1");
        return manager;
    }
}
