using System.Globalization;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using System.Xml.Linq;
using System.Xml.XPath;

namespace TenderWatch.Sources.Tests.TedExport;

/// <summary>
/// The contract's section on TED_EXPORT (notice-json.md) done a second time and another way: XPath over the document without its
/// namespaces, JSON put together by hand. It shares no code with the reader.
/// </summary>
internal sealed partial class TedExportOracle
{
    // Those that the real notices name.
    private static readonly Dictionary<string, string> Countries = new(StringComparer.Ordinal)
    {
        ["AT"] = "AUT",
        ["BG"] = "BGR",
        ["CH"] = "CHE",
        ["CY"] = "CYP",
        ["CZ"] = "CZE",
        ["DE"] = "DEU",
        ["DK"] = "DNK",
        ["EE"] = "EST",
        ["ES"] = "ESP",
        ["FI"] = "FIN",
        ["FR"] = "FRA",
        ["GR"] = "GRC",
        ["HR"] = "HRV",
        ["IE"] = "IRL",
        ["IT"] = "ITA",
        ["LT"] = "LTU",
        ["LV"] = "LVA",
        ["NL"] = "NLD",
        ["PL"] = "POL",
        ["PT"] = "PRT",
        ["RO"] = "ROU",
        ["SE"] = "SWE",
        ["SI"] = "SVN",
        ["SK"] = "SVK",
        ["TR"] = "TUR",
        ["UK"] = "GBR",
        ["US"] = "USA",
    };

    private static readonly Dictionary<string, string> Languages = new(StringComparer.Ordinal)
    {
        ["BG"] = "bul",
        ["CS"] = "ces",
        ["DA"] = "dan",
        ["DE"] = "deu",
        ["EL"] = "ell",
        ["EN"] = "eng",
        ["ES"] = "spa",
        ["ET"] = "est",
        ["FI"] = "fin",
        ["FR"] = "fra",
        ["HR"] = "hrv",
        ["IT"] = "ita",
        ["LT"] = "lit",
        ["NL"] = "nld",
        ["PL"] = "pol",
        ["PT"] = "por",
        ["RO"] = "ron",
        ["SL"] = "slv",
        ["SV"] = "swe",
    };

    private static readonly (string Path, string Kind)[] Counts =
    [
        ("NB_TENDERS_RECEIVED", "tenders"), ("NB_TENDERS_RECEIVED_SME", "t-sme"), ("NB_TENDERS_RECEIVED_OTHER_EU", "t-oth-eea"),
        ("NB_TENDERS_RECEIVED_NON_EU", "t-no-eea"), ("NB_TENDERS_RECEIVED_EMEANS", "t-esubm"),
    ];

    private readonly XDocument _document;
    private readonly XElement _form;

    public TedExportOracle(XDocument document)
    {
        foreach (var element in document.Descendants())
        {
            element.Name = element.Name.LocalName;
        }

        _document = document;
        _form = document.XPathSelectElement("//*[@CATEGORY='ORIGINAL']")!;
    }

    public JsonObject Notice()
    {
        var isOld = _form.Name.LocalName != "MOVE" && !R209().IsMatch(_form.Name.LocalName);
        var head = new JsonObject
        {
            ["format"] = "ted-export",
            ["publicationNumber"] = _document.XPathSelectElement("/*/CODED_DATA_SECTION/NOTICE_DATA/NO_DOC_OJS") is { } number ? Number(number.Value) : Number(_document.Root!.Attribute("DOC_ID")!.Value),
            ["publicationDate"] = Day(_document.XPathSelectElement("/*/CODED_DATA_SECTION/REF_OJS/DATE_PUB")),
            ["subtype"] = _form.Attribute("FORM")!.Value,
            ["noticeType"] = _document.XPathSelectElement("/*/CODED_DATA_SECTION/CODIF_DATA/TD_DOCUMENT_TYPE")?.Attribute("CODE")!.Value,
            ["legalBasis"] = _form.XPathSelectElement("LEGAL_BASIS")?.Attribute("VALUE")?.Value,
            ["language"] = Languages[_form.Attribute("LG")!.Value],
        };
        if (isOld) return Drop(head);
        head["procedureType"] = ProcedureType();
        head["title"] = Text("OBJECT_CONTRACT/TITLE");
        head["contractNature"] = Value("OBJECT_CONTRACT/TYPE_CONTRACT/@CTYPE")?.ToLowerInvariant();
        head["cpv"] = Cpv(_form, "OBJECT_CONTRACT/CPV_MAIN/CPV_CODE");
        head["buyers"] = List(Select(_form, "CONTRACTING_BODY[1]/*[starts-with(name(), 'ADDRESS_CONTRACTING_BODY')]").Select(Party));
        head["estimatedValue"] = Money(_form, "OBJECT_CONTRACT/VAL_ESTIMATED_TOTAL");
        head["totalValue"] = Money(_form, "OBJECT_CONTRACT/VAL_TOTAL");
        head["lots"] = List(Select(_form, "OBJECT_CONTRACT/OBJECT_DESCR").Select(Lot));
        var awards = Select(_form, "AWARD_CONTRACT").Select((award, index) => (award, number: (index + 1).ToString("0000", CultureInfo.InvariantCulture))).ToList();
        head["results"] = List(awards.Select(one => Result(one.award, one.number)));
        head["bids"] = List(awards.Where(one => Select(one.award, "AWARDED_CONTRACT[1]//CONTRACTOR").Any()).Select(one => Bid(one.award, one.number)));
        head["contracts"] = List(awards.Where(one => Select(one.award, "AWARDED_CONTRACT").Any()).Select(one => Contract(one.award, one.number)));
        return Drop(head);
    }

