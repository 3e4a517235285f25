using System.Globalization;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using System.Xml.Linq;
using System.Xml.XPath;

namespace TenderWatch.Sources.Tests.EForms;

/// <summary>
/// The contract (notice-json.md) done a second time and another way: the document in memory, one query a field with the XPath taken from the
/// field list, JSON put together by hand. It shares no code with the reader and is written for real notices only: slow, and without limits.
/// </summary>
internal sealed partial class EformsOracle(XDocument document, FieldList fields)
{
    private const string Ext = "/*/ext:UBLExtensions/ext:UBLExtension/ext:ExtensionContent/efext:EformsExtension";
    private const string Result = Ext + "/efac:NoticeResult";
    private const string LotPath = "/*/cac:ProcurementProjectLot[cbc:ID/@schemeName='Lot']";
    private const string LotResultPath = Result + "/efac:LotResult";
    private const string TenderPath = Result + "/efac:LotTender";
    private const string ContractPath = Result + "/efac:SettledContract";
    private const string OrganisationPath = Ext + "/efac:Organizations/efac:Organization";
    private const string TenderingPartyPath = Result + "/efac:TenderingParty";

    private readonly string? _language = Trim(document.XPathSelectElement("/*/cbc:NoticeLanguageCode", FieldList.Namespaces)?.Value);

    public JsonObject Notice() => Drop(new JsonObject
    {
        ["format"] = "eforms",
        ["sdk"] = Text("OPT-002-notice"),
        ["noticeId"] = Text("BT-701-notice"),
        ["noticeVersion"] = Text("BT-757-notice"),
        ["publicationNumber"] = Text("OPP-010-notice")?.TrimStart('0'),
        ["publicationDate"] = Date(fields.Elements(document, "OPP-012-notice")),
        ["procedureId"] = Text("BT-04-notice"),
        ["subtype"] = Text("OPP-070-notice"),
        ["noticeType"] = Text("BT-02-notice"),
        ["formType"] = Trim(fields.Elements(document, "BT-02-notice").FirstOrDefault()?.Attribute("listName")?.Value),
        ["legalBasis"] = Text("BT-01-notice"),
        ["language"] = _language?.ToLowerInvariant(),
        ["changes"] = Text("BT-758-notice"),
        ["previousPublications"] = Strings(fields.Elements(document, "BT-1501(n)-Contract").Concat(fields.Elements(document, "OPP-090-Procedure"))),
        ["procedureType"] = Code(fields.Elements(document, "BT-105-Procedure")),
        ["title"] = Multilingual(fields.Elements(document, "BT-21-Procedure")),
        ["description"] = Multilingual(fields.Elements(document, "BT-24-Procedure")),
        ["additionalInformation"] = Multilingual(fields.Elements(document, "BT-300-Procedure")),
        ["contractNature"] = Code(fields.Elements(document, "BT-23-Procedure")),
        ["cpv"] = Cpv(fields.Elements(document, "BT-262-Procedure").Concat(fields.Elements(document, "BT-263-Procedure"))),
        ["buyers"] = Parties(fields.Elements(document, "OPT-300-Procedure-Buyer").Select(id => (Trim(id.Value), (bool?)null))),
        ["estimatedValue"] = Money(fields.Elements(document, "BT-27-Procedure")),
        ["frameworkMaximum"] = Money(fields.Elements(document, "BT-271-Procedure")),
        ["totalValue"] = Money(fields.Elements(document, "BT-161-NoticeResult"), Named("BT-195(BT-161)-NoticeResult")),
        ["totalFrameworkMaximum"] = Money(fields.Elements(document, "BT-118-NoticeResult"), Named("BT-195(BT-118)-NoticeResult")),
        ["totalFrameworkApproximate"] = Money(fields.Elements(document, "BT-1118-NoticeResult"), Named("BT-195(BT-1118)-NoticeResult")),
        ["lots"] = Array(Select(LotPath).Select(Lot)),
        ["results"] = Array(Select(LotResultPath).Select(LotResult)),
        ["bids"] = Array(Select(TenderPath).Select(Bid)),
        ["contracts"] = Array(Select(ContractPath).Select(Contract)),
        ["withheld"] = Array(document.XPathSelectElements("//efac:FieldsPrivacy", FieldList.Namespaces).Select(Withheld)),
    });

