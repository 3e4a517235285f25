using System.Text;
using TenderWatch.Mutations.Mutating;
using TenderWatch.Sources;

namespace TenderWatch.Mutations.Parsers;

/// <summary>The parser of notices as XML, for each of its three formats.</summary>
internal static class XmlParsers
{
    /// <summary>The failures that <see cref="NoticeXml"/> declares.</summary>
    public static IReadOnlyList<string> Faults { get; } = ["empty", "truncated", "not-xml", "encoding", "dtd", "html", "not-a-notice", "too-large", "too-deep", "no-form"];

    // A little of everything that the format has, for where no real notice is at hand.
    private const string MadeForm = """
        <?xml version="1.0" encoding="UTF-8"?>
        <TED_EXPORT xmlns="http://publications.europa.eu/resource/schema/ted/R2.0.9/publication" VERSION="R2.0.9.S03.E01" DOC_ID="008380-2021">
        <CODED_DATA_SECTION><REF_OJS><DATE_PUB>20210108</DATE_PUB></REF_OJS><NOTICE_DATA><NO_DOC_OJS>2021/S 005-008380</NO_DOC_OJS></NOTICE_DATA>
        <CODIF_DATA><TD_DOCUMENT_TYPE CODE="7">Contract award notice</TD_DOCUMENT_TYPE></CODIF_DATA></CODED_DATA_SECTION>
        <FORM_SECTION><F06_2014 CATEGORY="ORIGINAL" FORM="F06" LG="NL"><LEGAL_BASIS VALUE="32014L0025"/>
        <CONTRACTING_BODY><ADDRESS_CONTRACTING_BODY><OFFICIALNAME>Netbeheerder</OFFICIALNAME><NATIONALID>05029249</NATIONALID><COUNTRY VALUE="NL"/></ADDRESS_CONTRACTING_BODY></CONTRACTING_BODY>
        <OBJECT_CONTRACT><TITLE><P>Meters</P></TITLE><CPV_MAIN><CPV_CODE CODE="38554000"/></CPV_MAIN><TYPE_CONTRACT CTYPE="SUPPLIES"/><VAL_TOTAL CURRENCY="EUR">1250000.50</VAL_TOTAL>
        <OBJECT_DESCR ITEM="1"><LOT_NO>1</LOT_NO><SHORT_DESCR><P>x</P></SHORT_DESCR><VAL_OBJECT CURRENCY="EUR">2000000</VAL_OBJECT><DURATION TYPE="MONTH">48</DURATION></OBJECT_DESCR></OBJECT_CONTRACT>
        <PROCEDURE><PT_NEGOTIATED_WITH_PRIOR_CALL/></PROCEDURE>
        <AWARD_CONTRACT ITEM="1"><LOT_NO>1</LOT_NO><AWARDED_CONTRACT><DATE_CONCLUSION_CONTRACT>2020-12-11</DATE_CONCLUSION_CONTRACT><TENDERS PUBLICATION="YES"><NB_TENDERS_RECEIVED>4</NB_TENDERS_RECEIVED></TENDERS>
        <CONTRACTORS PUBLICATION="YES"><CONTRACTOR><ADDRESS_CONTRACTOR><OFFICIALNAME>Bieder</OFFICIALNAME><COUNTRY VALUE="DE"/></ADDRESS_CONTRACTOR><NO_SME/></CONTRACTOR></CONTRACTORS>
        <VALUES PUBLICATION="YES"><VAL_TOTAL CURRENCY="EUR">1250000.50</VAL_TOTAL><VAL_RANGE_TOTAL CURRENCY="EUR"><LOW>1100000</LOW><HIGH>1900000</HIGH></VAL_RANGE_TOTAL></VALUES></AWARDED_CONTRACT></AWARD_CONTRACT>
        </F06_2014></FORM_SECTION></TED_EXPORT>
        """;

    public static IReadOnlyList<Parser> All { get; } =
    [
        Of("eforms", [.. Samples.DemonstrationXml, .. Samples.Shared("eforms", 6), .. Samples.Shared("eforms-sdk-examples", 5)]),
        Of("ted-export", [Encoding.UTF8.GetBytes(MadeForm), .. Samples.Shared("ted-legacy", 2)]),
        Of("ted-esenders", [.. Samples.Shared("ted-legacy", 4).Prepend(Encoding.UTF8.GetBytes(MadeForm)).Select(AsReceived)]),
    ];

    private static Parser Of(string name, IReadOnlyList<byte[]> originals) => new(name, originals, MarkupMutations.Mutate, Read, Faults, (input, answer) => XmlAmounts.Check(input, answer.Notice));

    private static Answer Read(byte[] input)
    {
        using var stream = new MemoryStream(input);
        return Answer.Of(NoticeXml.Read(stream));
    }

    // Reception XML: another root and namespace around the same form, and no data of the publication.
    private static byte[] AsReceived(byte[] published)
    {
        var text = Encoding.UTF8.GetString(published);
        var form = text[text.IndexOf("<FORM_SECTION", StringComparison.Ordinal)..text.IndexOf("</FORM_SECTION>", StringComparison.Ordinal)];
        return Encoding.UTF8.GetBytes($"""
            <TED_ESENDERS xmlns="http://publications.europa.eu/resource/schema/ted/R2.0.9/reception" xmlns:xlink="http://www.w3.org/1999/xlink" xmlns:n2021="http://publications.europa.eu/resource/schema/ted/2021/nuts" xmlns:n2016="http://publications.europa.eu/resource/schema/ted/2016/nuts" VERSION="R2.0.9.S03.E01">
            <SENDER><IDENTIFICATION><ESENDER_LOGIN>x</ESENDER_LOGIN><NO_DOC_EXT>2021-000001</NO_DOC_EXT></IDENTIFICATION></SENDER>{form}</FORM_SECTION></TED_ESENDERS>
            """);
    }
}
