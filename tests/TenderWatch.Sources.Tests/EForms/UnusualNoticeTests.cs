using System.Text;
using TenderWatch.Core.Notices;

namespace TenderWatch.Sources.Tests.EForms;

/// <summary>Valid notices written as no sender at hand writes them. What must come out is derived from the contract by hand.</summary>
public sealed class UnusualNoticeTests
{
    private const string Ubl = "urn:oasis:names:specification:ubl:schema:xsd:";
    private const string Eforms = "http://data.europa.eu/p27/";

    // Prefixes of its own, no default one, attributes the other way round, the extension in two blocks and behind an extension of somebody else, CDATA and comments.
    private const string Award = $"""
        <?xml version='1.0' encoding='UTF-8' standalone='yes'?>
        <!-- made up --><r:ContractAwardNotice xmlns:r='{Ubl}ContractAwardNotice-2' xmlns:A='{Ubl}CommonAggregateComponents-2' xmlns:B='{Ubl}CommonBasicComponents-2' xmlns:X='{Ubl}CommonExtensionComponents-2'>
          <X:UBLExtensions>
            <X:UBLExtension><X:ExtensionContent><o:Other xmlns:o='urn:other'><B:ID schemeName='notice-id'>other</B:ID></o:Other></X:ExtensionContent></X:UBLExtension>
            <X:UBLExtension><X:ExtensionContent><e:EformsExtension xmlns:e='{Eforms}eforms-ubl-extensions/1' xmlns:C='{Eforms}eforms-ubl-extension-aggregate-components/1' xmlns:D='{Eforms}eforms-ubl-extension-basic-components/1'>
              <C:NoticeResult>
                <B:TotalAmount currencyID=' EUR '> 7933740.10 </B:TotalAmount>
                <C:LotResult>
                  <B:ID schemeName='result'>RES-0001</B:ID><B:TenderResultCode listName='winner-selection-status'><![CDATA[selec-w]]></B:TenderResultCode>
                  <C:ReceivedSubmissionsStatistics><D:StatisticsCode>&#10;&#9;t-verif-inad-low</D:StatisticsCode><D:StatisticsNumeric>2</D:StatisticsNumeric></C:ReceivedSubmissionsStatistics>
                  <C:LotTender><B:ID>TEN-0001</B:ID></C:LotTender><C:LotTender><B:ID>TEN-0002</B:ID></C:LotTender><C:LotTender><B:ID>TEN-0001</B:ID></C:LotTender>
                  <C:TenderLot><B:ID>LOT-0001</B:ID></C:TenderLot>
                </C:LotResult>
                <C:LotTender><B:ID>TEN-0001</B:ID><A:LegalMonetaryTotal><B:PayableAmount currencyID='EUR'>59<!-- torn -->2517432</B:PayableAmount></A:LegalMonetaryTotal><C:TenderingParty><B:ID>TPA-0001</B:ID></C:TenderingParty></C:LotTender>
                <C:LotTender><B:ID>TEN-0002</B:ID><C:FieldsPrivacy><D:FieldIdentifierCode>win-ten-val</D:FieldIdentifierCode></C:FieldsPrivacy><C:TenderingParty><B:ID>TPA-0002</B:ID></C:TenderingParty></C:LotTender>
                <C:SettledContract><B:ID>CON-0001</B:ID><B:IssueDate>2025-12-11Z</B:IssueDate><C:LotTender><B:ID>TEN-0001</B:ID></C:LotTender></C:SettledContract>
                <C:TenderingParty><B:ID>TPA-0001</B:ID>
                  <C:Tenderer><D:GroupLeadIndicator>true</D:GroupLeadIndicator><B:ID>TPO-0001</B:ID></C:Tenderer><C:Tenderer><B:ID>ORG-0003</B:ID></C:Tenderer>
                  <C:SubContractor><B:ID>ORG-0004</B:ID><C:MainContractor><B:ID>ORG-0003</B:ID></C:MainContractor></C:SubContractor></C:TenderingParty>
                <C:TenderingParty><B:ID>TPA-0002</B:ID><C:Tenderer><B:ID>ORG-0009</B:ID></C:Tenderer></C:TenderingParty>
              </C:NoticeResult>
              <C:NoticeSubType><B:SubTypeCode listName='notice-subtype'>30</B:SubTypeCode></C:NoticeSubType>
            </e:EformsExtension></X:ExtensionContent></X:UBLExtension>
            <X:UBLExtension><X:ExtensionContent><e:EformsExtension xmlns:e='{Eforms}eforms-ubl-extensions/1' xmlns:C='{Eforms}eforms-ubl-extension-aggregate-components/1' xmlns:D='{Eforms}eforms-ubl-extension-basic-components/1'>
              <C:Organizations>
                <C:Organization><C:UltimateBeneficialOwner><B:ID>UBO-0001</B:ID></C:UltimateBeneficialOwner>
                  <C:Company><A:PartyIdentification><B:ID>ORG-0002</B:ID></A:PartyIdentification><A:PartyName><B:Name languageID='ENG'>Meters Ltd</B:Name><B:Name languageID='NLD'>Meters B.V.</B:Name></A:PartyName>
                    <A:PartyLegalEntity><B:CompanyID>05029249</B:CompanyID></A:PartyLegalEntity><A:PostalAddress><A:Country><B:IdentificationCode>NLD</B:IdentificationCode></A:Country></A:PostalAddress></C:Company>
                  <C:TouchPoint><A:PartyIdentification><B:ID>TPO-0001</B:ID></A:PartyIdentification><A:PartyName><B:Name>Inkoop</B:Name></A:PartyName></C:TouchPoint></C:Organization>
                <C:Organization><C:Company><A:PartyIdentification><B:ID>ORG-0003</B:ID></A:PartyIdentification><A:PartyName><B:Name languageID='FRA'>Compteurs SAS</B:Name><B:Name languageID='ENG'>Meters SAS</B:Name></A:PartyName></C:Company></C:Organization>
                <C:Organization><C:Company><A:PartyIdentification><B:ID>ORG-0004</B:ID></A:PartyIdentification><A:PartyName><B:Name>Onder</B:Name></A:PartyName></C:Company></C:Organization>
                <C:UltimateBeneficialOwner><B:ID>UBO-0001</B:ID><C:Nationality><B:NationalityID>CHN</B:NationalityID></C:Nationality><C:Nationality><B:NationalityID>NLD</B:NationalityID></C:Nationality></C:UltimateBeneficialOwner>
              </C:Organizations>
              <C:Publication><D:NoticePublicationID schemeName='ojs-notice-id'>00000042-2025</D:NoticePublicationID><D:PublicationDate>2025-12-12+01:00</D:PublicationDate></C:Publication>
            </e:EformsExtension></X:ExtensionContent></X:UBLExtension>
          </X:UBLExtensions>
          <B:ID schemeName='notice-id'>11111111-1111-4111-8111-111111111111</B:ID><B:NoticeTypeCode listName='result'>can-standard</B:NoticeTypeCode><B:NoticeLanguageCode>NLD</B:NoticeLanguageCode>
          <A:ContractingParty><A:Party><A:PartyIdentification><B:ID>TPO-0001</B:ID></A:PartyIdentification></A:Party></A:ContractingParty>
          <A:ContractingParty><A:Party><A:PartyIdentification><B:ID>ORG-0004</B:ID></A:PartyIdentification></A:Party></A:ContractingParty>
          <A:ProcurementProject><B:Name languageID='ENG'>Meters</B:Name><B:Name languageID='NLD'> </B:Name><B:Name languageID='nld'>Meters en modules</B:Name></A:ProcurementProject>
          <A:ProcurementProjectLot><B:ID schemeName='LotsGroup'>GLO-0001</B:ID><A:ProcurementProject><B:Name>Groep</B:Name></A:ProcurementProject></A:ProcurementProjectLot>
          <A:ProcurementProjectLot><B:ID schemeName='Lot'>LOT-0001</B:ID></A:ProcurementProjectLot>
          <A:ProcurementProjectLot><B:ID schemeName='Part'>PAR-0001</B:ID></A:ProcurementProjectLot>
        </r:ContractAwardNotice>
        """;

