using System.Globalization;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;
using TenderWatch.Core.Cases;
using TenderWatch.Core.Evidence;
using TenderWatch.Core.Evidence.Tombstones;
using TenderWatch.Core.Notices;
using TenderWatch.Core.Procurements;
using TenderWatch.Core.Rechecks;
using TenderWatch.Core.Watching;
using TenderWatch.Web.Access;

namespace TenderWatch.Web;

/// <summary>The endpoints for programs.</summary>
internal static partial class Reads
{
    public static async Task<IResult> CaseAsync(string id, HttpContext context, ConfidentialReading reading, Answers answers)
    {
        if (await reading.FindAsync(id, Person.ReaderOf(context), context.RequestAborted) is not { } view) return await answers.ProblemAsync(context, Problem.UnknownCase);
        return view.State.Id == id ? Representation.Of(view).Answer(context) : Results.Redirect($"{context.Request.PathBase}/api/cases/{view.State.Id}");
    }

    public static async Task<IResult> TimelineAsync(string id, HttpContext context, CaseViews views, Answers answers)
    {
        if (await views.FindAsync(id, context.RequestAborted) is not { } view) return await answers.ProblemAsync(context, Problem.UnknownCase);
        return view.State.Id == id ? Representation.Of(view.Timeline).Answer(context) : Results.Redirect($"{context.Request.PathBase}/api/cases/{view.State.Id}/timeline");
    }

    public static async Task<IResult> RecheckAsync(string id, string number, HttpContext context, CaseViews views, RecheckReports reports, Answers answers)
    {
        if (await views.FindStateAsync(id, context.RequestAborted) is null) return await answers.ProblemAsync(context, Problem.UnknownCase);
        // Of the case that was asked, also where another took it over since: numbers are counted by case.
        return int.TryParse(number, NumberStyles.None, CultureInfo.InvariantCulture, out var n) && await reports.FindAsync(id, n, context.RequestAborted, context.User.MaySeeConfidential()) is { } report
            ? Representation.Of(report).Answer(context)
            : await answers.ProblemAsync(context, Problem.UnknownRecheck);
    }

    public static async Task<IResult> NoticeAsync(string source, string id, HttpContext context, IRegistry registry, Answers answers) =>
        source.Length <= 40 && id.Length <= 200 && await registry.FindAsync(new NoticeKey(source, id), context.RequestAborted) is { } notice
            ? Representation.Of(notice).Answer(context)
            : await answers.ProblemAsync(context, Problem.UnknownNotice);

    public static async Task<IResult> QuarantineAsync(HttpContext context, IWatchState watch) => Answers.Json(await watch.ListQuarantinedAsync(context.RequestAborted));

    public static async Task<IResult> SourcesAsync(HttpContext context, IWatchState watch) => Answers.Json(await watch.ListSourcesAsync(context.RequestAborted));

    public static IResult Live() => Answers.Json(new { status = "live" });

    public static async Task<IResult> ReadyAsync(HttpContext context, IWatchState watch, Answers answers, ILogger<Guard> log)
    {
        try
        {
            await watch.ListSourcesAsync(context.RequestAborted);
            return Answers.Json(new { status = "ready" });
        }
        catch (Exception fault) when (!context.RequestAborted.IsCancellationRequested)
        {
            LogNotReady(log, fault);
            return await answers.ProblemAsync(context, Problem.NotReady);
        }
    }

    /// <summary>Public evidence, never shown by the browser: its bytes are whatever a source sent.</summary>
    public static async Task<IResult> EvidenceAsync(string sha256, HttpContext context, IEvidenceStore evidence, Answers answers, ILogger<Guard> log)
    {
        if (!Digest.TryParse(sha256, out var digest)) return await answers.ProblemAsync(context, Problem.UnknownEvidence);
        try
        {
            var content = await evidence.GetAsync(digest, Confidentiality.Public, context.RequestAborted);
            return Results.Bytes(content, "application/octet-stream", digest.Hex + ".bin");
        }
        catch (EvidenceDeletedException deleted)
        {
            return await answers.ProblemAsync(context, Problem.Deleted(deleted.Tombstone));
        }
        catch (EvidenceException fault)
        {
            LogNoEvidence(log, digest.Hex, fault.Message);
            return await answers.ProblemAsync(context, Problem.UnknownEvidence);
        }
    }

    [LoggerMessage(EventId = 7002, EventName = "NotReady", Level = LogLevel.Warning, Message = "The storage does not answer; the service reports that it is not ready")]
    private static partial void LogNotReady(ILogger log, Exception fault);

    [LoggerMessage(EventId = 7003, EventName = "NoEvidence", Level = LogLevel.Warning, Message = "Evidence {Sha256} was asked for and cannot be given: {Reason}")]
    private static partial void LogNoEvidence(ILogger log, string sha256, string reason);
}