    private JsonObject Lot(XElement lot)
    {
        IEnumerable<XElement> Of(string field) => fields.Elements(lot, LotPath, field);
        return Drop(new JsonObject
        {
            ["id"] = Text(Of("BT-137-Lot")),
            ["title"] = Multilingual(Of("BT-21-Lot")),
            ["description"] = Multilingual(Of("BT-24-Lot")),
            ["cpv"] = Cpv(Of("BT-262-Lot").Concat(Of("BT-263-Lot"))),
            ["quantity"] = Quantity(Of("BT-25-Lot").FirstOrDefault()),
            ["estimatedValue"] = Money(Of("BT-27-Lot")),
            ["frameworkMaximum"] = Money(Of("BT-271-Lot")),
            ["duration"] = Duration(Of("BT-36-Lot").FirstOrDefault()) ?? (Text(Of("BT-538-Lot")) == "UNLIMITED" ? "UNLIMITED" : null),
            ["start"] = Date(Of("BT-536-Lot")),
            ["end"] = Date(Of("BT-537-Lot")),
            ["renewals"] = Number(Of("BT-58-Lot")),
            ["renewalDescription"] = Multilingual(Of("BT-57-Lot")),
            ["optionsDescription"] = Multilingual(Of("BT-54-Lot")),
            ["framework"] = Code(Of("BT-765-Lot")),
            ["deadline"] = Deadline(Of("BT-131(d)-Lot"), Of("BT-131(t)-Lot")) ?? Deadline(Of("BT-1311(d)-Lot"), Of("BT-1311(t)-Lot")),
            ["fsr"] = Indicator(Of("BT-681-Lot")),
            ["documentsUrl"] = Strings(Of("BT-15-Lot")),
            ["restrictedDocumentsUrl"] = Strings(Of("BT-615-Lot")),
        });
    }

    private JsonObject LotResult(XElement result)
    {
        IEnumerable<XElement> Of(string field) => fields.Elements(result, LotResultPath, field);
        return Drop(new JsonObject
        {
            ["id"] = Text(Of("OPT-322-LotResult")),
            ["lot"] = Text(Of("BT-13713-LotResult")),
            ["bids"] = Strings(Of("OPT-320-LotResult")),
            ["status"] = Code(Of("BT-142-LotResult")),
            ["notAwardedReason"] = Code(Of("BT-144-LotResult")),
            ["lowest"] = Money(Of("BT-710-LotResult"), Of("BT-195(BT-710)-LotResult").Any()),
            ["highest"] = Money(Of("BT-711-LotResult"), Of("BT-195(BT-711)-LotResult").Any()),
            ["frameworkMaximum"] = Money(Of("BT-709-LotResult"), Of("BT-195(BT-709)-LotResult").Any()),
            ["frameworkReestimated"] = Money(Of("BT-660-LotResult"), Of("BT-195(BT-660)-LotResult").Any()),
            ["submissions"] = Submissions(result),
        });
    }

    private JsonObject Bid(XElement tender)
    {
        IEnumerable<XElement> Of(string field) => fields.Elements(tender, TenderPath, field);
        var id = Text(Of("OPT-321-Tender"));
        var party = Text(Of("OPT-310-Tender")) is { } reference ? Select(TenderingPartyPath).FirstOrDefault(found => Trim(Child(found, "cbc:ID")?.Value) == reference) : null;
        IEnumerable<XElement> Members(string path) => party is null ? [] : party.XPathSelectElements(path, FieldList.Namespaces);
        return Drop(new JsonObject
        {
            ["id"] = id,
            ["lot"] = Text(Of("BT-13714-Tender")),
            ["value"] = Money(Of("BT-720-Tender"), Of("BT-195(BT-720)-Tender").Any()),
            ["rank"] = Number(Of("BT-171-Tender")),
            ["variant"] = Of("BT-195(BT-193)-Tender").Any() ? null : Indicator(Of("BT-193-Tender")),
            ["won"] = id is not null && fields.Elements(document, "BT-3202-Contract").Any(bid => Trim(bid.Value) == id),
            ["bidders"] = Parties(Members("efac:Tenderer").Select(member => (Trim(Child(member, "cbc:ID")?.Value), Flag(Child(member, "efbc:GroupLeadIndicator"))))),
            ["subcontractors"] = Parties(Members("efac:SubContractor").Select(member => (Trim(Child(member, "cbc:ID")?.Value), (bool?)null))),
            ["subcontracting"] = Drop(new JsonObject
            {
                ["status"] = Code(Of("BT-773-Tender")),
                ["value"] = Money(Of("BT-553-Tender"), Of("BT-195(BT-553)-Tender").Any()),
                ["percent"] = Number(Of("BT-555-Tender")),
            }) is { Count: > 0 } subcontracting ? subcontracting : null,
            ["origin"] = Strings(Of("BT-191-Tender").Where(origin => Trim(origin.Value) != "unpublished")),
            ["fsrConclusion"] = Code(Of("BT-682-Tender")),
        });
    }

