using TenderWatch.Core.Languages;
using TenderWatch.Core.Reviews.Entries;

namespace TenderWatch.Web.Requests;

/// <summary>Why requests of programs are refused.</summary>
internal static class RequestProblems
{
    private static readonly LocalizedText ChangedTitle = new("De zaak is intussen gewijzigd", "The case has changed meanwhile");
    private static readonly LocalizedText WaitingTitle = new("De zaak staat op het punt te wijzigen", "The case is about to change");
    private static readonly LocalizedText WrongTitle = new("Het verzoek klopt niet", "The request is wrong");

    public static Problem Wrong(string field, string detail, int status = 400) => Wrong([new(field, detail)], status);

    public static Problem Wrong(IReadOnlyList<ProblemError> errors, int status = 400) =>
        new(status, "wrong-request", WrongTitle, LocalizedText.Same($"{errors[0].Field}: {errors[0].Detail}")) { Errors = errors };

    public static Problem MediaType(IEnumerable<string> allowed) => new(415, "media-type",
        new("Dit soort inhoud wordt hier niet gelezen", "This kind of content is not read here"),
        LocalizedText.Same("Send one of: " + string.Join(", ", allowed)))
    { Errors = [new("Content-Type", "allowed: " + string.Join(", ", allowed))] };

    public static Problem TooLarge(int most) => new(413, "too-large",
        new("De inhoud is te groot", "The content is too large"),
        LocalizedText.Same($"The body may have at most {most} bytes."))
    { Errors = [new("body", $"at most {most} bytes")] };

    public static Problem KeyReused { get; } = new(422, "key-reused",
        new("Deze Idempotency-Key is al gebruikt", "This Idempotency-Key was used already"),
        LocalizedText.Same("The same key came with another request before. Use a new key for each new request."))
    { Errors = [new("Idempotency-Key", "was used for another request")] };

    public static Problem UnderWay { get; } = new(409, "under-way",
        new("Dit verzoek wordt al uitgevoerd", "This request is being carried out already"),
        LocalizedText.Same("Repeat it, with the same key, in a few seconds."));

    public static Problem Unseen { get; } = new(428, "unseen",
        new("Waarop berust dit?", "What does this rest on?"),
        LocalizedText.Same("Send in If-Match the ETag of the case as you saw it when you decided."))
    { Errors = [new("If-Match", "needs the ETag of GET /api/cases/{id}")] };

    public static Problem Source(string detail) => new(502, "source",
        new("De bron gaf deze aankondiging niet", "The source did not give this notice"), LocalizedText.Same(detail));

    public static Problem Of(EntryFault fault)
    {
        if (fault.Code == "no-case") return Problem.UnknownCase;
        var errors = fault.Details.Count > 0 ? fault.Details.Select(detail => Located(detail.En)) : [new ProblemError(fault.Field ?? "body", fault.Sentence)];
        var (status, title) = fault.Code switch
        {
            "changed" => (412, ChangedTitle),
            "waiting" => (409, WaitingTitle),
            "not-ready" => (409, WrongTitle),
            _ => (422, WrongTitle),
        };
        return new Problem(status, fault.Code, title, fault.Words with { En = fault.Sentence }) { Errors = [.. errors] };
    }

    // A detail begins with the path of what it is about: "$.components[0].quote: …".
    private static ProblemError Located(string detail)
    {
        var colon = detail.IndexOf(": ", StringComparison.Ordinal);
        return colon is > 0 and < 100 ? new(detail[..colon], detail[(colon + 2)..]) : new("body", detail);
    }
}
