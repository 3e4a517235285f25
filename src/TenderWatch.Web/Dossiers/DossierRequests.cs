using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.Extensions.DependencyInjection;
using TenderWatch.Core.Dossiers;
using TenderWatch.Core.Dossiers.Making;
using TenderWatch.Core.Languages;
using TenderWatch.Web.Access;
using TenderWatch.Web.Requests;

namespace TenderWatch.Web.Dossiers;

/// <summary>Dossiers that are asked for through API and pages.</summary>
internal sealed class DossierRequests(IServiceProvider services, Answers answers)
{
    public const string MediaType = "application/zip";
    // How many names and addresses its ledgers have: whoever publishes it should know.
    private const string Names = "TenderWatch-Names";
    private const int MostOfForm = 4096;

    private static readonly Problem OtherSite = new(403, "other-site",
        new("Dit verzoek kwam van een andere bladzijde", "This request came from another page"),
        new("Open de zaak in TenderWatch en gebruik de knop daar.", "Open the case in TenderWatch and use the button there."));

    /// <summary>For programs.</summary>
    public async Task<Outcome> MakeAsync(Posted posted)
    {
        if (JsonBody.Read<MakeDossier>(posted.Body, out var problem) is not { } asked) return problem!;
        return await MakeAsync(new(posted.CaseId, asked.Audience, asked.Language ?? RequestLanguage.Of(posted.Context), posted.Person.By) { Key = posted.Id.Hex }, posted.Context);
    }

    /// <summary>For people: the button on the page of a case.</summary>
    public async Task<IResult> FromPageAsync(string id, HttpContext context)
    {
        if (!OwnPage.Sent(context.Request)) return await answers.ProblemAsync(context, OtherSite);
        if (!context.Request.HasFormContentType || context.Request.ContentLength is null or > MostOfForm) return await answers.ProblemAsync(context, RequestProblems.TooLarge(MostOfForm));
        var form = await context.Request.ReadFormAsync(new FormOptions { BufferBody = false, ValueCountLimit = 8, ValueLengthLimit = MostOfForm }, context.RequestAborted);
        if (form["audience"].ToString() is not ("public" or "internal")) return await answers.ProblemAsync(context, RequestProblems.Wrong("audience", "allowed: public, internal"));
        var audience = form["audience"] == "public" ? DossierAudience.Public : DossierAudience.Internal;
        var language = form["language"] == "en" ? Language.En : Language.Nl;
        return await MakeAsync(new(id, audience, language, Person.Of(context.User).By), context) switch
        {
            Outcome.Made made => Results.File(made.Content, made.MediaType, made.Name),
            Outcome.Refused refused => await answers.ProblemAsync(context, refused.Why),
            _ => throw new InvalidOperationException("A dossier ended in neither way."),
        };
    }

    private async Task<Outcome> MakeAsync(DossierRequest request, HttpContext context)
    {
        if (request.Audience == DossierAudience.Internal && !context.User.MaySeeConfidential()) return AccessAnswers.NotPermitted;
        // On disk and gone when it is closed: a dossier can be larger than memory.
        var file = new FileStream(Path.Combine(Path.GetTempPath(), Path.GetRandomFileName()), new FileStreamOptions
        {
            Mode = FileMode.CreateNew,
            Access = FileAccess.ReadWrite,
            Options = FileOptions.DeleteOnClose | FileOptions.Asynchronous,
        });
        var handedOn = false;
        try
        {
            // Resolved here: a host without the rest of the product has pages but makes no dossiers.
            var outcome = await services.GetRequiredService<DossierExport>().RunAsync(request with { MaySeeConfidential = context.User.MaySeeConfidential() }, file, context.RequestAborted);
            if (outcome.Fault is { Code: DossierExport.NotPermitted } refused) return new Problem(403, refused.Code, AccessAnswers.NotPermitted.Title, refused.Words);
            if (outcome.Fault is { } fault) return RequestProblems.Of(fault);
            handedOn = true;
            context.Response.Headers[Names] = outcome.Named.Count.ToString(System.Globalization.CultureInfo.InvariantCulture);
            return new Outcome.Made(file, MediaType, outcome.FileName);
        }
        finally
        {
            if (!handedOn) await file.DisposeAsync();
        }
    }

    internal sealed record MakeDossier(DossierAudience Audience, Language? Language = null);
}