    private JsonObject Contract(XElement contract)
    {
        IEnumerable<XElement> Of(string field) => fields.Elements(contract, ContractPath, field);
        return Drop(new JsonObject
        {
            ["id"] = Text(Of("OPT-316-Contract")),
            ["reference"] = Text(Of("BT-150-Contract")),
            ["title"] = Multilingual(Of("BT-721-Contract")),
            ["bids"] = Strings(Of("BT-3202-Contract")),
            ["concluded"] = Date(Of("BT-145-Contract")),
            ["decided"] = Date(Of("BT-1451-Contract")),
        });
    }

    private static JsonObject Withheld(XElement privacy) => Drop(new JsonObject
    {
        ["field"] = Trim(Child(privacy, "efbc:FieldIdentifierCode")?.Value),
        ["reason"] = Trim(Child(privacy, "cbc:ReasonCode")?.Value),
        ["until"] = Date(privacy.XPathSelectElements("efbc:PublicationDate", FieldList.Namespaces)),
        ["at"] = Trim(privacy.XPathSelectElement("ancestor::*[self::efac:LotTender or self::efac:LotResult or self::cac:ProcurementProjectLot][1]/cbc:ID", FieldList.Namespaces)?.Value),
    });

    private JsonArray? Parties(IEnumerable<(string? Id, bool? Leader)> references) => Array(references.Select(reference => Party(reference.Id, reference.Leader)).OfType<JsonObject>());

    private JsonObject? Party(string? id, bool? leader)
    {
        var organisation = Select(OrganisationPath).FirstOrDefault(found =>
            found.XPathSelectElements("efac:Company/cac:PartyIdentification/cbc:ID | efac:TouchPoint/cac:PartyIdentification/cbc:ID", FieldList.Namespaces).Any(known => Trim(known.Value) == id));
        if (id is null || organisation is null) return null;
        IEnumerable<XElement> Of(string field) => fields.Elements(organisation, OrganisationPath, field);
        var owners = Of("OPT-302-Organization").Select(owner => Trim(owner.Value)).ToHashSet(StringComparer.Ordinal);
        return Drop(new JsonObject
        {
            ["name"] = Multilingual(Of("BT-500-Organization-Company")),
            ["ids"] = Strings(Of("BT-501-Organization-Company")),
            ["country"] = Text(Of("BT-514-Organization-Company")),
            ["size"] = Text(Of("BT-165-Organization-Company")),
            ["listed"] = Indicator(Of("BT-746-Organization")),
            ["naturalPerson"] = Indicator(Of("BT-633-Organization")),
            ["ownerNationalities"] = Strings(Select(Ext + "/efac:Organizations/efac:UltimateBeneficialOwner")
                .Where(owner => owners.Contains(Trim(Child(owner, "cbc:ID")?.Value)))
                .SelectMany(owner => owner.XPathSelectElements("efac:Nationality/cbc:NationalityID", FieldList.Namespaces))),
            ["leader"] = leader,
        });
    }

    private JsonObject? Submissions(XElement result)
    {
        var counts = new JsonObject();
        foreach (var statistics in result.XPathSelectElements("efac:ReceivedSubmissionsStatistics", FieldList.Namespaces))
        {
            var code = Trim(Child(statistics, "efbc:StatisticsCode")?.Value);
            var count = Trim(Child(statistics, "efbc:StatisticsNumeric")?.Value);
            // Named by BT-195(BT-759) and absent is as withheld as masked.
            count ??= statistics.XPathSelectElement("efac:FieldsPrivacy[efbc:FieldIdentifierCode/text()='rec-sub-cou']", FieldList.Namespaces) is null ? null : "-1";
            if (code is null or "unpublished" || count is null || counts.ContainsKey(code)) continue;
            counts.Add(code, count == "-1" ? new JsonObject { ["withheld"] = true } : JsonNode.Parse(count));
        }

        return counts.Count > 0 ? counts : null;
    }

