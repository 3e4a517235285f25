using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Logging;
using TenderWatch.Core.Answers;
using TenderWatch.Core.Cases;
using TenderWatch.Core.Checks;
using TenderWatch.Core.Dossiers.Making;
using TenderWatch.Core.Evidence.Access;
using TenderWatch.Core.Rechecks;
using TenderWatch.Core.Retention;
using TenderWatch.Core.Reviews.Entries;
using TenderWatch.Core.Watching;
using TenderWatch.Web.Access;
using TenderWatch.Web.Dossiers;
using TenderWatch.Web.Forms;
using TenderWatch.Web.Requests;
using TenderWatch.Web.Rules;

namespace TenderWatch.Web;

/// <summary>Puts the API and the pages into a host. The host brings the ports (cases, evidence, ledger, watch state, outbox, registry) and the clock.</summary>
public static class TenderWatchWeb
{
    private static readonly string[] Reading = [HttpMethods.Get, HttpMethods.Head];

    /// <summary>Adds what the endpoints need beside the ports. The names of checks come from the registered <see cref="ICheck"/>s, alone or as a list.</summary>
    /// <param name="services">The services.</param>
    /// <param name="settings">The settings of the pages and of who may come in.</param>
    /// <param name="listensOnLoopbackOnly">Whether nobody on another machine can reach the host, so that it may serve without sign-in.</param>
    /// <exception cref="InvalidOperationException">Others can reach the host and no sign-in is configured.</exception>
    public static IServiceCollection AddTenderWatchWeb(this IServiceCollection services, WebSettings settings, bool listensOnLoopbackOnly)
    {
        services.AddAccess(settings.Authentication, listensOnLoopbackOnly);
        services.AddLogging();
        // Pages alone: what the API says is for programs.
        services.AddResponseCompression(options =>
        {
            options.EnableForHttps = true;
            options.MimeTypes = ["text/html", "text/css", "image/svg+xml"];
        });
        services.AddRouting();
        services.TryAddSingleton<CaseViews>();
        services.TryAddSingleton<AccessLedger>();
        services.TryAddSingleton<ConfidentialReading>();
        services.TryAddSingleton(new RetentionSettings());
        services.TryAddSingleton<SourceReport>();
        services.TryAddSingleton<RecheckEntry>();
        services.TryAddSingleton<RecheckReports>();
        services.TryAddSingleton(new AnswerTemplates());
        services.TryAddSingleton<AnswerSheets>();
        services.TryAddSingleton<AnswerDocuments>();
        services.TryAddSingleton<CaseOpening>();
        services.TryAddSingleton<Writes>();
        services.TryAddSingleton<Steps>();
        services.TryAddSingleton<QuarantineWrites>();
        services.TryAddSingleton<Holds>();
        services.TryAddSingleton<Messages>();
        services.TryAddSingleton<Documents>();
        services.TryAddSingleton<Facts>();
        services.TryAddSingleton<FactForms>();
        services.TryAddSingleton<Repeatable>();
        services.TryAddSingleton<CaseForms>();
        services.TryAddSingleton<EntryForms>();
        services.TryAddSingleton<FilingForms>();
        services.TryAddSingleton<StatementForms>();
        services.TryAddSingleton<StepForms>();
        services.TryAddSingleton<DossierRequests>();
        services.AddSingleton<IDossierDocuments, EnclosedAnswers>();
        services.TryAddSingleton<IDossierPage, DossierPages>();
        services.TryAddSingleton(provider => new PaperRenderer(settings, ChecksOf(provider), provider.GetRequiredService<ILoggerFactory>()));
        services.TryAddSingleton(provider => new RuleBook(ChecksOf(provider)));
        services.TryAddSingleton(provider => new Answers(settings, ChecksOf(provider), provider.GetRequiredService<ILoggerFactory>()));
        return services;
    }

    private static IEnumerable<ICheck> ChecksOf(IServiceProvider provider) => provider.GetServices<ICheck>().Concat(provider.GetService<IReadOnlyList<ICheck>>() ?? []);

    /// <summary>Adds to the pipeline of the host that pages are compressed, who asks, and what they may do, after its routing.</summary>
    /// <param name="application">The pipeline.</param>
    public static IApplicationBuilder UseTenderWatch(this IApplicationBuilder application) =>
        application.UseWhen(RepeatsNothing, pages => pages.UseResponseCompression()).UseAuthentication().UseAuthorization();

