using System.Text;
using TenderWatch.Core.Notices;
using TenderWatch.Sources.EForms;

namespace TenderWatch.Sources.Tests.EForms;

/// <summary>Small notices made for one rule each, and their reading.</summary>
internal static class MadeNotice
{
    private const string Ubl = "urn:oasis:names:specification:ubl:schema:xsd:";
    private const string Eforms = "http://data.europa.eu/p27/";

    /// <summary>A notice with the given children of its root and of its eForms extension.</summary>
    public static string Xml(string body = "", string extension = "", string language = "NLD", string root = "ContractAwardNotice") => $"""
        <?xml version="1.0" encoding="UTF-8"?>
        <{root} xmlns="{Ubl}{root}-2" xmlns:cac="{Ubl}CommonAggregateComponents-2" xmlns:cbc="{Ubl}CommonBasicComponents-2"
            xmlns:ext="{Ubl}CommonExtensionComponents-2" xmlns:efext="{Eforms}eforms-ubl-extensions/1"
            xmlns:efac="{Eforms}eforms-ubl-extension-aggregate-components/1" xmlns:efbc="{Eforms}eforms-ubl-extension-basic-components/1">
        <ext:UBLExtensions><ext:UBLExtension><ext:ExtensionContent><efext:EformsExtension>{extension}</efext:EformsExtension></ext:ExtensionContent></ext:UBLExtension></ext:UBLExtensions>
        <cbc:NoticeLanguageCode>{language}</cbc:NoticeLanguageCode>
        {body}
        </{root}>
        """;

    public static NoticeReading Reading(string xml) => Reading(Encoding.UTF8.GetBytes(xml));

    public static NoticeReading Reading(byte[] bytes, EformsLimits? limits = null)
    {
        using var stream = new MemoryStream(bytes);
        return NoticeXml.Read(stream, limits);
    }

    public static Notice Read(string body = "", string extension = "", string language = "NLD") =>
        Assert.IsType<NoticeReading.Read>(Reading(Xml(body, extension, language))).Notice;

    /// <summary>The one lot with the given content beside its identifier.</summary>
    public static Lot Lot(string content) => Assert.Single(Read(LotXml(content)).Lots);

    public static Lot Project(string content) => Lot($"<cac:ProcurementProject>{content}</cac:ProcurementProject>");

    public static string LotXml(string content, string id = "LOT-0001", string scheme = "Lot") =>
        $"""<cac:ProcurementProjectLot><cbc:ID schemeName="{scheme}">{id}</cbc:ID>{content}</cac:ProcurementProjectLot>""";

    /// <summary>A notice whose result holds the given elements.</summary>
    public static Notice Result(string content) => Read(LotXml(""), $"<efac:NoticeResult>{content}</efac:NoticeResult>");

    public static Bid Bid(string content) => Assert.Single(Result($"<efac:LotTender><cbc:ID>TEN-0001</cbc:ID>{content}</efac:LotTender>").Bids);

    public static LotResult LotResult(string content) => Assert.Single(Result($"<efac:LotResult><cbc:ID>RES-0001</cbc:ID>{content}</efac:LotResult>").Results);

    public static string Value(string amount, string currency = "EUR") =>
        $"""<cac:LegalMonetaryTotal><cbc:PayableAmount currencyID="{currency}">{amount}</cbc:PayableAmount></cac:LegalMonetaryTotal>""";

    public static string Withheld(string field, string until = "2032-12-31+01:00") => $"""
        <efac:FieldsPrivacy><efbc:FieldIdentifierCode>{field}</efbc:FieldIdentifierCode><cbc:ReasonCode>fair-comp</cbc:ReasonCode>
        <efbc:PublicationDate>{until}</efbc:PublicationDate></efac:FieldsPrivacy>
        """;

    public static string Organisation(string id, string name, string more = "", string company = "") => $"""
        <efac:Organization>{more}<efac:Company>{company}<cac:PartyIdentification><cbc:ID>{id}</cbc:ID></cac:PartyIdentification>
        <cac:PartyName><cbc:Name languageID="NLD">{name}</cbc:Name></cac:PartyName></efac:Company></efac:Organization>
        """;

    public static IEnumerable<string> Codes(Notice notice) => notice.Problems.Select(problem => problem.Code);
}