    [Fact]
    public void Prefixes_order_and_division_of_a_notice_are_the_senders_business()
    {
        var notice = Assert.IsType<NoticeReading.Read>(MadeNotice.Reading(Encoding.UTF8.GetBytes(Award))).Notice;
        Assert.Equal(("11111111-1111-4111-8111-111111111111", "30", "result", "can-standard", "nld"), (notice.NoticeId, notice.Subtype, notice.FormType, notice.NoticeType, notice.Language));
        Assert.Equal(("42-2025", new DateOnly(2025, 12, 12), "Meters en modules"), (notice.PublicationNumber, notice.PublicationDate, notice.Title));
        Assert.Equal(("7933740.10", "EUR"), (notice.TotalValue!.Amount.ToString(System.Globalization.CultureInfo.InvariantCulture), notice.TotalValue.Currency));
        Assert.Equal(["Meters B.V.", "Onder"], notice.Buyers.Select(buyer => buyer.Name));
        Assert.Equal(["LOT-0001"], notice.Lots.Select(lot => lot.Id));
    }

    [Fact]
    public void Its_result_is_joined_across_the_blocks()
    {
        var notice = Assert.IsType<NoticeReading.Read>(MadeNotice.Reading(Encoding.UTF8.GetBytes(Award))).Notice;
        var result = Assert.Single(notice.Results);
        Assert.Equal(("selec-w", "LOT-0001"), (result.Status, result.Lot));
        Assert.Equal(["TEN-0001", "TEN-0002"], result.Bids);
        Assert.True(result.Submissions.TryGet("t-verif-inad-low", out var count) && count == 2);
        Assert.Equal([(true, "592517432"), (false, "withheld")], notice.Bids.Select(bid => (bid.Won, bid.Value!.IsWithheld ? "withheld" : bid.Value.Amount.ToString(System.Globalization.CultureInfo.InvariantCulture))));
        var winner = notice.Bids[0];
        Assert.Equal([("Meters B.V.", true), ("Compteurs SAS", null)], winner.Bidders.Select(party => (party.Name, party.Leader)));
        Assert.Equal(["05029249", "NLD", "CHN", "NLD"], [.. winner.Bidders[0].Ids, winner.Bidders[0].Country!, .. winner.Bidders[0].OwnerNationalities]);
        Assert.Equal(["Onder"], winner.Subcontractors.Select(party => party.Name));
        Assert.Empty(notice.Bids[1].Bidders);
        Assert.Equal(("CON-0001", new DateOnly(2025, 12, 11)), (notice.Contracts.Single().Id, notice.Contracts[0].Concluded));
        Assert.Equal([("win-ten-val", "TEN-0002")], notice.Withheld.Select(field => (field.Field, field.At)));
        Assert.Equal(["unresolved-reference"], MadeNotice.Codes(notice));
    }

    [Theory]
    [InlineData("PriorInformationNotice", Ubl + "PriorInformationNotice-2")]
    [InlineData("ContractNotice", Ubl + "ContractNotice-2")]
    [InlineData("ContractAwardNotice", Ubl + "ContractAwardNotice-2")]
    [InlineData("BusinessRegistrationInformationNotice", Eforms + "eforms-business-registration-information-notice/1")]
    public void Every_subtype_is_read_from_its_root(string root, string space)
    {
        foreach (var subtype in (string[])["1", "6", "9", "10", "24", "CEI", "25", "28", "29", "37", "38", "40", "T01", "T02", "X01", "X02", "E1", "E6"])
        {
            var xml = MadeNotice.Xml(extension: $"<efac:NoticeSubType><cbc:SubTypeCode>{subtype}</cbc:SubTypeCode></efac:NoticeSubType>", root: root).Replace($"xmlns=\"{Ubl}{root}-2\"", $"xmlns=\"{space}\"", StringComparison.Ordinal);
            Assert.Equal(subtype, Assert.IsType<NoticeReading.Read>(MadeNotice.Reading(xml)).Notice.Subtype);
        }
    }
}
