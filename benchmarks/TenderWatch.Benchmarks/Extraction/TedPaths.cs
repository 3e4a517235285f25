using System.Xml;
using System.Xml.Linq;

namespace TenderWatch.Benchmarks.Extraction;

/// <summary>The facts that the extraction gives of a standard form, as absolute XPaths: one query a fact, no joining.</summary>
internal static class TedPaths
{
    private const string Coded = "/*/t:CODED_DATA_SECTION";
    private const string Form = "/*/t:FORM_SECTION/*[@CATEGORY='ORIGINAL']";
    private const string Body = Form + "/t:CONTRACTING_BODY";
    private const string Contract = Form + "/t:OBJECT_CONTRACT";
    private const string Lot = Contract + "/t:OBJECT_DESCR";
    private const string Award = Form + "/t:AWARD_CONTRACT";
    private const string Awarded = Award + "/t:AWARDED_CONTRACT";

    private static readonly string[] Always =
    [
        Coded + "/t:NOTICE_DATA/t:NO_DOC_OJS", Coded + "/t:REF_OJS/t:DATE_PUB", Coded + "/t:CODIF_DATA/t:TD_DOCUMENT_TYPE", Coded + "/t:NOTICE_DATA/t:REF_NOTICE/t:NO_DOC_OJS",
        Form, Form + "/t:LEGAL_BASIS", Form + "/t:PROCEDURE/*", Form + "/t:PROCEDURE/t:DATE_RECEIPT_TENDERS", Form + "/t:PROCEDURE/t:TIME_RECEIPT_TENDERS",
        .. Party(Body + "/t:ADDRESS_CONTRACTING_BODY"), .. Party(Body + "/t:ADDRESS_CONTRACTING_BODY_ADDITIONAL"), Body + "/t:URL_DOCUMENT",
        Contract + "/t:TITLE", Contract + "/t:SHORT_DESCR", Contract + "/t:TYPE_CONTRACT", Contract + "/t:CPV_MAIN/t:CPV_CODE", Contract + "/t:VAL_ESTIMATED_TOTAL", Contract + "/t:VAL_TOTAL",
        Lot + "/t:LOT_NO", Lot + "/t:TITLE", Lot + "/t:SHORT_DESCR", Lot + "/t:CPV_ADDITIONAL/t:CPV_CODE", Lot + "/t:VAL_OBJECT", Lot + "/t:DURATION", Lot + "/t:INDEFINITE_DURATION",
        Lot + "/t:DATE_START", Lot + "/t:DATE_END", Lot + "/t:RENEWAL_DESCR", Lot + "/t:OPTIONS_DESCR",
    ];

    private static readonly string[] OfAwards =
    [
        Award + "/t:LOT_NO", Award + "/t:CONTRACT_NO", Award + "/t:TITLE", Award + "/t:NO_AWARDED_CONTRACT", Awarded + "/t:DATE_CONCLUSION_CONTRACT",
        .. new[] { "", "_SME", "_OTHER_EU", "_NON_EU", "_EMEANS" }.Select(kind => $"{Awarded}/t:TENDERS/t:NB_TENDERS_RECEIVED{kind}"),
        .. Party(Awarded + "/t:CONTRACTORS/t:CONTRACTOR/t:ADDRESS_CONTRACTOR"), Awarded + "/t:CONTRACTORS/t:CONTRACTOR/t:SME", Awarded + "/t:CONTRACTORS/t:CONTRACTOR/t:NO_SME",
        Awarded + "/t:VALUES/t:VAL_ESTIMATED_TOTAL", Awarded + "/t:VALUES/t:VAL_TOTAL", Awarded + "/t:VALUES/t:VAL_RANGE_TOTAL/t:LOW", Awarded + "/t:VALUES/t:VAL_RANGE_TOTAL/t:HIGH",
        Awarded + "/t:LIKELY_SUBCONTRACTED", Awarded + "/t:VAL_SUBCONTRACTING", Awarded + "/t:PCT_SUBCONTRACTING",
    ];

    public static bool IsRoot(XElement root) => root.Name.LocalName == "TED_EXPORT";

    /// <summary>The paths worth asking: those of awards only where there are some.</summary>
    public static IEnumerable<string> Of(XElement root) => root.Descendants(root.Name.Namespace + "AWARD_CONTRACT").Any() ? Always.Concat(OfAwards) : Always;

    /// <summary>Every edition of the forms has a namespace of its own.</summary>
    public static XmlNamespaceManager Namespaces(XElement root)
    {
        var manager = new XmlNamespaceManager(new NameTable());
        manager.AddNamespace("t", root.Name.NamespaceName);
        return manager;
    }

    private static string[] Party(string address) => [address + "/t:OFFICIALNAME", address + "/t:NATIONALID", address + "/t:COUNTRY"];
}