    /// <summary>Maps the endpoints. All but those for health need a role.</summary>
    public static IEndpointConventionBuilder MapTenderWatch(this IEndpointRouteBuilder endpoints)
    {
        var group = endpoints.MapGroup("").AddEndpointFilter<RouteGroupBuilder, Guard>().RequireAuthorization(Roles.Reader);
        group.MapMethods("/", Reading, CasePages.OverviewAsync);
        group.MapMethods("/cases/{id}", Reading, CasePages.CaseAsync);
        group.MapMethods("/cases/{id}/answers/{template}", Reading, AnswerEndpoints.PageAsync);
        group.MapMethods("/cases/{id}/explanations", Reading, AidPages.AidAsync).RequireAuthorization(Roles.Officer);
        Form(group, "/cases/{id}/bids", (string id, HttpContext context, CaseForms forms) => forms.BidsAsync(id, context));
        Form(group, "/cases/{id}/filings", (string id, HttpContext context, CaseForms forms) => forms.FilingAsync(id, context));
        Form(group, "/cases/{id}/rechecks", (string id, HttpContext context, CaseForms forms) => forms.RecheckAsync(id, context));
        Form(group, "/cases/{id}/steps", (string id, HttpContext context, CaseForms forms) => forms.StepAsync(id, context));
        Form(group, "/cases/{id}/facts", (string id, HttpContext context, CaseForms forms) => forms.FactAsync(id, context));
        Form(group, "/cases/{id}/statements", (string id, HttpContext context, CaseForms forms) => forms.StatementAsync(id, context));
        Form(group, "/cases/{id}/holds", (string id, HttpContext context, CaseForms forms) => forms.HoldAsync(id, context), Roles.Admin);
        Form(group, "/cases/{id}/withdrawals", (string id, HttpContext context, CaseForms forms) => forms.WithdrawAsync(id, context));
        Form(group, "/cases/{id}/documents", (string id, HttpContext context, CaseForms forms) => forms.DocumentsAsync(id, context));
        foreach (var form in new[] { "bids", "filings", "statements", "withdrawals", "documents", "holds", "rechecks", "steps", "facts" }) group.MapMethods($"/cases/{{id}}/{form}", Reading, BackToCase);
        Form(group, "/messages/resend", (HttpContext context, CaseForms forms) => forms.ResendAsync(context));
        group.MapPost("/cases/{id}/dossier", (string id, HttpContext context, DossierRequests dossiers) => dossiers.FromPageAsync(id, context));
        group.MapMethods("/quarantine", Reading, CasePages.QuarantineAsync);
        group.MapMethods("/sources", Reading, CasePages.SourcesAsync);
        group.MapMethods("/rules", Reading, (HttpContext context, RuleBook rules, Answers answers) => rules.AllAsync(context, answers));
        group.MapMethods("/rules/{name}", Reading, (string name, HttpContext context, RuleBook rules, Answers answers) => rules.OneAsync(name, context, answers));
        group.MapMethods("/evidence/{sha256}", Reading, Reads.EvidenceAsync);
        group.MapMethods(Asset.Stylesheet.Path, Reading, Asset.Stylesheet.Serve);
        group.MapMethods(Asset.Icon.Path, Reading, Asset.Icon.Serve);
        ApiEndpoints.Map(group);
        group.MapMethods("/{*path}", Reading, CasePages.UnknownAsync).WithOrder(int.MaxValue);
        return group;
    }

    // Whoever watches the network learns the length of an answer. Where a page repeats what its address says, beside what is confidential, its compressed length tells whether the
    // two are alike (BREACH): only an answer to an address without a query, but for the language, which is one of two, is compressed, and none to a form.
    private static bool RepeatsNothing(HttpContext context) => HttpMethods.IsGet(context.Request.Method) && context.Request.Query.Keys.All(key => key == RequestLanguage.Parameter);

    private static void Form(RouteGroupBuilder group, string path, Delegate handler, string role = Roles.Officer) => group.MapPost(path, handler).RequireAuthorization(role);

    // The page that a wrong form leads to has the address of the form: its links to the other language, and a reload, lead back to the case.
    private static IResult BackToCase(string id, HttpContext context) =>
        Results.Redirect($"{context.Request.PathBase}/cases/{Uri.EscapeDataString(id)}{context.Request.QueryString}");
}
