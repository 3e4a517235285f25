using Microsoft.AspNetCore.Http;
using TenderWatch.Core.Cases;
using TenderWatch.Core.Checks;
using TenderWatch.Core.Evidence;
using TenderWatch.Core.Messages;
using TenderWatch.Core.Rechecks;
using TenderWatch.Core.Retention;
using TenderWatch.Web.Access;

namespace TenderWatch.Web.Forms;

/// <summary>
/// What officers enter on the page of a case, without script. It goes through the same doors as what programs send. A form that is sent twice has one effect: entries know
/// what they hold already, and a recheck is known by who asks what of which state of the case.
/// </summary>
internal sealed class CaseForms(CaseViews views, RecheckEntry rechecks, EntryForms entries, FilingForms filings, StatementForms statements, StepForms steps, FactForms facts, IEnumerable<ICheck> checks, ConfidentialReading reading, RetentionSettings retention, IOutbox outbox, ILedger ledger, Answers answers)
{
    private const int LongestReason = 2000;

    public Task<IResult> BidsAsync(string id, HttpContext context) => RunAsync(id, context, CaseForm.Bids, form => entries.BidsAsync(id, form, context));

    public Task<IResult> FilingAsync(string id, HttpContext context) => RunAsync(id, context, CaseForm.Filing, form => filings.TakeAsync(id, form, context));

    public Task<IResult> StatementAsync(string id, HttpContext context) => RunAsync(id, context, CaseForm.Statement, form => statements.TakeAsync(id, form, context));

    public Task<IResult> DocumentsAsync(string id, HttpContext context) => RunAsync(id, context, CaseForm.Documents, _ => entries.DocumentsAsync(id, context));

    public Task<IResult> HoldAsync(string id, HttpContext context) => RunAsync(id, context, CaseForm.Hold, form => entries.HoldAsync(id, form, context));

    public Task<IResult> WithdrawAsync(string id, HttpContext context) => RunAsync(id, context, CaseForm.Withdrawal, form => entries.WithdrawAsync(id, form, context));

    public Task<IResult> RecheckAsync(string id, HttpContext context) => RunAsync(id, context, CaseForm.Recheck, async form =>
    {
        if (form.Text("reason") is not { Length: <= LongestReason } reason)
            return [new("reason", $"Geef aan waarom opnieuw moet worden gecontroleerd, in 1 tot {LongestReason} tekens: de reden komt in het logboek.", $"Say why the checks must run again, in 1 to {LongestReason} characters: the reason goes into the ledger.")];
        string[] named = [.. form["checks"].OfType<string>().Where(name => checks.Any(check => check.Id == name)).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)];
        var state = (await views.FindStateAsync(id, context.RequestAborted))!;
        var request = Digest.Of($"{By(context)}\n{state.Id}\n{form.Text("seen")}\n{string.Join(',', named)}\n{reason}").Hex[..32];
        await rechecks.AskAsync(state.Id, named, reason, By(context), request, context.RequestAborted);
        return [];
    });

    public Task<IResult> StepAsync(string id, HttpContext context) => RunAsync(id, context, null, form => steps.TakeAsync(id, form, context));

    public Task<IResult> FactAsync(string id, HttpContext context) => RunAsync(id, context, CaseForm.Fact, form => facts.TakeAsync(id, form, context));

    public async Task<IResult> ResendAsync(HttpContext context)
    {
        var (form, problem) = await SentForm.ReadAsync(context.Request, context.RequestAborted);
        if (form is null) return await answers.ProblemAsync(context, problem!);
        var outcome = await outbox.ResendAsync(form.Text("message") ?? "", context.RequestAborted);
        return Redirect(context, $"/?done={(outcome == ResendOutcome.Unknown ? "gone" : "resend")}");
    }

    private static string By(HttpContext context) => Person.Of(context.User).By;

    private async Task<IResult> RunAsync(string id, HttpContext context, string? name, Func<IFormCollection, Task<IReadOnlyList<FormFault>>> handle)
    {
        var (form, problem) = await SentForm.ReadAsync(context.Request, context.RequestAborted);
        if (form is null) return await answers.ProblemAsync(context, problem!);
        if (await views.FindStateAsync(id, context.RequestAborted) is null) return await answers.ProblemAsync(context, Problem.UnknownCase);
        var faults = await handle(form);
        name ??= form.Text("form") ?? CaseForm.NewRequest;
        return faults.Count == 0
            ? Redirect(context, $"/cases/{Uri.EscapeDataString(id)}?done={(CaseForm.Fixed.Contains(name) ? name : CaseForm.Step)}")
            : await CasePages.PageAsync(id, context, reading, outbox, ledger, retention, answers, new CaseForm(name, form.Values(), faults));
    }

    // 303: the browser reads the page next, and reloading it sends nothing again.
    private static IResult Redirect(HttpContext context, string path)
    {
        context.Response.Headers.Location = context.Request.PathBase.ToUriComponent() + path;
        return Results.StatusCode(StatusCodes.Status303SeeOther);
    }
}