    private JsonObject Lot(XElement lot) => Drop(new JsonObject
    {
        ["id"] = Text(lot, "LOT_NO") ?? "LOT-0000",
        ["title"] = Text(lot, "TITLE"),
        ["cpv"] = Cpv(lot, "CPV_ADDITIONAL/CPV_CODE"),
        ["estimatedValue"] = Money(lot, "VAL_OBJECT"),
        ["duration"] = lot.XPathSelectElement("DURATION") is { } duration
            ? $"P{decimal.Parse(duration.Value, CultureInfo.InvariantCulture):0.####}{duration.Attribute("TYPE")!.Value[0]}"
            : lot.XPathSelectElement("INDEFINITE_DURATION") is null ? null : "UNLIMITED",
        ["start"] = Text(lot, "DATE_START"),
        ["end"] = Text(lot, "DATE_END"),
        ["renewalDescription"] = Text(lot, "RENEWAL_DESCR"),
        ["optionsDescription"] = Text(lot, "OPTIONS_DESCR"),
        ["deadline"] = Text("PROCEDURE/DATE_RECEIPT_TENDERS") is { } date ? date + (Text("PROCEDURE/TIME_RECEIPT_TENDERS") is { } time ? $"T{time}:00" : "") : null,
        ["documentsUrl"] = Text("CONTRACTING_BODY/URL_DOCUMENT") is { } url ? new JsonArray(url) : null,
    });

    private static JsonObject Result(XElement award, string number) => Drop(new JsonObject
    {
        ["id"] = "RES-" + number,
        ["lot"] = Text(award, "LOT_NO") ?? "LOT-0000",
        ["bids"] = Select(award, "AWARDED_CONTRACT[1]//CONTRACTOR").Any() ? new JsonArray("TEN-" + number) : null,
        ["status"] = Select(award, "AWARDED_CONTRACT").Any() ? "selec-w" : Select(award, "NO_AWARDED_CONTRACT").Any() ? "clos-nw" : null,
        ["estimatedValue"] = Money(award, "AWARDED_CONTRACT//VAL_ESTIMATED_TOTAL"),
        ["lowest"] = Money(award, "AWARDED_CONTRACT//VAL_RANGE_TOTAL/LOW"),
        ["highest"] = Money(award, "AWARDED_CONTRACT//VAL_RANGE_TOTAL/HIGH"),
        ["submissions"] = Drop([.. Counts.Select(count => KeyValuePair.Create(count.Kind, (JsonNode?)Figure(award, $"AWARDED_CONTRACT//{count.Path}")))]),
    });

    private static JsonObject Bid(XElement award, string number) => Drop(new JsonObject
    {
        ["id"] = "TEN-" + number,
        ["lot"] = Text(award, "LOT_NO") ?? "LOT-0000",
        ["value"] = Money(award, "AWARDED_CONTRACT//VAL_TOTAL"),
        ["won"] = true,
        ["bidders"] = List(Select(award, "AWARDED_CONTRACT[1]//CONTRACTOR").Select(Contractor)),
        ["subcontracting"] = Drop(new JsonObject
        {
            ["status"] = Select(award, "AWARDED_CONTRACT/LIKELY_SUBCONTRACTED").Any() ? "yes" : null,
            ["value"] = Money(award, "AWARDED_CONTRACT/VAL_SUBCONTRACTING"),
            ["percent"] = Figure(award, "AWARDED_CONTRACT/PCT_SUBCONTRACTING"),
        }),
    });

