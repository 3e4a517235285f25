using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using TenderWatch.Core.Evidence.Access;

namespace TenderWatch.Web;

/// <summary>Around every endpoint: security headers, and an answer in words when something breaks.</summary>
internal sealed partial class Guard(ILogger<Guard> log) : IEndpointFilter
{
    public async ValueTask<object?> InvokeAsync(EndpointFilterInvocationContext context, EndpointFilterDelegate next)
    {
        var http = context.HttpContext;
        SecurityHeaders.Set(http);
        try
        {
            return await next(context);
        }
        catch (AccessNotRecordedException refused)
        {
            LogNotRecorded(refused);
            return await http.RequestServices.GetRequiredService<Answers>().ProblemAsync(http, Problem.AccessNotRecorded);
        }
        catch (Exception fault) when (!http.RequestAborted.IsCancellationRequested)
        {
            LogBroken(fault, http.GetEndpoint()?.DisplayName, http.TraceIdentifier);
            return await http.RequestServices.GetRequiredService<Answers>().ProblemAsync(http, Problem.Broken, http.TraceIdentifier);
        }
    }

    [LoggerMessage(EventId = 7004, EventName = "AccessNotRecorded", Level = LogLevel.Error, Message = "An access to confidential evidence could not be recorded; nothing confidential was shown")]
    private partial void LogNotRecorded(Exception fault);

    [LoggerMessage(EventId = 7001, EventName = "RequestBroken", Level = LogLevel.Error, Message = "{Endpoint} failed; the reader was given the reference {Reference}")]
    private partial void LogBroken(Exception fault, string? endpoint, string reference);
}
