using System.Globalization;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.WebUtilities;

namespace TenderWatch.Web.OpenApi;

/// <summary>The schemas of the OpenAPI document. Of what the product keeps in full, the members that programs steer by are named; there are more.</summary>
internal static class ApiSchemas
{
    private const string Text = """{"type":"string"}""";
    private const string Steps = """{"type":"string","enum":["request","refer","extend","receive","assess","consult","inform"]}""";
    private const string Ground = """{"type":"string","enum":["insufficient","obligations","stateAid"]}""";
    private const string Sha256 = """{"type":"string","pattern":"^[0-9a-f]{64}$"}""";
    private const string Reason = """{"type":"string","maxLength":1000,"description":"Stands in the ledger and on the page."}""";
    private const string Count = """{"type":"integer","minimum":0}""";
    private const string Verdict = """{"type":["string","null"],"enum":["clear","notAssessable","flagged",null]}""";

    public static IReadOnlyDictionary<string, string> PathParameters { get; } = new Dictionary<string, string>(StringComparer.Ordinal)
    {
        ["id"] = "The id of the case, of the notice at its source, or of the message.",
        ["number"] = "The number of the recheck in its case.",
        ["fact"] = "The id of the fact, as listTextFacts gives it.",
        ["sha256"] = "The SHA-256 of what was entered, as the state of the case has it: 64 hexadecimal digits.",
        ["template"] = "The id of the questionnaire.",
        ["source"] = "The source: tenderned, ted, mercell, file.",
    };

    public static string ProblemExample(int status) => string.Create(CultureInfo.InvariantCulture,
        $$"""{"type":"urn:tenderwatch:problem:example","title":"{{ReasonPhrases.GetReasonPhrase(status)}}","status":{{status}},"detail":"What is wrong, where, and what to do."}""");

    public static JsonObject All() => new(Answers().Select(schema => KeyValuePair.Create(schema.Key, schema.Value?.DeepClone())).Concat(EntrySchemas.All()));