    private static JsonObject Contract(XElement award, string number) => Drop(new JsonObject
    {
        ["id"] = "CON-" + number,
        ["reference"] = Text(award, "CONTRACT_NO"),
        ["bids"] = Select(award, "AWARDED_CONTRACT[1]//CONTRACTOR").Any() ? new JsonArray("TEN-" + number) : null,
        ["concluded"] = Text(award, "AWARDED_CONTRACT/DATE_CONCLUSION_CONTRACT"),
    });

    private static JsonObject Contractor(XElement contractor)
    {
        var party = Party(contractor.XPathSelectElement("ADDRESS_CONTRACTOR") ?? new XElement("ADDRESS_CONTRACTOR"));
        if (contractor.Element("SME") is not null) party["size"] = "sme";
        else if (contractor.Element("NO_SME") is not null) party["size"] = "large";
        return party;
    }

    private static JsonObject Party(XElement address) => Drop(new JsonObject
    {
        ["name"] = Text(address, "OFFICIALNAME"),
        ["ids"] = Text(address, "NATIONALID") is { } id ? new JsonArray(id) : null,
        ["country"] = address.XPathSelectElement("COUNTRY")?.Attribute("VALUE")?.Value is { } code ? Countries[code] : null,
    });

    private string? ProcedureType()
    {
        foreach (var (name, type) in ((string, string)[])
        [
            ("PT_OPEN", "open"), ("PT_RESTRICTED", "restricted"), ("PT_COMPETITIVE_NEGOTIATION", "neg-w-call"), ("PT_NEGOTIATED_WITH_PRIOR_CALL", "neg-w-call"),
            ("PT_COMPETITIVE_DIALOGUE", "comp-dial"), ("PT_INNOVATION_PARTNERSHIP", "innovation"), ("PT_AWARD_CONTRACT_WITHOUT_CALL", "neg-wo-call"),
            ("PT_AWARD_CONTRACT_WITHOUT_PUBLICATION", "neg-wo-call"), ("PT_NEGOTIATED_WITHOUT_PUBLICATION", "neg-wo-call"),
        ])
        {
            if (_form.XPathSelectElement("PROCEDURE//" + name) is not null) return type;
        }

        return null;
    }

    private string? Text(string path) => Text(_form, path);

    private string? Value(string path) => ((IEnumerable<object>)_form.XPathEvaluate(path)).OfType<XAttribute>().FirstOrDefault()?.Value;

    private static IEnumerable<XElement> Select(XElement element, string path) => element.XPathSelectElements(path);

    private static string? Text(XElement element, string path)
    {
        if (element.XPathSelectElement(path) is not { } found) return null;
        var parts = found.Elements("P").Any() ? found.Elements("P").Select(paragraph => paragraph.Value) : [found.Value];
        var text = string.Join('\n', parts.Select(part => part.Trim()).Where(part => part.Length > 0));
        return text.Length > 0 ? text : null;
    }

    private static JsonValue? Figure(XElement element, string path) => Text(element, path) is { } text ? JsonValue.Create(decimal.Parse(text, CultureInfo.InvariantCulture)) : null;

    private static JsonObject? Money(XElement element, string path)
    {
        if (element.XPathSelectElement(path) is not { } found) return null;
        var currency = found.Attribute("CURRENCY")?.Value ?? found.Parent!.Attribute("CURRENCY")!.Value;
        return new JsonObject { ["amount"] = decimal.Parse(found.Value, CultureInfo.InvariantCulture), ["currency"] = currency };
    }

    private static JsonArray? Cpv(XElement element, string path)
    {
        var codes = Select(element, path).Select(code => code.Attribute("CODE")!.Value).Distinct(StringComparer.Ordinal).Select(code => (JsonNode)code).ToArray();
        return codes.Length > 0 ? new JsonArray(codes) : null;
    }

    private static JsonArray? List(IEnumerable<JsonObject> items) => items.ToArray<JsonNode?>() is { Length: > 0 } list ? new JsonArray(list) : null;

    private static string? Day(XElement? element) => element is null ? null : DateOnly.ParseExact(element.Value, "yyyyMMdd", CultureInfo.InvariantCulture).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    private static string Number(string text) => !text.Contains('/', StringComparison.Ordinal) ? text.TrimStart('0') : text[(text.LastIndexOf('-') + 1)..].TrimStart('0') + "-" + text[..4];

    private static JsonObject Drop(JsonObject facts)
    {
        foreach (var name in facts.Where(fact => fact.Value is null or JsonObject { Count: 0 }).Select(fact => fact.Key).ToList()) facts.Remove(name);
        return facts;
    }

    [GeneratedRegex("^F[0-9]{2}_2014$", RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 1000)]
    private static partial Regex R209();
}
