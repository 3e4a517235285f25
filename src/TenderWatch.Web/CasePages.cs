using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using TenderWatch.Core.Cases;
using TenderWatch.Core.Evidence;
using TenderWatch.Core.Evidence.Access;
using TenderWatch.Core.Languages;
using TenderWatch.Core.Messages;
using TenderWatch.Core.Procurements;
using TenderWatch.Core.Retention;
using TenderWatch.Core.Texts;
using TenderWatch.Core.Watching;
using TenderWatch.Web.Access;
using TenderWatch.Web.Forms;
using TenderWatch.Web.Pages;

namespace TenderWatch.Web;

/// <summary>The endpoints for people.</summary>
internal static class CasePages
{
    private const int MostMessages = 20;
    private const int MostAccesses = 200;

    public static async Task<IResult> OverviewAsync(HttpContext context, CaseViews views, IWatchState watch, SourceReport sources, IOutbox outbox, TimeProvider time, Answers answers)
    {
        var model = await OverviewModel.LoadAsync(OverviewQuery.Of(context.Request), views, context.User.MaySeeConfidential(), watch, sources, outbox, time.GetUtcNow(), context.RequestAborted);
        return await answers.PageAsync<Overview>(context, new LocalizedText("Zaken", "Cases"), With(nameof(Overview.Model), model));
    }

    public static Task<IResult> CaseAsync(string id, HttpContext context, ConfidentialReading reading, IOutbox outbox, ILedger ledger, RetentionSettings retention, Answers answers) =>
        PageAsync(id, context, reading, outbox, ledger, retention, answers, null);

    /// <summary>The page of a case, with a form that could not be carried out.</summary>
    public static async Task<IResult> PageAsync(
        string id, HttpContext context, ConfidentialReading reading, IOutbox outbox, ILedger ledger, RetentionSettings retention, Answers answers, CaseForm? form)
    {
        if (await reading.FindAsync(id, Person.ReaderOf(context), context.RequestAborted) is not { } view) return await answers.ProblemAsync(context, Problem.UnknownCase);
        if (view.State.Id != id && form is null) return Results.Redirect($"{context.Request.PathBase}/cases/{view.State.Id}");
        var rows = new List<LedgerRow>();
        await foreach (var entry in ledger.ReadAsync(view.State.Id, context.RequestAborted)) rows.Add(LedgerRow.Of(entry, context.User.MaySeeConfidential()));
        var model = new CasePageModel(view, await outbox.AboutAsync(view.State.Id, context.RequestAborted), rows)
        {
            Form = form,
            Done = context.Request.Query["done"].ToString(),
            MayRetrieveDocuments = context.RequestServices.GetService<IDocumentSource>()?.IsOn == true,
            Terms = RetentionTerm.All(ContractTerm.Of(view.Facts), retention),
            Immutability = context.RequestServices.GetService<IEvidenceProtection>() is { } protection ? await protection.ReadAsync(context.RequestAborted) : null,
            Accesses = context.User.MaySeeConfidential() ? await AccessesAsync(view.State.Id, ledger, context.RequestAborted) : [],
        };
        var title = view.State.Title.Length > 0 ? view.State.Title : view.State.Id;
        return await answers.PageAsync<CasePage>(context, LocalizedText.Same(title), With(nameof(CasePage.Case), model),
            form is null ? StatusCodes.Status200OK : StatusCodes.Status422UnprocessableEntity);
    }

    private static async Task<IReadOnlyList<LedgerRow>> AccessesAsync(string id, ILedger ledger, CancellationToken cancellationToken)
    {
        var rows = new List<LedgerRow>();
        await foreach (var entry in ledger.ReadAsync(AccessLedger.NameOf(id), cancellationToken)) rows.Add(LedgerRow.Of(entry, confidential: true));
        return [.. rows.TakeLast(MostAccesses)];
    }

    public static async Task<IResult> QuarantineAsync(HttpContext context, IWatchState watch, Answers answers) =>
        await answers.PageAsync<QuarantinePage>(context, new LocalizedText("Quarantaine", "Quarantine"),
            With(nameof(QuarantinePage.Notices), await watch.ListQuarantinedAsync(context.RequestAborted)));

    public static async Task<IResult> SourcesAsync(HttpContext context, SourceReport report, IOutbox outbox, IRegistry registry, Answers answers)
    {
        var sources = await report.ReadAsync(context.RequestAborted);
        var messages = new Dictionary<string, IReadOnlyList<OutboxMessage>>(StringComparer.Ordinal);
        foreach (var source in sources)
            messages[source.Source] = [.. (await outbox.AboutAsync(MessageSubject.OfSource(source.Source), context.RequestAborted)).TakeLast(MostMessages)];
        var parameters = With(nameof(SourcesPage.Sources), sources);
        parameters[nameof(SourcesPage.Messages)] = messages;
        parameters[nameof(SourcesPage.Counts)] = await registry.CountAsync(context.RequestAborted);
        parameters[nameof(SourcesPage.Model)] = await Facts.StateAsync(context.RequestServices.GetService<ITextModel>(), context.RequestAborted);
        return await answers.PageAsync<SourcesPage>(context, new LocalizedText("Bronnen", "Sources"), parameters);
    }

    public static Task<IResult> UnknownAsync(HttpContext context, Answers answers) => answers.ProblemAsync(context, Problem.UnknownPage);

    private static Dictionary<string, object?> With(string name, object value) => new(StringComparer.Ordinal) { [name] = value };
}
