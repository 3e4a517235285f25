using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using TenderWatch.Web.Access;
using TenderWatch.Web.Dossiers;
using TenderWatch.Web.OpenApi;
using TenderWatch.Web.Requests;

namespace TenderWatch.Web;

/// <summary>The endpoints for programs, each with what the OpenAPI document says of it.</summary>
internal static class ApiEndpoints
{
    private const int Small = 64 * 1024;
    private const int Large = 16 * 1024 * 1024;
    private const string Json = "application/json";
    private const string Xlsx = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";
    private const string Case = """{"state":{"id":"cb92bd3b4eff","title":"DSMR6 E-meter","checks":[]},"findings":[],"timeline":[]}""";
    private const string Entered = """{"case":"cb92bd3b4eff","event":"0123456789abcdef0123456789abcdef","isNew":true}""";

    private static readonly string[] Reading = [HttpMethods.Get, HttpMethods.Head];

    public static void Map(RouteGroupBuilder group)
    {
        Get(group, "/api/cases", CaseList.GetAsync, new("listCases", "Cases, page by page; the header Link leads to the next page", 200, "CaseList", """[{"id":"cb92bd3b4eff","title":"DSMR6 E-meter","checks":[{"check":"alt","ruleVersion":"2","verdict":"notAssessable","findings":"67b0b475f77267b0b475f77267b0b475f77267b0b475f77267b0b475f77267b0","flagged":0,"notAssessable":2,"clear":0,"restsOnConfidential":false}]}]""", 400)
        {
            Parameters =
            [
                new("limit", "query", "How many on a page.", """{"type":"integer","minimum":1,"maximum":500,"default":100}"""), new("continuation", "query", "Where to go on; opaque."),
                new("verdict", "query", "The gravest verdict of the case.", """{"type":"string","enum":["flagged","notAssessable","clear"]}"""), new("q", "query", "Words in title, buyers, profiles or id."),
                new("source", "query", "A source of its notices: ted, tenderned, mercell."), new("buyer", "query", "Part of the name of a buyer."),
                new("deadline", "query", "A term of the case ends within so many days; none: no term runs.", """{"type":"string","enum":["7","30","90","none"]}"""),
            ],
        });
        Get(group, "/api/cases/{id}", Reads.CaseAsync, new("getCase", "A case with facts, findings and timeline", 200, "CaseView", Case, 404) { HasTag = true });
        Get(group, "/api/cases/{id}/timeline", Reads.TimelineAsync, new("getTimeline", "The life of the procurement", 200, "Items", "[]", 404) { HasTag = true });
        Get(group, "/api/cases/{id}/answers", AnswerEndpoints.ListAsync, new("listAnswerTemplates", "The questionnaires that the case can be asked", 200, "Items", """[{"id":"parliament-2026-01","version":"1","questions":17}]""", 404) { HasTag = true });
        Get(group, "/api/cases/{id}/answers/{template}", AnswerEndpoints.SheetAsync, new("getAnswerSheet", "The questions of a questionnaire, answered from the case or marked as open", 200, "AnswerSheet", """{"case":"cb92bd3b4eff","template":"parliament-2026-01","isConfidential":false,"answers":[],"sources":[]}""", 404)
        {
            HasTag = true,
            Parameters = [new(AnswerEndpoints.Confidential, "query", "Whether bids, filings and the findings on them are used too: not for publication; needs the role officer.", """{"type":"boolean","default":false}""")],
        });
        Get(group, "/api/cases/{id}/facts", Facts.ListAsync, new("listTextFacts", "The facts that were read from texts, how each stands, and what people said of it", 200, "TextFacts", """[{"id":"0123456789abcdef","kind":"duration","standing":"machine","value":"P8Y","lookAgain":false,"isGone":false}]""", 404) { HasTag = true });
        Get(group, "/api/cases/{id}/rechecks/{number}", Reads.RecheckAsync, new("getRecheck", "How a recheck does, and what it changed", 200, "RecheckReport", """{"number":1,"state":"waiting","results":[]}""", 404) { HasTag = true });
        Get(group, "/api/quarantine", Reads.QuarantineAsync, new("listQuarantine", "Publications that could not be read", 200, "Quarantine", """[{"key":{"source":"ted","id":"1-2026"},"fault":{"code":"unreadable","text":"It is no notice that is known."},"at":"2026-03-02T12:00:00+00:00","askAgain":false}]"""));
        Get(group, "/api/messages", Messages.ListAsync, new("listMessages", "The messages that were not sent, and why", 200, "Messages", """[{"id":"0123456789abcdef","subject":"cb92bd3b4eff","channel":"email","recipient":"inkoop@example.org","state":"dead","queuedAt":"2026-03-02T12:00:00+00:00","attempts":8,"notBefore":null,"lastError":"550 No such user"}]""") { Role = Roles.Officer });
        Get(group, "/api/sources", Reads.SourcesAsync, new("listSources", "How far each source is read", 200, "Items", "[]"));
        Get(group, "/api/model", Facts.ModelAsync, new("getModel", "Whether a language model is asked about cases, and what it took by day", 200, "ModelState", """{"isOn":false,"used":[]}"""));
        Get(group, "/api/notices/{source}/{id}", Reads.NoticeAsync, new("getNotice", "A notice as it is known", 200, "Notice", """{"notice":{"key":{"source":"ted","id":"819021-2025"}},"procurementId":"cb92bd3b4eff"}""", 404) { HasTag = true });
        Get(group, "/health/live", Reads.Live, new("isLive", "Whether the service runs", 200, "Status", """{"status":"live"}""") { Role = null });
        Get(group, "/health/ready", Reads.ReadyAsync, new("isReady", "Whether the service has its storage", 200, "Status", """{"status":"ready"}""", 503) { Role = null });

        Post<Writes>(group, "/api/cases", writes => writes.OpenAsync, new(Large, Json, "application/xml", "text/xml"), new("openCase", "Open a case on a notice", 202, "Entered", """{"case":"cb92bd3b4eff"}""", 502)
        {
            Requests = [OperationContent.Json("OpenCase", """{"url":"https://ted.europa.eu/en/notice/-/detail/819021-2025"}"""), OperationContent.Bytes("application/xml"), OperationContent.Bytes("text/xml")],
        });
        Post<QuarantineWrites>(group, "/api/quarantine/{source}/{id}/retries", retry => retry.RetryAsync, new(Small, Json), new("retryQuarantined", "Read a publication in quarantine again", 202, "Entered", """{"case":"cb92bd3b4eff"}""", 404, 502)
        {
            Requests = [OperationContent.Json("AskRetry", "{}")],
        });
        Post<Messages>(group, "/api/messages/{id}/resends", messages => messages.ResendAsync, new(Small, Json), new("resendMessage", "Send a message again that was given up", 202, "Resent", """{"message":"0123456789abcdef"}""", 404)
        {
            Requests = [OperationContent.Json("AskResend", "{}")],
        });
        Post<Writes>(group, "/api/cases/{id}/rechecks", writes => writes.RecheckAsync, new(Small, Json), new("askRecheck", "Have checks run again", 202, "Entered", """{"case":"cb92bd3b4eff","number":1}""", 404)
        {
            Requests = [OperationContent.Json("AskRecheck", """{"checks":["alt"],"reason":"The estimate was corrected."}""")],
        });
        Post<Writes>(group, "/api/cases/{id}/bids", writes => writes.BidsAsync, new(Large, Json, "text/csv", Xlsx), new("enterBids", "Enter the bids on lots of a case", 202, "Entered", Entered, 404)
        {
            Parameters = [new("currency", "query", "The currency of prices that have none, ISO 4217."), new("numbers", "query", "How numbers in text are written: dutch or english; found out without it, where it is certain.")],
            Requests = [OperationContent.Entry("Bids"), OperationContent.Bytes("text/csv"), OperationContent.Bytes(Xlsx)],
        });
        Post<Writes>(group, "/api/cases/{id}/filings", writes => writes.FilingAsync, new(1024 * 1024, Json), new("enterFiling", "Enter what a tenderer filed on foreign subsidies", 202, "Entered", Entered, 404) { Requests = [OperationContent.Entry("Filing")] });
        Post<Writes>(group, "/api/cases/{id}/statements", writes => writes.StatementAsync, new(1024 * 1024, Json), new("enterStatement", "Enter what a document says about the supply", 202, "Entered", Entered, 404) { Requests = [OperationContent.Entry("Statement")] });
        Post<Writes>(group, "/api/cases/{id}/entries/{sha256}/withdrawals", writes => writes.WithdrawAsync, new(Small, Json), new("withdrawEntry", "Withdraw bids, a filing or a statement that was entered", 202, "Entered", Entered, 404)
        {
            Requests = [OperationContent.Json("AskWithdrawal", "{}")],
        });
        Post<Documents>(group, "/api/cases/{id}/documents", documents => documents.RetrieveAsync, new(Small, Json), new("retrieveDocuments", "Retrieve the procurement documents of a case; takes a second for each", 202, "Retrieved", """{"case":"cb92bd3b4eff","event":"0123456789abcdef0123456789abcdef","isNew":true,"told":[]}""", 404)
        {
            Requests = [OperationContent.Json("AskDocuments", "{}")],
        });
        Post<Steps>(group, "/api/cases/{id}/explanations", steps => steps.ExplainAsync, new(Large, Json), new("takeStep", "Take a step of the procedure on a low price", 202, "Entered", Entered, 404, 412)
        {
            Parameters = [new("If-Match", "header", "The ETag of the case as it was seen, where the step rests on it.")],
            Requests = [OperationContent.Json("TakeStep", """{"lot":"LOT-0001","bid":"TEN-0001","step":"request","due":"2026-03-31","reasons":"The price lies far below the others."}""")],
        });
        Post<Steps>(group, "/api/cases/{id}/decisions", steps => steps.DecideAsync, new(Large, Json), new("decide", "Accept or reject a tender whose price was explained", 202, "Entered", Entered, 404, 412, 428)
        {
            Parameters = [new("If-Match", "header", "The ETag of the case as it was seen when the decision was taken.", Required: true)],
            Requests = [OperationContent.Json("Decide", """{"lot":"LOT-0001","bid":"TEN-0001","decision":"accept","reasons":"The explanation accounts for the price."}""")],
        });
        OperationParameter seen = new("If-Match", "header", "The ETag of the case as it was seen, where what is said rests on it.");
        Post<Facts>(group, "/api/cases/{id}/facts/{fact}/confirmations", facts => facts.ConfirmAsync, new(Small, Json), new("confirmFact", "Confirm a fact that was read from text", 202, "Entered", Entered, 404, 412)
        {
            Parameters = [seen],
            Requests = [OperationContent.Json("SayOfFact", """{"reason":"Looked up in the notice."}""")],
        });
        Post<Facts>(group, "/api/cases/{id}/facts/{fact}/corrections", facts => facts.CorrectAsync, new(Small, Json), new("correctFact", "Correct a fact that was read from text", 202, "Entered", Entered, 404, 412)
        {
            Parameters = [seen],
            Requests = [OperationContent.Json("CorrectFact", """{"value":"P10Y","reason":"Extended by the rectification."}""")],
        });
        Post<Facts>(group, "/api/cases/{id}/facts/{fact}/withdrawals", facts => facts.WithdrawAsync, new(Small, Json), new("withdrawFact", "Say that a fact that was read from text is none of this purchase", 202, "Entered", Entered, 404, 412)
        {
            Parameters = [seen],
            Requests = [OperationContent.Json("WithdrawFact", """{"reason":"It is about an earlier contract."}""")],
        });
        Post<Holds>(group, "/api/cases/{id}/holds", holds => holds.SetAsync, new(Small, Json), new("setHold", "Put a legal hold on a case, or release it", 202, "Entered", Entered, 404)
        {
            Requests = [OperationContent.Json("SetHold", """{"reason":"Kort geding 123456","release":false}""")],
        }, Roles.Admin);
        Get(group, "/api/cases/{id}/retention", Retentions.GetAsync, new("getRetention", "For how long the evidence of a case is kept, and what holds it", 200, "CaseTerms", """{"terms":[],"hold":null}""", 404) { HasTag = true });
        Post<DossierRequests>(group, "/api/cases/{id}/dossiers", dossiers => dossiers.MakeAsync, new(Small, Json), new("makeDossier", "Make the dossier of a case; that it was made is recorded", 200, "", "", 404)
        {
            File = DossierRequests.MediaType,
            Requests = [OperationContent.Json("MakeDossier", """{"audience":"public","language":"nl"}""")],
        }, Roles.Reader);
        group.MapMethods("/openapi.json", Reading, ApiDocument.Get);
    }

    private static void Get(RouteGroupBuilder group, string path, Delegate handler, Operation operation)
    {
        var endpoint = group.MapMethods(path, Reading, handler).WithMetadata(operation);
        if (operation.Role is null) endpoint.AllowAnonymous();
        else if (operation.Role != Roles.Reader) endpoint.RequireAuthorization(operation.Role);
    }

    private static void Post<T>(RouteGroupBuilder group, string path, Func<T, Func<Posted, Task<Outcome>>> handler, Body allowed, Operation operation, string role = Roles.Officer)
        where T : class =>
        group.MapPost(path, (HttpContext context, Repeatable repeatable, T target) => repeatable.RunAsync(context, allowed, handler(target)))
            .WithMetadata(operation with { Role = role }).RequireAuthorization(role);
}
