using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

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
        catch (Exception fault) when (!http.RequestAborted.IsCancellationRequested)
        {
            LogBroken(fault, http.GetEndpoint()?.DisplayName, http.TraceIdentifier);
            return await http.RequestServices.GetRequiredService<Answers>().ProblemAsync(http, Problem.Broken, http.TraceIdentifier);
        }
    }

    [LoggerMessage(EventId = 7001, EventName = "RequestBroken", Level = LogLevel.Error, Message = "{Endpoint} failed; the reader was given the reference {Reference}")]
    private partial void LogBroken(Exception fault, string? endpoint, string reference);
}