    private static JsonObject Answers() => new()
    {
        ["Problem"] = Object("RFC 9457.", ["type", "title", "status", "detail"],
            ("type", Text), ("title", Text), ("status", """{"type":"integer"}"""), ("detail", Text), ("reference", """{"type":["string","null"]}"""),
            ("errors", """{"type":["array","null"],"items":{"type":"object","required":["field","detail"],"properties":{"field":{"type":"string"},"detail":{"type":"string"}}}}""")),
        ["CaseState"] = Object("The state of a case.", ["id", "title", "checks"],
            ("id", Text), ("title", Text), ("buyers", """{"type":"array","items":{"type":"string"}}"""), ("checks", """{"type":"array","items":{"$ref":"#/components/schemas/CheckResult"}}"""),
            ("stuck", """{"type":["string","null"]}"""), ("nextDeadline", """{"type":["string","null"],"format":"date-time"}""")),
        ["CheckResult"] = Object("The result of a check. The counts are those of the findings on public facts; the verdict is that of all.", ["check", "ruleVersion", "verdict", "findings"],
            ("check", Text), ("ruleVersion", Text), ("verdict", """{"type":"string","enum":["clear","notAssessable","flagged"]}"""), ("findings", Sha256), ("flagged", Count), ("notAssessable", Count), ("clear", Count),
            ("restsOnConfidential", """{"type":"boolean"}""")),
        ["Quarantined"] = Object("A publication that could not be read; its bytes are kept.", ["key", "fault", "at"],
            ("key", """{"$ref":"#/components/schemas/NoticeKey"}"""), ("fault", """{"type":"object","required":["code","text"],"properties":{"code":{"type":"string"},"text":{"type":"string"}}}"""),
            ("at", """{"type":"string","format":"date-time"}"""), ("extractorVersion", Text), ("askAgain", """{"type":"boolean","description":"Whether its source did not give it."}""")),
        ["Quarantine"] = Array("What is in quarantine, newest first.", """{"$ref":"#/components/schemas/Quarantined"}"""),
        ["Messages"] = Array("The messages that were not sent: waiting (pending) or given up (dead). subject is a case, or source:NAME, digest:MONTH, flood:MONTH.",
            """{"type":"object","required":["id","subject","channel","recipient","state","queuedAt","attempts"],"properties":{"id":{"type":"string"},"subject":{"type":"string"},"channel":{"type":"string","enum":["email","teams"]},"recipient":{"type":"string"},"state":{"type":"string","enum":["pending","dead"]},"queuedAt":{"type":"string","format":"date-time"},"attempts":{"type":"integer"},"notBefore":{"type":["string","null"],"format":"date-time"},"lastError":{"type":["string","null"]}}}"""),
        ["AskWithdrawal"] = Asked("Nothing more is to be said.", []),
        ["AskDocuments"] = Asked("Nothing more is to be said.", []),
        ["Retrieved"] = Object("They stand; what is read in them follows. told: what was not retrieved or not read, and why.", ["case", "event", "isNew", "told"],
            ("case", Text), ("event", Text), ("isNew", """{"type":"boolean"}"""), ("told", """{"type":"array","items":{"type":"string"}}""")),
        ["AskResend"] = Asked("Nothing more is to be said.", []),
        ["Resent"] = Object("It goes out with the next round.", ["message"], ("message", Text)),
        ["NoticeKey"] = Object("A publication at its source.", ["source", "id"], ("source", Text), ("id", Text)),
        ["AskRetry"] = Asked("Nothing more is to be said.", []),
        ["CaseList"] = Array("A page of cases, newest first.", """{"$ref":"#/components/schemas/CaseState"}"""),
        ["CaseView"] = Object("A case in full. Bids, filings and findings on them are there for officers and admins alone.", ["state", "findings", "timeline"],
            ("state", """{"$ref":"#/components/schemas/CaseState"}"""), ("facts", """{"type":["object","null"]}"""), ("findings", """{"type":"array","items":{"type":"object"}}"""),
            ("unreadable", """{"type":"array","items":{"type":"object"}}"""), ("timeline", """{"type":"array","items":{"type":"object"}}"""), ("problems", """{"type":"array","items":{"type":"object"}}""")),
        ["AnswerSheet"] = Object("The questions of a questionnaire with their answers, in Dutch and English (docs/answers.md).", ["case", "template", "isConfidential", "answers", "sources"],
            ("case", Text), ("template", Text), ("templateVersion", Text), ("isConfidential", """{"type":"boolean"}"""),
            ("answers", """{"type":"array","items":{"type":"object","required":["id","state","parts"],"properties":{"id":{"type":"string"},"state":{"type":"string","enum":["answered","partly","open"]},"parts":{"type":"array","items":{"type":"object"}}}}}"""),
            ("sources", """{"type":"array","items":{"type":"object"}}""")),
        ["Items"] = Array("A list.", """{"type":"object"}"""),
        ["Notice"] = Object("A notice as it is known, with the case's procurement.", ["notice", "procurementId"], ("notice", """{"type":"object"}"""), ("procurementId", Text)),
        ["Status"] = Object("How the service does.", ["status"], ("status", Text)),
        ["OpenCase"] = Asked("The notice: its url, or source and id.", [], ("url", Text), ("source", Text), ("id", Text)),
        ["AskRecheck"] = Asked("Which checks, and why.", ["reason"], ("checks", """{"type":"array","items":{"type":"string"},"description":"All where none is named."}"""), ("reason", """{"type":"string","minLength":1,"maxLength":2000}""")),
        ["RecheckReport"] = Object("A recheck and what came of it.", ["number", "state", "results"],
            ("number", """{"type":"integer"}"""), ("state", """{"type":"string","enum":["waiting","running","done","stuck"]}"""), ("checks", """{"type":"array","items":{"type":"string"}}"""),
            ("reason", Text), ("by", Text), ("at", """{"type":"string","format":"date-time"}"""), ("stuck", """{"type":["string","null"]}"""), ("results", """{"type":"array","items":{"$ref":"#/components/schemas/RecheckedResult"}}""")),
        ["RecheckedResult"] = Object("A check before and after.", ["check", "after", "ruleAfter", "changed"],
            ("check", Text), ("before", Verdict), ("after", Verdict), ("ruleBefore", """{"type":["string","null"]}"""), ("ruleAfter", Text), ("changed", """{"type":"boolean"}""")),
        ["TakeStep"] = Asked("A step of the procedure on a low price (docs/alt-procedure.md).", ["lot", "bid", "step"],
            ("lot", Text), ("bid", Text), ("step", Steps), ("due", """{"type":"string","format":"date"}"""), ("doubts", """{"type":"array","items":{"type":"string","enum":["price","foreignSubsidies"]}}"""),
            ("ground", Ground), ("reasons", Text), ("document", """{"type":"string","contentEncoding":"base64"}""")),
        ["Decide"] = Asked("A decision on a tender whose price was explained.", ["lot", "bid", "decision"],
            ("lot", Text), ("bid", Text), ("decision", """{"type":"string","enum":["accept","reject"]}"""), ("ground", Ground), ("reasons", Text), ("document", """{"type":"string","contentEncoding":"base64"}""")),
        ["TextFacts"] = Array("Facts from text. Standing: read by a rule, by a machine and not confirmed, or confirmed, corrected or withdrawn by a person. value and unit are those that count; read is what was read, with quotation and place.",
            """{"type":"object","required":["id","kind","standing","value"],"properties":{"id":{"type":"string","pattern":"^[0-9a-f]{16}$"},"kind":{"type":"string"},"standing":{"type":"string","enum":["rule","machine","confirmed","corrected","withdrawn"]},"value":{"type":"string"},"unit":{"type":["string","null"]},"read":{"type":"object"},"review":{"type":["object","null"]},"lookAgain":{"type":"boolean"},"isGone":{"type":"boolean"}}}"""),
        ["ModelState"] = Object("Whether a language model is asked about cases, which, and what it took: today (UTC) and the days before.", ["isOn", "used"],
            ("isOn", """{"type":"boolean"}"""), ("model", """{"type":["string","null"]}"""),
            ("used", """{"type":"array","items":{"type":"object","required":["day","use","limit","left"],"properties":{"day":{"type":"string","format":"date"},"use":{"type":"object"},"limit":{"type":"integer"},"left":{"type":"integer"}}}}""")),
        ["SayOfFact"] = Asked("That the fact is right as it was read.", [], ("reason", Reason)),
        ["CorrectFact"] = Asked("The value that counts, in the form of its kind (docs/extraction.md), and why.", ["value", "reason"], ("value", Text), ("unit", Text), ("reason", Reason)),
        ["WithdrawFact"] = Asked("Why it is no fact of this purchase.", ["reason"], ("reason", Reason)),
        ["SetHold"] = Object("A legal hold on a case, or its release.", ["reason"],
            ("reason", """{"type":"string","minLength":1,"maxLength":1000,"description":"Why; it stands in the ledger and on the page."}"""), ("release", """{"type":"boolean","default":false}""")),
        ["CaseTerms"] = Object("For how long the evidence of a case is kept.", ["terms", "hold"],
            ("awarded", """{"type":["string","null"],"format":"date"}"""), ("contractEnd", """{"type":["string","null"],"format":"date"}"""), ("why", """{"type":"object"}"""),
            ("terms", """{"type":"array","items":{"type":"object"}}"""), ("hold", """{"type":["object","null"]}""")),
        ["MakeDossier"] = Object("For whom (internal needs the role officer), and the language of its page: that of the request where none is named.", ["audience"],
            ("audience", """{"type":"string","enum":["public","internal"]}"""), ("language", """{"type":"string","enum":["nl","en"]}""")),
        ["Entered"] = Object("It stands; the checks that depend on it run next.", ["case"], ("case", Text), ("event", Text), ("isNew", """{"type":"boolean"}"""), ("number", """{"type":"integer"}""")),
    };

    private static JsonObject Object(string description, string[] required, params (string Name, string Schema)[] members)
    {
        var schema = new JsonObject { ["type"] = "object", ["description"] = description };
        if (required.Length > 0) schema["required"] = new JsonArray([.. required.Select(name => (JsonNode)name)]);
        if (members.Length > 0) schema["properties"] = new JsonObject(members.Select(member => KeyValuePair.Create(member.Name, JsonNode.Parse(member.Schema))));
        return schema;
    }

    // A member that is not known is refused: it may be a misspelt one.
    private static JsonObject Asked(string description, string[] required, params (string Name, string Schema)[] members)
    {
        var schema = Object(description, required, members);
        schema["additionalProperties"] = false;
        return schema;
    }

    private static JsonObject Array(string description, string items) => new() { ["type"] = "array", ["description"] = description, ["items"] = JsonNode.Parse(items) };
}