    private IEnumerable<XElement> Select(string path) => document.XPathSelectElements(path, FieldList.Namespaces);

    private bool Named(string field) => fields.Elements(document, field).Any();

    private string? Text(string field) => Text(fields.Elements(document, field));

    private string? Multilingual(IEnumerable<XElement> texts)
    {
        var given = texts.Where(text => Trim(text.Value) is not null).ToList();
        return Trim((given.Find(text => text.Attribute("languageID")?.Value == _language) ?? given.FirstOrDefault())?.Value);
    }

    private static XElement? Child(XElement element, string path) => element.XPathSelectElement(path, FieldList.Namespaces);

    private static string? Text(IEnumerable<XElement> elements) => Trim(elements.FirstOrDefault()?.Value);

    private static string? Code(IEnumerable<XElement> elements) => Text(elements) is var code && code == "unpublished" ? null : code;

    private static JsonNode? Number(IEnumerable<XElement> elements) => Text(elements) is { } text && text != "-1" ? JsonNode.Parse(text) : null;

    private static bool? Indicator(IEnumerable<XElement> elements) => Flag(elements.FirstOrDefault());

    private static bool? Flag(XElement? element) => element is null ? null : Trim(element.Value) is "true" or "1";

    private static string? Date(IEnumerable<XElement> elements) => Text(elements) is { } text ? IsoDate().Match(text).Value : null;

    private static string? Deadline(IEnumerable<XElement> dates, IEnumerable<XElement> times) =>
        Date(dates) is not { } date ? null : Text(times) is { } time ? $"{date}T{ZeroFraction().Replace(time, "")}" : date;

    private static string? Duration(XElement? measure) => measure is null ? null : Trim(measure.Attribute("unitCode")?.Value)?.ToUpperInvariant() switch
    {
        "DAY" or "DAYS" or "CALENDAR_DAY" => $"P{measure.Value.Trim()}D",
        "WEEK" or "WEEKS" => $"P{measure.Value.Trim()}W",
        "MONTH" or "MONTHS" => $"P{measure.Value.Trim()}M",
        "YEAR" or "YEARS" => $"P{measure.Value.Trim()}Y",
        _ => null,
    };

    private static JsonObject? Quantity(XElement? quantity) => quantity is null ? null
        : Drop(new JsonObject { ["value"] = JsonNode.Parse(quantity.Value), ["unit"] = Trim(quantity.Attribute("unitCode")?.Value) });

    private static JsonObject? Money(IEnumerable<XElement> amounts, bool named = false)
    {
        var amount = amounts.FirstOrDefault();
        if (amount is null) return named ? new JsonObject { ["withheld"] = true } : null;
        var currency = Trim(amount.Attribute("currencyID")?.Value);
        var text = amount.Value.Trim();
        if (currency == "unpublished" || decimal.Parse(text, CultureInfo.InvariantCulture) == -1) return new JsonObject { ["withheld"] = true };
        return currency is null ? null : new JsonObject { ["amount"] = JsonNode.Parse(text), ["currency"] = currency };
    }

    private static JsonArray? Cpv(IEnumerable<XElement> codes) =>
        Array(codes.Select(code => Trim(code.Value)).OfType<string>().Select(code => code[..8]).Distinct(StringComparer.Ordinal).Select(code => (JsonNode)code));

    private static JsonArray? Strings(IEnumerable<XElement> elements) =>
        Array(elements.Select(element => Trim(element.Value)).OfType<string>().Distinct(StringComparer.Ordinal).Select(text => (JsonNode)text));

    private static JsonArray? Array(IEnumerable<JsonNode> nodes) => nodes.ToArray() is { Length: > 0 } found ? new JsonArray(found) : null;

    private static JsonObject Drop(JsonObject facts)
    {
        foreach (var absent in facts.Where(fact => fact.Value is null).Select(fact => fact.Key).ToList()) facts.Remove(absent);
        return facts;
    }

    private static string? Trim(string? text) => text?.Trim() is { Length: > 0 } trimmed ? trimmed : null;

    [GeneratedRegex(@"^\d{4}-\d{2}-\d{2}")]
    private static partial Regex IsoDate();

    [GeneratedRegex(@"\.0+(?=$|[Z+-])")]
    private static partial Regex ZeroFraction();
}
