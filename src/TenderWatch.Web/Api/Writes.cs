using TenderWatch.Core.Bids;
using TenderWatch.Core.Cases;
using TenderWatch.Core.Checks;
using TenderWatch.Core.Rechecks;
using TenderWatch.Core.Reviews.Entries;
using TenderWatch.Core.Sources;
using TenderWatch.Web.Requests;

namespace TenderWatch.Web;

/// <summary>What people enter through the API. Everything goes through the same doors as on the command line.</summary>
internal sealed class Writes(
    CaseOpening opening, CaseViews views, RecheckEntry rechecks, BidEntry bids, FilingEntry filings, StatementEntry statements, WithdrawalEntry withdrawals, IEnumerable<ICheck> checks)
{
    private const int LongestReason = 2000;

    public async Task<Outcome> OpenAsync(Posted posted)
    {
        if (posted.MediaType is not "application/json") return Opened(await opening.OpenAsync(posted.Body, posted.Person.By, posted.Aborted));
        if (JsonBody.Read<OpenCase>(posted.Body, out var problem) is not { } asked) return problem!;
        var byAddress = asked.Url is not null;
        if (byAddress == (asked.Source is not null || asked.Id is not null)) return RequestProblems.Wrong(byAddress ? "$.source" : "$.url", "give either url, or source and id");
        if (!byAddress && asked.Id is null) return RequestProblems.Wrong("$.id", "give the id of the notice at its source");
        if (!byAddress && asked.Source is null) return RequestProblems.Wrong("$.source", "give the source: tenderned, ted or mercell");
        var key = byAddress ? NoticeAddresses.Of(asked.Url!) : NoticeAddresses.Of(asked.Source!, asked.Id!);
        if (key is null) return byAddress ? RequestProblems.Wrong("$.url", $"is the address of no notice of a known source; such as {NoticeAddresses.Allowed}")
            : RequestProblems.Wrong("$.id", "is no id of that source: a number at tenderned and mercell, number and year (123456-2025) at ted");
        return Opened(await opening.OpenAsync(key, posted.Person.By, posted.Aborted));
    }

    public async Task<Outcome> RecheckAsync(Posted posted)
    {
        if (JsonBody.Read<AskRecheck>(posted.Body, out var problem) is not { } asked) return problem!;
        var reason = asked.Reason.Trim();
        if (reason.Length is 0 or > LongestReason) return RequestProblems.Wrong("$.reason", $"say why, in 1 to {LongestReason} characters");
        var known = checks.Select(check => check.Id).Distinct(StringComparer.Ordinal).ToList();
        var named = asked.Checks ?? [];
        if (named.Index().FirstOrDefault(check => !known.Contains(check.Item)) is { Item: not null } unknown)
            return RequestProblems.Wrong($"$.checks[{unknown.Index}]", $"is no check; the checks are {string.Join(", ", known)}");
        if (await views.FindStateAsync(posted.CaseId, posted.Aborted) is not { } state) return Problem.UnknownCase;
        var number = await rechecks.AskAsync(state.Id, [.. named.Distinct(StringComparer.Ordinal)], reason, posted.Person.By, posted.Id.Hex[..32], posted.Aborted);
        return new Outcome.Done(202, $"/api/cases/{state.Id}/rechecks/{number}", new { @case = state.Id, number });
    }

    public async Task<Outcome> BidsAsync(Posted posted)
    {
        var query = posted.Context.Request.Query;
        NumberStyle? numbers = query["numbers"].ToString() is { Length: > 0 } style ? Enum.TryParse<NumberStyle>(style, ignoreCase: true, out var parsed) && Enum.IsDefined(parsed) ? parsed : null : null;
        if (query["numbers"].Count > 0 && numbers is null) return RequestProblems.Wrong("numbers", "allowed: " + string.Join(", ", Enum.GetNames<NumberStyle>()).ToLowerInvariant());
        var currency = query["currency"].ToString() is { Length: > 0 } code ? code : null;
        if (currency is not (null or { Length: 3 }) || currency?.All(char.IsAsciiLetterUpper) == false) return RequestProblems.Wrong("currency", "the ISO 4217 code, three capitals, such as EUR");
        return Entered(await bids.EnterAsync(posted.CaseId, posted.Body, new BidFileOptions { Currency = currency, Numbers = numbers }, posted.Person.By, posted.Aborted));
    }

    public async Task<Outcome> FilingAsync(Posted posted) => Entered(await filings.EnterAsync(posted.CaseId, posted.Body, posted.Person.By, posted.Aborted));

    public async Task<Outcome> StatementAsync(Posted posted) => Entered(await statements.EnterAsync(posted.CaseId, posted.Body, posted.Person.By, posted.Aborted));

    public async Task<Outcome> WithdrawAsync(Posted posted) => JsonBody.Read<AskWithdrawal>(posted.Body, out var problem) is null
        ? problem!
        : await withdrawals.WithdrawAsync(posted.CaseId, posted.Context.Request.RouteValues["sha256"] as string ?? "", posted.Person.By, posted.Aborted) switch
        {
            { Fault.Code: "not-found" } => Problem.UnknownEntry,
            var outcome => Entered(outcome),
        };

    // 202: it stands, and the checks that depend on it run next.
    internal static Outcome Entered(EntryOutcome outcome) => outcome.Fault is { } fault
        ? RequestProblems.Of(fault)
        : new Outcome.Done(202, $"/api/cases/{outcome.CaseId}", new { @case = outcome.CaseId, @event = outcome.EventId, isNew = outcome.IsNew });

    private static Outcome Opened(Opening opened) => opened.Fault switch
    {
        null => new Outcome.Done(202, $"/api/cases/{opened.CaseId}", new { @case = opened.CaseId }),
        { Code: "no-answer" } silent => RequestProblems.Source(silent.Sentence),
        var fault => RequestProblems.Of(fault),
    };

    internal sealed record OpenCase(string? Url = null, string? Source = null, string? Id = null);

    internal sealed record AskWithdrawal;

    internal sealed record AskRecheck(string Reason, IReadOnlyList<string>? Checks = null);
}
